import { listPosts } from '@daodi/contract/staff/directory/posts.ts'
import { planShifts, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { acceptHandover, answerBell, beginShift, endShift, getShift, handOverShift, recordRound, ringBell } from '@daodi/contract/staff/roster/shift.ts'
import { answerOffer, receiveOccasion, tickTask } from '@daodi/contract/staff/roster/tasks.ts'
import { planWalkrounds, recordWalkround } from '@daodi/contract/staff/roster/walkrounds.ts'
import { localDate } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal } from '@daodi/domain/calendar/local-moment.ts'
import { HOUR_MS, kindOf } from './roster.ts'
import type { Stage, Story } from './stage.ts'

interface Turn { name: string; from: string; to: string; person: string; team: string; tasks: { task: string; by: string | null }[] }
const SIGNS = '测量生命体征'
const LOOK = '巡视病房'
const TURNS: readonly Turn[] = [
  { name: '主责导诊班', from: '07:40', to: '15:40', person: '夏荷', team: '一组', tasks: [{ task: SIGNS, by: '09:00' }, { task: LOOK, by: '11:00' }, { task: '午间巡视病房', by: '14:30' }, { task: '清点急救车', by: null }] },
  { name: '小夜班', from: '15:40', to: '23:40', person: '葛兰', team: '一组', tasks: [{ task: SIGNS, by: '17:00' }, { task: LOOK, by: '21:00' }] },
  { name: '大夜班', from: '23:40', to: '07:40', person: '孟晴', team: '二组', tasks: [{ task: LOOK, by: '02:00' }, { task: SIGNS, by: '06:30' }] },
]
const NURSE = { name: '责护班', from: '08:00', to: '16:00', person: '温宁', team: '二组' }
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const ITEMS = ['卫生间通畅', '照明', '柜门', '床栏与呼叫器', '病人需要']
const PLANNER = '苏敏'
const STATION = '心内科病区护士站'
const MINUTE_MS = 60_000

/** The ward around the clock: each shift begins with a round and ends with a record that the next one signs. */
export async function* wardRoster(stage: Stage): Story {
  const first = addDays(localDate(stage.calendar, new Date(stage.now).toISOString()), -2)
  yield Date.parse(momentOfLocal(stage.calendar, first, '06:30'))
  for (const person of ['夏荷', '葛兰', '孟晴', '温宁']) await stage.staff(PLANNER, setSkills, { params: { personId: stage.personId(person) }, body: { skills: person === '温宁' ? ['护士执业证', '普通话'] : ['护士执业证', '普通话', '闽南语'] } })
  const unitId = stage.unitId(STATION)
  const { reply: posts } = await stage.staff(PLANNER, listPosts, { params: {}, body: undefined })
  const postId = posts.rows.find((post) => post.unitId === unitId && post.name === '主责导诊护士')?.id ?? null
  const kinds: string[] = []
  for (const { person: _, ...kind } of TURNS) kinds.push(await kindOf(stage, PLANNER, STATION, { ...kind, weekdays: DAYS, main: true, postId }))
  const { person: nurse, ...second } = NURSE
  const secondId = await kindOf(stage, PLANNER, STATION, { ...second, weekdays: DAYS })
  const days = Array.from({ length: 10 }, (_, index) => addDays(first, index))
  const add = days.flatMap((day) => TURNS.map((turn, index) => ({ kindId: kinds[index] ?? '', personId: stage.personId(turn.person), day })))
  const { reply } = await stage.staff(PLANNER, planShifts, { params: { unitId }, body: { add } })
  await stage.staff(PLANNER, planShifts, { params: { unitId }, body: { add: days.map((day) => ({ kindId: secondId, personId: stage.personId(nurse), day })) } })
  const rounds = days.map((day) => momentOfLocal(stage.calendar, day, '15:00'))
  const { reply: { ids } } = await stage.staff(PLANNER, planWalkrounds, { params: { unitId }, body: { title: '护士长查房', at: rounds } })
  const worked = days.flatMap((day, index) => TURNS.map(({ person, from, to }, turn) => ({
    person, startsAt: Date.parse(momentOfLocal(stage.calendar, day, from)), endsAt: Date.parse(momentOfLocal(stage.calendar, day, to, to <= from ? 1 : 0)),
    walkroundId: turn === 0 ? ids[index] ?? null : null,
  })))
  yield* work(stage, unitId, worked.map((shift, index) => ({ ...shift, id: reply.shiftIds[index] ?? '' })))
}

interface Worked { id: string; person: string; startsAt: number; endsAt: number; walkroundId: string | null }

/** The shifts up to now, each by its own person. */
async function* work(stage: Stage, unitId: string, shifts: readonly Worked[]): Story {
  for (const [index, shift] of shifts.entries()) {
    yield shift.startsAt - 10 * MINUTE_MS
    await stage.staff(shift.person, recordRound, { params: { shiftId: shift.id }, body: { items: ITEMS.map((item) => ({ item, fine: true })) } })
    await stage.staff(shift.person, beginShift, { params: { shiftId: shift.id }, body: {} })
    yield shift.startsAt + 55 * MINUTE_MS
    await tickThose(stage, shift, SIGNS)
    yield shift.startsAt + 2 * HOUR_MS
    const { reply } = await stage.staff(shift.person, ringBell, { params: {}, body: { unitId, place: `${(index * 5) % 23 + 1} 床`, team: index % 2 === 0 ? '一组' : '二组' } })
    yield shift.startsAt + 2 * HOUR_MS + 11_000
    await stage.staff(shift.person, answerBell, { params: { bellId: reply.id }, body: {} })
    if (shift.walkroundId !== null) yield* comings(stage, unitId, { ...shift, walkroundId: shift.walkroundId })
    const next = shifts[index + 1]
    if (!next) return
    yield shift.endsAt - 10 * MINUTE_MS
    await tickThose(stage, shift)
    yield shift.endsAt - 2 * MINUTE_MS
    await stage.staff(shift.person, handOverShift, { params: { shiftId: shift.id }, body: { successorId: stage.personId(next.person), notes: '病区平稳。3 床明早空腹抽血，9 床家属问出院结算，请跟进。' } })
    yield shift.endsAt
    await stage.staff(next.person, acceptHandover, { params: { shiftId: shift.id }, body: {} })
    await stage.staff(shift.person, endShift, { params: { shiftId: shift.id }, body: {} })
  }
}

/** A patient comes and one goes home while it is day; the head nurse makes her round. */
async function* comings(stage: Stage, unitId: string, shift: Worked & { walkroundId: string }): Story {
  const nurse = NURSE.person
  yield shift.startsAt + 2.5 * HOUR_MS
  const { reply: admitted } = await stage.staff(nurse, receiveOccasion, { params: { unitId }, body: { occasion: '新病人接诊', task: '16 床' } })
  yield shift.startsAt + 2.5 * HOUR_MS + 18 * MINUTE_MS
  await stage.staff(nurse, tickTask, { params: { taskId: admitted.id }, body: {} })
  yield shift.startsAt + 3.2 * HOUR_MS
  const { reply: leaving } = await stage.staff(nurse, receiveOccasion, { params: { unitId }, body: { occasion: '出院送行', task: '4 床' } })
  await tickThose(stage, shift, LOOK)
  yield shift.startsAt + 3.6 * HOUR_MS
  await stage.staff(nurse, tickTask, { params: { taskId: leaving.id }, body: { grade: 5, comment: '住院期间照顾得很周到，谢谢。' } })
  yield shift.startsAt + 5.5 * HOUR_MS
  const { reply: moved } = await stage.staff(nurse, receiveOccasion, { params: { unitId }, body: { occasion: '转入病人接诊', task: '11 床' } })
  yield shift.startsAt + 5.7 * HOUR_MS
  await stage.staff(shift.person, answerOffer, { params: { taskId: moved.id }, body: { take: true } })
  yield shift.startsAt + 6 * HOUR_MS
  await tickThose(stage, shift)
  yield shift.startsAt + 7.5 * HOUR_MS
  await stage.staff(PLANNER, recordWalkround, { params: { walkroundId: shift.walkroundId }, body: { findings: [{ text: '病室整洁，交接清楚；6 床床栏松动，已当场紧固。' }] } })
}

/** What the shift has still to do, or of that what is called so. */
async function tickThose(stage: Stage, shift: Worked, called?: string): Promise<void> {
  const { reply } = await stage.staff(shift.person, getShift, { params: { shiftId: shift.id }, body: undefined })
  for (const task of reply.tasks) {
    if (task.doneAt === null && !task.satisfaction && (called === undefined || task.task === called)) await stage.staff(shift.person, tickTask, { params: { taskId: task.id }, body: {} })
  }
}
