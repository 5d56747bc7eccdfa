import { expect } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { upload } from '../attachments/testing-upload.ts'
import { allDrafts } from '../matters/store-drafts.ts'
import { publishEdition } from '../matters/store-publish.ts'
import type { World } from '../testing-world.ts'

/** All that is ever said by, to and about the person; none of it stands anywhere else. */
export const WORDS = {
  name: '欧阳靖淇', phone: '13877712345', address: '柳溪镇翠屏巷廿三号', organization: '祥瑞豆腐坊', subject: '雨棚漏水殃及楼下', content: '楼下住户屡次上门争吵', place: '翠屏巷口配电房',
  reason: '雨棚审批属许可事项', note: '已电话约定周四看现场', interim: '师傅改期敬请谅解', promise: '周五以前修缮完毕', paper: '雨棚产权证明', custody: '邻里调解书原件', resolution: '更换雨棚导流槽', citation: '物业条例第四十二条款',
  reply: '雨棚修竣请您查验', comment: '师傅手艺精湛', information: '昨夜又漏湿墙纸', corrected: '雨棚漏水殃及两户', correction: '听错了户数', file: '漏水照片原图', inside: '墙纸洇湿的记录', reveal: '核对门牌', unsolved: '转角处仍渗水',
}
/** The same person's other question: ruled on for good, made a matter, handled to the end and learned from. */
export const RULED = { subject: '檐沟堵塞倒灌储藏室', content: '藤椅泡坏霉斑遍布', unclear: '檐沟权属含混', instruction: '檐沟暂归贵科疏浚', resolution: '檐沟杂物清掏干净', reply: '檐沟疏浚竣工' }
/** As somebody else asks it, in part. */
export const ALIKE = '储藏室防潮'

export type Act = (who: 'li' | 'qian' | 'an', caseId: string, path: string, body: object) => Promise<void>

export function actsIn(world: World): Act {
  return async (who, caseId, path, body) => {
    const done = await world.call(who, 'POST', `/api/staff/cases/${caseId}/${path}`, body, { 'idempotency-key': `${caseId}/${path}/${JSON.stringify(body).length}` })
    expect(done.status, `${path} ${JSON.stringify(done.body)}`).toBeLessThan(300)
  }
}

/** A question with everything that can be said of one, asked by the person, handled, rated and asked again. */
export async function wholeCase(world: World): Promise<{ id: string; number: string; trackingCode: string }> {
  const act = actsIn(world)
  const { name, phone, address, organization, subject, content, place, reason } = WORDS
  const registered = await world.call('li', 'POST', '/api/staff/cases', {
    channel: 'visit', subject, content, place, category: 'help', requester: { name, phone, address, organization }, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason },
  }, { 'idempotency-key': 'register' })
  expect(registered.status, JSON.stringify(registered.body)).toBe(201)
  const { id, number, trackingCode } = registered.body
  await act('qian', id, 'referral/acceptance', {})
  await act('qian', id, 'promise', { dueAt: '2026-03-06T17:30:00+08:00', text: WORDS.promise })
  await act('qian', id, 'notice', { papers: [{ name: WORDS.paper }] })
  await act('qian', id, 'papers', { papers: [WORDS.custody] })
  await act('qian', id, 'notes', { kind: 'progress', text: WORDS.note })
  await act('qian', id, 'notes', { kind: 'interim', text: WORDS.interim })
  await act('qian', id, 'corrections', { field: 'subject', value: WORDS.corrected, reason: WORDS.correction })
  await act('qian', id, 'requester/reveal', { reason: WORDS.reveal })
  expect((await upload(world, 'qian', id, { name: `${WORDS.file}.txt`, bytes: WORDS.inside })).status).toBe(201)
  const told = await world.call(null, 'POST', `/api/public/cases/${number}/information`, { code: trackingCode, text: WORDS.information }, { 'idempotency-key': 'information' })
  expect(told.status, JSON.stringify(told.body)).toBeLessThan(300)
  await act('qian', id, 'resolution', { outcome: 'solved', text: WORDS.resolution, citation: WORDS.citation })
  await act('li', id, 'reply', { channel: 'phone', text: WORDS.reply, close: false })
  expect((await world.call(null, 'POST', `/api/public/cases/${number}/rating`, { code: trackingCode, grade: 4, comment: WORDS.comment })).status).toBe(201)
  const back = await world.call(null, 'POST', `/api/public/cases/${number}/not-solved`, { code: trackingCode, reason: WORDS.unsolved })
  expect(back.status, JSON.stringify(back.body)).toBeLessThan(300)
  return { id, number, trackingCode }
}

/** What tells whose question it is next time: a ruling for the future, a matter with the question as its example, and what was learned. */
export async function ruledCase(world: World): Promise<string> {
  const act = actsIn(world)
  const { name, phone } = WORDS
  const administrator = await sessionFor(world, 'guan')
  const registered = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: RULED.subject, content: RULED.content, category: 'help', requester: { name, phone }, decision: { branch: 'unclear', reason: RULED.unclear } })
  const { id } = registered.body
  await act('an', id, 'ruling', { handlerPersonId: world.people.qian, applyInFuture: true, instruction: RULED.instruction })
  const { body: { rows: [precedent] } } = await world.call(null, 'GET', '/api/staff/precedents', undefined, administrator)
  for (const matter of ['屋面设施', '屋面排水']) expect((await world.call(null, 'POST', `/api/staff/precedents/${precedent.id}/draft`, { name: matter }, administrator)).status).toBe(201)
  const { body: { rows: [draft] } } = await world.call(null, 'GET', '/api/staff/matter-drafts', undefined, administrator)
  const { matter } = draft
  expect((await world.call(null, 'PUT', `/api/staff/matter-drafts/${draft.id}`, { name: matter.name, unitId: matter.unitId, personId: world.people.bao, examples: matter.examples }, administrator)).status).toBe(200)
  await publishOnly(world, draft.id)
  await act('qian', id, 'resolution', { outcome: 'solved', text: RULED.resolution })
  await act('li', id, 'reply', { channel: 'phone', text: RULED.reply, close: true })
  return id
}

/** The other draft stays one. */
async function publishOnly(world: World, matterId: string): Promise<void> {
  const { institutionId, services: { db } } = world
  const drafts = await allDrafts(db, institutionId)
  await publishEdition(db, { institutionId, at: world.services.clock(), by: world.people.guan, note: null, algorithm: 'sha256' }, drafts.filter(({ id }) => id === matterId))
}

/** Every row of every table, the job queue's too, as text. */
export async function everyTable(world: World): Promise<string> {
  const { rows: names } = await world.pool.query<{ name: string }>(`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
  const parts: string[] = []
  for (const { name } of names) {
    const { rows } = await world.pool.query<{ text: string }>(`select t::text as text from ${name} t`)
    parts.push(...rows.map((row) => row.text))
  }
  return parts.join('\n')
}

const HAN_PAIR = /(?=(\p{Script=Han}{2}))/gu
export const pairsIn = (text: string): Set<string> => new Set([...text.matchAll(HAN_PAIR)].map(([, pair = '']) => pair))

/** Of the person's words, those that stand there: by the phrase, also as bytes are shown, and by their pairs of characters, which is how indexes keep them; pairs that are `commonplace` tell nothing. */
export function tracesIn(text: string, commonplace: ReadonlySet<string>): string[] {
  const phrases = [...Object.values(WORDS), ...Object.values(RULED)]
  const said = pairsIn(text)
  return [...phrases.filter((phrase) => text.includes(phrase) || text.includes(Buffer.from(phrase).toString('hex'))), ...[...pairsIn(phrases.join('\n'))].filter((pair) => said.has(pair) && !commonplace.has(pair))]
}
