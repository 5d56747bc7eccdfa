import { expect, test } from 'vitest'
import { unitMatches } from './unit-picker.tsx'

const unit = { name: '行政许可科', pinyin: 'xingzhengxukeke', initials: 'xzxkk' }

test.each(['许可', '行政许可科', 'xzx', 'xkk', 'xingzheng', 'XZXKK', 'xing zheng', ''])('%s finds it', (typed) => { expect(unitMatches(unit, typed)).toBe(true) })
test.each(['规划', 'gh', 'zhengxuke'])('%s does not', (typed) => { expect(unitMatches(unit, typed)).toBe(false) })
