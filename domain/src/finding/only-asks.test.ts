import { describe, expect, test } from 'vitest'
import { categoryInWords, categoryOfQuestion } from './only-asks.ts'

const USED = ['consultation', 'application', 'complaint']

describe('who asks what an application takes', () => {
  test.each([
    '施工许可变更怎么办', '施工许可证变更要什么材料', '办规划许可需要哪些材料', '楼顶漏水能用维修基金吗', '公租房怎么申请', '维修资金里还有多少钱', '公租房年审要几天', '许可科在几楼', '加装电梯是否要一楼同意', '能不能网上办施工许可',
    '规划许可证丢了找谁补？', '请问施工许可办多久', '想咨询施工许可办理', '申请施工许可有什么要求', '自建房翻建，规划许可要哪些材料、找谁办',
  ])('%j has not applied', (subject) => { expect(categoryOfQuestion(subject, 'application', USED)).toBe('consultation') })

  test.each([
    '申请施工许可', '文昌路农贸市场项目申请施工许可', '请求办理施工许可，不知还要什么', '材料都带齐了，办施工许可', '施工许可为什么还没批', '施工许可怎么还没下来', '请给我办一下公租房年审可以吗', '哪怕晚几天，也想把施工许可办下来',
    '跑了几次，施工许可没办成', '规划条件咨询函申请',
  ])('%j wants it done', (subject) => { expect(categoryOfQuestion(subject, 'application', USED)).toBe('application') })
})

describe('who says what it is', () => {
  const used = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'commendation', 'application']
  test.each([
    ['工地晚上打桩太吵，投诉，要求停工', 'complaint'], ['我要举报楼下餐馆偷排油烟', 'report'], ['建议在路口装红绿灯', 'suggestion'], ['提个建议：办事大厅多放几把椅子', 'suggestion'],
    ['表扬3号窗口小李', 'commendation'], ['求助，老人走失', 'help'], ['举报物业，已投诉过两次', 'report'],
  ])('%j is a %s', (subject, category) => {
    expect(categoryInWords(subject, used)).toBe(category)
    expect(categoryOfQuestion(subject, null, used)).toBe(category)
  })

  test.each([
    '怎么投诉物业', '投诉电话是多少', '我的投诉处理得怎么样了', '不是投诉，只是问问', '上次举报的结果', '项目建议书怎么批', '请问有什么好建议', '路灯不亮',
  ])('%j does not', (subject) => { expect(categoryInWords(subject, used)).toBeNull() })

  test('of an application too, but not where the matter is of a graver kind, nor one the regulation does not have', () => {
    expect(categoryOfQuestion('投诉施工许可怎么拖了一个月', 'application', used)).toBe('complaint')
    expect(categoryOfQuestion('求助，物业停水', 'complaint', used)).toBe('complaint')
    expect(categoryOfQuestion('建议装路灯', null, ['consultation'])).toBe('consultation')
  })
})

test('a matter of another kind keeps it, however it is put', () => {
  expect(categoryOfQuestion('物业乱收费怎么办', 'complaint', USED)).toBe('complaint')
})

test('without a matter it is a consultation', () => {
  expect(categoryOfQuestion('路灯不亮', null, USED)).toBe('consultation')
})

test('a regulation without consultations has the matter\'s kind', () => {
  expect(categoryOfQuestion('施工许可怎么办', 'application', ['application'])).toBe('application')
})
