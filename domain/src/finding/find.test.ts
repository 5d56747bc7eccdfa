import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexDirectory, type FindableEntry } from './directory-index.ts'
import { NOTHING_LEARNED, type Asked, type Precedent } from './evidence.ts'
import { find } from './find.ts'
import { learnedFrom, wordsToLearn, type HandledCase } from './learn.ts'
import { shownReasons } from './show-reasons.ts'
import { findingWords, pairsOf } from './words.ts'

const entry = (id: string | null, unitId: string, name: string, given: Partial<FindableEntry> = {}): FindableEntry => ({ id, unitId, name, synonyms: [], keywords: [], examples: [], ...given })
const index = indexDirectory([
  entry('building', 'planning', '自建房翻建许可', { synonyms: ['农村建房'], keywords: ['宅基地', '翻建'], examples: ['我家老屋想拆了重盖'] }),
  entry('lost', 'planning', '规划许可证补领', { keywords: ['补办', '遗失', '许可证'] }),
  entry('lamps', 'streets', '路灯维修', { synonyms: ['路灯不亮'], keywords: ['路灯', '照明'] }),
  entry('water', 'streets', '排水管网疏通', { keywords: ['下水道', '积水'] }),
  entry('rents', 'housing', '公租房申请', { keywords: ['公租房', '住房困难'] }),
  entry(null, 'housing', '物业指导岗', { examples: ['指导业主委员会选举，受理物业收费投诉'] }),
])
const asked = (subject: string, content = ''): Asked => ({ subject, content })
const handled = (subject: string, unitId: string, matterId: string | null = null): HandledCase => ({ subject, content: '', unitId, matterId })
const precedent = (unitId: string, text: string, matterId: string | null = null): Precedent => ({ id: `ruling of ${text}`, number: 'JS20260101-0001', unitId, matterId, words: [...findingWords(text, '').keys()], at: '2026-01-01T00:00:00Z' })

describe('with the directory alone', () => {
  test.each([
    ['a name as it stands', '自建房翻建许可怎么办', 'planning', 'building'], ['a synonym', '小区门口路灯不亮三天了', 'streets', 'lamps'], ['a keyword', '宅基地上能不能盖楼', 'planning', 'building'],
    ['the words of an example', '老屋想拆了再盖', 'planning', 'building'], ['full-width letters, marks and spaces between', '【咨询】公租房，申请条件？', 'housing', 'rents'], ['one of two matters of a unit', '下水道堵了', 'streets', 'water'],
  ])('%s', (_name, subject, unitId, matterId) => {
    const found = find(asked(subject), index, NOTHING_LEARNED)
    expect(found.units[0]?.unitId).toBe(unitId)
    expect(found.matters[0]).toMatchObject({ matterId, unitId })
  })

  test('what a unit says of its duties names the unit and no matter', () => {
    const found = find(asked('业主委员会选举没人管'), index, NOTHING_LEARNED)
    expect(found.units[0]?.unitId).toBe('housing')
    expect(found.matters).toEqual([])
  })

  test.each(['献血证补办', '驾驶证遗失补办', '身份证丢了怎么补办', '补办', '公交卡申请退押金', '离婚登记要带哪些材料', '翻建'.padStart(24, '春眠不觉晓处处闻啼鸟夜来风雨声花落知多少')])('%j is nobody\'s here, though a word of it is known', (subject) => {
    expect(Math.max(0, ...find(asked(subject), index, NOTHING_LEARNED).units.map((unit) => unit.confidence))).toBeLessThan(0.4)
    expect(Math.max(0, ...find(asked(subject), index, NOTHING_LEARNED).matters.map((matter) => matter.confidence))).toBeLessThan(0.4)
  })

  test.each(['', '您好', '123 456', '的', 'abc', '龘龘龘龘'])('%j says nothing about whose it is', (subject) => {
    expect(find(asked(subject), index, NOTHING_LEARNED)).toEqual({ units: [], matters: [] })
  })

  test('a question that has a word of everybody\'s is nobody\'s surely', () => {
    const [first, second] = find(asked('路灯和公租房和宅基地'), index, NOTHING_LEARNED).units
    expect(first?.confidence).toBeLessThan(0.8)
    expect(second?.confidence).toBeGreaterThan(0.05)
  })

  test('an empty directory finds nothing', () => {
    expect(find(asked('路灯不亮'), indexDirectory([]), NOTHING_LEARNED)).toEqual({ units: [], matters: [] })
  })
})

describe('of matters of one subject', () => {
  const permits = indexDirectory([
    entry('permit', 'licences', '建筑工程施工许可', { keywords: ['施工证', '开工手续', '施工许可证'] }), entry('change', 'licences', '施工许可变更', { keywords: ['换项目经理', '变更施工单位', '变更监理'] }),
    entry('renewal', 'licences', '乡村建设规划许可延期', { keywords: ['许可证到期'] }), entry('replacement', 'licences', '规划许可证补领', { keywords: ['许可证丢了', '补证'] }), entry('lamp', 'streets', '路灯维修'),
  ])
  const taught = learnedFrom(Array.from({ length: 4 }, (_, at) => handled(`第${at}处申请施工许可证`, 'licences', 'permit')))
  test.each([
    ['施工许可变更怎么办', 'change'], ['施工许可证变更要什么材料', 'change'], ['施工许可证上的项目经理换人了', 'change'], ['建筑工程施工许可变更', 'change'], ['规划许可证过期了怎么办', 'renewal'], ['规划许可证丢了', 'replacement'], ['施工许可证办理', 'permit'], ['申请施工许可证', 'permit'],
  ])('%s: the one that does what is wanted comes first', (subject, matterId) => {
    expect(find(asked(subject), permits, taught).matters[0]?.matterId).toBe(matterId)
  })

  test('what is wanted done with something else finds nothing', () => {
    expect(Math.max(0, ...find(asked('电话号码变更'), permits, taught).matters.map((matter) => matter.confidence))).toBeLessThan(0.4)
  })
})

describe('handled cases', () => {
  const cases = Array.from({ length: 6 }, (_, at) => handled(`窨井盖松动第${at}处`, 'streets', 'water'))

  test('teach words that the directory does not know, with the reason', () => {
    const learned = learnedFrom([...cases, handled('档案查询', 'planning')])
    const { units: [first], matters: [matter] } = find(asked('窨井盖松动'), index, learned)
    expect(first).toMatchObject({ unitId: 'streets', reasons: { phrases: [], cases: { count: 6 } } })
    expect(matter).toMatchObject({ matterId: 'water', reasons: { cases: { count: 6 } } })
  })

  test('a unit that the directory does not name is found by its cases', () => {
    expect(find(asked('食堂饭卡丢了'), index, learnedFrom([handled('食堂饭卡补办', 'canteen'), handled('路灯', 'streets')])).units[0]?.unitId).toBe('canteen')
  })

  test('a matter that was taken out of the directory is found no more', () => {
    const learned = learnedFrom([handled('窨井盖松动', 'streets', 'gone'), handled('窨井盖松动', 'streets', 'gone')])
    expect(find(asked('窨井盖松动'), index, learned).matters.map(({ matterId }) => matterId)).not.toContain('gone')
  })

  test('many cases of one unit do not drown what the directory says of another', () => {
    const learned = learnedFrom(Array.from({ length: 500 }, (_, at) => handled(`下水道堵塞 ${at}`, 'streets')))
    expect(find(asked('公租房申请'), index, learned).units[0]?.unitId).toBe('housing')
  })

  test('a subject teaches more than a content, and each word of a long content once', () => {
    const { anywhere, inSubject } = wordsToLearn(asked('路灯不亮', '路灯 路灯 路灯不亮'))
    expect(inSubject).toEqual(['路灯', '灯不', '不亮'])
    expect(anywhere).toEqual(inSubject)
    expect(learnedFrom([handled('路灯', 'streets', 'lamps')])).toEqual({
      units: new Map([['路灯', new Map([['streets', 1]])]]), subjects: new Map([['路灯', new Map([['streets', 1]])]]), matters: new Map([['路灯', new Map([['lamps', 1]])]]),
      unitTotals: new Map([['streets', 2]]), vocabulary: 1,
    })
  })
})

describe('how much of a question is known', () => {
  const topOf = (subject: string, cases: readonly HandledCase[]): number => find(asked(subject), index, learnedFrom(cases)).units[0]?.confidence ?? 0

  test('grows as cases like it are handled', () => {
    const others = [handled('路灯不亮', 'streets'), handled('公租房什么时候能住', 'housing')]
    const dogs = Array.from({ length: 6 }, () => handled('养犬登记年审', 'streets'))
    expect(topOf('养犬登记年审', others)).toBeLessThan(0.4)
    expect(topOf('养犬登记年审', [...others, ...dogs])).toBeGreaterThan(0.8)
  })
})

describe('rulings', () => {
  test('on a question alike go before everything, and say so', () => {
    const { units: [first], matters: [matter] } = find(asked('小区门口路灯不亮'), index, NOTHING_LEARNED, [precedent('housing', '小区路灯不亮', 'rents')])
    expect(first).toMatchObject({ unitId: 'housing', reasons: { ruling: { number: 'JS20260101-0001' } } })
    expect(matter).toMatchObject({ matterId: 'rents', reasons: { ruling: { number: 'JS20260101-0001' } } })
  })

  test('on another question count for nothing', () => {
    expect(find(asked('小区门口路灯不亮'), index, NOTHING_LEARNED, [precedent('housing', '商品房预售资金监管')]).units[0]).toMatchObject({ unitId: 'streets', reasons: { ruling: null } })
  })
})

describe('the words of a question', () => {
  test.each([
    ['路灯不亮', ['路灯', '灯不', '不亮']], ['请问，怎么办', []], ['ＥＴＣ 办理', ['etc', '办理']], ['2026 年', []], ['灯', []],
  ])('%s', (text, words) => expect(pairsOf(text)).toEqual(words))

  test('the subject weighs more than the content, and a long content no more than a short one\'s measure', () => {
    const words = findingWords('路灯', `水管${'，井盖'.repeat(200)}`)
    const content = [...words].filter(([word]) => word !== '路灯').reduce((sum, [, weight]) => sum + weight, 0)
    expect(words.get('路灯')).toBeGreaterThan(1)
    expect(content).toBeCloseTo(50)
  })
})

test('reasons are shown as whole words where there are any, and pairs joined where there are none', () => {
  const none = { cases: null, ruling: null }
  expect(shownReasons({ phrases: ['路灯', '路灯不亮', '照明'], pairs: ['路灯'], ...none }).words).toEqual(['路灯不亮', '照明'])
  expect(shownReasons({ phrases: [], pairs: ['规划', '划许', '许可', '测绘'], ...none }).words).toEqual(['规划许可', '测绘'])
  expect(shownReasons({ phrases: [], pairs: [], ...none }).words).toEqual([])
})

const text = fc.array(fc.constantFrom('路灯', '公租房', '宅基地', '下水道', '积水', '不亮', '申请', '您好', 'ETC', '12', '，', ' ', '𠀀', '\ud800'), { maxLength: 12 }).map((parts) => parts.join(''))
const anyCase = fc.record({ subject: text, content: text, unitId: fc.constantFrom('planning', 'streets', 'housing', 'canteen'), matterId: fc.constantFrom(null, 'lamps', 'rents', 'gone') })
const anyRuling = fc.record({ unitId: fc.constantFrom('planning', 'streets'), text, matterId: fc.constantFrom(null, 'lamps', 'gone') }).map((one) => precedent(one.unitId, one.text, one.matterId))

test('whatever is asked and was learned: certainties are shares, ranks follow scores, matters are of the directory and under their unit', () => {
  fc.assert(fc.property(text, text, fc.array(anyCase, { maxLength: 8 }), fc.array(anyRuling, { maxLength: 3 }), (subject, content, cases, rulings) => {
    const { units, matters } = find({ subject, content }, index, learnedFrom(cases), rulings)
    for (const one of [...units, ...matters]) {
      expect(Number.isFinite(one.score)).toBe(true)
      expect(one.confidence).toBeGreaterThanOrEqual(0)
      expect(one.confidence).toBeLessThanOrEqual(1)
    }
    expect(units.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1.000001)
    expect(units.map(({ score }) => score)).toEqual(units.map(({ score }) => score).toSorted((a, b) => b - a))
    for (const { matterId, unitId } of matters) expect(index.matterUnit.get(matterId)).toBe(unitId)
  }))
})

test('the order in which cases were learned makes no difference', () => {
  fc.assert(fc.property(text, fc.array(anyCase, { minLength: 1, maxLength: 8 }), (subject, cases) => {
    const scores = (some: HandledCase[]) => new Map(find(asked(subject), index, learnedFrom(some)).units.map(({ unitId, score }) => [unitId, Math.round(score * 1e6)]))
    expect(scores(cases.toReversed())).toEqual(scores(cases))
  }))
})

test('what was handled by one unit again and again becomes its own, whatever the directory says', () => {
  const others = ['planning', 'streets', 'housing'].flatMap((unitId) => Array.from({ length: 40 }, (_, at) => handled(`${unitId} 别的事情${at}`, unitId)))
  fc.assert(fc.property(fc.constantFrom('路灯不亮', '井盖松动', '公租房申请'), fc.constantFrom('streets', 'housing', 'planning'), (subject, unitId) => {
    const learned = learnedFrom([...others, ...Array.from({ length: 60 }, () => handled(subject, unitId))])
    expect(find(asked(subject), index, learned).units[0]?.unitId).toBe(unitId)
  }))
})
