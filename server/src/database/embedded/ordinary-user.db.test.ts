import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, defaultDataDir } from './data-folder.ts'
import { canEnter, isRoot, type OperatingUser, userForRoot } from './operating-user.ts'
import { isAlive } from './processes.ts'
import { startEmbedded } from './start-embedded.ts'
import { newFolder, removeFolder, serverPid, type Starter, spawnStarter } from './testing-embedded.ts'

// Only root can try what another user would see; run by an ordinary user, the other files already do.
const nobody: OperatingUser = { name: 'nobody', uid: 65_534, gid: 65_534 }
const possible = isRoot() && process.platform === 'linux' && canEnter(nobody, import.meta.dirname)

let folder: string
let dataDir: string
let starters: Starter[] = []

beforeEach(() => {
  folder = newFolder()
  dataDir = join(folder, 'data')
})

afterEach(() => {
  for (const starter of starters) starter.process.kill('SIGKILL')
  starters = []
  removeFolder(folder, dataDir)
})

function startAs(user: OperatingUser): Starter {
  const starter = spawnStarter(dataDir, user)
  starters.push(starter)
  return starter
}

function ownerOf(path: string): number {
  return statSync(path).uid
}

function makeDataDir(owner: OperatingUser): void {
  mkdirSync(dataDir)
  chownSync(dataDir, owner.uid, owner.gid)
}

describe('an ordinary user', { skip: !possible }, () => {
  it('runs the database as himself; root later keeps to that', async () => {
    chownSync(folder, nobody.uid, nobody.gid)
    const starter = startAs(nobody)
    expect(await starter.answer()).toMatchObject({ adopted: false })
    const { cluster } = dataFolder(dataDir)
    expect(ownerOf(cluster)).toBe(nobody.uid)
    expect(ownerOf(`/proc/${serverPid(dataDir)}`)).toBe(nobody.uid)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    starter.process.kill('SIGTERM')
    expect(await starter.answer()).toEqual({ stopped: true })

    const byRoot = await startEmbedded({ dataDir })
    expect(ownerOf(`/proc/${serverPid(dataDir)}`)).toBe(nobody.uid)
    await byRoot.stop()

    const again = startAs(nobody)
    expect(await again.answer()).toMatchObject({ adopted: false })
    again.process.kill('SIGTERM')
    expect(await again.exited).toBe(0)
  })

  it('is adopted from by root, and the other way round is refused in a sentence', async () => {
    chownSync(folder, nobody.uid, nobody.gid)
    const starter = startAs(nobody)
    await starter.answer()
    const pid = serverPid(dataDir)
    starter.process.kill('SIGKILL')
    await starter.exited
    const server = await startEmbedded({ dataDir })
    expect({ adopted: server.adopted, pid: serverPid(dataDir) }).toEqual({ adopted: true, pid })
    expect(await startAs(nobody).answer()).toMatchObject({ refused: expect.stringContaining('is in use by another running Daodi') })
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('is told that the folder cannot be written', async () => {
    mkdirSync(dataDir)
    expect(await startAs(nobody).answer()).toEqual({
      refused: `The data folder ${dataDir} cannot be written (EACCES: permission denied, open '${dataDir}/.writable-${starters[0]?.pid}'); make it writable or set DATA_DIR to another folder.`,
    })
  })

  it('is told that the database belongs to somebody else', async () => {
    makeDataDir(nobody)
    const { cluster } = dataFolder(dataDir)
    mkdirSync(cluster)
    expect(await startAs(nobody).answer()).toEqual({
      refused: `${cluster} belongs to the user root; start as that user or as root, or set DATA_DIR to a folder of your own.`,
    })
  })

  it('without an entry in /etc/passwd is told so', async () => {
    const stranger: OperatingUser = { name: '', uid: 54_321, gid: 54_321 }
    makeDataDir(stranger)
    expect(await startAs(stranger).answer()).toEqual({
      refused: 'The user number 54321 has no entry in /etc/passwd, without which PostgreSQL refuses to run; add one, or set DATABASE_URL to an outside server.',
    })
  })
})

describe('root', { skip: !isRoot() }, () => {
  it('hands the server to an unprivileged user with an entry in /etc/passwd', async () => {
    const before = process.umask(0o077)
    try {
      const server = await startEmbedded({ dataDir: join(dataDir, 'deeper') })
      const { cluster } = dataFolder(join(dataDir, 'deeper'))
      const user = userForRoot(folder)
      expect(user.uid).toBeGreaterThan(0)
      expect(ownerOf(cluster)).toBe(user.uid)
      expect(ownerOf(`/proc/${serverPid(join(dataDir, 'deeper'))}`)).toBe(user.uid)
      await server.stop()
    } finally {
      process.umask(before)
    }
  })

  it('is told which folder on the way is closed, and nothing is made', async () => {
    chmodSync(folder, 0o700)
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      `PostgreSQL runs as the user ${userForRoot('/').name}, who cannot enter ${folder}; set DATA_DIR to a folder that everybody may pass through, such as /var/lib/daodi.`,
    )
    expect(spawnSync('ls', ['-A', dataDir], { encoding: 'utf8' }).stdout).toBe('')
  })

  it('gets a default folder that the other user can enter', () => {
    expect(defaultDataDir(folder)).toBe(join(folder, 'data'))
    chmodSync(folder, 0o700)
    expect(defaultDataDir(folder)).toBe('/var/lib/daodi')
    expect(defaultDataDir(join(folder, 'not', 'yet', 'there'))).toBe('/var/lib/daodi')
  })

  it('is told to give back a database that root owns', async () => {
    mkdirSync(dataDir)
    mkdirSync(dataFolder(dataDir).cluster)
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/belongs to root, as whom PostgreSQL refuses to run; give it back with: chown -R \w+ /)
  })
})
