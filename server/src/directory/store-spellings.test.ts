import { describe, expect, test } from 'vitest'
import { spellings } from './store-spellings.ts'

describe('a name is found however it is typed', () => {
  test.each<[string, string[]]>([
    ['曾乐', ['zengle', 'zl', 'zengyue', 'zy', 'cengle']], ['吕布', ['lvbu', 'lubu', 'lyubu', 'lb']], ['仇和', ['qiuhe', 'qh', 'chouhe']], ['区大海', ['oudahai', 'odh']], ['解晓东', ['xiexiaodong', 'xxd']],
    ['单雄信', ['shanxiongxin']], ['欧阳修', ['ouyangxiu', 'oyx']], ['任重', ['renzhong', 'renchong', 'rc']], ['John 李', ['johnli', 'jl']],
  ])('%s', (name, typed) => {
    const known = spellings(name).spellings
    for (const word of typed) expect(known).toContain(` ${word} `)
  })

  test('the likeliest reading is the first; a place has no surname', () => {
    expect(spellings('曾乐')).toMatchObject({ pinyin: 'zengle', initials: 'zl' })
    expect(spellings('吕布').pinyin).toBe('lvbu')
    expect(spellings('解放路供电所', 'place').pinyin).toBe('jiefanglugongdiansuo')
    expect(spellings('解放路供电所', 'place').spellings.split(' ').length).toBeLessThan(70)
  })
})
