import { expect, test } from 'vitest'
import { en } from '../texts.en.ts'
import { zh } from '../texts.zh.ts'
import { STEP_KINDS, stepWords } from './step-kinds.ts'

const due = () => '3月17日'
const full = {
  unit: '许可科', person: '钱博', toUnit: '测绘科', dueAt: '2026-03-17T17:30:00+08:00', estimated: true, branch: 'mine', grade: 4,
  papers: ['身份证'], given: ['身份证'], missing: ['施工图'], by: 'public',
}

test.each(STEP_KINDS)('%s is a sentence in both languages, with all its words or with none of them', (kind) => {
  for (const params of [full, {}]) {
    const chinese = zh.track.steps[kind](stepWords(params, due))
    expect(chinese).toMatch(/^[^a-z]*[\u4E00-\u9FFF][^a-z]*。$/)
    expect(chinese).not.toMatch(/undefined|\s。|：。|、。/)
    const english = en.track.steps[kind](stepWords(params, due))
    expect(english).toMatch(/^[A-Z许].*\.$/)
    expect(english).not.toMatch(/undefined| {2}| \./)
  }
})

test('a promise that may still move says so', () => {
  expect(zh.track.steps['promise-made'](stepWords(full, due))).toBe('承诺 3月17日 前给您结果（推算）。')
})

/** These have no Chinese name. */
const KINDS_OF_FILES = /JPG|PNG|WebP|PDF|HEIC/g

test('the Chinese pages have no English sentence and the English ones no Chinese', () => {
  const sentences = (table: unknown): string[] => typeof table === 'string' ? [table]
    : typeof table === 'object' && table !== null ? Object.values(table).flatMap(sentences) : []
  expect(sentences(zh).filter((text) => /[A-Za-z]{3,}/.test(text.replace(KINDS_OF_FILES, '')) && !/^(zh-CN|English|例如 JS\d+-\d+.*)$/.test(text))).toEqual([])
  expect(sentences(en).filter((text) => /[\u4E00-\u9FFF]/.test(text) && text !== '中文')).toEqual([])
})
