import { expect, test } from 'vitest'
import { piecesToSpeak } from './read-aloud.ts'

test('what is read aloud comes sentence by sentence, never longer than a phone voice lasts, and nothing is lost', () => {
  const text = `许可科 钱博 正在办理\n最迟3月17日前答复您。${'很'.repeat(200)}！完`
  const pieces = piecesToSpeak(text)
  expect(pieces.slice(0, 2)).toEqual(['许可科 钱博 正在办理', '最迟3月17日前答复您。'])
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(80)
  expect(pieces.join('')).toBe(text.replace(/\n/g, ''))
})
