import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readTables } from './read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'daodi-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = '日期,事由\n2026-03-02,路灯不亮，居民反映三次\n2026-03-03,自建房翻建要办哪些手续\n'
/** 「日期,事由⏎路灯不亮⏎」 as Excel on a Chinese Windows writes it. */
const gbk = Buffer.from('c8d5c6da2cc2b7b5c60ac2b7b5c6b2bbc1c10a', 'hex')
const utf16be = Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()

describe('text of an imported file', () => {
  it.each([
    ['UTF-8', Buffer.from(words), words], ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), words], ['UTF-16, low byte first', Buffer.from(`\uFEFF${words}`, 'utf16le'), words],
    ['UTF-16, high byte first', utf16be, words], ['GBK', gbk, '日期,路灯\n路灯不亮\n'], ['ASCII', Buffer.from('a,b\n'), 'a,b\n'],
  ])('is read in %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text })
  })

  it('is refused with the line, where a byte of UTF-8 is damaged, and never read as something else', async () => {
    const damaged = Buffer.from(words)
    damaged[damaged.indexOf('路灯') + 1] = 0x41
    expect(decodeText(damaged)).toEqual({ ok: false, line: 2 })
    expect(decodeText(Buffer.concat([Buffer.from('\uFEFFa,b\n1,'), gbk]))).toEqual({ ok: false, line: 2 })
    writeFileSync(join(folder, 'a.csv'), damaged)
    await expect(readTables(join(folder, 'a.csv'))).rejects.toThrow(/line 2 .*save it anew/)
  })

  it('is refused where it is no text, or without a mark in UTF-16, or one byte only', async () => {
    expect(decodeText(Buffer.from(words, 'utf16le'))).toEqual({ ok: false, line: null })
    expect(decodeText(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]))).toEqual({ ok: false, line: null })
    writeFileSync(join(folder, 'b.csv'), Buffer.from([0xff]))
    await expect(readTables(join(folder, 'b.csv'))).rejects.toThrow('is neither a workbook nor text')
  })
})
