import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationSecrets, keyFileIn, readKey } from './secret-key.ts'

let folder: string
let told: string[] = []
const note = (message: object | string): void => { told.push(JSON.stringify(message)) }
const log = { info: note, warn: note, error: note }
const secretsHere = (key: Buffer | null = null) => installationSecrets({ dataDir: folder, key, log })
const opened = (text: string) => ({ ok: true, text })

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'daodi-secrets-')); told = [] })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

describe('stored secrets', () => {
  it('are opened by the key they were closed with, in the row they belong to, and nowhere else', () => {
    const secrets = secretsHere()
    const box = secrets.close('口令 geheim', 'mail a')
    expect(box).not.toContain('geheim')
    expect(secrets.close('口令 geheim', 'mail a')).not.toBe(box)
    expect(secrets.open(box, 'mail a')).toEqual(opened('口令 geheim'))
    expect(secrets.open(box, 'mail b')).toEqual({ ok: false, fault: 'key-wrong' })
    expect(secrets.open(`${box.slice(0, -2)}AA`, 'mail a')).toEqual({ ok: false, fault: 'key-wrong' })
    for (const broken of ['', 'x', '1::', `2${box.slice(1)}`]) expect(secrets.open(broken, 'mail a').ok).toBe(false)
  })

  it('have a key that is made at the first need, for its owner only, and the same after a restart', () => {
    const first = secretsHere()
    expect(first.open('1:abc:def', 'x')).toEqual({ ok: false, fault: 'key-missing' })
    expect(readdirSync(folder)).toEqual([])
    const box = first.close('geheim', 'x')
    expect(readdirSync(folder)).toEqual(['secrets.key'])
    expect(statSync(keyFileIn(folder)).mode & 0o777).toBe(0o600)
    expect(secretsHere().open(box, 'x')).toEqual(opened('geheim'))
    expect(told.join()).not.toContain(readFileSync(keyFileIn(folder), 'utf8').trim())
  })

  it('say which it is: no key, or another one; a key put back is found without a restart', () => {
    const box = secretsHere().close('geheim', 'x')
    const key = readFileSync(keyFileIn(folder), 'utf8')
    rmSync(keyFileIn(folder))
    const secrets = secretsHere()
    expect(secrets.open(box, 'x')).toEqual({ ok: false, fault: 'key-missing' })
    writeFileSync(keyFileIn(folder), key, { mode: 0o600 })
    expect(secrets.open(box, 'x')).toEqual(opened('geheim'))
    expect(secretsHere(Buffer.alloc(32, 1)).open(box, 'x')).toEqual({ ok: false, fault: 'key-wrong' })
  })

  it('refuse a file that holds no key, and complain of one that others can read', () => {
    writeFileSync(keyFileIn(folder), 'tomato\n', { mode: 0o600 })
    expect(() => secretsHere().close('geheim', 'x')).toThrow(/does not hold a key/)
    expect(readFileSync(keyFileIn(folder), 'utf8')).toBe('tomato\n')
    writeFileSync(keyFileIn(folder), Buffer.alloc(32, 9).toString('hex'))
    rmSync(keyFileIn(folder))
    writeFileSync(keyFileIn(folder), Buffer.alloc(32, 9).toString('hex'), { mode: 0o644 })
    secretsHere().close('geheim', 'x')
    expect(told.join()).toContain('chmod 600')
  })

  it.each([
    [Buffer.alloc(32, 5).toString('base64'), true], [Buffer.alloc(32, 5).toString('base64url'), true], [`${Buffer.alloc(32, 5).toString('hex')}\n`, true],
    [Buffer.alloc(31, 5).toString('base64'), false], [Buffer.alloc(33, 5).toString('hex'), false], ['', false], ['geheim', false],
  ])('read a key from %s', (text, good) => {
    expect(readKey(text)?.equals(Buffer.alloc(32, 5)) ?? false).toBe(good)
  })
})
