import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../database/connect.ts'
import { makeWorld, type World } from '../testing-world.ts'
import { pathOf } from './files.ts'
import { purgeAttachments } from './purge-attachments.ts'
import { filesIn, ownDataFolder, upload } from './testing-upload.ts'

let world: World
let folder: string
let caseId: string
beforeAll(async () => {
  world = await makeWorld()
  folder = await ownDataFolder(world)
  caseId = await newCase()
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

async function newCase(): Promise<string> {
  const registered = await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '材料', category: 'help', requester: { name: '赵敏' }, decision: { branch: 'mine' } })
  expect(registered.status, JSON.stringify(registered.body)).toBe(201)
  return registered.body.id
}

const GPS = { IFD0: { Copyright: 'Zhao Min' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 10/1 0/1' } }

function picture(): Sharp {
  return sharp({ create: { width: 80, height: 40, channels: 3, background: '#c04030' } })
}

describe('what may be attached', () => {
  afterEach(async () => {
    const left = await filesIn(join(folder, 'attachments', 'incoming'))
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
  })

  it('keeps a picture without place, camera and everything else that is not the picture, turned upright', async () => {
    const taken = await picture().jpeg().withMetadata({ orientation: 6 }).withExif({ ...GPS, IFD0: { ...GPS.IFD0, Orientation: '6' } }).toBuffer()
    expect((await sharp(taken).metadata()).exif?.includes('Zhao Min')).toBe(true)
    const added = await upload(world, 'li', caseId, { name: '现场照片.JPG', bytes: taken, claims: 'text/html' })
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    expect(added.body).toMatchObject({ name: '现场照片.JPG', mediaType: 'image/jpeg' })
    const path = pathOf(folder, { institutionId: world.institutionId, attachmentId: added.body.id })
    const kept = await readFile(path)
    const { exif, icc, xmp, orientation, width, height } = await sharp(kept).metadata()
    expect({ exif, icc, xmp, orientation }).toEqual({ exif: undefined, icc: undefined, xmp: undefined, orientation: undefined })
    expect([width, height]).toEqual([40, 80])
    expect(kept.includes('Zhao Min')).toBe(false)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const ledger = await world.call('li', 'GET', `/api/staff/cases/${caseId}/ledger`)
    const fact = ledger.body.entries.findLast((entry: { kind: string }) => entry.kind === 'attachment-added')
    expect(fact.data).toMatchObject({ attachmentId: added.body.id, size: kept.length, contentDigest: createHash('sha256').update(kept).digest('hex') })
    expect(JSON.stringify(fact)).not.toContain('现场')
    expect(ledger.body.intact).toBe(true)
    const page = await world.call('li', 'GET', `/api/staff/cases/${caseId}`)
    expect(page.body.attachments).toMatchObject([{ id: added.body.id, name: '现场照片.JPG', byName: '李文' }])
  })

  it('cuts off what hangs behind a picture and gives a picture the extension that is true', async () => {
    const polyglot = Buffer.concat([await picture().png().toBuffer(), Buffer.from('<html><script>alert(1)</script></html>')])
    const added = await upload(world, 'li', caseId, { name: 'a.jpg', bytes: polyglot })
    expect(added.body).toMatchObject({ name: 'a.png', mediaType: 'image/png' })
    expect((await readFile(pathOf(folder, { institutionId: world.institutionId, attachmentId: added.body.id }))).includes('script')).toBe(false)
  })

  it('takes text, PDF and real Office packages', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('a').addRow(['一'])
    const xlsx = Buffer.from(await book.xlsx.writeBuffer())
    for (const [name, bytes, mediaType] of [
      ['说明.txt', '你好，世界', 'text/plain'], ['a.pdf', '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF', 'application/pdf'],
      ['b.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['没有扩展名', '一行', 'text/plain'],
    ] as const) {
      const added = await upload(world, 'li', caseId, { name, bytes })
      expect(added.body, name).toMatchObject({ mediaType })
      expect(added.body.name).toBe(name === '没有扩展名' ? '没有扩展名.txt' : name)
    }
  })

  it('refuses what is not what it says, and what nobody needs', async () => {
    const zip = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')
    const book = new ExcelJS.Workbook()
    book.addWorksheet('a').addRow(['一'])
    const cut = Buffer.from(await book.xlsx.writeBuffer()).subarray(0, -10)
    const broken = (await picture().jpeg().toBuffer()).subarray(0, 150)
    for (const [name, bytes] of [
      ['a.png', '<html><script>alert(1)</script></html>'], ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], ['a.txt', '<?xml version="1.0"?><svg/>'],
      ['a.txt', Buffer.from([0x61, 0x00, 0x62])], ['a.txt', Buffer.from([0xc4, 0xe3, 0xba, 0xc3])], ['a.exe', 'MZ\u0090'], ['a.docx', zip], ['a.zip', zip], ['a.xlsx', cut],
      ['a.jpg', broken], ['报告.pdf.exe', '%PDF-1.4\n%%EOF'], ['a.gif', 'GIF89a\u0001\u0000\u0001\u0000'],
    ] as const) {
      const refused = await upload(world, 'li', caseId, { name, bytes, claims: 'image/png' })
      expect([name, refused.status, refused.body.code]).toEqual([name, 415, 'attachment-type'])
    }
  })

  it('refuses 25 MB, no bytes, no file, no name and a bomb of pixels', async () => {
    const before = await filesIn(folder)
    const large = await upload(world, 'li', caseId, { name: 'a.txt', bytes: Buffer.alloc(25 * 1024 * 1024, 'a') })
    expect([large.status, large.body.code]).toEqual([413, 'attachment-too-large'])
    expect((await upload(world, 'li', caseId, { name: 'a.txt', bytes: '' })).body.code).toBe('attachment-missing')
    expect((await upload(world, 'li', caseId, { name: ' .. ', bytes: 'a' })).body.code).toBe('attachment-name')
    const none = await world.call('li', 'POST', `/api/staff/cases/${caseId}/attachments`, '--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' })
    expect([none.status, none.body.code]).toEqual([400, 'attachment-missing'])
    expect((await world.call('li', 'POST', `/api/staff/cases/${caseId}/attachments`, { a: 1 })).status).toBe(415)
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect((await upload(world, 'li', caseId, { name: 'a.png', bytes: bomb })).body.code).toBe('attachment-type')
    expect(await filesIn(folder)).toEqual(before)
  })

  it('makes a harmless name of a dangerous one', async () => {
    for (const [given, kept] of [
      ['../../etc/passwd.txt', 'passwd.txt'], ['C:\\\\temp\\\\秘密.txt', '秘密.txt'], ['a\u202Etxt.exe.txt', 'atxt.exe.txt'], ['\u200Ba\u0007b<c>.txt', 'ab_c_.txt'], [`${'长'.repeat(300)}.txt`, `${'长'.repeat(116)}.txt`],
    ] as const) {
      const added = await upload(world, 'li', caseId, { name: given, bytes: 'a' })
      expect(added.body.name, given).toBe(kept)
    }
    const inside = join(folder, 'attachments')
    expect((await filesIn(folder)).every((path) => path.startsWith(inside))).toBe(true)
  })
})

describe('whose attachments', () => {
  it('lets only who takes part add, and only who sees the case download', async () => {
    const added = await upload(world, 'li', caseId, { name: '甲"乙.txt', bytes: '内容' })
    const url = `/api/staff/cases/${caseId}/attachments/${added.body.id}`
    const file = await world.call('li', 'GET', url)
    expect(file.status).toBe(200)
    expect(file.body).toBe('内容')
    expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': expect.stringMatching(/^text\/plain/), 'content-disposition': expect.stringMatching(/^attachment; filename="/) })
    for (const [who, status] of [['out', 404], ['qian', 404], ['wu', 200]] as const) expect([who, (await world.call(who, 'GET', url)).status]).toEqual([who, status])
    expect((await upload(world, 'wu', caseId, { name: 'a.txt', bytes: 'a' })).status).toBe(403)
    for (const who of ['out', 'qian'] as const) expect((await upload(world, who, caseId, { name: 'a.txt', bytes: 'a' })).body.code).toBe('no-such-case')
    const other = await newCase()
    expect((await world.call('li', 'GET', `/api/staff/cases/${other}/attachments/${added.body.id}`)).body.code).toBe('no-such-attachment')
    expect((await world.call(null, 'GET', url)).status).toBe(401)
  })

  it('stops at fifty, whatever comes at once, and after the end of the case', async () => {
    const id = await newCase()
    for (let index = 0; index < 48; index += 1) expect((await upload(world, 'li', id, { name: `${index}.txt`, bytes: 'a' })).status).toBe(201)
    const last = await Promise.all([1, 2, 3, 4].map((index) => upload(world, 'li', id, { name: `x${index}.txt`, bytes: 'a' })))
    expect(last.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409])
    await world.call('li', 'POST', `/api/staff/cases/${id}/withdrawal`, { reason: '本人撤回' })
    expect((await upload(world, 'li', id, { name: 'y.txt', bytes: 'a' })).body.code).toBe('case-ended')
    const { rows: [row] } = await world.pool.query<{ count: number }>('select count(*)::int as count from attachments where case_id = $1', [id])
    expect(row?.count).toBe(50)
  })
})

describe('what crashes leave behind', () => {
  it('takes the file back when the transaction fails at its very end', async () => {
    await world.pool.query(`create constraint trigger fails after insert on attachments deferrable initially deferred for each row
      when (new.name = 'fails.txt') execute function refuse_change()`)
    const before = await filesIn(folder)
    const quiet = world.services.log
    world.services.log = { ...quiet, error: () => undefined }
    expect((await upload(world, 'li', caseId, { name: 'fails.txt', bytes: 'a' })).status).toBe(500)
    world.services.log = quiet
    expect(await filesIn(folder)).toEqual(before)
    expect((await upload(world, 'li', caseId, { name: 'works.txt', bytes: 'a' })).status).toBe(201)
  })

  it('keeps the file when only the answer to COMMIT is lost', async () => {
    const losing = connect(world.url, { applicationName: 'daodi tests, to lose an answer' })
    let isInserted = false
    losing.pool.on('connect', (client) => {
      const send = Reflect.get(client, 'query').bind(client) as (...args: unknown[]) => Promise<unknown>
      const heard = async (...args: unknown[]): Promise<unknown> => {
        const text = JSON.stringify(args[0])
        const result = await send(...args)
        isInserted ||= text.includes('insert into \\"attachments\\"')
        if (isInserted && text === '"commit"') throw new Error('Connection terminated unexpectedly')
        return result
      }
      Object.defineProperty(client, 'query', { value: heard, configurable: true })
    })
    const { db, log } = world.services
    Object.assign(world.services, { db: losing.db, log: { ...log, error: () => undefined } })
    try {
      expect((await upload(world, 'li', caseId, { name: 'lost.txt', bytes: 'lost answer' })).status).toBe(503)
    } finally {
      Object.assign(world.services, { db, log })
      await losing.close()
    }
    const row = await world.db.selectFrom('attachments').select('id').where('name', '=', 'lost.txt').executeTakeFirstOrThrow()
    expect(await readFile(pathOf(folder, { institutionId: world.institutionId, attachmentId: row.id }), 'utf8')).toBe('lost answer')
  })

  it('goes after a while; what rows speak of, and folders of unknown institutions, stay', async () => {
    const kept = await upload(world, 'li', caseId, { name: 'a.txt', bytes: 'a' })
    const { institutionId } = world
    const orphan = pathOf(folder, { institutionId, attachmentId: world.services.newId() })
    const young = pathOf(folder, { institutionId, attachmentId: world.services.newId() })
    const foreign = pathOf(folder, { institutionId: world.services.newId(), attachmentId: world.services.newId() })
    const half = join(folder, 'attachments', 'incoming', 'half')
    for (const path of [orphan, young, foreign, half]) {
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(path, 'x')
    }
    const weeksAgo = new Date(Date.parse(world.services.clock()) - 20 * 86_400_000)
    const known = pathOf(folder, { institutionId, attachmentId: kept.body.id })
    for (const path of [orphan, foreign, half, known]) await utimes(path, weeksAgo, weeksAgo)
    expect(await purgeAttachments(world.services)).toBe(2)
    const left = await filesIn(folder)
    expect(left).toEqual(expect.arrayContaining([young, foreign, known]))
    expect(left).not.toEqual(expect.arrayContaining([orphan]))
    expect(left).not.toEqual(expect.arrayContaining([half]))
  })
})
