import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, storePassword } from '../access/store-credentials.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const who of ['li', 'qian', 'guan'] as const) await setPassword(who, `${who}-清水-2026`)
})
afterAll(async () => { await world.drop() })
beforeEach(async () => { await world.db.deleteFrom('rate_limits').execute() })

async function setPassword(who: Who, password: string): Promise<void> {
  await storePassword(world.db, { institutionId: world.institutionId, personId: world.people[who], passwordHash: await hashPassword(password), setByOther: false })
}

const signIn = (login: string, password: string, headers: Record<string, string> = {}) => world.call(null, 'POST', '/api/staff/session', { login, password }, headers)
const rightOf = (who: Who): string => `${who}-清水-2026`

/** The session cookie as the browser sends it back, and how it was set. */
function cookieOf(headers: Record<string, unknown>): { cookie: string; flags: string } {
  const [pair = '', ...flags] = String(headers['set-cookie']).split('; ')
  return { cookie: pair, flags: flags.join('; ') }
}

async function signedIn(who: Who): Promise<{ cookie: string }> {
  const answered = await signIn(who, rightOf(who))
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  return { cookie: cookieOf(answered.headers).cookie }
}

const whoAmI = (headers: Record<string, string>) => world.call(null, 'GET', '/api/staff/session', undefined, headers)

describe('signing in', () => {
  it('answers who it is, with a cookie that scripts and other sites cannot use', async () => {
    const answered = await signIn('LI', rightOf('li'))
    expect(answered.status).toBe(200)
    expect(answered.body.person).toMatchObject({
      id: world.people.li, name: '李文', login: 'li', unit: { name: '规划科', path: ['青山县建设局', '规划科'] }, institution: { shortName: '县建设局', timeZone: 'Asia/Shanghai' },
      roles: [{ role: 'receptionist', unitName: '规划科' }], passwordChangeNeeded: false, demo: false, settings: { replyBy: 'firstContact', firstContactUntil: 'end', idleMinutes: 30 },
    })
    const { cookie, flags } = cookieOf(answered.headers)
    expect(cookie).toMatch(/^daodi_session=[A-Za-z0-9_-]{43}$/)
    expect(flags).toMatch(/HttpOnly/)
    expect(flags).toMatch(/SameSite=Strict/)
    expect(flags).not.toMatch(/Max-Age|Expires|Domain/)
    const { rows } = await world.pool.query<{ text: string }>('select s::text as text from sessions s')
    expect(rows.map((row) => row.text).join()).not.toContain(cookie.slice('daodi_session='.length))
    expect((await whoAmI({ cookie })).body.person.name).toBe('李文')
  })

  it('locks after as many failures, and for as long, as the installation says', async () => {
    world.services.signInLock = { failures: 3, seconds: 60 }
    for (let count = 0; count < 3; count += 1) expect((await signIn('guan', 'not the password')).body.code).toBe('wrong-credentials')
    const locked = await signIn('guan', rightOf('guan'))
    expect([locked.body.code, Number(locked.headers['retry-after']) <= 60]).toEqual(['account-locked', true])
    delete world.services.signInLock
    await world.pool.query('update people set locked_until = null')
  })

  it('refuses a wrong password, an unknown login and somebody without a password alike', async () => {
    const answers = [await signIn('li', 'not the password'), await signIn('nobody.here', 'not the password'), await signIn('sun', 'not the password')]
    for (const answered of answers) {
      expect(answered.status).toBe(401)
      expect(answered.body).toEqual(answers[0]?.body)
      expect(answered.headers['set-cookie']).toBeUndefined()
    }
    expect(answers[0]?.body.code).toBe('wrong-credentials')
  })

  it('replaces the session that the browser had', async () => {
    const first = await signedIn('li')
    const again = await signIn('li', rightOf('li'), first)
    expect((await whoAmI(first)).status).toBe(401)
    expect((await whoAmI({ cookie: cookieOf(again.headers).cookie })).status).toBe(200)
  })

  it('locks a login after five failures for 15 minutes, whether anybody has it or not, and does not look at the password meanwhile', async () => {
    world.setTime('2026-03-02 10:00')
    for (const login of ['qian', 'nobody.at.all']) {
      for (let failure = 0; failure < 5; failure += 1) expect((await signIn(login, `guess ${failure}`)).status).toBe(401)
      const locked = await signIn(login, login === 'qian' ? rightOf('qian') : 'guess')
      expect(locked.status).toBe(423)
      expect(locked.body.code).toBe('account-locked')
      expect(locked.headers['retry-after']).toBe('900')
    }
    // Recorded after the answer, so that its time tells nothing.
    await vi.waitFor(async () => expect(await kindsOf('qian')).toEqual(['account-locked']), { timeout: 20_000 })
    expect(await world.db.selectFrom('people').select('locked_until').where('login', '=', 'qian').executeTakeFirst()).toEqual({ locked_until: '2026-03-02T02:15:00.000Z' })
    // What the memory of tries has lost in a crash, the person's own row still knows.
    await world.db.deleteFrom('rate_limits').execute()
    expect((await signIn('qian', rightOf('qian'))).status).toBe(423)
    world.setTime('2026-03-02 10:16')
    expect((await signIn('qian', rightOf('qian'))).status).toBe(200)
  })

  it('starts counting anew after a success', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) await signIn('guan', 'a wrong one')
      expect((await signIn('guan', rightOf('guan'))).status).toBe(200)
    }
    expect(await world.db.selectFrom('people').select(['failed_sign_ins', 'locked_until']).where('login', '=', 'guan').executeTakeFirst()).toEqual({ failed_sign_ins: 0, locked_until: null })
  })

  it('lets many guesses at once look at no more passwords than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, guess) => signIn('li', `guess ${guess}`)))
    expect(answers.filter((answered) => answered.status === 401)).toHaveLength(5)
    expect(answers.filter((answered) => answered.status === 423)).toHaveLength(7)
    world.setTime('2026-03-02 11:00')
  })

  it('slows an address down that guesses at many logins, but not an office that signs in', async () => {
    for (let morning = 0; morning < 35; morning += 1) expect((await signIn('guan', rightOf('guan'))).status).toBe(200)
    for (let guess = 0; guess < 30; guess += 1) expect((await signIn(`guess${guess}`, 'the same for all')).status).toBe(401)
    const slowed = await signIn('guan', rightOf('guan'))
    expect(slowed.status).toBe(429)
    expect(slowed.body.code).toBe('too-fast')
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  it('ends when unused for as long as the policy says, and 16 hours after signing in at the latest', async () => {
    world.setTime('2026-03-03 08:30')
    const session = await signedIn('li')
    world.setTime('2026-03-03 08:59')
    expect((await whoAmI(session)).status).toBe(200)
    world.setTime('2026-03-03 09:28')
    expect((await whoAmI(session)).status).toBe(200)
    world.setTime('2026-03-03 09:59')
    expect((await whoAmI(session)).body.code).toBe('not-signed-in')
    world.setTime('2026-03-03 10:00')
    const long = await signedIn('li')
    for (let hour = 10; hour < 24; hour += 1) {
      for (const minute of ['10', '35', '59']) { world.setTime(`2026-03-03 ${hour}:${minute}`); expect((await whoAmI(long)).status).toBe(200) }
    }
    world.setTime('2026-03-04 00:20')
    expect((await whoAmI(long)).status).toBe(200)
    for (const time of ['00:45', '01:10', '01:35', '01:59']) { world.setTime(`2026-03-04 ${time}`); expect((await whoAmI(long)).status).toBe(200) }
    world.setTime('2026-03-04 02:01')
    expect((await whoAmI(long)).status).toBe(401)
  })

  it('ends at once for somebody who is disabled', async () => {
    const session = await signedIn('guan')
    await world.db.updateTable('people').set({ disabled_at: '2026-03-04T00:00:00.000Z' }).where('login', '=', 'guan').execute()
    expect((await whoAmI(session)).status).toBe(401)
    expect((await signIn('guan', rightOf('guan'))).body.code).toBe('wrong-credentials')
    await world.db.updateTable('people').set({ disabled_at: null }).where('login', '=', 'guan').execute()
  })

  it('is over after signing out; the others after signing out everywhere', async () => {
    const [here, there, elsewhere] = [await signedIn('li'), await signedIn('li'), await signedIn('li')]
    const left = await world.call(null, 'DELETE', '/api/staff/session', undefined, here)
    expect(left.status).toBe(204)
    expect(String(left.headers['set-cookie'])).toMatch(/^daodi_session=;.*Expires=Thu, 01 Jan 1970/)
    expect((await whoAmI(here)).status).toBe(401)
    expect((await whoAmI(there)).status).toBe(200)
    expect((await world.call(null, 'POST', '/api/staff/session/revocation', {}, there)).status).toBe(204)
    expect((await whoAmI(there)).status).toBe(401)
    expect((await whoAmI(elsewhere)).status).toBe(401)
    expect((await kindsOf('li')).at(-1)).toBe('signed-out-everywhere')
  })

  it('is nothing that can be made up', async () => {
    for (const cookie of ['daodi_session=', 'daodi_session=x', `daodi_session=${'A'.repeat(43)}`, `daodi_session=${'A'.repeat(4000)}`]) expect((await whoAmI({ cookie })).status).toBe(401)
  })
})

describe('a demonstration', () => {
  const people = () => world.app.inject({ method: 'GET', url: '/api/staff/demo/people' })
  const enter = (personId: string, remoteAddress = '127.0.0.1') => world.app.inject({ method: 'POST', url: '/api/staff/demo/session', payload: { personId }, remoteAddress })
  beforeAll(async () => {
    await world.db.updateTable('people').set({ demo_role: 'receptionist', post: '窗口' }).where('login', '=', 'li').execute()
    await world.db.updateTable('people').set({ demo_role: 'supervisor' }).where('login', '=', 'wu').execute()
  })
  afterAll(() => { world.services.demo = false })

  it('is the only thing that lets people in without a password', async () => {
    expect((await people()).json()).toMatchObject({ status: 404, code: 'not-a-demo' })
    expect((await enter(world.people.li)).json()).toMatchObject({ status: 404, code: 'not-a-demo' })
    expect(await world.db.selectFrom('sessions').select('digest').where('created_at', '=', world.services.clock()).where('person_id', '=', world.people.wu).execute()).toEqual([])
  })

  it('offers one person a role and signs in as whoever is chosen, on this machine only', async () => {
    world.services.demo = true
    expect((await people()).json().people).toEqual([
      { id: world.people.li, name: '李文', post: '窗口', unitName: '规划科', institutionName: '青山县建设局', role: 'receptionist' },
      { id: world.people.wu, name: '吴静', post: '', unitName: '办公室', institutionName: '青山县建设局', role: 'supervisor' },
    ])
    const entered = await enter(world.people.wu)
    expect(entered.json().person).toMatchObject({ name: '吴静', demo: true })
    const { cookie } = cookieOf(entered.headers)
    expect((await whoAmI({ cookie })).body.person.name).toBe('吴静')
    const changed = await world.app.inject({ method: 'POST', url: '/api/staff/demo/session', payload: { personId: world.people.li }, headers: { cookie } })
    expect(changed.json().person.name).toBe('李文')
    expect((await whoAmI({ cookie })).status).toBe(401)
    expect((await enter(world.services.newId())).json().code).toBe('no-such-person')
    for (const address of ['203.0.113.5', '10.0.0.1', '::ffff:203.0.113.5']) expect((await enter(world.people.li, address)).json().code).toBe('not-a-demo')
    expect((await enter(world.people.li, '::1')).statusCode).toBe(200)
  })
})

async function kindsOf(who: Who): Promise<string[]> {
  const rows = await world.db.selectFrom('ledger_entries').select('kind').where('stream', '=', `person:${world.people[who]}`).orderBy('seq').execute()
  return rows.map((row) => row.kind)
}
