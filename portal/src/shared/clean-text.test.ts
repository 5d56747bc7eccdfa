import { expect, test } from 'vitest'
import { cleanLine, cleanNumber, cleanPhone, cleanProse } from './clean-text.ts'

test.each([
  ['direction marks around a copied phone number go', '\u202A138 0000 0001\u202C', '138 0000 0001'],
  ['full-width digits and hyphens become plain ones', '０５３６－８０００－３０５', '0536-8000-305'],
  ['a long dash becomes a hyphen', '0536\u20148000305', '0536-8000305'],
])('phone: %s', (_, typed, sent) => expect(cleanPhone(typed)).toBe(sent))

test('a number is read however it was typed', () => {
  expect(cleanNumber(' ｊｓ20260302 \u2013 0007\u200B')).toBe('JS20260302-0007')
})

test('one line keeps no line ends, tabs or joiners, several lines keep LF and the joiner of an emoji', () => {
  expect(cleanLine('路灯\r\n不亮\t了\u200D')).toBe('路灯 不亮 了')
  expect(cleanProse('一\r\n二\u0007 👨\u200D👩\u200D👧\u200B ')).toBe('一\n二 👨\u200D👩\u200D👧')
})

test('half of a character that the keyboard cut in two is left out, a whole one stays', () => {
  expect(cleanProse('\uD83D好\uDE00😀')).toBe('好😀')
})
