import { describe, expect, it } from 'vitest'
import { en } from '../texts.en.ts'
import { zh } from '../texts.zh.ts'
import { hoursLines } from './hours.ts'

describe('opening hours in words', () => {
  it('are one line for the days that are alike', () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: '14:00', to: '17:30' }, { days: [5, 4, 3, 2, 1], from: '08:30', to: '12:00' }, { days: [6], from: '09:00', to: '12:00' }]
    expect(hoursLines(hours, zh.desks)).toEqual(['周一至周五 08:30–12:00、14:00–17:30', '周六 09:00–12:00'])
    expect(hoursLines(hours, en.desks)).toEqual(['Mon to Fri 08:30–12:00, 14:00–17:30', 'Sat 09:00–12:00'])
  })

  it('name days apart one by one, and all seven as every day', () => {
    expect(hoursLines([{ days: [1, 3], from: '09:00', to: '10:00' }], zh.desks)).toEqual(['周一、周三 09:00–10:00'])
    expect(hoursLines([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], en.desks)).toEqual(['Every day 00:00–24:00'])
    expect(hoursLines([], zh.desks)).toEqual([])
  })
})
