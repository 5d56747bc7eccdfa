import { expect, it } from 'vitest'
import { wholeWords } from './whole-words.ts'

it.each([
  [['工许'], '问施工许可证变更要几天', ['施工许可']], [['施工', '工许'], '施工许可证', ['施工', '施工许可']], [['路灯不亮'], '门口路灯不亮', ['路灯不亮']],
  [['照明'], '路灯坏了', ['照明']], [['ＷｉＦｉ'], 'WiFi 连不上', ['ＷｉＦｉ']], [['WiFi'], 'ＷｉＦｉ连不上', ['WiFi']], [[], '', []],
] as const)('%j in %s are %j', (pieces, asked, words) => { expect(wholeWords(pieces, asked)).toEqual(words) })
