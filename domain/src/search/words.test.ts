import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchQuery, searchVector, wordsOf } from './words.ts'

describe('words of a text', () => {
  it('pairs Han characters and keeps the last one', () => {
    expect(wordsOf('首问负责').map((word) => word.text)).toEqual(['首问', '问负', '负责', '责'])
  })
  it('keeps Latin words and numbers whole and folds width and case', () => {
    expect(wordsOf('办理ＡＢＣ房 13800000001号').map((word) => word.text)).toEqual(['办理', '理', 'abc', '房', '13800000001', '号'])
  })
  it('leaves a gap between runs, so that no phrase reaches across punctuation', () => {
    const [a, , b] = wordsOf('天地，玄黄')
    expect((b?.position ?? 0) - (a?.position ?? 0)).toBeGreaterThan(2)
  })
  it('writes PostgreSQL notation and escapes quotes', () => {
    expect(searchVector('天地天地')).toBe("'天地':1,3 '地天':2 '地':4")
    expect(searchQuery('天地玄')).toBe("('天地' <-> '地玄')")
    expect(searchQuery('天')).toBe("'天':*")
    expect(searchQuery(' ，。')).toBeNull()
  })
  it('finds every substring: the pairs of a part stand next to each other in the whole', () => {
    const han = fc.array(fc.constantFrom(...'首问负责制办理答复转签收'), { minLength: 2, maxLength: 30 })
    fc.assert(fc.property(han, fc.nat(), fc.nat(), (characters, a, b) => {
      const from = a % (characters.length - 1)
      const to = from + 2 + (b % (characters.length - from - 1))
      const part = wordsOf(characters.slice(from, to).join('')).slice(0, -1).map((word) => word.text)
      const whole = wordsOf(characters.join('')).slice(0, -1).map((word) => word.text)
      expect(whole.slice(from, from + part.length)).toEqual(part)
    }))
  })
})
