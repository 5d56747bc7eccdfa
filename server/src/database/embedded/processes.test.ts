import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { isAlive, isServerOf, processIdentity } from './processes.ts'

describe('processes', () => {
  it('are alive until they end', () => {
    expect(isAlive(process.pid)).toBe(true)
    const ended = spawnSync('true')
    expect(isAlive(ended.pid)).toBe(false)
  })

  it('that nobody has collected are not alive', { skip: process.platform === 'win32' }, async () => {
    // The shell becomes sleep, which never asks after the child that the shell had.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const zombie = await new Promise<number>((resolve) => createInterface({ input: parent.stdout }).once('line', (line) => resolve(Number(line))))
    await expect.poll(() => isAlive(zombie)).toBe(false)
    expect(() => process.kill(zombie, 0)).not.toThrow()
    parent.kill()
  })

  it('have an identity that stays, and differs from that of others', () => {
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid))
    expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid))
  })

  it('that are no PostgreSQL server are recognised as such', () => {
    expect(isServerOf(process.pid, '/somewhere')).toBe(false)
  })
})
