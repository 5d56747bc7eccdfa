import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect, waitForDatabase } from '../connect.ts'
import { transaction } from '../transaction.ts'
import { dataFolder } from './data-folder.ts'
import { findServersOf, isAlive } from './processes.ts'
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './start-embedded.ts'
import { killAndWait, newFolder, removeFolder, serverPid, type Starter, spawnStarter } from './testing-embedded.ts'

const dataDir = newFolder()
const { cluster } = dataFolder(dataDir)
let starters: Starter[] = []
const startedHere: EmbeddedDatabase[] = []

function start(): Starter {
  const starter = spawnStarter(dataDir)
  starters.push(starter)
  return starter
}

beforeAll(async () => {
  const server = await startEmbedded({ dataDir })
  const { pool, close } = connect(server.url)
  await pool.query('create table written (number integer primary key)')
  await close()
  await server.stop()
})

// A test that fails must not leave the folder locked for those after it.
afterEach(async () => {
  for (const starter of starters) starter.process.kill('SIGKILL')
  starters = []
  for (const server of startedHere.splice(0)) await server.stop()
})

afterAll(() => removeFolder(dataDir))

async function numbersIn(server: { url: string }): Promise<number[]> {
  const { pool, close } = connect(server.url)
  const { rows } = await pool.query<{ number: number }>('select number from written order by number')
  await close()
  return rows.map((row) => row.number)
}

async function write(url: string, number: number): Promise<void> {
  const { pool, close } = connect(url)
  await pool.query('insert into written values ($1)', [number])
  await close()
}

async function startHere(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const server = await startEmbedded({ dataDir, ...options })
  startedHere.push(server)
  return server
}

describe('node killed with -9', () => {
  it('leaves the server running; the next start adopts it, with everything written', async () => {
    const starter = start()
    const { url } = await starter.answer()
    await write(String(url), 1)
    const pid = serverPid(dataDir)
    killAndWait(starter.pid)
    expect(isAlive(pid)).toBe(true)
    const server = await startHere()
    expect({ adopted: server.adopted, url: server.url, pid: serverPid(dataDir) }).toEqual({ adopted: true, url, pid })
    expect(findServersOf(cluster)).toEqual([pid])
    expect(await numbersIn(server)).toContain(1)
    await server.stop()
    expect(findServersOf(cluster)).toEqual([])
  })

  it('together with the server starts a new one', async () => {
    const starter = start()
    const { url } = await starter.answer()
    await write(String(url), 2)
    const pid = serverPid(dataDir)
    killAndWait(starter.pid)
    killAndWait(pid)
    const server = await startHere()
    expect(server.adopted).toBe(false)
    expect(await numbersIn(server)).toContain(2)
    await server.stop()
  })

  it('and postmaster.pid emptied besides never leads to two servers', async () => {
    const starter = start()
    await starter.answer()
    const pid = serverPid(dataDir)
    killAndWait(starter.pid)
    writeFileSync(join(cluster, 'postmaster.pid'), '')
    const server = await startHere()
    expect(findServersOf(cluster)).toEqual([serverPid(dataDir)])
    expect(serverPid(dataDir)).not.toBe(pid)
    expect(await numbersIn(server)).toContain(2)
    await server.stop()
  })

  it.each([100, 300, 500, 700, 900, 1200])('%i ms into a start does not spoil the next one', async (delay) => {
    const starter = start()
    await Promise.race([sleep(delay), starter.answer()])
    killAndWait(starter.pid)
    const server = await startHere()
    expect(findServersOf(cluster)).toHaveLength(1)
    expect(await numbersIn(server)).toContain(2)
    await server.stop()
  })

  it.each([600, 1000, 1500, 2200])('%i ms into the very first start does not spoil the next one', async (delay) => {
    const folder = newFolder()
    const starter = spawnStarter(folder)
    starters.push(starter)
    await Promise.race([sleep(delay), starter.answer()])
    killAndWait(starter.pid)
    const server = await startHere({ dataDir: folder })
    const { pool, close } = connect(server.url)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await close()
    expect(findServersOf(dataFolder(folder).cluster)).toHaveLength(1)
    await server.stop()
    removeFolder(folder)
  })
})

describe('two processes', () => {
  it('started one after the other: the second says so and ends', async () => {
    const first = start()
    await first.answer()
    const second = start()
    expect(await second.answer()).toEqual({
      refused: `The data folder ${dataDir} is in use by another running Daodi (process ${first.pid}); stop that one, or set DATA_DIR to another folder.`,
    })
    expect(await second.exited).toBe(1)
    first.process.kill('SIGTERM')
    expect(await first.answer()).toEqual({ stopped: true })
    expect(await first.exited).toBe(0)
  })

  it('started at the same instant on a stale lock: exactly one goes on', async () => {
    const killed = start()
    await killed.answer()
    killAndWait(killed.pid)
    const answers = await Promise.all([start(), start(), start()].map((starter) => starter.answer()))
    expect(answers.filter((answer) => 'url' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => String(answer['refused']).includes('is in use by another running Daodi'))).toHaveLength(2)
    for (const starter of starters) killAndWait(starter.pid)
    await (await startHere()).stop()
  })

  it('are told apart when the number of a dead one is used again', async () => {
    writeFileSync(dataFolder(dataDir).lock, `${process.pid}\nsome other start\n`)
    const server = await startHere()
    expect(await numbersIn(server)).toContain(2)
  })
})

describe('postgres killed with -9', () => {
  it('comes back by itself; the pool reconnects and no acknowledged write is lost', async () => {
    const warnings: string[] = []
    const server = await startHere({ log: { info: () => undefined, warn: (message) => warnings.push(message) } })
    const { db, pool, close } = connect(server.url, { maxConnections: 4, reconnectFor: 20_000 })
    await waitForDatabase(pool)
    const acknowledged: number[] = []
    let next = 1_000
    const writing = new AbortController()
    const writer = async (): Promise<void> => {
      while (!writing.signal.aborted) {
        next += 1
        const number = next
        try {
          await transaction(db, (trx) => trx.withTables<{ written: { number: number } }>().insertInto('written').values({ number }).execute())
          acknowledged.push(number)
        } catch {
          // In flight when the server died: not acknowledged, so it may be there or not.
        }
      }
    }
    const writers = [writer(), writer(), writer()]
    for (const round of [1, 2]) {
      await sleep(400)
      const before = acknowledged.length
      expect(before).toBeGreaterThan(round)
      killAndWait(serverPid(dataDir))
      await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 10)
    }
    writing.abort()
    await Promise.all(writers)
    const { rows } = await pool.query<{ number: number }>('select number from written where number > 1000')
    const kept = new Set(rows.map((row) => row.number))
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
    expect(warnings.filter((warning) => warning.includes('ended unexpectedly'))).toHaveLength(2)
    await close()
    await server.stop()
    expect(findServersOf(cluster)).toEqual([])
  })

  it('and stopped at once stays stopped', async () => {
    const server = await startHere()
    killAndWait(serverPid(dataDir))
    await server.stop()
    await sleep(600)
    expect(findServersOf(cluster)).toEqual([])
    expect(statSync(dataFolder(dataDir).lock, { throwIfNoEntry: false })).toBeUndefined()
  })
})
