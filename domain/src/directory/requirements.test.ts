import { describe, expect, it } from 'vitest'
import { isMuddled } from './opening-hours.ts'
import { lacking } from './requirements.ts'

describe('what a post asks for', () => {
  it.each([
    [{ languages: ['闽南语', '普通话'], qualifications: [] }, { languages: ['普通话'], qualifications: [] }, ['闽南语']],
    [{ languages: ['English'], qualifications: ['护士执业证'] }, { languages: ['ｅｎｇｌｉｓｈ '], qualifications: [] }, ['护士执业证']],
    [{ languages: [], qualifications: [] }, { languages: [], qualifications: [] }, []],
    // A language is no qualification.
    [{ languages: ['英语'], qualifications: [] }, { languages: [], qualifications: ['英语'] }, ['英语']],
  ])('%j of %j: %j', (asked, has, missing) => expect(lacking(asked, has)).toEqual(missing))
})

describe('opening hours', () => {
  const morning = { days: [1, 2, 3], from: '08:30', to: '12:00' }
  it.each([
    [[], false], [[morning], false], [[morning, { days: [1], from: '12:00', to: '13:00' }], false], [[morning, { days: [4], from: '09:00', to: '10:00' }], false],
    [[morning, { days: [3, 5], from: '11:59', to: '13:00' }], true], [[{ days: [1], from: '12:00', to: '12:00' }], true], [[{ days: [1, 1], from: '08:00', to: '12:00' }], true],
  ])('%j: muddled is %s', (hours, muddled) => expect(isMuddled(hours)).toBe(muddled))
})
