import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let guan: Record<string, string>

beforeAll(async () => {
  world = await makeWorld()
  guan = await sessionFor(world, 'guan')
  await world.db.updateTable('people').set({ name: '夏荷', phone: null, other_phones: ['139 0000 0008'] }).where('id', '=', world.people.out).execute()
})
afterAll(async () => { await world.drop() })

const create = (login: string, more: object) => world.call(null, 'POST', '/api/staff/accounts', { login, name: '夏荷', password: '梧桐树-三更雨-42', unitId: world.units['许可科'], ...more }, guan)
const change = (id: string, body: object) => world.call(null, 'PATCH', `/api/staff/accounts/${id}`, body, guan)

it('a person is in one institution and once in it: the same name with the same mobile phone is refused', async () => {
  const refused = await create('xia.he', { phone: '+86 13900000008' })
  expect(refused.body).toMatchObject({ status: 409, code: 'person-elsewhere', errors: [{ pointer: '/phone', code: 'person-elsewhere' }] })
  expect(JSON.stringify(refused.body)).not.toMatch(/临水|out/)
  const { body: { id } } = await create('xia.he', { phone: '0570-6200000' })
  expect((await create('xia.he2', { phone: '0570-6200000' })).status).toBe(201)
  expect((await change(id, { otherPhones: ['13900000008'] })).body.code).toBe('person-elsewhere')
  expect((await change(id, { phone: '13700000001', room: '301' })).status).toBe(200)
  expect((await change(id, { room: '302' })).status).toBe(200)
  expect((await create('xia.he3', { phone: '137 0000 0001' })).body.code).toBe('person-known')
  await world.db.updateTable('people').set({ disabled_at: world.services.clock() }).where('id', '=', world.people.out).execute()
  expect((await change(id, { otherPhones: ['13900000008'] })).status).toBe(200)
})

it('refuses one of two when the same person is created at the same moment, here and elsewhere, or twice here', async () => {
  const { root_unit_id: root } = await world.db.selectFrom('institutions').select('root_unit_id').where('id', '=', world.otherInstitutionId).executeTakeFirstOrThrow()
  await world.db.updateTable('people').set({ disabled_at: null }).where('id', '=', world.people.out).execute()
  await world.db.insertInto('grants').values({ institution_id: world.otherInstitutionId, person_id: world.people.out, role: 'administrator', unit_id: root ?? '' }).execute()
  const there = await sessionFor(world, 'out')
  const person = (nth: number) => ({ name: '秦桑', password: '梧桐树-三更雨-42', phone: `1370000010${nth}` })
  for (let nth = 0; nth < 4; nth += 1) {
    const both = await Promise.all([
      world.call(null, 'POST', '/api/staff/accounts', { ...person(nth), login: `here${nth}`, unitId: world.units['许可科'] }, guan),
      world.call(null, 'POST', '/api/staff/accounts', { ...person(nth), login: `there${nth}`, unitId: root }, there),
    ])
    expect(both.map(({ status, body }) => String(body.code ?? status)).toSorted((a, b) => a.localeCompare(b)), JSON.stringify(both)).toEqual(['201', 'person-elsewhere'])
  }
  const twice = await Promise.all(['a', 'b'].map((mark) => create(`both.${mark}`, { ...person(9) })))
  expect(twice.map(({ status, body }) => String(body.code ?? status)).toSorted((a, b) => a.localeCompare(b))).toEqual(['201', 'person-known'])
})
