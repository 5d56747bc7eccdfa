import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import { queueDue } from '../outbox/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { sendMail } from './send-mail.ts'
import { writeDueDigests } from './write-digests.ts'

let world: World
let smtp: SMTPServer
let away = false
const letters: { to: string; at: string; subject: string; text: string }[] = []

beforeAll(async () => {
  // The Saturday is worked, and then it is Spring Festival until the 23rd.
  world = await makeWorld('county-bureau', '2026-02-14 09:00')
  world.services.log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => { if (away) done(Object.assign(new Error('try later'), { responseCode: 451 })); else done() },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (chunk: Buffer) => { parts.push(chunk) })
      stream.on('end', () => { letters.push({ to: session.envelope.rcptTo[0]?.address ?? '', at: wall(), ...readLetter(Buffer.concat(parts).toString()) }); done() })
    },
  })
  await new Promise<void>((resolve) => { smtp.listen(0, '127.0.0.1', resolve) })
  const { port } = smtp.server.address() as AddressInfo
  world.services.outside = { smtp: { host: '127.0.0.1', port, security: 'none', login: null, password: null, sender: 'notice@bureau.example', senderName: null }, privateNetworks: [], publicUrl: null }
})
afterAll(async () => {
  await new Promise<void>((resolve) => { smtp.close(resolve) })
  await world.drop()
})

const wall = (): string => new Date(Date.parse(world.services.clock()) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function readLetter(body: string): { subject: string; text: string } {
  const [head = '', ...rest] = body.split('\r\n\r\n')
  const text = rest.join('\n\n')
  const plain = /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : text.replaceAll('=\r\n', '').replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString())
  return { subject: /^Subject: (.*)$/m.exec(head)?.[1] ?? '', text: plain }
}

/** Everything the worker would do at this minute. */
async function minute(): Promise<void> {
  await writeDueDigests(world.services)
  await queueDue(world.db, world.services.clock(), { limit: 100, lateMs: 0 })
  const { rows } = await world.pool.query<{ id: string; payload: Record<string, string> }>("select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-mail' order by j.id")
  for (const { id, payload } of rows) {
    await sendMail(payload, world.services)
    await world.pool.query('delete from graphile_worker._private_jobs where id = $1', [id])
  }
}

/** Lets the time pass, looking every half an hour. */
async function until(time: string): Promise<void> {
  const end = Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
  for (let at = Date.parse(world.services.clock()); at <= end; at += 1_800_000) {
    world.setTime(new Date(at).toISOString())
    await minute()
  }
}

async function prefer(who: Who, chosen: object): Promise<void> {
  const { status } = await world.call(null, 'PUT', '/api/staff/notices/preferences', { email: `${who}@bureau.example`, mail: {}, quiet: { from: '22:00', to: '07:30' }, digestAt: null, ...chosen }, await sessionFor(world, who))
  expect(status).toBe(200)
}
const referTo = (who: 'qian' | 'zhou') => world.call('li', 'POST', '/api/staff/cases', {
  channel: 'visit', subject: '雨棚漏水', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people[who], reason: '由你们办理' },
})
const received = (who: Who): string[] => letters.filter(({ to }) => to === `${who}@bureau.example`).map(({ at }) => at)

it('over a long holiday nothing comes at night, nothing twice, and nothing is lost while the mail server is away', async () => {
  await prefer('qian', { mail: { referred: 'digest' }, digestAt: '08:00' })
  await prefer('zhou', { mail: { referred: 'now' } })
  await until('2026-02-14 16:00')
  const { body: first } = await referTo('qian')
  await until('2026-02-14 22:30')
  await referTo('zhou')
  // The one that comes at night waits for the morning; the digest comes at its time.
  away = true
  await until('2026-02-17 23:30')
  expect(letters).toEqual([])
  away = false
  await until('2026-02-24 12:00')
  const digests = received('qian')
  // Tried again on each day until one got through; then nothing new, and so nothing until something is due after the holiday.
  expect(digests).toEqual(['2026-02-18 07:30', '2026-02-24 08:00'])
  expect(letters.find(({ to }) => to.startsWith('qian'))?.text).toContain(String(first.number))
  expect(letters.findLast(({ to }) => to.startsWith('qian'))?.text).not.toContain(String(first.number))
  // Tried for a day, and then given up: it stands in the product all the same, and in the outbox to be sent again.
  expect(received('zhou')).toEqual([])
  const gone = await world.db.selectFrom('outbox').select(['purpose', 'state', 'attempts', 'answer']).where('person_id', '=', world.people.zhou).execute()
  expect(gone).toEqual([{ purpose: 'notice', state: 'given-up', attempts: 7, answer: 'EENVELOPE 451' }])
  const hours = letters.map(({ at }) => at.slice(11))
  expect(hours.filter((time) => time >= '22:00' || time < '07:30')).toEqual([])
})

it('a digest that could not be sent in the evening is not sent in the night, and not after a later one', async () => {
  letters.length = 0
  await prefer('qian', { mail: { referred: 'digest' }, digestAt: '21:00' })
  await until('2026-02-25 18:00')
  await referTo('qian')
  away = true
  await until('2026-02-25 21:30')
  away = false
  await until('2026-02-26 12:00')
  expect(received('qian')).toEqual(['2026-02-26 07:30'])
  await referTo('qian')
  away = true
  await until('2026-02-27 20:30')
  away = false
  await until('2026-02-28 12:00')
  expect(received('qian').slice(1)).toEqual(['2026-02-27 21:00'])
  expect((await world.db.selectFrom('outbox').select('answer').where('answer', '=', 'digest-newer').execute())).toHaveLength(1)
  const left = await world.db.selectFrom('outbox').select(['purpose', 'state']).where('ended_at', 'is', null).execute()
  expect(left).toEqual([])
})
