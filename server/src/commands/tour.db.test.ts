import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { getPublicInfo } from '@daodi/contract/public/cases.ts'
import { gatekeeper } from '../access/gatekeeper.ts'
import { buildServer } from '../http/build-server.ts'
import { digestOf } from '../ledger/digest.ts'
import { documentOf } from '../matters/matter-view.ts'
import { publishEdition } from '../matters/store-publish.ts'
import { routes } from '../routes.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { newInk, padded, wrapped } from './tour/paper.ts'
import { playTour, type Ending } from './tour/story.ts'
import { Teller } from './tour/teller.ts'
import { texts, type Language } from './tour/texts.ts'
import { Visitor } from './tour/visitor.ts'
import { tour } from './tour.ts'

let world: World
const servers: FastifyInstance[] = []

async function listen(demo: boolean): Promise<string> {
  const app = await buildServer({ routes, services: { ...world.services, demo }, gatekeeper, trustedProxies: [], secure: false, checkReplies: true })
  servers.push(app)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

beforeAll(async () => {
  world = await makeWorld()
  const { db } = world
  await db.updateTable('people').set({ demo_role: 'receptionist' }).where('id', '=', world.people.li).execute()
  const document = documentOf({
    unitId: world.units['许可科'] ?? '', personId: world.people.qian, name: '自建房（翻建）规划许可', category: 'application', keywords: ['自建房', '规划许可'],
    papers: [{ name: '身份证', copies: 1, form: 'copy' }], workingDays: 10,
  })
  await publishEdition(db, { institutionId: world.institutionId, at: world.services.clock(), by: null, note: null, algorithm: 'sha256' }, [{ id: world.services.newId(), document }])
})
afterEach(() => { vi.restoreAllMocks() })
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  await world.drop()
})

async function play(base: string, language: Language, digest = digestOf): Promise<{ ending: Ending; lines: string[] }> {
  const lines: string[] = []
  const teller = new Teller({ say: (line) => { lines.push(line) }, ink: newInk(false), texts: texts[language], language, timeZone: 'Asia/Shanghai', columns: 90 })
  const info = await new Visitor(base).call(getPublicInfo)
  return { ending: await playTour({ base, teller, texts: texts[language], language, info, digestOf: digest }), lines }
}

function listened(): { out: () => string; err: () => string } {
  const heard = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => { heard.out += String(chunk); return true })
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => { heard.err += String(chunk); return true })
  return { out: () => heard.out, err: () => heard.err }
}

describe('the tour', () => {
  it('takes a question from the wrong desk to the rating and says at each step who owes what by when', async () => {
    const { ending, lines } = await play(await listen(true), 'zh')
    expect(ending).toMatchObject({ number: 'GH20260302-0001', isIntact: true, firstBad: null })
    const told = lines.join('\n')
    const duties = lines.filter((line) => line.includes(' 前（还有 '))
    expect(duties.map((line) => line.trim().split(/\s+/).slice(1, 4).join(' '))).toEqual([
      '许可科 钱博 签收', '规划科 李文 办结', '许可科 钱博 办结', '许可科 钱博 办结', '规划科 李文 答复来访人',
    ])
    expect(told).toContain('3月16日周一 17:30 前（还有 10 个工作日）')
    expect(told).toMatch(/首问 李文/)
    expect(told).toContain('没有人再欠什么。')
    expect(told).toContain('★★★★★')
    expect(told).toMatch(/10 条记录，哈希在本机逐条重算/)
    const page = await world.call('li', 'GET', `/api/staff/cases?view=mineFirst&q=${ending.number}`)
    expect(page.body.rows[0]).toMatchObject({ status: 'closed', outcome: 'solved', grade: 5, firstContact: { personName: '李文' }, handler: { personName: '钱博' } })
  })

  it('speaks English too, and works the ledger out for itself', async () => {
    const base = await listen(true)
    const wrongDigest: typeof digestOf = () => () => new Uint8Array(32)
    const { ending, lines } = await play(base, 'en', wrongDigest)
    expect(ending).toMatchObject({ isIntact: false, firstBad: 1 })
    expect(lines.join('\n')).toMatch(/by Mon 16 March at 17:30 \(10 working days left\)/)
    expect(lines.join('\n')).toContain('Entry 1 does not fit')
  })

  it('tells by its exit code, and refuses a real system and silence with one sentence', async () => {
    const heard = listened()
    expect(await tour.run({ positionals: [await listen(true)], values: { en: true } })).toBe(0)
    expect(heard.out()).toContain('the ledger proves it')
    expect(heard.err()).toBe('')
    const before = await world.db.selectFrom('cases').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    expect(await tour.run({ positionals: [await listen(false)], values: {} })).toBe(1)
    expect(heard.err()).toMatch(/是正式系统.*什么也没有写入。\n$/)
    expect(await world.db.selectFrom('cases').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).toEqual(before)
    expect(await tour.run({ positionals: ['http://127.0.0.1:9'], values: { en: true } })).toBe(1)
    expect(heard.err()).toMatch(/Nothing answers at http:\/\/127\.0\.0\.1:9\. Run "npm start"/)
  })
})

describe('the paper it is written on', () => {
  it('counts a Chinese character as two columns, breaks between them and keeps Latin words whole', () => {
    expect(padded('许可科', 8)).toBe('许可科  ')
    expect(wrapped('首问责任人answer到底，不推诿', 12)).toEqual(['首问责任人', 'answer到底，', '不推诿'])
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three'])
  })

  it('is coloured only where colours were asked for', () => {
    expect(newInk(false).late('迟')).toBe('迟')
    expect(newInk(true).late('迟')).toBe('\u001B[38;5;131m迟\u001B[0m')
  })
})
