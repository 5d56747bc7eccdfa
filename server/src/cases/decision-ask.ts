import type { CallAsk } from '@daodi/domain/cases/absent-colleague.ts'
import type { z } from 'zod'
import type { Decision } from '@daodi/contract/staff/cases/decision.ts'
import type { Decide, HandOverAsk } from '@daodi/domain/cases/decide-case.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { holdersOf, peopleOf, type Surroundings } from '../directory/store.ts'
import { rulingTarget, targetsOf } from './arbiters.ts'
import type { Texts } from './texts.ts'

export type DecisionInput = z.output<typeof Decision>
type Ready = { ok: true; ask: Decide } | { ok: false; refusal: 'no-such-person' | 'no-such-unit' | 'nobody-in-unit' | 'no-arbiter' | 'not-by-phone' }

/** What decides with: the case's channel and units, the policy, the directory around, and where words go. */
export interface DecisionScene { channel: string; firstContact: CaseState['firstContact']; policy: Policy; around: Surroundings; texts: Texts; at: string }

/** Turns a decision from the wire into the domain's question, with people and units that exist. */
export function decisionAsk(input: DecisionInput, scene: DecisionScene): Ready {
  const { texts, policy, around } = scene
  switch (input.branch) {
    case 'onSpot': case 'notOurs': {
      const direction = input.branch === 'notOurs' ? texts.add('direction', JSON.stringify({ where: input.where, phone: input.phone ?? null })) : null
      const citation = input.branch === 'onSpot' ? texts.maybe('citation', input.citation) : null
      const settled = { text: texts.add('resolution', input.text), citation, direction, channel: input.channel ?? replyChannel(scene.channel), phrase: forbiddenPhrase(input.text, policy) }
      return { ok: true, ask: { branch: input.branch, ...settled } }
    }
    case 'mine': {
      const notice = input.papers ? { papers: texts.add('papers', JSON.stringify(input.papers)), given: input.papers.map((paper) => paper.given) } : null
      return { ok: true, ask: { branch: 'mine', notice, promisedAt: input.promisedAt ? utc(input.promisedAt) : null, text: texts.maybe('promise', input.text) } }
    }
    case 'colleague': {
      const colleague = around.people.get(input.toPersonId)
      if (!colleague) return refuse('no-such-person')
      return { ok: true, ask: { branch: 'colleague', toUnitId: colleague.unit_id, toPersonId: colleague.id, sameDepartment: departmentOf(around, colleague.unit_id) === departmentOf(around, scene.firstContact.unitId), reason: texts.maybe('reason', input.reason), escorted: false, ...absenceAsk(input, colleague.id, scene) } }
    }
    case 'otherUnit': return otherUnitAsk(input, scene)
    case 'unclear': return unclearAsk(input, scene)
  }
}

/** The department (本科) of a unit: a window belongs to the one it stands in. */
function departmentOf({ units }: Surroundings, unitId: string): string {
  const unit = units.get(unitId)
  const above = unit?.kind === 'window' ? units.get(unit.path.at(-2) ?? '') : undefined
  return above?.kind === 'department' ? above.id : unitId
}

function otherUnitAsk(input: Extract<DecisionInput, { branch: 'otherUnit' }>, scene: DecisionScene): Ready {
  const { texts, around } = scene
  const problem = receiverProblem(around, input.toUnitId, input.toPersonId)
  if (problem) return refuse(problem)
  if (input.numberGiven !== undefined) return numberGiven(input.numberGiven, { ...input, unitName: around.units.get(input.toUnitId)?.name ?? '' }, scene)
  if (input.contacted && !around.people.has(input.contacted.personId)) return refuse('no-such-person')
  const handed = { toUnitId: input.toUnitId, toPersonId: input.toPersonId ?? null, reason: texts.add('reason', input.reason), escorted: input.escorted ?? false }
  const absence = absenceAsk(input, handed.toPersonId, scene)
  return { ok: true, ask: { branch: 'otherUnit', ...handed, ...absence, calls: [...absence.calls ?? [], ...contactOf(input.contacted, scene.at)] } }
}

function unclearAsk(input: Extract<DecisionInput, { branch: 'unclear' }>, scene: DecisionScene): Ready {
  const { texts, policy, around, firstContact } = scene
  const away = input.absentPersonId === undefined ? null : around.people.get(input.absentPersonId)
  if (away === undefined) return refuse('no-such-person')
  const { unitId } = firstContact
  const units = { handler: unitId, firstContact: unitId, receiver: away?.unit_id ?? unitId, institution: around.rootUnitId }
  const targets = targetsOf(away ? policy.absent.report : policy.unclear, (roles) => peopleOf(around, roles, units))
  return { ok: true, ask: {
    branch: 'unclear', reason: texts.add('reason', input.reason), ...rulingTarget(targets, input.level), skipped: texts.maybe('reason', input.skipReason),
    cause: away ? 'absent' : 'unclear', absent: away ? { personId: away.id, unitId: away.unit_id } : null, calls: callsAsk(input, away?.id ?? null, scene),
  } }
}

type HandedOn = Extract<DecisionInput, { branch: 'colleague' | 'otherUnit' }>

/** The tries to reach the colleague, and the promise to pass it on. */
function absenceAsk(input: HandedOn, personId: string | null, scene: DecisionScene): Pick<HandOverAsk, 'calls' | 'relay'> {
  return { calls: callsAsk(input, personId, scene), relay: input.relay ? { text: scene.texts.maybe('relay', input.relay.text) } : null }
}

function callsAsk({ calls }: Pick<HandedOn, 'calls'>, personId: string | null, { texts, at }: Pick<DecisionScene, 'texts' | 'at'>): CallAsk[] {
  return personId === null ? [] : (calls ?? []).map(({ channel, reached, calledAt, note }) => (
    { personId, channel, reached, calledAt: calledAt === undefined ? at : utc(calledAt), note: texts.maybe('attempt', note) }))
}

/** Somebody there was spoken with before it went to them. */
export function contactOf(contacted: { personId: string } | undefined, at: string): CallAsk[] {
  return contacted ? [{ personId: contacted.personId, channel: 'phone', reached: true, calledAt: at, note: null }] : []
}

/** A caller was told the unit's number: that answers the call, and both number and time are kept. */
function numberGiven(number: string, input: { toUnitId: string; unitName: string; reason: string }, { channel, texts, policy }: DecisionScene): Ready {
  if (channel !== 'phone') return refuse('not-by-phone')
  const settled = { text: texts.add('resolution', input.reason), citation: null, direction: null, channel: 'phone', phrase: forbiddenPhrase(input.reason, policy) }
  return { ok: true, ask: { branch: 'otherUnit', toUnitId: input.toUnitId, number: texts.add('number', `${input.unitName} ${number}`), ...settled } }
}

/** A referral needs a unit that exists, and in it the named person or at least one person to sign for it. */
export function receiverProblem(around: Surroundings, unitId: string, personId: string | undefined): 'no-such-unit' | 'no-such-person' | 'nobody-in-unit' | null {
  if (!around.units.has(unitId)) return 'no-such-unit'
  if (personId !== undefined) return around.people.get(personId)?.unit_id === unitId ? null : 'no-such-person'
  return around.staffed.has(unitId) || holdersOf(around, unitId, 'head').length > 0 ? null : 'nobody-in-unit'
}

export function utc(instant: string): string {
  return new Date(instant).toISOString()
}

/** The way back to the person: by the way they came where that is one, otherwise in person. */
function replyChannel(channel: string): string {
  return ['visit', 'phone', 'letter', 'web', 'sms', 'wechat'].includes(channel) ? channel : 'visit'
}
