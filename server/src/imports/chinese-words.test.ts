import { describe, expect, it } from 'vitest'
import { CATEGORIES, CHANNELS, codeIn, GRADES, outcomeIn, WAYS } from './chinese-words.ts'
import { fieldOfHead, FIELDS, headOf } from './fields.ts'

describe('words of paper registers', () => {
  it.each([['来人', 'visit'], ['来电', 'phone'], ['电话咨询', 'phone'], ['来函', 'letter'], ['网络', 'web'], ['12345热线转办', 'hotline'], ['12345', 'hotline'], ['窗口（现场）', 'visit'], ['飞鸽', null], ['来人、来电', null]])('channel %s', (text, code) => {
    expect(codeIn(CHANNELS, text)).toBe(code)
  })

  it.each([['业务咨询', 'consultation'], ['意见建议', 'suggestion'], ['投诉', 'complaint'], ['投诉举报', null], ['其它', 'other'], ['申报办理', 'application']])('category %s', (text, code) => {
    expect(codeIn(CATEGORIES, text)).toBe(code)
  })

  it.each([['满意', 4], ['不满意', 2], ['非常不满意', 1], ['非常满意', 5], ['基本满意', 3], ['√', null], ['对结果不满意', 2]])('grade %s', (text, grade) => {
    expect(codeIn(GRADES, text)).toBe(grade)
  })

  it.each([['一次性告知', 'notice'], ['告知', 'notOurs'], ['已当场答复', 'onSpot'], ['转办', 'referred']])('way %s', (text, way) => {
    expect(codeIn(WAYS, text)).toBe(way)
  })

  it('tells how it ended', () => {
    expect([outcomeIn('已办结', null), outcomeIn('不予受理，已解释', null), outcomeIn('不属于我局职责，已告知去住建局', null), outcomeIn(null, 'notOurs'), outcomeIn('无法办理', 'onSpot')])
      .toEqual(['solved', 'explained', 'outside', 'outside', 'explained'])
  })

  it('knows every head of the forms, however it is spaced', () => {
    for (const field of FIELDS) expect(fieldOfHead(headOf(field)), field).toBe(field)
    expect(fieldOfHead(' 单 位 或 住 址 ')).toBe('place')
    expect(fieldOfHead('来访方式（来人/来电/来函/网络）')).toBe('channel')
    expect(fieldOfHead('转交(衔接)时间')).toBe('handedAt')
    expect(fieldOfHead('咨询或办理事项(事由)')).toBe('subject')
    expect(fieldOfHead('今天天气')).toBeNull()
  })
})
