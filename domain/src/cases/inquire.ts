import { owe, moveDue, type Rules } from '../obligations/owe.ts'
import { dueOn } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isFirstContact, isHandler, type Actor } from './actor.ts'
import { closingAbout } from './duties.ts'
import type { CaseFact } from './fact.ts'
import { hasEnded, type CaseState, type TextRef } from './state.ts'
import { wrongDue, type ChosenDueRefusal } from '../obligations/chosen-due.ts'

export interface InquiryAsk {
  party: TextRef
  question: TextRef
  /** When the party said that it would answer; by the policy's limit if left out. */
  dueAt: Instant | null
}
export type InquireRefusal = 'case-ended' | 'not-handler' | ChosenDueRefusal | 'too-many-questions'

const OPEN_AT_ONCE = 20

/** A question to somebody outside who has part of the matter in hand (兄弟公司、外单位). The handler owes the person to follow it up. */
export function makeInquiry(state: CaseState, by: Actor, ask: InquiryAsk, rules: Rules): Outcome<CaseFact, InquireRefusal> {
  if (hasEnded(state)) return refuse('case-ended')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  const wrong = ask.dueAt === null ? null : wrongDue(ask.dueAt, rules.at)
  if (wrong) return refuse(wrong)
  if (state.inquiries.length >= OPEN_AT_ONCE) return refuse('too-many-questions')
  const id = rules.newId()
  const owed = owe({ kind: 'inquire', about: id, ...state.handler, limit: rules.policy.limits.inquire }, rules)
  const duty = ask.dueAt === null ? owed : { ...moveDue(owed, dueOn(rules.calendar, ask.dueAt), rules), limitAt: ask.dueAt }
  return done({ kind: 'inquiry-made', inquiry: { id, by: by.personId, at: rules.at, party: ask.party, question: ask.question }, opens: [duty] })
}

export type AnswerInquiryRefusal = 'no-such-inquiry' | 'not-handler' | 'forbidden-phrase'

/** What the party answered; fed back to the person at once where that is wished. */
export function answerInquiry(
  state: CaseState, by: Actor, ask: { inquiryId: string; text: TextRef; tellPerson: boolean; phrase: string | null },
): Outcome<CaseFact, AnswerInquiryRefusal> {
  const inquiry = state.inquiries.find(({ id }) => id === ask.inquiryId)
  if (!inquiry) return refuse('no-such-inquiry')
  if (!isHandler(by, state) && !isFirstContact(by, state)) return refuse('not-handler')
  if (ask.tellPerson && ask.phrase !== null) return refuse('forbidden-phrase')
  const answered: CaseFact = { kind: 'inquiry-answered', inquiryId: inquiry.id, text: ask.text, closes: closingAbout(state, 'met', inquiry.id) }
  return ask.tellPerson ? done<CaseFact>(answered, { kind: 'note-added', note: 'interim', text: ask.text, public: true }) : done(answered)
}
