import { expect } from 'vitest'
import { publishPolicy } from '../policy/store.ts'
import type { Who, World } from '../testing-world.ts'

/** Every kind of duty that the engine advances outside cases. */
export const DUTY_KINDS = ['answerBell', 'handOver', 'round', 'signFor', 'task', 'walkround'] as const
type DutyKind = (typeof DUTY_KINDS)[number]

/** What ends a duty: who does what. */
export type Ending = readonly [Who, string, object]

export interface Duties {
  /** A shift of that day with its round, a task and its hand-over, which the successor owes a signature for; a bell; a walkround. By kind, what ends each. The clock is left at the shift's beginning. */
  open(day: string): Promise<Record<DutyKind, Ending>>
}

/** A unit whose shifts owe everything that a shift can owe. */
export async function rosteredUnit(world: World): Promise<Duties> {
  const { institutionId } = world
  const unitId = world.units['许可科'] ?? ''
  const overlay = { roster: { roundItems: ['照明'], handOverNeeded: true } }
  await world.db.transaction().execute((trx) => publishPolicy(trx, { institutionId, unitId, overlay, at: world.services.clock(), by: null }))
  const does = async (who: Who, path: string, body: object = {}): Promise<ReturnType<typeof JSON.parse>> => {
    const reply = await world.call(who, 'POST', `/api/staff/${path}`, body)
    expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
    return reply.body
  }
  const { id: kindId } = await does('sun', `units/${unitId}/shift-kinds`, { name: '日班', from: '08:00', to: '16:00', weekdays: [1, 2, 3, 4, 5, 6, 7], tasks: [{ task: '清点药品', by: '09:00' }] })
  return {
    open: async (day) => {
      world.setTime(`${day} 07:30`)
      const { shiftIds: [shiftId] } = await does('sun', `units/${unitId}/roster`, { add: [{ kindId, personId: world.people.qian, day }] })
      const { ids: [walkroundId] } = await does('sun', `units/${unitId}/walkrounds`, { title: '巡查', at: [`${day}T10:00:00+08:00`] })
      world.setTime(`${day} 07:45`)
      await does('qian', `shifts/${shiftId}/beginning`)
      await does('qian', `shifts/${shiftId}/handover`, { successorId: world.people.zhou })
      world.setTime(`${day} 08:00`)
      const { id: bellId } = await does('li', 'bells', { unitId, place: '大厅' })
      const { id: taskId } = await world.db.selectFrom('shift_tasks').select('id').where('shift_id', '=', shiftId).executeTakeFirstOrThrow()
      const signature: Ending = ['zhou', `shifts/${shiftId}/handover/acceptance`, {}]
      return {
        round: ['qian', `shifts/${shiftId}/round`, { items: [{ item: '照明', fine: true }] }], task: ['qian', `shift-tasks/${taskId}/ticks`, {}], handOver: signature, signFor: signature,
        answerBell: ['zhou', `bells/${bellId}/answer`, {}], walkround: ['sun', `walkrounds/${walkroundId}/findings`, { findings: [] }],
      }
    },
  }
}
