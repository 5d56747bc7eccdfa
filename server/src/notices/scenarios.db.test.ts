import { afterEach, describe, expect, it } from 'vitest'
import { caseKeeper } from '../cases/keeper.ts'
import { advanceObligations } from '../obligations/advance.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'

/** What whole organisations expect: exactly these people at exactly these moments, and nobody else. */
let world: World
afterEach(async () => { await world.drop() })

async function post(who: Who, url: string, body: object = {}): Promise<ReturnType<typeof JSON.parse>> {
  const { status, body: reply } = await world.call(who, 'POST', url, body)
  expect(status, `${url} ${JSON.stringify(reply)}`).toBeLessThan(300)
  return reply
}
const act = (who: Who, caseId: string, path: string, body: object = {}) => post(who, `/api/staff/cases/${caseId}/${path}`, body)
const register = (who: Who, subject: string, decision: object, more: object = {}) => post(who, '/api/staff/cases', { channel: 'visit', subject, category: 'help', decision, ...more })

/** Lets the clock run, ten minutes at a time, as a server would. */
async function passUntil(time: string): Promise<void> {
  const end = Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
  for (let at = Date.parse(world.services.clock()); at <= end; at += 600_000) {
    world.setTime(new Date(at).toISOString())
    await advanceObligations(world.services, caseKeeper, { limit: 50 })
  }
  world.setTime(time)
}

async function told(): Promise<string[]> {
  const rows = await world.db.selectFrom('notices').innerJoin('people', 'people.id', 'notices.person_id').select(['people.login', 'notices.kind', 'notices.at'])
    .orderBy('notices.at').orderBy('notices.id').orderBy('people.login').execute()
  return rows.map(({ login, kind, at }) => `${new Date(Date.parse(at) + 28_800_000).toISOString().slice(5, 16).replace('T', ' ')} ${login} ${kind}`)
}

describe('who is told', () => {
  it('while nobody rules: the arbiter at the report, the next target when the first is late, the first contact of the ruling, the top not at all', async () => {
    world = await makeWorld('county-bureau', '2026-03-02 09:10')
    const { id } = await register('li', '违约金条款怎么办', { branch: 'unclear', reason: '职责不清' })
    await passUntil('2026-03-04 15:00')
    await act('bao', id, 'ruling', { handlerPersonId: world.people.qian })
    expect(await told()).toEqual(['03-02 09:10 an rulingAsked', '03-03 17:30 an dutyLate', '03-03 17:30 bao rulingAsked', '03-04 15:00 li ruled', '03-04 15:00 qian ruled'])
  })
})
