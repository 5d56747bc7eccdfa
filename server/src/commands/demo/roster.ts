import { createShiftKind, planShifts, recordAbsence, setCover, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { isWorkingAt, localDate } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import type { Input, Stage, Story } from './stage.ts'

export const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type KindAsk = Input<typeof createShiftKind>['body']

export async function kindOf(stage: Stage, planner: string, unit: string, kind: KindAsk): Promise<string> {
  const { reply } = await stage.staff(planner, createShiftKind, { params: { unitId: stage.unitId(unit) }, body: kind })
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
  const night = await kindOf(stage, '安宁', '办公室', { name: '总值班', from: '17:30', to: '08:30', weekdays: [1, 2, 3, 4, 5], post: 'dutyOfficer' })
  const nights = Array.from({ length: 14 }, (_, index) => index).filter((index) => index % 7 < 5)
  await stage.staff('安宁', planShifts, { params: { unitId: stage.unitId('办公室') }, body: { add: nights.map((index) => ({ kindId: night, personId: stage.personId(index % 2 === 0 ? '安宁' : '文静'), day: addDays(monday, index) })) } })
  await stage.staff('孙涛', setCover, { params: { personId: stage.personId('钱博') }, body: { deputyId: stage.personId('周宁') } })
  yield workingUntil(stage, stage.now - HOUR_MS)
  await stage.staff('田野', recordAbsence, { params: {}, body: { kind: 'trip', to: new Date(stage.now + 2 * DAY_MS).toISOString(), deputyId: stage.personId('周宁'), note: '下乡验收危房改造' } })
}
