import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { RoleRef } from '../policy/policy.ts'
import { stepLimit } from '../policy/step-limit.ts'
import type { Actor } from './actor.ts'
import { answeredBy, spokenAs } from './consult.ts'
import type { Consultation } from './cooperation.ts'
import { closing } from './duties.ts'
import type { CaseFact } from './fact.ts'
import type { CaseState, Holder, TextRef } from './state.ts'

/** Whom it goes to: a level of the policy's leaders, counted from 0, with the post that they were asked as. */
export interface Above { level: number; post: string; holders: Holder[] }

export interface PassUpAsk {
  /** Of which question; null: of the ruling that was asked for. */
  questionId: string | null
  opinion: TextRef
  /** Null where nobody stands above. */
  to: Above | null
  /** A level in between is passed over. */
  skips: boolean
  skipped: TextRef | null
}
export type PassUpRefusal = 'nothing-to-pass-up' | 'not-asked' | 'nobody-above' | 'skip-needs-reason'

/** A leader who was asked leaves it to the next one, with an opinion of their own (报上一级领导); whoever is asked now has their own time. */
export function passUp(state: CaseState, by: Actor, ask: PassUpAsk, rules: Rules): Outcome<CaseFact, PassUpRefusal> {
  const question = ask.questionId === null ? null : state.consultations.find(({ id }) => id === ask.questionId)
  const asked = ask.questionId === null ? state.ruling?.arbiters : question?.of
  if (!asked) return refuse('nothing-to-pass-up')
  if (!asked.includes(by.personId)) return refuse('not-asked')
  const { to } = ask
  if (!to || to.holders.length === 0) return refuse('nobody-above')
  if (ask.skips && ask.skipped === null) return refuse('skip-needs-reason')
  return done(question ? questionUp(state, question, { ask, to, by }, rules) : rulingUp(state, { ask, to, by }, rules))
}

interface Going { ask: PassUpAsk; to: Above; by: Actor }

function rulingUp(state: CaseState, { ask, to }: Going, rules: Rules): CaseFact {
  const [first] = to.holders
  const rule = owe({ kind: 'rule', personId: first?.personId ?? null, unitId: first?.unitId ?? state.handler.unitId, limit: stepLimit(rules.policy, 'rule', state) }, rules)
  const { opinion, skipped } = ask
  const post = state.ruling ? postOfRuling(state.ruling, rules.policy) : undefined
  return {
    kind: 'ruling-passed-on', level: to.level, arbiters: to.holders.map(({ personId }) => personId), unitId: rule.unitId, scheduledAt: rules.at,
    up: { opinion, skipped, ...(post === undefined ? {} : { post }) }, closes: closing(state, 'met', 'rule'), opens: [rule],
  }
}

function questionUp(state: CaseState, question: Consultation, { ask, to, by }: Going, rules: Rules): CaseFact {
  const opens = to.holders.map((holder) => owe({ kind: 'advise', about: question.id, ...holder, limit: rules.policy.limits.advise }, rules))
  const { opinion, skipped } = ask
  return {
    kind: 'advice-passed-up', consultationId: question.id, level: to.level, post: to.post, of: to.holders.map(({ personId }) => personId),
    up: { opinion, skipped, ...spokenAs(question, by) }, closes: answeredBy(state, question, by), opens,
  }
}

/** As what whoever owes the ruling was asked. */
export function postOfRuling({ level, cause }: { level: number; cause: string }, { unclear, absent }: { unclear: readonly RoleRef[]; absent: { report: readonly RoleRef[] } }): string | undefined {
  return (cause === 'absent' ? absent.report : unclear)[level]?.post
}
