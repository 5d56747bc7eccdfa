import { rm, writeFile } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { pathOf } from '../attachments/files.ts'
import { ownDataFolder, upload } from '../attachments/testing-upload.ts'
import { sessionFor } from '../access/testing-sessions.ts'
import { makeWorld, type World } from '../testing-world.ts'

let world: World
let folder: string
let port: number
let caseId: string
const logged: unknown[] = []
beforeAll(async () => {
  world = await makeWorld()
  folder = await ownDataFolder(world)
  Object.assign(world.services.log, { warn: (line: unknown) => { logged.push(line) }, error: (line: unknown) => { logged.push(line) } })
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  ;({ port } = world.app.server.address() as AddressInfo)
  caseId = (await world.call('li', 'POST', '/api/staff/cases', { channel: 'visit', subject: '材料', category: 'help', requester: { name: '赵敏' }, decision: { branch: 'mine' } })).body.id
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => { logged.length = 0 })

/** Sends so much of a request, waits, and is gone, as a phone in a tunnel is. */
async function goesAway(start: string): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(start)
  await new Promise((resolve) => { setTimeout(resolve, 150) })
  socket.resetAndDestroy()
  await new Promise((resolve) => { setTimeout(resolve, 300) })
}

const session = async () => Object.entries(await sessionFor(world, 'li')).map(([name, value]) => `${name}: ${value}\r\n`).join('')

it('says nothing of a client that leaves while it sends', async () => {
  await goesAway('POST /api/public/cases HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"subject":')
  expect(logged).toEqual([])
})

it('says nothing of an upload that breaks off', async () => {
  await goesAway(`POST /api/staff/cases/${caseId}/attachments HTTP/1.1\r\nHost: a\r\n${await session()}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc`)
  await goesAway(`POST /api/staff/cases/${caseId}/attachments HTTP/1.1\r\nHost: a\r\n${await session()}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n--x\r\nContent-Dis`)
  expect(logged).toEqual([])
})

it('says nothing of a download that nobody waits for', async () => {
  const added = await upload(world, 'li', caseId, { name: 'a.txt', bytes: 'a' })
  await writeFile(pathOf(folder, { institutionId: world.institutionId, attachmentId: added.body.id }), Buffer.alloc(20_000_000, 'a'))
  await goesAway(`GET /api/staff/cases/${caseId}/attachments/${added.body.id} HTTP/1.1\r\nHost: a\r\n${await session()}\r\n`)
  expect(logged).toEqual([])
})
