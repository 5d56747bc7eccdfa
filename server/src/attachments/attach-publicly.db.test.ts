import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../testing-world.ts'
import { pathOf } from './files.ts'
import { filesIn, formOf, ownDataFolder } from './testing-upload.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await makeWorld()
  folder = await ownDataFolder(world)
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

interface Asked { number: string; trackingCode: string }
const PDF = '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'

async function asks(): Promise<Asked> {
  const asked = await world.call(null, 'POST', '/api/public/cases', { subject: '路灯不亮', requester: { name: '赵敏', phone: '13800000001' } })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  return asked.body
}

function sends({ number, trackingCode }: Asked, file: { name: string; bytes: Buffer | string }, code = trackingCode) {
  const { payload, headers } = formOf(file)
  return world.call(null, 'POST', `/api/public/cases/${number}/attachments?code=${code}`, payload, headers)
}

const track = async ({ number, trackingCode }: Asked) => (await world.call(null, 'GET', `/api/public/cases/${number}?code=${trackingCode}`)).body

function photo(background: string): Promise<Buffer> {
  return sharp({ create: { width: 80, height: 40, channels: 3, background } }).jpeg().withExif({ IFD0: { Copyright: 'Zhao Min' } }).toBuffer()
}

describe('a file from the person who asks', () => {
  it('is kept without what a camera writes into it, shown to staff as theirs, and named in their own timeline', async () => {
    const asked = await asks()
    const added = await sends(asked, { name: '路灯.jpg', bytes: await photo('#c04030') })
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    expect(added.body).toMatchObject({ name: '路灯.jpg' })
    const row = await world.db.selectFrom('attachments').select(['id', 'person_id', 'case_id']).executeTakeFirstOrThrow()
    expect(row.person_id).toBeNull()
    expect((await readFile(pathOf(folder, { institutionId: world.institutionId, attachmentId: row.id }))).includes('Zhao Min')).toBe(false)
    const seen = await track(asked)
    expect(seen.files).toEqual({ left: 5, megabytes: 15 })
    expect(seen.timeline.at(-1)).toMatchObject({ kind: 'attachment-added', params: { name: '路灯.jpg', by: 'public' } })
    const page = (await world.call('an', 'GET', `/api/staff/cases/${row.case_id}`)).body
    expect(page.attachments).toMatchObject([{ name: '路灯.jpg', byName: null }])
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'attachment-added', actor: { as: 'public' }, public: true })
    const file = await world.call('an', 'GET', `/api/staff/cases/${row.case_id}/attachments/${row.id}`)
    expect(file.headers['content-disposition']).toMatch(/^attachment;/)
  })

  it('sent again because no answer was heard, is laid once and does not count twice', async () => {
    const asked = await asks()
    const bytes = await photo('#112233')
    const answers = await Promise.all([1, 2, 3].map(() => sends(asked, { name: 'a.jpg', bytes })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await track(asked)).files.left).toBe(5)
    expect(await filesIn(join(folder, 'attachments', 'incoming'))).toEqual([])
  })

  it('is refused past the number, however many come at once, and one refused leaves the others', async () => {
    const asked = await asks()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, nth) => sends(asked, { name: `${nth}.pdf`, bytes: `${PDF}\n${nth}` })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 201, 201, 201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('too-many-attachments')
    expect((await track(asked)).files.left).toBe(0)
  })

  it('counts what was laid though it is erased since, and has the same answer when it comes again after the end', async () => {
    const asked = await asks()
    const first = await sends(asked, { name: '1.pdf', bytes: `${PDF}1` })
    await world.db.updateTable('attachments').set({ name: null, erased_at: world.services.clock() }).where('case_id', 'in', world.db.selectFrom('cases').select('id').where('number', '=', asked.number)).execute()
    expect((await track(asked)).files.left).toBe(5)
    expect((await world.call(null, 'POST', `/api/public/cases/${asked.number}/withdrawal`, { code: asked.trackingCode })).status).toBe(200)
    const again = await sends(asked, { name: '1.pdf', bytes: `${PDF}1` })
    expect([again.status, again.body.name]).toEqual([201, first.body.name])
    expect((await sends(asked, { name: '2.pdf', bytes: `${PDF}2` })).body.code).toBe('case-ended')
  })

  it('is a photo or a PDF by its bytes, of a bounded size, and for whoever knows the code', async () => {
    const asked = await asks()
    expect([(await sends(asked, { name: 'a.txt', bytes: '一行' })).body.code, (await sends(asked, { name: 'a.pdf', bytes: 'MZ' })).body.code]).toEqual(['attachment-type', 'attachment-type'])
    const large = await sends(asked, { name: 'a.pdf', bytes: Buffer.concat([Buffer.from(PDF), Buffer.alloc(16 * 1024 * 1024)]) })
    expect([large.status, large.body.code]).toEqual([413, 'attachment-too-large'])
    expect((await sends(asked, { name: 'a.pdf', bytes: PDF }, 'ZZZZZZ')).body.code).toBe('no-such-case')
    expect((await track(asked)).files.left).toBe(6)
    expect(await filesIn(join(folder, 'attachments', 'incoming'))).toEqual([])
  })

  it('tells the handler once of several that come together, and of one that comes later', async () => {
    const asked = await asks()
    const told = async () => (await world.db.selectFrom('notices').select('kind').where('kind', '=', 'informationAdded')
      .where('case_id', 'in', world.db.selectFrom('cases').select('id').where('number', '=', asked.number)).execute()).length
    await sends(asked, { name: '1.pdf', bytes: `${PDF}1` })
    await sends(asked, { name: '2.pdf', bytes: `${PDF}2` })
    expect(await told(), 'with the question').toBe(0)
    world.setTime('2026-03-02 10:30')
    await sends(asked, { name: '3.pdf', bytes: `${PDF}3` })
    await sends(asked, { name: '4.pdf', bytes: `${PDF}4` })
    expect(await told()).toBe(1)
  })
})

describe('a file given along with the answer', () => {
  it('is taken by whoever knows number and code; no other file of the case is', async () => {
    const asked = await asks()
    const { id } = await world.db.selectFrom('cases').select('id').where('number', '=', asked.number).executeTakeFirstOrThrow()
    const laid = async (name: string) => { const { payload, headers } = formOf({ name, bytes: `${PDF}${name}` }); return (await world.call('an', 'POST', `/api/staff/cases/${id}/attachments`, payload, headers)).body.id as string }
    const [given, inner] = [await laid('批复.pdf'), await laid('内部意见.pdf')]
    const take = (attachmentId: string, code = asked.trackingCode) => world.call(null, 'GET', `/api/public/cases/${asked.number}/attachments/${attachmentId}?code=${code}`)
    expect((await take(given)).body.code).toBe('no-such-attachment')
    await world.call('an', 'POST', `/api/staff/cases/${id}/decision`, { branch: 'mine' })
    await world.call('an', 'POST', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '修好了。' })
    const reply = { channel: 'web', text: '修好了，批复附上。', close: true }
    expect((await world.call('an', 'POST', `/api/staff/cases/${id}/reply`, { ...reply, attachmentIds: [world.people.an] })).body.code).toBe('no-such-attachment')
    expect((await world.call('an', 'POST', `/api/staff/cases/${id}/reply`, { ...reply, attachmentIds: [given] })).status).toBe(200)
    expect((await track(asked)).replies).toMatchObject([{ files: [{ id: given, name: '批复.pdf' }] }])
    expect((await world.call('an', 'GET', `/api/staff/cases/${id}`)).body.replies).toMatchObject([{ files: ['批复.pdf'] }])
    const file = await take(given)
    expect([file.status, file.headers['content-type'], file.headers['x-content-type-options']]).toEqual([200, 'application/pdf', 'nosniff'])
    expect(file.headers['content-disposition']).toMatch(/^attachment;/)
    expect([(await take(inner)).body.code, (await take(given, 'ZZZZZZ')).body.code]).toEqual(['no-such-attachment', 'no-such-case'])
  })
})

describe('taking a question back', () => {
  it('ends the case, tells the staff, and shows to both', async () => {
    const asked = await asks()
    expect((await track(asked)).canWithdraw).toBe(true)
    const body = { code: asked.trackingCode, reason: '自己修好了' }
    const url = `/api/public/cases/${asked.number}/withdrawal`
    expect((await world.call(null, 'POST', url, { ...body, code: 'ZZZZZZ' })).status).toBe(404)
    const taken = await world.call(null, 'POST', url, body)
    expect([taken.status, taken.body.status]).toEqual([200, 'withdrawn'])
    const seen = await track(asked)
    expect(seen).toMatchObject({ status: 'withdrawn', canWithdraw: false, canAddInformation: false, files: null, outcome: 'withdrawn' })
    expect(seen.timeline.at(-1)).toMatchObject({ kind: 'case-withdrawn', params: { by: 'public' }, text: '自己修好了' })
    const { id } = await world.db.selectFrom('cases').select('id').where('number', '=', asked.number).executeTakeFirstOrThrow()
    expect(await world.db.selectFrom('notices').select('person_id').where('case_id', '=', id).where('kind', '=', 'caseWithdrawn').execute()).toEqual([{ person_id: world.people.an }])
    expect(await world.db.selectFrom('obligations').select('id').where('case_id', '=', id).where('state', '=', 'open').execute()).toEqual([])
    expect((await world.call(null, 'POST', url, body)).body.code).toBe('case-ended')
    const listed = await world.call('an', 'GET', `/api/staff/cases?status=withdrawn`)
    expect(listed.body.rows.find((row: { id: string }) => row.id === id)).toMatchObject({ status: 'withdrawn' })
  })

  it('needs no reason; a reason of staff stays inside', async () => {
    const asked = await asks()
    expect((await world.call(null, 'POST', `/api/public/cases/${asked.number}/withdrawal`, { code: asked.trackingCode })).status).toBe(200)
    const other = await asks()
    const { id } = await world.db.selectFrom('cases').select('id').where('number', '=', other.number).executeTakeFirstOrThrow()
    expect((await world.call('an', 'POST', `/api/staff/cases/${id}/withdrawal`, { reason: '来电要求撤回' })).status).toBe(200)
    expect((await track(other)).timeline.at(-1)).toMatchObject({ kind: 'case-withdrawn', params: {}, text: null })
  })
})
