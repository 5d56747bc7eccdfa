import type { Connection } from '@daodi/server/database/connect.ts'
import type { Call, Loop } from './load.ts'
import type { Place, Worker } from './place.ts'
import { caseText, randomFrom } from './words.ts'

const seeded = (connection: number): (() => number) => randomFrom(7_000 + connection)

function someone(place: Place, random: () => number): Worker {
  const unit = place.units[Math.floor(random() * place.units.length)]
  return unit?.people[Math.floor(random() * unit.people.length)] ?? place.leader
}

/** What is measured, by name; each a loop of one connection. Pages are short enough to be full at a thousand cases too, so that they can be compared. */
export async function loopsFor({ db }: Connection, place: Place): Promise<Record<string, Loop>> {
  const rows = await db.selectFrom('cases').select(['id', 'first_contact_id']).orderBy('id', 'desc').limit(2000).execute()
  const { cases } = await db.selectFrom('cases').select(({ fn }) => fn.countAll<number>().as('cases')).executeTakeFirstOrThrow()
  const byId = new Map(place.units.flatMap((unit) => unit.people).map((worker) => [worker.id, worker]))
  const reading = (path: (random: () => number) => { path: string; by: Worker }): Loop => (connection) => {
    const random = seeded(connection)
    return () => { const { path: chosen, by } = path(random); return { method: 'GET', path: chosen, token: by.token } }
  }
  return {
    'registration, on the spot': registration(place),
    'case page': reading((random) => {
      const row = rows[Math.floor(random() * rows.length)]
      return { path: `/api/staff/cases/${row?.id ?? ''}`, by: byId.get(row?.first_contact_id ?? '') ?? place.leader }
    }),
    'to-do list': reading((random) => ({ path: '/api/staff/obligations?scope=mine&limit=10', by: someone(place, random) })),
    'suggestions while typing': reading((random) => ({ path: `/api/staff/register/suggestions?text=${encodeURIComponent(['我家自建房想翻建要什么材料', '楼下夜里施工噪声扰民', '燃气管道漏气找谁', '公租房申请多久有结果', '电梯故障没人修'][Math.floor(random() * 5)] ?? '')}`, by: someone(place, random) })),
    'who is on duty now': reading((random) => ({ path: '/api/staff/on-duty?limit=50', by: someone(place, random) })),
    'filtered list, own unit': reading((random) => ({ path: '/api/staff/cases?view=unit&category=help&limit=10', by: someone(place, random) })),
    'filtered list, whole bureau': reading(() => ({ path: '/api/staff/cases?view=all&status=handling&limit=10', by: place.leader })),
    'Chinese search': reading((random) => ({ path: `/api/staff/cases?view=all&q=${encodeURIComponent(['噪声扰民', '柳林', '自建房翻建', '燃气管道', '春风巷'][Math.floor(random() * 5)] ?? '')}&limit=10`, by: place.leader })),
    'Chinese search, rare': reading((random) => ({ path: `/api/staff/cases?view=all&q=${encodeURIComponent(`序号${Math.floor(cases * (0.1 + 0.9 * random()))}`)}&limit=10`, by: place.leader })),
    // Last, because it leaves its cases with more hand-overs than any real one has.
    'referral and acceptance': await relay(db, place),
  }
}

/** What people at work ask for together: mostly pages, the to-do list and the list of their unit, now and then a new case. */
export function everydayLoop(loops: Readonly<Record<string, Loop>>): Loop {
  const round = ['case page', 'to-do list', 'case page', 'filtered list, own unit', 'case page', 'registration, on the spot'].flatMap((name) => loops[name] ?? [])
  return (connection) => {
    const calls = round.map((loop) => loop(connection))
    let at = 0
    return () => {
      at += 1
      const call = calls[at % calls.length]
      if (!call) throw new Error('nothing to ask for')
      return call()
    }
  }
}

function registration(place: Place): Loop {
  return (connection) => {
    const random = seeded(connection)
    let index = connection * 1_000_000
    return () => {
      index += 1
      const { subject, content } = caseText(random, index)
      return {
        method: 'POST', path: '/api/staff/cases', token: someone(place, random).token,
        body: { channel: 'phone', subject, content, category: 'consultation', requester: { name: '来访人', phone: `139${String(10_000_000 + (index % 80_000_000)).slice(0, 8)}` }, decision: { branch: 'onSpot', text: '已当场答复。' } },
      }
    }
  }
}

/** Each connection has a case of its own and hands it to and fro between two units: a referral, then its acceptance. */
async function relay(db: Connection['db'], place: Place): Promise<Loop> {
  const handled = await db.selectFrom('cases').select(['id', 'handler_id']).where('status', '=', 'handling').where('pending_unit_id', 'is', null).orderBy('id', 'desc').limit(64).execute()
  const workers = place.units.flatMap((unit) => unit.people)
  const hands = new Map<number, () => Call>()
  return (connection) => {
    const before = hands.get(connection)
    if (before) return before
    const own = handled[connection % handled.length]
    let holder = workers.find((worker) => worker.id === own?.handler_id) ?? place.leader
    let partner = workers.find((worker) => worker.unitId !== holder.unitId) ?? place.leader
    let referred = false
    const next = (): Call => {
      referred = !referred
      const path = `/api/staff/cases/${own?.id ?? ''}/referral`
      if (referred) return { method: 'POST', path, token: holder.token, body: { toUnitId: partner.unitId, toPersonId: partner.id, reason: '转你科办理' } }
      const receiver = partner
      partner = holder
      holder = receiver
      return { method: 'POST', path: `${path}/acceptance`, token: receiver.token, body: {} }
    }
    // A case is where the last measurement left it, so its loop goes on from there.
    hands.set(connection, next)
    return next
  }
}
