import type { Instant } from '../calendar/instant.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import type { Consultation } from './cooperation.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type Holder, type TextRef } from './state.ts'

export interface AdviceAsk {
  question: TextRef
  of: Holder[]
  /** What the person was told: by when there will be an answer. */
  expectedAt: Instant | null
  /** Which of the policy's leaders is asked, if one is; whether somebody below them is passed over, and why. */
  leader?: { level: number; post: string; leaders: string[] } | null
  skips?: boolean
  skipped?: TextRef | null
}
export type AskAdviceRefusal = 'case-ended' | 'not-handler' | 'nobody-to-ask' | 'expected-in-past' | 'too-many-questions' | 'skip-needs-reason'

/** A case in which more questions are open at once is not being worked on but talked about. */
const OPEN_AT_ONCE = 10

/** Asked before the person is answered (先请示再答复): a leader, or several colleagues, of whom the first answer counts. */
export function askAdvice(state: CaseState, by: Actor, ask: AdviceAsk, rules: Rules): Outcome<CaseFact, AskAdviceRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  const of = ask.of.filter(({ personId }, index) => personId !== by.personId && ask.of.findIndex((one) => one.personId === personId) === index)
  if (of.length === 0) return refuse('nobody-to-ask')
  if (ask.expectedAt !== null && ask.expectedAt <= rules.at) return refuse('expected-in-past')
  if (state.consultations.length >= OPEN_AT_ONCE) return refuse('too-many-questions')
  if (ask.skips && !ask.skipped) return refuse('skip-needs-reason')
  const id = rules.newId()
  const opens = of.map((holder) => owe({ kind: 'advise', about: id, ...holder, limit: rules.policy.limits.advise }, rules))
  const consultation = { id, by: by.personId, of: of.map(({ personId }) => personId), at: rules.at, question: ask.question, expectedAt: ask.expectedAt, ...ask.leader }
  return done({ kind: 'advice-asked', consultation, ...(ask.skips && ask.skipped ? { skipped: ask.skipped } : {}), opens })
}

export type GiveAdviceRefusal = 'no-such-question' | 'not-asked'

/** The first answer closes the question: the others who were asked need not answer any more. */
export function giveAdvice(state: CaseState, by: Actor, ask: { consultationId: string; text: TextRef }): Outcome<CaseFact, GiveAdviceRefusal> {
  const question = state.consultations.find(({ id }) => id === ask.consultationId)
  if (!question) return refuse('no-such-question')
  if (!question.of.includes(by.personId)) return refuse('not-asked')
  return done({ kind: 'advice-given', consultationId: question.id, text: ask.text, ...spokenAs(question, by), closes: answeredBy(state, question, by) })
}

/** Whoever answers has met the duty; of the others it is taken. */
export function answeredBy(state: CaseState, question: Consultation, by: Actor): { id: string; as: 'met' | 'void' }[] {
  return state.obligations.filter(({ kind, about }) => kind === 'advise' && about === question.id).map(({ id, personId }) => ({ id, as: personId === by.personId ? 'met' : 'void' }))
}

/** As which leader they speak, where they were asked as one: a colleague asked beside a leader speaks as a colleague. */
export function spokenAs({ post, leaders }: Consultation, by: Actor): { post?: string } {
  return post !== undefined && leaders?.includes(by.personId) === true ? { post } : {}
}
