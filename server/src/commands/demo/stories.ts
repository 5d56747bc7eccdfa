import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { addNote } from '@daodi/contract/staff/cases/add-note.ts'
import { closeCase } from '@daodi/contract/staff/cases/close-case.ts'
import { correctCase } from '@daodi/contract/staff/cases/correct-case.ts'
import { issueNotice } from '@daodi/contract/staff/cases/issue-notice.ts'
import { promiseCase } from '@daodi/contract/staff/cases/promise-case.ts'
import { recordContactAttempt } from '@daodi/contract/staff/cases/record-contact-attempt.ts'
import { referCase } from '@daodi/contract/staff/cases/refer-case.ts'
import { replyToCase } from '@daodi/contract/staff/cases/reply-to-case.ts'
import { resolveCase } from '@daodi/contract/staff/cases/resolve-case.ts'
import { returnReferral } from '@daodi/contract/staff/cases/return-referral.ts'
import { revealRequester } from '@daodi/contract/staff/cases/reveal-requester.ts'
import { ruleCase } from '@daodi/contract/staff/cases/rule-case.ts'
import { takePapers } from '@daodi/contract/staff/cases/take-papers.ts'
import { withdrawCase } from '@daodi/contract/staff/cases/withdraw-case.ts'
import { promisedMoment, workingMinutesUntil } from './moments.ts'
import { onItsCourse } from './course-stories.ts'
import type { CasePlay } from './case-play.ts'
import type { ElsewhereTopic } from './catalog.ts'
import type { Pace } from './pace.ts'
import { ratingStory, type Mood } from './rating-stories.ts'
import type { Random } from './random.ts'
import type { Story } from './stage.ts'
import * as words from './words.ts'

/** At which point a case is left as it is now; null: it is played to its end. */
export type Stop = 'asked' | 'referred' | 'returned' | 'unclear' | 'waiting-for-papers' | 'handling' | 'resolved' | 'answered' | 'reopened' | null

/** How one case goes. Minutes are working minutes, from and to. */
export interface Plan {
  /** When it is asked on the web, in ms: at any hour. Null: in working time, by the pace. */
  askedAt: number | null
  route: 'mine' | 'colleague' | 'otherUnit' | 'wrongUnit' | 'passedRound' | 'unclear' | 'web'
  /** Whom the unit's referral names; null: the unit. */
  toPerson: boolean
  escorted: boolean
  sign: [number, number]
  promise: boolean
  papers: 'none' | 'complete' | 'missing'
  note: boolean
  interim: boolean
  /** Share of the time until the due moment that the work takes; over 1 is late. */
  work: number
  reply: [number, number]
  failedAttempts: number
  /** Closed without a reply, after the failed attempts. */
  unreachable: boolean
  withdrawn: boolean
  corrected: boolean
  informs: boolean
  mood: Mood
  instruction: string | null
  arbiter: string
  caller: string
  callBack: 'due' | 'none'
  stop: Stop
}

export interface Telling { play: CasePlay; pace: Pace; random: Random; plan: Plan; anybodyIn: (unit: string) => string }

export async function* spotStory({ play, pace, random, plan }: Telling): Story {
  yield pace.ms
  const { done, citation } = play.ask
  await play.register({ branch: 'onSpot', text: done, ...(citation ? { citation } : {}) })
  yield* ratingStory(play, pace, random, plan.mood)
}

export async function* elsewhereStory({ play, pace, random, plan }: Telling, topic: ElsewhereTopic): Story {
  yield pace.ms
  await play.register({ branch: 'notOurs', text: topic.text, where: topic.where, phone: topic.phone })
  yield* ratingStory(play, pace, random, plan.mood)
}

/** Asked, owned, handed over, worked on, answered, rated. */
export async function* caseStory(telling: Telling): Story {
  const { pace, plan } = telling
  yield plan.askedAt ?? pace.ms
  yield* arrive(telling)
  if (plan.stop === 'asked' || plan.stop === 'referred' || plan.stop === 'returned' || plan.stop === 'unclear') return
  yield* work(telling)
  if (plan.stop === 'handling' || plan.stop === 'waiting-for-papers' || plan.withdrawn) return
  yield* answer(telling)
  if (plan.stop === 'resolved' || plan.stop === 'answered') return
  yield* ratingStory(telling.play, pace, telling.random, plan.mood)
  if (!telling.play.isReopened || plan.stop === 'reopened') return
  yield* secondRound(telling)
}

async function* arrive(telling: Telling): Story {
  const { play, pace, plan, random } = telling
  const { ask, stage } = play
  if (plan.route === 'web') {
    await play.askOnTheWeb()
    if (plan.stop === 'asked') return
    pace.meet(plan.askedAt ?? pace.ms)
    yield pace.after(8, 50)
    await play.decide(referral(telling, ask.unit))
    yield* signedFor(telling)
  } else if (plan.route === 'mine') {
    await play.register(null)
    if (plan.stop === 'asked') return
    yield pace.after(1, 6)
    await play.decide({ branch: 'mine' })
  } else if (plan.route === 'colleague') {
    await play.register({ branch: 'colleague', toPersonId: stage.personId(ask.person), reason: random.pick(words.COLLEAGUE_REASONS) })
    yield* signedFor(telling)
  } else if (plan.route === 'unclear') {
    await play.register({ branch: 'unclear', reason: random.pick(words.UNCLEAR_REASONS) })
    if (plan.stop === 'unclear') return
    yield pace.after(25, 260)
    await play.act(plan.arbiter, ruleCase, { handlerPersonId: stage.personId(ask.person), ...(plan.instruction ? { instruction: plan.instruction } : {}) })
  } else {
    await play.register(referral(telling, plan.route === 'otherUnit' ? ask.unit : ask.wrongUnit ?? ask.unit))
    if (plan.route !== 'otherUnit') yield* sentBack(telling)
    yield* signedFor(telling)
  }
}

function referral({ play, plan, random }: Telling, unit: string): { branch: 'otherUnit'; toUnitId: string; toPersonId?: string; reason: string; escorted: boolean } {
  const { stage, ask } = play
  const named = plan.toPerson && unit === ask.unit
  return {
    branch: 'otherUnit', toUnitId: stage.unitId(unit), ...(named ? { toPersonId: stage.personId(ask.person) } : {}), escorted: plan.escorted,
    reason: random.pick(words.REFERRAL_REASONS).replace('{u}', unit),
  }
}

async function* signedFor({ play, pace, plan }: Telling): Story {
  if (plan.stop === 'referred' || plan.stop === 'returned' || plan.stop === 'unclear' || play.handler === play.ask.person) return
  yield pace.after(...plan.sign)
  await play.act(play.ask.person, acceptReferral, {})
}

/** Sent to the wrong unit and back; passed round: twice, until the office rules. */
async function* sentBack(telling: Telling): Story {
  const { play, pace, plan, random, anybodyIn } = telling
  const { ask, stage } = play
  const wrong = ask.wrongUnit ?? ask.unit
  yield pace.after(20, 150)
  await play.act(anybodyIn(wrong), returnReferral, { reason: random.pick(words.RETURN_REASONS).replace('{u}', wrong), basis: '本科室职责范围不含此项', suggestedUnitId: stage.unitId(ask.unit) })
  if (plan.stop === 'returned') return
  yield pace.after(6, 60)
  const again = referral(telling, ask.unit)
  await play.act(play.first, referCase, { toUnitId: again.toUnitId, reason: again.reason, ...(plan.route === 'wrongUnit' && again.toPersonId ? { toPersonId: again.toPersonId } : {}) })
  if (plan.route !== 'passedRound') return
  yield pace.after(30, 120)
  await play.act(anybodyIn(ask.unit), returnReferral, { reason: random.pick(words.RETURN_REASONS).replace('{u}', ask.unit), basis: '本科室职责范围不含此项', suggestedUnitId: stage.unitId(wrong) })
  if (plan.stop === 'unclear') return
  yield pace.after(40, 200)
  await play.act(plan.arbiter, ruleCase, { handlerPersonId: stage.personId(ask.person), instruction: words.BINDING })
}

async function* work(telling: Telling): Story {
  const { play, pace, plan, random } = telling
  if (plan.corrected && !play.ask.urgent) {
    yield pace.after(3, 20)
    await play.act(play.handler, correctCase, { field: 'urgency', value: 'urgent', reason: random.pick(words.CORRECTIONS) })
  }
  if (plan.papers !== 'none' && play.ask.papers.length > 0) yield* papers(telling)
  if (plan.stop === 'waiting-for-papers') return
  if (plan.promise) {
    yield pace.after(2, 15)
    const dueAt = promisedMoment(play, pace.ms, random)
    if (dueAt) await play.act(play.handler, promiseCase, { dueAt, text: random.pick(words.PROMISES) })
  }
  yield* meanwhile(telling, workingMinutesUntil(play, pace.ms))
}

/** Notes on the way, and the work itself. */
async function* meanwhile({ play, pace, plan, random, anybodyIn }: Telling, left: number): Story {
  const { ask } = play
  const share = left * plan.work
  let spent = 0
  const part = (upTo: number): number => { const minutes = Math.max(2, share * upTo - spent); spent += minutes; return minutes }
  if (typeof play.asker !== 'string' && random.chance(0.12)) {
    yield pace.on(part(0.12))
    await play.stage.staff(play.handler, revealRequester, { params: { caseId: play.caseId }, body: { reason: random.pick(words.REVEALS) } })
  }
  if (plan.note && ask.progress) {
    yield pace.on(part(random.between(0.25, 0.45)))
    await play.act(play.handler, addNote, { kind: 'progress', text: ask.progress })
  }
  if (plan.interim && ask.interim) {
    yield pace.on(part(random.between(0.5, 0.65)))
    await play.act(play.handler, addNote, { kind: 'interim', text: ask.interim })
  }
  if (plan.informs) {
    yield pace.on(part(0.7))
    await play.addInformation(random.pick(words.INFORMATION))
  }
  if (plan.stop === 'handling') {
    // The ward has no supervisor of its own.
    if (anybodyIn('城市建设科') !== plan.arbiter) yield* onItsCourse({ play, pace })
    return
  }
  if (plan.withdrawn) {
    yield pace.on(part(0.8))
    if (plan.papers === 'missing') await play.returnAllPapers()
    await play.act(play.first, withdrawCase, { reason: random.pick(words.WITHDRAWALS) })
    return
  }
  yield pace.on(part(1))
  await play.act(play.handler, resolveCase, { outcome: ask.explained ? 'explained' : 'solved', text: ask.done, ...(ask.citation ? { citation: ask.citation } : {}) })
}

async function* papers({ play, pace, plan, random }: Telling): Story {
  const { ask } = play
  yield pace.after(5, 30)
  const missing = plan.papers === 'missing' ? ask.papers.slice(-Math.max(1, Math.floor(ask.papers.length / 2))) : []
  await play.act(play.handler, issueNotice, { papers: ask.papers.map((paper) => ({ ...paper, given: !missing.includes(paper) })) })
  if (missing.length === 0) return
  if (plan.stop === 'waiting-for-papers') return
  yield pace.after(300, 1500)
  await play.act(play.handler, takePapers, { papers: missing.map((paper) => paper.name) })
  if (random.chance(0.3)) {
    yield pace.after(5, 20)
    await play.act(play.handler, addNote, { kind: 'interim', text: random.pick(words.PAPERS_COMPLETE) })
  }
}

async function* answer({ play, pace, plan, random }: Telling): Story {
  for (let attempt = 0; attempt < plan.failedAttempts; attempt += 1) {
    yield pace.after(attempt === 0 ? 10 : 80, attempt === 0 ? 60 : 260)
    await play.act(play.first, recordContactAttempt, { channel: 'phone', note: random.pick(words.ATTEMPTS) })
  }
  if (plan.stop === 'resolved') return
  yield pace.after(...plan.reply)
  if (plan.unreachable) {
    if (plan.papers === 'missing') await play.returnAllPapers()
    await play.act(play.first, closeCase, {})
    return
  }
  const holdsPapers = plan.papers === 'missing' && play.ask.papers.length > 0
  if (holdsPapers && plan.stop !== 'answered') {
    await play.returnAllPapers()
    yield pace.after(1, 8)
  }
  await play.act(play.first, replyToCase, { channel: play.replyBy, text: `${random.pick(words.OPENINGS)}${play.ask.done}` })
  if (plan.stop === 'answered' || plan.callBack === 'none') return
  yield pace.after(200, 900)
  await play.act(plan.caller, addNote, { kind: 'progress', text: random.pick(words.CALL_BACKS) })
  await play.act(plan.caller, closeCase, {})
}

/** Opened again, worked on by the same people, and this time it holds. */
async function* secondRound(telling: Telling): Story {
  const { play, pace, random, plan } = telling
  yield pace.after(60, 400)
  await play.act(play.handler, addNote, { kind: 'progress', text: random.pick(words.SECOND_LOOKS) })
  yield pace.on(workingMinutesUntil(play, pace.ms) * random.between(0.2, 0.7))
  await play.act(play.handler, resolveCase, { outcome: 'solved', text: random.pick(words.SECOND_RESULTS) })
  yield pace.after(15, 120)
  await play.act(play.first, replyToCase, { channel: play.replyBy, text: random.pick(words.SECOND_REPLIES) })
  if (plan.callBack === 'due') {
    yield pace.after(200, 600)
    await play.act(plan.caller, closeCase, {})
  }
  yield* ratingStory(play, pace, random, 'content')
}
