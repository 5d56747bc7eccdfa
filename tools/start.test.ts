// The start command, run on a small checkout of its own whose path has a space and Chinese characters in it.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeTooOld } from './node-version.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
let checkout: string

const program = `
import { greet } from '@daodi/domain/greet.ts'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
const [command, ...rest] = process.argv.slice(2)
const here = dirname(fileURLToPath(import.meta.url))
if (process.argv[1] !== fileURLToPath(import.meta.url)) throw new Error('not the program being run')
if (command === 'fail') process.exit(7)
if (command === 'serve') {
  process.once('SIGINT', () => setTimeout(() => { console.log('stopped gracefully'); process.exit(0) }, 300))
  console.log('ready')
  setInterval(() => undefined, 1000)
} else if (command === 'wait') {
  console.log('ready')
  setInterval(() => undefined, 1000)
} else console.log(JSON.stringify([greet(), command, rest, existsSync(join(here, 'migrations', '0001-x.sql'))]))
`

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'daodi 到底 '))
  await mkdir(join(checkout, 'tools'))
  for (const name of await readdir(join(root, 'tools'))) {
    if (name.endsWith('.mjs')) await cp(join(root, 'tools', name), join(checkout, 'tools', name))
  }
  // The webs are left out here: their compiler is tried by the journeys, which run on its result.
  const recipe = await readFile(join(root, 'tools', 'parts.mjs'), 'utf8')
  await put('tools/parts.mjs', recipe.replaceAll(`kind: 'web',`, `kind: 'web', optional: true,`))
  await put('package.json', '{ "name": "small", "type": "module" }')
  await put('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }')
  await put('node_modules/.package-lock.json', '{ "packages": {} }')
  await put('domain/package.json', '{ "name": "@daodi/domain", "type": "module", "exports": { "./*": "./src/*" } }')
  await put('domain/src/greet.ts', `export const greet = (): string => '您好'\n`)
  await put('server/src/commands/daodi.ts', program)
  await put('server/migrations/0001-x.sql', 'select 1')
  await mkdir(join(checkout, 'node_modules/@daodi'))
  await symlink(join(root, 'node_modules/esbuild'), join(checkout, 'node_modules/esbuild'))
  await symlink(join(checkout, 'domain'), join(checkout, 'node_modules/@daodi/domain'))
})

afterEach(() => rm(checkout, { recursive: true, force: true }))

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(checkout, file)), { recursive: true })
  await writeFile(join(checkout, file), text)
}

function start(...words: string[]) {
  const child = spawn(process.execPath, [join(checkout, 'tools/start.mjs'), ...words], { cwd: tmpdir() })
  const seen = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => { seen.out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { seen.err += chunk.toString() })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, ...seen }))
  })
  const ready = async (): Promise<void> => {
    while (!seen.out.includes('ready')) await wait(20)
  }
  return { child, ended, ready }
}

describe('starting a command', () => {
  test('builds first, passes the words on, keeps stdout for the command, and does not build again', async () => {
    const cold = await start('say', 'a b', '到').ended
    expect(cold.err).toContain('built server')
    expect(cold.err).not.toContain('staff-web')
    expect(cold).toMatchObject({ code: 0, out: '["您好","say",["a b","到"],true]\n' })
    expect(await start('say').ended).toMatchObject({ code: 0, err: '', out: '["您好","say",[],true]\n' })
  })

  test('builds again when a source or the lock file changed, not when a test did', async () => {
    await start('say').ended
    await put('domain/src/greet.test.ts', 'throw new Error("never bundled")')
    expect((await start('say').ended).err).toBe('')
    await put('domain/src/greet.ts', `export const greet = (): string => '再见'\n`)
    expect((await start('say').ended).out).toContain('再见')
    expect(await readdir(join(checkout, 'dist'))).toEqual(['.server.stamp', 'server'])
  })

  test('two at once build once and both answer', async () => {
    const both = await Promise.all([start('say').ended, start('say').ended])
    for (const { code, out } of both) expect([code, out]).toEqual([0, '["您好","say",[],true]\n'])
    expect(both.map(({ err }) => err).join('').match(/built server/g)).toHaveLength(1)
  })

  test('a broken source keeps the last good build and fails with its message', async () => {
    await start('say').ended
    const good = await readFile(join(checkout, 'dist/server/daodi.js'), 'utf8')
    await put('domain/src/greet.ts', 'export const greet = (\n')
    const { code, err } = await start('say').ended
    expect(code).toBe(1)
    expect(err).toContain('greet.ts')
    expect(await readFile(join(checkout, 'dist/server/daodi.js'), 'utf8')).toBe(good)
  })

  test('passes the exit code on', async () => {
    expect((await start('fail').ended).code).toBe(7)
  })

  test('one Ctrl-C that arrives twice still stops gracefully', async () => {
    const { child, ended, ready } = start('serve')
    await ready()
    child.kill('SIGINT')
    await wait(50)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 0, out: 'ready\nstopped gracefully\n' })
  })

  test('a command that does not listen for signals ends at the first', async () => {
    const { child, ended, ready } = start('wait')
    await ready()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
  })
})

test('a lock left by a process that died is taken over', async () => {
  const dead = spawn(process.execPath, ['-e', '0'])
  await new Promise((resolve) => { dead.once('exit', resolve) })
  const { hostname } = await import('node:os')
  await put('.cache/prepare.lock', JSON.stringify({ pid: dead.pid, host: hostname(), started: '1', token: 'x' }))
  expect((await start('say').ended).code).toBe(0)
})

test.each([
  ['18.20.8', true], ['20.18.3', true], ['20.19.0', false], ['20.20.2', false], ['22.0.0', false], ['24.1.0', false],
])('Node %s too old: %s', (version, tooOld) => {
  expect(nodeTooOld(version) !== null).toBe(tooOld)
})
