import { completeStep, fillSheet, flagCase, planEffectCheck, recordEffect } from '@daodi/contract/staff/cases/care.ts'
import { completeRecord, confirmAssignment, raiseEmergency } from '@daodi/contract/staff/cases/emergency.ts'
import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { mergeCase } from '@daodi/contract/staff/cases/merge-cases.ts'
import { replyToCase } from '@daodi/contract/staff/cases/reply-to-case.ts'
import { resolveCase } from '@daodi/contract/staff/cases/resolve-case.ts'
import { CasePlay } from './case-play.ts'
import type { Requester } from './people-of-the-county.ts'
import { NOTHING_SPECIAL } from './shelf.ts'
import type { Stage, Story } from './stage.ts'

const DAY_MS = 86_400_000

interface Written { step: string; parts: { name: string; text: string }[] }

/** Cases that are written down on a sheet, that are special, in which something happens, whose effect is looked at afterwards, or that were asked already. */
export interface CareCast {
  who: string
  askers: readonly Requester[]
  special: { subject: string; matter: string; flag: string; note: string; done: Written; begun: Written }
  /** Happens in the course of the special case; without a record it is still to be filled in. */
  emergency: { place: string; note: string; record: { subject: string; content: string } | null }
  lasted: { subject: string; done: string; effect: string }
  /** Its effect is looked at next week. */
  recent: { subject: string; done: string }
  /** Asked by two; the second is merged into the first, which is in hand. */
  twice: { first: string; again: string; reason: string }
}

export function careStories(stage: Stage, cast: CareCast): Story[] {
  return [special(stage, cast), lasted(stage, cast), recent(stage, cast), twice(stage, cast)]
}

/** So many working minutes before now. */
const ago = ({ axis }: Stage, minutes: number): number => axis.ms(axis.length - minutes)

function playOf(stage: Stage, { who, askers }: CareCast, { subject, matter = null, nth }: { subject: string; matter?: string | null; nth: number }): CasePlay {
  const asker = askers[nth]
  if (!asker) throw new RangeError('nobody asks')
  return new CasePlay(stage, { ask: { ...NOTHING_SPECIAL, subject, content: null, category: 'help', matter, unit: '', person: who, done: '' }, asker, channel: 'visit', first: who })
}

async function* special(stage: Stage, cast: CareCast): Story {
  const { special: { subject, matter, flag, note, done, begun }, emergency } = cast
  const play = playOf(stage, cast, { subject, matter, nth: 0 })
  yield ago(stage, 210)
  await play.register(null)
  yield ago(stage, 206)
  await play.decide({ branch: 'mine' })
  yield ago(stage, 198)
  await play.act(play.handler, fillSheet, done)
  await play.act(play.handler, completeStep, { step: done.step })
  yield ago(stage, 190)
  await play.act(play.handler, flagCase, { flag, note })
  yield ago(stage, 188)
  await everybodyConfirms(stage, play.handler, play.caseId)
  yield ago(stage, 150)
  await play.act(play.handler, fillSheet, begun)
  yield ago(stage, 32)
  const { reply: { id } } = await stage.staff(play.handler, raiseEmergency, { params: {}, body: { place: emergency.place, note: emergency.note, partOf: play.caseId } })
  yield ago(stage, 31)
  await everybodyConfirms(stage, play.handler, id)
  if (emergency.record === null) return
  yield ago(stage, 12)
  await stage.staff(play.handler, completeRecord, { params: { caseId: id }, body: emergency.record })
}

async function everybodyConfirms(stage: Stage, who: string, caseId: string): Promise<void> {
  const { reply: { cooperation, care } } = await stage.staff(who, getCase, { params: { caseId }, body: undefined })
  const told = [...cooperation.emergency?.assigned ?? [], ...care.flags.flatMap((flag) => flag.told)]
  const waiting = new Set(told.filter(({ confirmedAt }) => confirmedAt === null).map(({ name }) => name))
  for (const name of waiting) await stage.staff(name, confirmAssignment, { params: { caseId }, body: {} })
}

async function* lasted(stage: Stage, cast: CareCast): Story {
  const play = playOf(stage, cast, { subject: cast.lasted.subject, nth: 1 })
  yield* solved(stage, play, { done: cast.lasted.done, minutes: 5_400 })
  await play.act(play.first, planEffectCheck, { at: new Date(ago(stage, 1_900)).toISOString() })
  yield ago(stage, 2_050)
  await play.act(play.first, recordEffect, { result: 'lasting', text: cast.lasted.effect })
}

async function* recent(stage: Stage, cast: CareCast): Story {
  const play = playOf(stage, cast, { subject: cast.recent.subject, nth: 2 })
  yield* solved(stage, play, { done: cast.recent.done, minutes: 900 })
  await play.act(play.first, planEffectCheck, { at: new Date(stage.now + 6 * DAY_MS).toISOString() })
}

async function* twice(stage: Stage, cast: CareCast): Story {
  const [main, again] = [playOf(stage, cast, { subject: cast.twice.first, nth: 3 }), playOf(stage, cast, { subject: cast.twice.again, nth: 4 })]
  yield ago(stage, 420)
  await main.register(null)
  yield ago(stage, 415)
  await main.decide({ branch: 'mine' })
  yield ago(stage, 330)
  await again.register(null)
  yield ago(stage, 322)
  await again.act(again.first, mergeCase, { intoCaseId: main.caseId, reason: cast.twice.reason })
}

async function* solved(stage: Stage, play: CasePlay, { done, minutes }: { done: string; minutes: number }): Story {
  yield ago(stage, minutes)
  await play.register(null)
  yield ago(stage, minutes - 4)
  await play.decide({ branch: 'mine' })
  yield ago(stage, minutes - 140)
  await play.act(play.handler, resolveCase, { outcome: 'solved', text: done })
  yield ago(stage, minutes - 150)
  await play.act(play.first, replyToCase, { channel: 'phone', text: done, close: true })
  yield ago(stage, minutes - 155)
}
