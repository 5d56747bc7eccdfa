import { describe, expect, test } from 'vitest'
import { liftFrom, readLine, splitSubject } from './read-line.ts'

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
    const empty = { name: '', phone: '' }
    expect(liftFrom('路灯 13800000001', empty)).toBeNull()
    expect(liftFrom('路灯 13800000001 ', empty)).toEqual({ line: '路灯 ', name: '', phone: '13800000001' })
    expect(liftFrom('13800000001路灯', empty)).toEqual({ line: '路灯 ', name: '', phone: '13800000001' })
    expect(liftFrom('路灯 ', empty)).toBeNull()
    expect(liftFrom('路灯 13800000001 ', { name: '', phone: '13900000000' })).toBeNull()
  })
})

describe('a name in the line', () => {
  const empty = { name: '', phone: '' }

  test.each([
    ['张伟 13800000001 问翻建', '张伟', '问翻建 ', '13800000001'],
    ['张伟13800000001 翻建', '张伟', '翻建 ', '13800000001'],
    ['李秀英，１３８００００００１０ 路灯不亮', '李秀英', '路灯不亮 ', '13800000010'],
    ['欧阳靖淇 0536-8000305 低保', '欧阳靖淇', '低保 ', '0536-8000305'],
    ['王先生 13800000001 停水', '王先生', '停水 ', '13800000001'],
    ['陈𠮷 13800000001 ', '陈𠮷', '', '13800000001'],
    ['张伟 问翻建', '张伟', '问翻建', ''],
    ['周敏 反映楼下噪音', '周敏', '反映楼下噪音', ''],
    ['我叫张伟，想问翻建', '张伟', '想问翻建', ''],
    ['我叫张伟想问翻建', '张伟', '想问翻建', ''],
    ['工地打桩太吵，投诉，陈先生13900000001 ', '陈先生', '工地打桩太吵，投诉 ', '13900000001'],
    ['王大妈 13800000001 楼道灯不亮', '王大妈', '楼道灯不亮 ', '13800000001'],
    ['楼道灯不亮 王大妈 13800000001 ', '王大妈', '楼道灯不亮 ', '13800000001'],
    ['周先生反映楼上漏水', '周先生', '反映楼上漏水', ''],
    ['漏水，李四，13800000001 ', '李四', '漏水 ', '13800000001'],
    ['楼上漏水，我叫李四，13800000001 ', '李四', '楼上漏水 ', '13800000001'],
    ['张师傅，电话13800000001，电梯停了', '张师傅', '电话 ，电梯停了 ', '13800000001'],
    ['姓名：刘建国 电话 13800000001 自来水浑', '刘建国', '电话 自来水浑 ', '13800000001'],
  ])('%s', (line, name, rest, phone) => {
    expect(liftFrom(line, empty)).toEqual({ line: rest, name, phone })
  })

  test.each([
    '路灯 13800000001', '高楼 漏水', '高龄 申请补贴', '李家村 反映路灯', '张庄 问通水', '许可证 申请', '马路 问题', '程序 问题', '文化 要求', '白天 想投诉噪音', '周末 想办身份证', '何时 申请', '黄河路 反映积水',
    '张伟', '张伟 ', '张伟 13800000001', '我叫张伟', '自建房翻建要什么材料', '石家庄 问高铁', '林权 咨询', '任何 投诉', '找王老师问入学', '楼上陈先生漏水', '路灯 高温 天气', '修马路 13800000001', '石料 13800000001', '江苏 想迁户口', '问张伟在不在',
  ])('is not seen in %s', (line) => {
    expect(liftFrom(line, empty)).toBeNull()
  })

  test('leaves the line while its number, at the end, is still being typed', () => {
    expect(liftFrom('工地打桩太吵，投诉，陈先生13900000001', empty)).toEqual({ line: '工地打桩太吵，投诉， 13900000001', name: '陈先生', phone: '' })
  })

  test('never replaces one that stands there', () => {
    expect(liftFrom('张伟 问翻建', { name: '钱多', phone: '' })).toBeNull()
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
