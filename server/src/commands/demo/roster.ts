import { createShiftKind, planShifts, recordAbsence, setCover, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { acceptHandover, answerBell, beginShift, endShift, handOverShift, recordRound, ringBell } from '@daodi/contract/staff/roster/shift.ts'
import { isWorkingAt, localDate } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import type { Stage, Story } from './stage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

interface Turn { name: string; from: string; to: string; person: string; team?: string }

async function kindOf(stage: Stage, planner: string, unit: string, turn: Omit<Turn, 'person'> & { weekdays: number[]; needs?: string[] }): Promise<string> {
  const { name, from, to, weekdays, needs, team } = turn
  const { reply } = await stage.staff(planner, createShiftKind, { params: { unitId: stage.unitId(unit) }, body: { name, from, to, weekdays, ...(needs ? { needs } : {}), ...(team ? { team } : {}) } })
  return reply.id
}

/** The last hour at which somebody was at work. */
function workingUntil({ calendar }: Stage, ms: number): number {
  let at = ms
  while (!isWorkingAt(calendar, new Date(at).toISOString())) at -= HOUR_MS / 2
  return at
}

/** The windows of the bureau: this week's duty and the next, A and B, one person travelling. */
export async function* bureauRoster(stage: Stage): Story {
  const planner = '何平'
  const today = localDate(stage.calendar, new Date(stage.now).toISOString())
  const monday = mondayOf(today)
  yield workingUntil(stage, Math.min(stage.now - HOUR_MS, Date.parse(momentOfLocal(stage.calendar, monday, '08:40'))))
  for (const person of ['李文', '柳青', '梅雨']) await stage.staff(planner, setSkills, { params: { personId: stage.personId(person) }, body: { skills: person === '梅雨' ? ['普通话', '闽南语'] : ['普通话'] } })
  const unitId = stage.unitId('政务服务科')
  const desk = await kindOf(stage, planner, '政务服务科', { name: '咨询台', from: '08:30', to: '17:30', weekdays: [1, 2, 3, 4, 5], needs: ['普通话'] })
  const noon = await kindOf(stage, planner, '政务服务科', { name: '午间值守', from: '12:00', to: '14:00', weekdays: [1, 2, 3, 4, 5], needs: ['普通话'] })
  const people = ['李文', '柳青', '梅雨']
  const add = Array.from({ length: 14 }, (_, index) => index).filter((index) => index % 7 < 5 && index !== 11).flatMap((index) => [
    { kindId: desk, personId: stage.personId(people[index % 3] ?? '李文'), day: addDays(monday, index) },
    { kindId: noon, personId: stage.personId(people[(index + 1) % 3] ?? '柳青'), day: addDays(monday, index) },
  ])
  await stage.staff(planner, planShifts, { params: { unitId }, body: { add } })
  await stage.staff('孙涛', setCover, { params: { personId: stage.personId('钱博') }, body: { deputyId: stage.personId('周宁') } })
  yield workingUntil(stage, stage.now - HOUR_MS)
  await stage.staff('田野', recordAbsence, { params: {}, body: { kind: 'trip', to: new Date(stage.now + 2 * DAY_MS).toISOString(), note: '下乡验收危房改造' } })
}

const TURNS: readonly Turn[] = [
  { name: '主责导诊班', from: '07:40', to: '15:40', person: '夏荷', team: '一组' }, { name: '小夜班', from: '15:40', to: '23:40', person: '葛兰', team: '一组' }, { name: '大夜班', from: '23:40', to: '07:40', person: '孟晴', team: '二组' },
]
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const ITEMS = ['卫生间通畅', '照明', '柜门', '床栏与呼叫器', '病人需要']

/** The ward around the clock: each shift begins with a round and ends with a record that the next one signs. */
export async function* wardRoster(stage: Stage): Story {
  const planner = '苏敏'
  const unit = '心内科病区护士站'
  const first = addDays(localDate(stage.calendar, new Date(stage.now).toISOString()), -2)
  const begin = Date.parse(momentOfLocal(stage.calendar, first, '06:30'))
  yield begin
  for (const person of ['夏荷', '葛兰', '孟晴', '温宁']) await stage.staff(planner, setSkills, { params: { personId: stage.personId(person) }, body: { skills: person === '温宁' ? ['普通话'] : ['普通话', '闽南语'] } })
  const kinds: string[] = []
  for (const turn of TURNS) kinds.push(await kindOf(stage, planner, unit, { ...turn, weekdays: DAYS, needs: ['普通话', '闽南语'] }))
  const unitId = stage.unitId(unit)
  const days = Array.from({ length: 10 }, (_, index) => addDays(first, index))
  const add = days.flatMap((day) => TURNS.map((turn, index) => ({ kindId: kinds[index] ?? '', personId: stage.personId(turn.person), day })))
  const { reply } = await stage.staff(planner, planShifts, { params: { unitId }, body: { add } })
  const worked = days.flatMap((day) => TURNS.map(({ person, from, to }) => ({
    person, startsAt: Date.parse(momentOfLocal(stage.calendar, day, from)), endsAt: Date.parse(momentOfLocal(stage.calendar, day, to, to <= from ? 1 : 0)),
  })))
  yield* work(stage, unitId, worked.map((shift, index) => ({ ...shift, id: reply.shiftIds[index] ?? '' })))
}

interface Worked { id: string; person: string; startsAt: number; endsAt: number }

/** The shifts up to now, each by its own person. */
async function* work(stage: Stage, unitId: string, shifts: readonly Worked[]): Story {
  for (const [index, shift] of shifts.entries()) {
    yield shift.startsAt - 10 * 60_000
    await stage.staff(shift.person, recordRound, { params: { shiftId: shift.id }, body: { items: ITEMS.map((item) => ({ item, fine: true })) } })
    await stage.staff(shift.person, beginShift, { params: { shiftId: shift.id }, body: {} })
    yield shift.startsAt + 2 * HOUR_MS
    const { reply } = await stage.staff(shift.person, ringBell, { params: {}, body: { unitId, place: `${(index * 5) % 23 + 1} 床`, team: index % 2 === 0 ? '一组' : '二组' } })
    yield shift.startsAt + 2 * HOUR_MS + 11_000
    await stage.staff(shift.person, answerBell, { params: { bellId: reply.id }, body: {} })
    const next = shifts[index + 1]
    if (!next) return
    yield shift.endsAt - 2 * 60_000
    await stage.staff(shift.person, handOverShift, { params: { shiftId: shift.id }, body: { successorId: stage.personId(next.person), notes: '病区平稳。3 床明早空腹抽血，9 床家属问出院结算，请跟进。' } })
    yield shift.endsAt
    await stage.staff(next.person, acceptHandover, { params: { shiftId: shift.id }, body: {} })
    await stage.staff(shift.person, endShift, { params: { shiftId: shift.id }, body: {} })
  }
}
