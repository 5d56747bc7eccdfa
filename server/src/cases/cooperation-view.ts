import type { z } from 'zod'
import type { CooperationView } from '@daodi/contract/staff/cases/cooperation-view.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import type { CaseRef } from '@daodi/domain/cases/cooperation.ts'
import { joinEmergency } from '@daodi/domain/cases/merge-cases.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { dueIn } from './due-in.ts'
import type { RelativeRow } from './store-family.ts'
import type { Lookup } from './said.ts'

type View = z.input<typeof CooperationView>

/** The cases that this one belongs with. */
export function relativeIds({ parent, children, joined, merged }: CaseState): string[] {
  return [parent, ...children, ...joined, merged?.into].flatMap((ref) => (ref ? [ref.id] : []))
}

/** What is open between colleagues, and the cases that belong together; of those that the reader may not see, the number alone. */
export function cooperationView(state: CaseState, look: Lookup, { relatives, reader }: { relatives: readonly RelativeRow[]; reader: Actor }): View {
  const named = (personId: string) => ({ personId, personName: look.person(personId) })
  const { relay, transfer, forward, emergency } = state
  return {
    relay: relay && { byName: look.person(relay.by.personId), to: named(relay.to.personId), toUnitName: look.unit(relay.to.unitId), at: relay.at, text: look.text(relay.text) },
    questions: state.consultations.map(({ id, by, of, at, question, expectedAt }) => ({ id, byName: look.person(by), of: of.map(named), at, text: look.text(question), expectedAt, expectedEstimated: look.estimated(expectedAt) })),
    transfer: transfer && {
      byName: look.person(transfer.by), at: transfer.at, toUnitName: look.unit(transfer.toUnitId), toPersonName: transfer.toPersonId ? look.person(transfer.toPersonId) : null,
      reason: look.text(transfer.reason), approvers: transfer.approvers.map(named),
    },
    inquiries: state.inquiries.map(({ id, by, at, party, question }) => ({
      id, byName: look.person(by), at, ...partyIn(look.text(party)), text: look.text(question), ...dueIn(state.obligations.find(({ kind, about }) => kind === 'inquire' && about === id)),
    })),
    forward: forward && { to: named(forward.to.personId), byName: look.person(forward.by), at: forward.at },
    ...family(state, relatives), takesEmergency: joinEmergency(state, reader, { id: state.id, number: '' }).ok,
    emergency: emergency && {
      at: emergency.at, filledAt: emergency.filledAt, assigned: emergency.assigned.map(({ personId, at, confirmedAt }) => ({ personId, name: look.person(personId), at, confirmedAt })),
    },
  }
}

function family({ parent, children, joined, merged }: CaseState, relatives: readonly RelativeRow[]): Pick<View, 'parent' | 'children' | 'joined' | 'mergedInto'> {
  const relative = ({ id, number }: CaseRef) => {
    const seen = relatives.find((row) => row.id === id)
    return { id, number, subject: seen?.subject ?? null, status: seen?.status ?? null }
  }
  return { parent: parent && relative(parent), children: children.map(relative), joined: joined.map(relative), mergedInto: merged && relative(merged.into) }
}

/** Whom was asked outside; nothing once erased. */
export function partyIn(body: string | null): { party: string; phone: string | null } {
  const party = body === null ? null : JSON.parse(body) as { name: string; phone: string | null }
  return { party: party?.name ?? '', phone: party?.phone ?? null }
}
