import type { Calls } from './testing-keeping-calls.ts'

/** A week's duty of a unit: kinds of shift, the plan, absences, a shift from its round to its end, bells. */
export async function theRoster(calls: Calls): Promise<void> {
  const { world, count } = calls
  const unitId = world.units['许可科'] ?? ''
  const { id: kindId } = await count('sun', 'createShiftKind', { params: { unitId }, body: { name: '窗口班', from: '08:30', to: '17:30', weekdays: [1, 2, 3, 4, 5], main: true, tasks: [{ task: '开机检查', by: null }] } })
  await count('sun', 'updateShiftKind', { params: { kindId: kindId ?? '' }, body: { least: 2 } })
  await count('sun', 'setSkills', { params: { personId: world.people.zhou }, body: { skills: ['普通话'] } })
  await count('sun', 'setCover', { params: { personId: world.people.zhou }, body: { deputyId: world.people.qian } })
  await count('sun', 'planShifts', { params: { unitId }, body: { add: [{ kindId, personId: world.people.zhou, day: '2026-03-02' }, { kindId, personId: world.people.qian, day: '2026-03-03' }] } })
  await count('sun', 'planShifts', { params: { unitId }, body: { copyWeek: { from: '2026-03-02', to: '2026-03-09' } } })
  const { shiftIds: [planned] } = await count('sun', 'planShifts', { params: { unitId }, body: { add: [{ kindId, personId: world.people.sun, day: '2026-03-06' }] } }) as unknown as { shiftIds: string[] }
  await count('sun', 'planShifts', { params: { unitId }, body: { remove: [planned], add: [{ kindId, personId: world.people.sun, day: '2026-03-06' }], copyWeek: { from: '2026-03-02', to: '2026-03-16' } } })
  await count('li', 'getRoster', { params: { unitId } })
  await count('li', 'listDeskCover', { query: `?unitId=${unitId}` })
  await count('li', 'listReceptionGaps', { query: `?unitId=${unitId}` })
  await count('li', 'getOnDuty', { query: `?unitId=${unitId}` })
  await count('li', 'getPresence', { query: `?unitId=${unitId}` })
  const { id: absenceId } = await count('zhou', 'recordAbsence', { body: { kind: 'out', to: '2026-03-02T12:00:00+08:00' } })
  await count('zhou', 'endAbsence', { params: { absenceId: absenceId ?? '' }, body: {} })
  await count('zhou', 'getMyRoster')
  const { shiftIds } = await world.call('sun', 'POST', `/api/staff/units/${unitId}/roster`, { add: [{ kindId, personId: world.people.sun, day: '2026-03-02' }] }).then(({ body }) => body as { shiftIds: string[] })
  const params = { shiftId: shiftIds[0] ?? '' }
  await count('sun', 'recordRound', { params, body: { items: [{ item: '照明', fine: true }] } })
  await count('sun', 'beginShift', { params, body: {} })
  await theTasks(calls, unitId, kindId ?? '')
  await count('sun', 'handOverShift', { params, body: { successorId: world.people.zhou, notes: '平稳' } })
  await count('zhou', 'acceptHandover', { params, body: {} })
  await count('sun', 'getShift', { params })
  for (const form of ['handOver', 'log']) for (const id of ['printShiftForm', 'downloadShiftForm']) await count('sun', id, { params: { ...params, form }, body: {} })
  for (const form of ['roster', 'covers']) for (const id of ['printUnitForm', 'downloadUnitForm']) await count('li', id, { params: { unitId, form }, body: {} })
  await count('sun', 'endShift', { params, body: {} })
  const { id: bellId } = await count('li', 'ringBell', { body: { unitId, place: '12 床' } })
  await count('li', 'listBells')
  await count('qian', 'answerBell', { params: { bellId: bellId ?? '' }, body: {} })
  const { path } = await count('zhou', 'createRosterFeed', { body: {} })
  await count(null, 'getRosterFeed', { params: { token: path?.split('/').at(-1) ?? '' } })
  await count('zhou', 'revokeRosterFeed')
  const { token } = await count('sun', 'createBoard', { params: { unitId }, body: { name: '护士站墙屏', days: 30 } })
  await count(null, 'readBoard', { params: { unitId, token: token ?? '' } })
}

async function theTasks({ world, count }: Calls, unitId: string, kindId: string): Promise<void> {
  const { id: taskId } = await count('qian', 'receiveOccasion', { params: { unitId }, body: { occasion: '办事人员接待', task: '老人一位' } })
  await count('sun', 'listShiftTasks', { params: { unitId } })
  await world.call('qian', 'POST', `/api/staff/units/${unitId}/occasions`, { occasion: '办事人员接待', task: '第二位' })
  const { rows: open } = await world.call('sun', 'GET', `/api/staff/units/${unitId}/shift-tasks`).then(({ body }) => body as { rows: { id: string; personId: string; occasion: string | null }[] })
  const given = open.find(({ personId, occasion }) => personId === world.people.sun && occasion !== null)
  await count('sun', 'answerOffer', { params: { taskId: given?.id ?? '' }, body: { take: false } })
  await count('sun', 'tickTask', { params: { taskId: taskId ?? '' }, body: {} })
  await count('sun', 'reopenTask', { params: { taskId: taskId ?? '' }, body: {} })
  const at = [new Date(Date.parse(world.services.clock()) + 60_000).toISOString()]
  const { ids } = await count('sun', 'planWalkrounds', { params: { unitId }, body: { title: '巡查', at } }) as unknown as { ids: string[] }
  await count('sun', 'listWalkrounds', { params: { unitId } })
  await count('sun', 'cancelWalkround', { params: { walkroundId: ids[0] ?? '' }, body: {} })
  const other = await world.call('sun', 'POST', `/api/staff/units/${unitId}/walkrounds`, { title: '巡查', at }).then(({ body }) => body as { ids: string[] })
  world.setTime(at[0] ?? '')
  await count('sun', 'recordWalkround', { params: { walkroundId: other.ids[0] ?? '' }, body: { findings: [{ text: '灯坏了' }] } })
  await count('sun', 'updateShiftKind', { params: { kindId }, body: { tasks: [{ task: '开机检查', by: '08:40' }] } })
}

/** Whoever was asked first in these two cases leaves. */
export async function theSuccession({ world, count }: Calls, caseIds: readonly [string, string]): Promise<void> {
  const leaver = { personId: world.people.li }
  await count('guan', 'getLeaversCases', { params: leaver })
  await count('guan', 'nameSuccessors', { params: leaver, body: { cases: caseIds.map((caseId) => ({ caseId, successorId: world.people.he })) } })
  const { rows } = await count('he', 'listSuccessions') as unknown as { rows: { id: string }[] }
  await count('he', 'signSuccessions', { body: { ids: [rows[1]?.id] } })
  await count('he', 'signSuccession', { params: { successionId: rows[0]?.id ?? '' }, body: {} })
}
