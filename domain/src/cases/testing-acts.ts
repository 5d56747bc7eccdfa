import type { Actor } from './actor.ts'
import { acceptReferral } from './accept-referral.ts'
import { askForRuling, ruleCase, type RulingAsk } from './ask-for-ruling.ts'
import { closeCase, reopenCase } from './close-case.ts'
import { decideCase, type Decide, type MineAsk, type HandOverAsk } from './decide-case.ts'
import { issueNotice } from './issue-notice.ts'
import { promiseCase } from './promise-case.ts'
import { referCase } from './refer-case.ts'
import type { ReferAsk } from './referral.ts'
import { recordContactAttempt, replyToCase, type ReplyAsk } from './reply-to-case.ts'
import { resolveCase, type ResolveAsk } from './resolve-case.ts'
import { returnReferral, type ReturnAsk } from './return-referral.ts'
import type { CaseState } from './state.ts'
import { holder, text } from './testing-cast.ts'
import { returnPapers, takePapers, type TakePapersAsk } from './take-papers.ts'
import type { Rules } from '../obligations/owe.ts'
import { beijing } from '../calendar/testing-calendars.ts'

type Given<Fact> = (state: CaseState, by: Actor, rules: Rules) => Fact

// The acts as a story tells them: everything that does not matter to it is harmless.
const decides = (ask: Decide): Given<ReturnType<typeof decideCase>> => (state, by, rules) => decideCase(state, by, ask, rules)
export const mine = (ask: Partial<MineAsk> = {}) => decides({ branch: 'mine', notice: null, promisedAt: null, text: null, ...ask })
export const onSpot = (ask: { citation?: null; phrase?: string } = {}) =>
  decides({ branch: 'onSpot', text: text(10), citation: text(11), direction: null, channel: 'visit', phrase: null, ...ask })
export const notOurs = (ask: { phrase?: string } = {}) =>
  decides({ branch: 'notOurs', text: text(10), citation: null, direction: text(12), channel: 'visit', phrase: null, ...ask })
export const unclear = (...arbiters: Actor[]) => decides({ branch: 'unclear', reason: text(13), ...arbitersOf(arbiters) })
export const passesTo = (branch: 'colleague' | 'otherUnit', receiver: Actor, ask: Partial<HandOverAsk> = {}) =>
  decides({ branch, toUnitId: receiver.unitId, toPersonId: receiver.personId, reason: text(14), escorted: false, ...ask })

export const refers = (receiver: Actor, ask: Partial<ReferAsk> = {}): Given<ReturnType<typeof referCase>> => (state, by, rules) =>
  referCase(state, by, { toUnitId: receiver.unitId, toPersonId: receiver.personId, reason: text(14), escorted: false, ...ask }, rules)
export const accepts: Given<ReturnType<typeof acceptReferral>> = (state, by, rules) => acceptReferral(state, by, { papersReceived: true }, rules)
export const returns = (...arbiters: Actor[]): Given<ReturnType<typeof returnReferral>> => (state, by, rules) => {
  const ask: ReturnAsk = { reason: text(15), suggestedUnitId: null, ...arbitersOf(arbiters) }
  return returnReferral(state, by, ask, rules)
}
export const asksForRuling = (...arbiters: Actor[]): Given<ReturnType<typeof askForRuling>> => (state, by, rules) =>
  askForRuling(state, by, { reason: text(13), ...arbitersOf(arbiters) }, rules)
export const rules = (handler: Actor): Given<ReturnType<typeof ruleCase>> => (state, by, given) =>
  ruleCase(state, by, { holder: holder(handler), instruction: text(16) }, given)

export const promises = (time: string): Given<ReturnType<typeof promiseCase>> => (state, by, given) =>
  promiseCase(state, by, { dueAt: beijing(time), text: text(17) }, given)
export const gives = (...given: boolean[]): Given<ReturnType<typeof issueNotice>> => (state, by, under) => issueNotice(state, by, { papers: text(18), given, reason: state.notices.length > 0 ? text(19) : null }, under)
export const takes = (ask: Partial<TakePapersAsk> = {}): Given<ReturnType<typeof takePapers>> => (state, by, given) =>
  takePapers(state, by, { papers: text(19), count: 1, given: [], ...ask }, given)
export const givesBack = (nth = 0): Given<ReturnType<typeof returnPapers>> => (state, by) => returnPapers(state, by, state.custody[nth]?.id ?? 'none')

export const resolves = (ask: Partial<ResolveAsk> = {}): Given<ReturnType<typeof resolveCase>> => (state, by, given) =>
  resolveCase(state, by, { outcome: 'solved', text: text(20), citation: text(11), direction: null, phrase: null, ...ask }, given)
export const replies = (ask: Partial<ReplyAsk> = {}): Given<ReturnType<typeof replyToCase>> => (state, by, given) =>
  replyToCase(state, by, { channel: 'phone', text: text(21), phrase: null, close: false, caller: null, ...ask }, given)
export const cannotReach: Given<ReturnType<typeof recordContactAttempt>> = (state, by) => recordContactAttempt(state, by, { channel: 'phone', note: null })
export const closes: Given<ReturnType<typeof closeCase>> = (state, by, given) => closeCase(state, by, given)
export const reopens: Given<ReturnType<typeof reopenCase>> = (state, by, given) => reopenCase(state, by, text(22), given)
export const saysNotSolved: Given<ReturnType<typeof reopenCase>> = (state, _by, given) => reopenCase(state, null, text(22), given)

function arbitersOf(arbiters: Actor[]): Pick<RulingAsk, 'arbiters' | 'arbiterUnitId'> {
  return { arbiters: arbiters.map(({ personId }) => personId), arbiterUnitId: arbiters[0]?.unitId ?? 'nobody' }
}
