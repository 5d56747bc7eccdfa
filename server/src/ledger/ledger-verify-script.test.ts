import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { aLedger, aStream, each, linesOfLedger, type TestLedger } from './testing-ledger.ts'
import { linesOf } from './text-lines.ts'
import { verifyExport } from './verify-export.ts'

const script = join(import.meta.dirname, '../../../docs/ledger-verify.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.warn('SKIPPED: python3 is not installed, so docs/ledger-verify.py is not compared with the verifier.')

const folder = mkdtempSync(join(tmpdir(), 'daodi-ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Edit = (ledger: TestLedger) => void
type FileEdit = (lines: string[]) => string[]
const same: FileEdit = (lines) => lines

const cases: [string, Edit, FileEdit, RegExp][] = [
  ['nothing', () => {}, same, /^GOOD: 13 entries, 4 streams, 3 seals, 2 not sealed yet$/],
  [
    'a bit flipped',
    ({ entries }) => (entries[6] = { ...entries[6]!, data: { 序号: 0 } }),
    same,
    /^BAD: stream case:2: entry 2 was altered$/,
  ],
  ['an entry deleted', ({ entries }) => entries.splice(6, 1), same, /^BAD: stream case:2: entry 2 is missing/],
  [
    'a whole stream deleted',
    ({ entries }) => entries.splice(5, 3),
    same,
    /^BAD: seal 2: stream case:2: entries 1 to 3 are missing$/,
  ],
  [
    'two entries reordered',
    ({ entries }) => ([entries[5], entries[6]] = [entries[6]!, entries[5]!]),
    same,
    /^BAD: stream case:2: entry 1 is missing or out of order$/,
  ],
  [
    'a stream written anew',
    ({ entries }) => entries.splice(5, 3, ...aStream(Array.from({ length: 3 }, () => ({ stream: 'case:2' })))),
    same,
    /^BAD: seal 2: stream case:2: entry 3 is not the one that was sealed$/,
  ],
  [
    'a number with a fraction',
    ({ entries }) => (entries[6] = { ...entries[6]!, data: { n: 1.5 } }),
    same,
    /^BAD: .*without canonical form/,
  ],
  ['a seal deleted', ({ seals }) => seals.splice(0, 1), same, /^BAD: seal 1 is missing$/],
  ['a seal altered', ({ seals }) => (seals[1] = { ...seals[1]!, toXid: '901' }), same, /^BAD: seal 2 was altered$/],
  ['the end cut off', () => {}, (lines) => lines.slice(0, -1), /^BAD: the file is cut off$/],
  ['a space added', () => {}, (lines) => lines.with(3, lines[3]!.replace(':', ': ')), /^BAD: line 4: not as it was exported$/],
  ['a name in the header', () => {}, (lines) => lines.with(0, lines[0]!.replace('青', '清')), /^BAD: the footer does not fit/],
  ['half a line', () => {}, (lines) => lines.with(3, lines[3]!.slice(0, 30)), /^BAD: not a ledger export/],
]

const suite = hasPython ? describe : describe.skip

suite(`docs/ledger-verify.py agrees with the verifier${hasPython ? '' : ' (SKIPPED: python3 is not installed)'}`, () => {
  test.each(cases)('about an export with %s', async (name, edit, editFile, says) => {
    const ledger = aLedger()
    edit(ledger)
    const lines = editFile(await linesOfLedger(ledger))
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    const path = join(folder, `${name.replaceAll(' ', '-')}.jsonl`)
    writeFileSync(path, bytes)
    const { ok } = await verifyExport(linesOf(each([bytes])))
    const { status, stdout, stderr } = spawnSync('python3', [script, path], { encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' } })
    expect((stdout + stderr).trim()).toMatch(says)
    expect(status === 0).toBe(ok)
  })
})
