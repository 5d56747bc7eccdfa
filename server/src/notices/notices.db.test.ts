import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdPost } from '../directory/store-people.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(async () => { await world.drop() })

const CASE = { channel: 'visit', subject: '自建房规划许可', category: 'help', requester: { name: '赵敏', phone: '13800000001' } }

async function post(who: Who | null, url: string, body: object = {}): Promise<ReturnType<typeof JSON.parse>> {
  const { status, body: reply } = await world.call(who, 'POST', url, body)
  expect(status, `${url} ${JSON.stringify(reply)}`).toBeLessThan(300)
  return reply
}
const act = (who: Who, caseId: string, path: string, body: object = {}) => post(who, `/api/staff/cases/${caseId}/${path}`, body)

/** Who was told what of a case, and when, in Beijing time. */
async function told(caseId: string): Promise<string[]> {
  const rows = await world.db.selectFrom('notices').innerJoin('people', 'people.id', 'notices.person_id').select(['people.login', 'notices.kind', 'notices.at'])
    .where('case_id', '=', caseId).orderBy('notices.id').orderBy('people.login').execute()
  return rows.map(({ login, kind, at }) => `${new Date(Date.parse(at) + 28_800_000).toISOString().slice(5, 16).replace('T', ' ')} ${login} ${kind}`)
}

describe('who is told', () => {
  it('receiver at the referral, first contact at signing and at the result, nobody else', async () => {
    const { id } = await post('li', '/api/staff/cases', { ...CASE, decision: { branch: 'mine' } })
    world.setTime('2026-03-02 09:05')
    await act('li', id, 'referral', { toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科办理' })
    world.setTime('2026-03-02 10:30')
    await act('qian', id, 'referral/acceptance')
    await act('qian', id, 'notice', { papers: [{ name: '身份证' }] })
    world.setTime('2026-03-04 11:00')
    await act('qian', id, 'promise', { dueAt: '2026-03-06T17:00:00+08:00' })
    await act('qian', id, 'papers', { papers: ['身份证'], given: [0] }).catch(() => undefined)
    await act('qian', id, 'resolution', { outcome: 'solved', text: '已办好。' })
    world.setTime('2026-03-04 11:30')
    await act('li', id, 'reply', { channel: 'phone', text: '已办好，请来领取。' })
    expect(await told(id)).toEqual(['03-02 09:05 qian referred', '03-02 10:30 li accepted', '03-04 11:00 li resolved'])
  })

  it('all who may sign for a unit; the ruling\'s arbiter, then first contact and the new handler', async () => {
    world.setTime('2026-03-05 09:00')
    const { id } = await post('li', '/api/staff/cases', { ...CASE, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' } })
    await act('zhou', id, 'referral/acceptance')
    await act('zhou', id, 'ruling-request', { reason: '归属不明' })
    await act('an', id, 'ruling', { handlerPersonId: world.people.qian })
    expect(await told(id)).toEqual(['qian referred', 'sun referred', 'zhou referred', 'li accepted', 'an rulingAsked', 'li ruled', 'qian ruled', 'zhou ruled'].map((line) => `03-05 09:00 ${line}`))
    // What was asked of all is read for all once somebody did it.
    const open = await world.db.selectFrom('notices').select('kind').where('case_id', '=', id).where('read_at', 'is', null).execute()
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'ruled', 'ruled', 'ruled'])
  })

  it('the liaison of the receiving unit, their deputy while they are away, and not of what comes from their own department', async () => {
    const { institutionId } = world
    const unitId = world.units['许可科'] ?? ''
    for (const [post, who] of [['liaison', 'zhou'], ['deputyLiaison', 'sun']] as const) await holdPost(world.db, { institutionId, unitId, post, personId: world.people[who] })
    const refer = async (): Promise<string> => (await post('li', '/api/staff/cases', { ...CASE, decision: { branch: 'otherUnit', toUnitId: unitId, toPersonId: world.people.qian, reason: '由许可科办理' } })).id
    const toldNow = async (id: string) => (await told(id)).map((line) => line.slice(12))
    const first = await refer()
    expect(await toldNow(first)).toEqual(['qian referred', 'zhou liaisonTold'])
    await world.db.insertInto('absences').values({ institution_id: institutionId, id: world.services.newId(), person_id: world.people.zhou, kind: 'leave', from_at: '2026-03-05T00:00:00.000Z', to_at: null, recorded_by: world.people.sun }).execute()
    const second = await refer()
    expect(await toldNow(second)).toEqual(['qian referred', 'sun liaisonTold'])
    // Nothing is owed by it.
    expect(await world.db.selectFrom('obligations').select('kind').where('case_id', '=', second).where('person_id', '=', world.people.sun).execute()).toEqual([])
    await act('qian', second, 'referral/acceptance')
    await act('qian', second, 'referral', { toUnitId: unitId, toPersonId: world.people.sun, reason: '科内转' })
    expect((await toldNow(second)).filter((line) => line.endsWith('liaisonTold'))).toEqual(['sun liaisonTold'])
    await world.db.deleteFrom('notices').where('case_id', 'in', [first, second]).execute()
    await world.db.deleteFrom('absences').execute()
    await world.db.deleteFrom('unit_posts').where('post', 'in', ['liaison', 'deputyLiaison']).execute()
  })

  it('the first contact of a question from the web, and the handler of what is added', async () => {
    const { number, trackingCode } = await post(null, '/api/public/cases', { institutionId: world.institutionId, subject: '路灯不亮' })
    const { id } = await world.db.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirstOrThrow()
    await post(null, `/api/public/cases/${number}/information`, { code: trackingCode, text: '在桥头' })
    expect((await told(id)).map((line) => line.slice(12))).toEqual(['an registered', 'an informationAdded'])
  })
})

describe('reading', () => {
  it('lists the newest first by pages, counts the unread, and marks only one\'s own', async () => {
    const first = await world.call('li', 'GET', '/api/staff/notices?limit=2')
    expect(first.body.rows.map((row: { kind: string }) => row.kind)).toEqual(['ruled', 'accepted'])
    expect(first.body.rows[0]).toMatchObject({ actorName: '安宁', readAt: null, case: { subject: '自建房规划许可', visible: true } })
    expect(first.body.unread).toBe(4)
    const second = await world.call('li', 'GET', `/api/staff/notices?limit=2&after=${first.body.next}`)
    expect(second.body.rows.map((row: { kind: string }) => row.kind)).toEqual(['resolved', 'accepted'])
    expect(second.body.next).toBeNull()
    const ids = second.body.rows.map((row: { id: string }) => row.id)
    expect((await post('qian', '/api/staff/notices/reading', { ids })).read).toBe(0)
    expect(await post('li', '/api/staff/notices/reading', { ids })).toEqual({ read: 2, unread: 2 })
    expect((await world.call('li', 'GET', '/api/staff/notices?unread=true')).body.rows).toHaveLength(2)
    expect(await post('li', '/api/staff/notices/reading', { caseId: first.body.rows[0].case.id })).toEqual({ read: 2, unread: 0 })
    expect((await post('qian', '/api/staff/notices/reading', { upTo: (await world.call('qian', 'GET', '/api/staff/notices')).body.rows[1].id })).unread).toBe(1)
  })

  it('refuses preferences that contradict themselves', async () => {
    const put = (body: object) => world.call('li', 'PUT', '/api/staff/notices/preferences', { email: null, mail: {}, quiet: null, digestAt: null, ...body })
    expect((await put({ mail: { referred: 'now' } })).body.code).toBe('email-needed')
    expect((await put({ email: 'li@example.cn', mail: { referred: 'digest' } })).body.code).toBe('digest-time-needed')
    expect((await put({ quiet: { from: '22:00', to: '22:00' } })).body.code).toBe('quiet-hours-empty')
    expect((await put({ email: 'nobody' })).body.errors[0]).toMatchObject({ pointer: '/email', code: 'email-format' })
    const chosen = { email: 'li@example.cn', mail: { referred: 'now', closed: 'digest' }, quiet: { from: '22:00', to: '07:30' }, digestAt: '17:00' }
    expect((await put(chosen)).body).toMatchObject(chosen)
    expect((await world.call('li', 'GET', '/api/staff/notices/preferences')).body).toMatchObject({ ...chosen, mailWorks: false })
  })
})
