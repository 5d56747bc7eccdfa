import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { spellNames } from './store-spellings.ts'
import { makeWorld, type Replied, type World } from '../testing-world.ts'

let world: World
let guan: { cookie: string }
let post: string

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  post = (await send('POST', 'posts', { unitId: world.units['规划科'], name: '退费审核岗', duties: '审核并办理退费', authority: '五千元以内', limits: '超过五千元报科长', languages: ['普通话'], qualifications: ['会计证'], rank: 3 })).body.id
  await world.call(null, 'PATCH', `/api/staff/accounts/${world.people.li}`, { languages: ['普通话'], qualifications: ['会计证'], phone: '13800000000', otherPhones: ['0555-1234567'], room: '306' }, guan)
  await send('PATCH', `posts/${post}`, { holders: [{ personId: world.people.li }] })
  await send('POST', 'desks', { unitId: world.units['许可科'], kind: 'window', name: '三号窗口', scope: '施工许可受理', hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' }], staff: [world.people.qian] })
  await send('POST', 'outside-contacts', { name: '县供电公司', scope: '停电、电表、电费', keywords: ['停电', '电表'], phone: '95598', address: '人民路 12 号' })
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

const send = (method: 'POST' | 'PATCH', path: string, body: object): Promise<Replied> => world.call(null, method, `/api/staff/${path}`, body, guan)
const get = (path: string) => world.call('qian', 'GET', `/api/staff/${path}`)
const find = async (q: string, more = '') => (await get(`phone-book?q=${encodeURIComponent(q)}${more}`)).body.rows as { kind: string; name: string; phones: string[]; duty: string | null; room: string | null }[]

describe('the phone book', () => {
  it.each<[string, string[]]>([
    ['李文', ['person 李文']], ['liw', ['person 李文']], ['lw', ['person 李文']], ['退费', ['person 李文']], ['306', ['person 李文']], ['1234567', ['person 李文']], ['1380 0000', ['person 李文']],
    ['三号窗口', ['desk 三号窗口']], ['施工许可', ['desk 三号窗口']], ['95598', ['outside 县供电公司']], ['xgd', ['outside 县供电公司']], ['我家停电了怎么办', ['outside 县供电公司']],
    ['规划科', ['unit 规划科', 'person 何平', 'person 李文']], ['外人', []], ['%', []], ["'", []], ['\\', []],
  ])('finds by %s', async (q, expected) => {
    expect((await find(q)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected)
  })

  it('finds a name however it is typed, also names that were kept before the worker spelled them', async () => {
    const account = `/api/staff/accounts/${world.people.he}`
    for (const [name, typed] of [['曾乐', ['zengle', 'zl', 'zengyue']], ['吕布', ['lvbu', 'lubu']], ['仇和', ['qiuhe']], ['区大海', ['oudahai', 'odh']]] as const) {
      expect((await world.call(null, 'PATCH', account, { name }, guan)).status).toBe(200)
      await world.db.updateTable('people').set({ spellings: '', pinyin: 'cengle', initials: 'cl' }).where('id', '=', world.people.he).execute()
      expect(await spellNames(world.db)).toBe(1)
      for (const q of typed) expect((await find(q)).map((row) => row.name), q).toContain(name)
    }
    await world.call(null, 'PATCH', account, { name: '何平' }, guan)
    expect((await find('hp')).map((row) => row.name)).toEqual(['何平'])
  })

  it('says number, room and the duty that was asked for', async () => {
    expect(await find('退费')).toMatchObject([{ name: '李文', phones: ['13800000000', '0555-1234567'], room: '306', duty: '审核并办理退费', post: '退费审核岗' }])
    expect(await find('科', '&kind=desk')).toMatchObject([{ kind: 'desk', name: '三号窗口', room: '305' }])
  })

  it('finds a unit by its matters', async () => {
    await send('POST', 'matters', { name: '建筑垃圾处置核准', unitId: world.units['许可科'], personId: world.people.qian, keywords: ['渣土'] })
    expect(await find('渣土')).toMatchObject([{ kind: 'unit', name: '许可科', duty: '建筑垃圾处置核准' }])
  })

  it('pages by key through everything once', async () => {
    const seen: string[] = []
    for (let after = ''; ;) {
      const { body } = await get(`phone-book?limit=4${after}`)
      seen.push(...body.rows.map((row: { kind: string; id: string }) => row.kind + row.id))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(seen).toHaveLength(9 + 1 + 4 + 1)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await get('phone-book?after=bm9wZQ')).body.code).toBe('bad-request')
  })
})

describe('a person', () => {
  it('shows duties, authority and limits of their posts, and what the units above answer for', async () => {
    await send('PATCH', `units/${world.units['局']}`, { duties: '全县建设管理' })
    await send('PATCH', `units/${world.units['规划科']}`, { duties: '规划许可与核实' })
    await send('POST', 'groups', { unitId: world.units['局'], kind: 'leading', name: '首问责任制领导小组', managerId: world.people.bao, members: [{ personId: world.people.li, part: 'trainer' }] })
    const { body } = await get(`people/${world.people.li}`)
    expect(body).toMatchObject({
      name: '李文', posts: [{ name: '退费审核岗', duties: '审核并办理退费', authority: '五千元以内', limits: '超过五千元报科长' }],
      unitDuties: [{ unitName: '规划科', duties: '规划许可与核实' }, { unitName: '青山县建设局', duties: '全县建设管理' }], groups: [{ name: '首问责任制领导小组', part: 'trainer' }], roles: [{ role: 'receptionist' }],
    })
    expect((await world.call('li', 'GET', '/api/staff/me/duties')).body).toEqual(body)
    expect((await get(`people/${world.people.out}`)).body.code).toBe('no-such-person')
  })
})

describe('what the directory refuses', () => {
  it('gives a post to nobody who lacks what it asks for, unless with a reason', async () => {
    const holders = (more: object = {}) => send('PATCH', `posts/${post}`, { holders: [{ personId: world.people.li }, { personId: world.people.he, ...more }] })
    expect((await holders()).body).toMatchObject({ status: 409, code: 'holder-not-qualified' })
    expect((await holders({ exceptionReason: '会计证换证中' })).status).toBe(200)
    expect((await get(`posts?q=${encodeURIComponent('退费')}`)).body.rows[0].holders).toMatchObject([{ personName: '何平', exceptionReason: '会计证换证中' }, { personName: '李文', exceptionReason: null }])
    const { data } = await world.db.selectFrom('ledger_entries').select('data').where('stream', '=', `post:${post}`).orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(JSON.stringify(data)).not.toContain('换证')
  })

  it.each<[string, string, object, [number, string]]>([
    ['POST', 'posts', { name: '退费审核岗', unitId: '规划科' }, [409, 'post-name-taken']], ['POST', 'posts', { name: '别的', unitId: '规划科', holders: [{ personId: 'out' }] }, [422, 'no-such-person']],
    ['POST', 'desks', { name: '三号窗口', kind: 'window', unitId: '许可科' }, [409, 'desk-name-taken']],
    ['POST', 'desks', { name: '四号窗口', kind: 'window', unitId: '许可科', hours: [{ days: [1], from: '12:00', to: '08:00' }] }, [422, 'hours-overlap']],
    ['POST', 'desks', { name: '四号窗口', kind: 'window', unitId: '许可科', hours: [{ days: [1], from: '25:00', to: '26:00' }] }, [400, 'bad-request']],
    ['POST', 'groups', { name: '首问责任制领导小组', kind: 'working', unitId: '局' }, [409, 'group-name-taken']], ['POST', 'outside-contacts', { name: '县供电公司' }, [409, 'contact-name-taken']],
    ['PATCH', 'units/办公室', { posts: [{ post: 'liaison', personId: 'an' }, { post: 'liaison', personId: 'wu' }] }, [409, 'liaison-twice']],
  ])('%s %s %j: %j', async (method, path, body, [status, code]) => {
    const named = JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'unitId' ? world.units[String(value)] : key === 'personId' ? world.people[value as 'out'] : value))) as object
    const answered = await send(method as 'POST', path.replace('办公室', world.units['办公室'] ?? ''), named)
    expect(answered.body).toMatchObject({ status, code })
  })
})

describe('what is missing', () => {
  it('is counted and listed', async () => {
    const gaps = async (kind: string) => (await world.call(null, 'GET', `/api/staff/directory/gaps?kind=${kind}`, undefined, guan)).body
    expect((await gaps('unitWithoutHead')).rows.map((row: { name: string }) => row.name)).toEqual(['办公室'])
    expect((await gaps('unitWithoutLiaison')).rows).toHaveLength(3)
    expect((await gaps('personWithoutPost')).rows.map((row: { name: string }) => row.name)).not.toContain('李文')
    expect((await gaps('postWithoutDuties')).rows).toEqual([])
    await send('PATCH', `units/${world.units['办公室']}`, { posts: [{ post: 'liaison', personId: world.people.an }, { post: 'head', personId: world.people.wu }] })
    expect((await gaps('unitWithoutHead')).counts.find((one: { kind: string }) => one.kind === 'unitWithoutHead').count).toBe(0)
    expect((await gaps('unitWithoutLiaison')).rows).toHaveLength(2)
  })

  it('names whoever has lost the B post, and whoever is away with nobody to stand in', async () => {
    const missing = async () => (await world.call(null, 'GET', '/api/staff/directory/gaps?kind=holderWithoutDeputy', undefined, guan)).body.rows.map((row: { name: string }) => row.name)
    const { institutionId, people } = world
    await world.db.insertInto('covers').values({ institution_id: institutionId, person_id: people.qian, deputy_id: people.zhou }).execute()
    expect(await missing()).toEqual([])
    expect((await world.call('li', 'POST', '/api/staff/absences', { kind: 'trip', from: '2026-04-06T08:30:00+08:00', to: '2026-04-08T17:30:00+08:00' })).status).toBe(201)
    expect(await missing()).toEqual(['李文'])
    await world.db.updateTable('people').set({ disabled_at: world.services.clock() }).where('id', '=', people.zhou).execute()
    expect((await missing()).toSorted()).toEqual(['李文', '钱博'].toSorted())
    await world.db.updateTable('people').set({ disabled_at: null }).where('id', '=', people.zhou).execute()
  })
})
