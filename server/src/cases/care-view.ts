import type { z } from 'zod'
import type { CareView } from '@daodi/contract/staff/cases/care-view.ts'
import { dueOn } from '@daodi/domain/calendar/calendar.ts'
import { askedParts, knownFlags, missingParts, sheetOf } from '@daodi/domain/cases/sheet.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import type { Lookup } from './said.ts'

type View = z.input<typeof CareView>

/** Sheet, flags and effect of a case, as its page shows them. */
export function careView(state: CaseState, look: Lookup, { policy, calendar, respondedAt }: Pick<Rules, 'policy' | 'calendar'> & { respondedAt: string | null }): View {
  const { pair = [], flags = [], effect, leader } = state
  const rules = policy.flags ?? []
  const owed = state.obligations.find(({ kind }) => kind === 'solve')
  return {
    pair: pair.map(({ personId, unitId }) => ({ personId, personName: look.person(personId), unitName: look.unit(unitId) })),
    sheet: sheetView(state, look, { policy }),
    flags: flags.map(({ name, at, by, note, told }) => ({ name, at, byName: look.person(by), note: look.text(note), told: told.map((one) => ({ ...one, name: look.person(one.personId) })) })),
    flagsLeft: knownFlags(state, policy).filter((name) => !flags.some((flag) => flag.name === name))
      .map((name) => ({ name, tells: rules.some((rule) => rule.name === name && rule.notify.length + rule.afterHours.length > 0) })),
    leader: leader ? {
      personId: leader.personId, personName: look.person(leader.personId), unitName: look.unit(leader.unitId), at: leader.at, dueAt: owed?.dueAt ?? null, dueEstimated: owed?.estimated ?? false,
      solution: look.text(leader.solution), solvedAt: leader.solvedAt, respondedAt,
    } : null,
    effect: effect ? { dueAt: effect.dueAt, dueEstimated: dueOn(calendar, effect.dueAt).estimated, result: effect.result, text: look.text(effect.text), byName: effect.by === null ? null : look.person(effect.by), at: effect.at } : null,
  }
}

function sheetView(state: CaseState, look: Lookup, { policy }: Pick<Rules, 'policy'>): View['sheet'] {
  const sheet = sheetOf(state, policy)
  if (!sheet || !state.sheet) return null
  const { filled, done, visited } = state.sheet
  return {
    name: sheet.name, visitWanted: sheet.visitBeforeClose, visited,
    steps: sheet.steps.map(({ name, parts }) => {
      const ended = done.find(({ step }) => step === name)
      const asked = askedParts(state, sheet, name)
      return {
        name, done: ended ? { at: ended.at, byName: look.person(ended.by) } : null, missing: missingParts(state, policy, name),
        parts: parts.filter((part) => asked.includes(part.name) || filled.some((one) => one.step === name && one.part === part.name)).map((part) => {
          const text = filled.find((one) => one.step === name && one.part === part.name)
          return { name: part.name, flag: part.flag ?? null, text: look.text(text?.text), filled: text ? { at: text.at, byName: look.person(text.by) } : null }
        }),
      }
    }),
  }
}
