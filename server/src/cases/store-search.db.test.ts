import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => { world = await makeWorld() })
afterAll(() => world.drop())

async function register(subject: string, requester?: object): Promise<string> {
  const ask = { channel: 'phone', subject, content: '想问一问办理进度', category: 'help', place: '东街口', decision: { branch: 'mine' }, ...(requester ? { requester } : {}) }
  const { status, body } = await world.call('li', 'POST', '/api/staff/cases', ask)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

async function found(words: string): Promise<string[]> {
  const { body } = await world.call('li', 'GET', `/api/staff/cases?q=${encodeURIComponent(words)}`)
  return body.rows.map((row: { id: string }) => row.id).toSorted()
}

const correct = (id: string, field: string, value: string) => world.call('li', 'POST', `/api/staff/cases/${id}/corrections`, { field, value, reason: '当时听错了' })

describe('the cases of a person whose data change', () => {
  it('are all found by a corrected number, by the old one no more, and by their own words as before', async () => {
    const [first, second, third] = [await register('第一件', { name: '田雨', phone: '13855500001' }), await register('第二件', { name: '田雨', phone: '13855500001' }), await register('别人的', { name: '石青', phone: '13855500009' })]
    expect(await found('13855500001')).toEqual([first, second].toSorted())
    expect((await correct(second, 'requesterPhone', '138-5550-0002')).status).toBe(200)
    expect(await found('13855500002')).toEqual([first, second].toSorted())
    expect(await found('13855500001')).toEqual([])
    expect(await found('第一件')).toEqual([first])
    expect(await found('办理进度')).toEqual([first, second, third].toSorted())
    expect(await found('东街口')).toEqual([first, second, third].toSorted())
    expect(await found('石青')).toEqual([third])
  })

  it('are found by what the person tells anew at the next registration', async () => {
    const first = await register('路灯', { name: '白杨', phone: '13855500003' })
    const second = await register('路灯又坏', { name: '白杨', phone: '13855500003', address: '碧水苑七幢' })
    expect(await found('碧水苑')).toEqual([first, second].toSorted())
  })
})

it('corrects an e-mail address like a phone number, and refuses what is none', async () => {
  const id = await register('改邮箱', { name: '林木', email: 'old@example.cn' })
  expect((await correct(id, 'requesterEmail', 'not an address')).body.errors[0]).toMatchObject({ pointer: '/value', code: 'email-format' })
  expect((await correct(id, 'requesterEmail', 'new@example.cn')).status).toBe(200)
  expect((await correct(id, 'requesterEmail', 'new@example.cn')).body.code).toBe('nothing-changed')
  expect(await world.db.selectFrom('requesters').select('email').where('name', '=', '林木').executeTakeFirst()).toEqual({ email: 'new@example.cn' })
})

it('finds whoever was recorded only afterwards, and a place that was put right', async () => {
  const id = await register('没有留名')
  expect((await correct(id, 'requesterName', '木青')).status).toBe(200)
  expect(await found('木青')).toEqual([id])
  expect((await correct(id, 'place', '西街口粮站')).status).toBe(200)
  expect(await found('西街口')).toEqual([id])
  expect((await correct(id, 'subject', '没有留名')).body.code).toBe('nothing-changed')
})
