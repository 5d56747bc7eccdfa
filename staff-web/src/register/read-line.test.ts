import { describe, expect, test } from 'vitest'
import { phoneIsFinished, readLine, splitSubject } from './read-line.ts'

describe('a phone number in the line', () => {
  test.each([
    ['13800000001', '', '13800000001'],
    ['自建房翻建 13800000001 要什么材料', '自建房翻建 要什么材料', '13800000001'],
    ['自建房翻建13800000001', '自建房翻建', '13800000001'],
    ['138 0000 0001，路灯不亮', '路灯不亮', '13800000001'],
    ['138-0000-0001 路灯', '路灯', '13800000001'],
    ['+8613800000001 路灯', '路灯', '13800000001'],
    ['１３８０００００００１ 路灯', '路灯', '13800000001'],
    ['0536-8000305 问进度', '问进度', '0536-8000305'],
    ['（电话）(010)66661234 问进度', '（电话） 问进度', '010-66661234'],
  ])('%s', (line, subject, phone) => {
    expect(readLine(line)).toEqual({ subject, phone })
  })

  test.each([
    ['身份证 370725199001013214'],
    ['编号 JS20260302-0007 办到哪了'],
    ['3 号楼 1380000000'],
    ['138000000012'],
    ['2026年3月2日 10:30 停水'],
    ['账号6222021380000000123'],
  ])('is not seen in %s', (line) => {
    expect(readLine(line)).toEqual({ subject: line, phone: '' })
  })

  test('is lifted out only when something was typed behind it', () => {
    expect(phoneIsFinished('路灯 13800000001')).toBe(false)
    expect(phoneIsFinished('路灯 13800000001 ')).toBe(true)
    expect(phoneIsFinished('13800000001路灯')).toBe(true)
    expect(phoneIsFinished('路灯 ')).toBe(false)
  })
})

describe('a long text', () => {
  test('stays one subject while it fits', () => {
    expect(splitSubject('路灯不亮', 200)).toEqual({ subject: '路灯不亮', content: '' })
  })

  test('is cut after its first sentence and kept whole as the content', () => {
    const text = `南河村的路灯坏了三个月没有人修。${'晚上老人出门不方便，'.repeat(30)}`
    expect(splitSubject(text, 200)).toEqual({ subject: '南河村的路灯坏了三个月没有人修', content: text })
  })

  test('without a sentence is cut to the limit, never through a character', () => {
    const text = '😀'.repeat(150)
    const { subject, content } = splitSubject(text, 200)
    expect(subject.length).toBeLessThanOrEqual(200)
    expect(encodeURIComponent(subject)).not.toBe('')
    expect(content).toBe(text)
  })
})
