import { wordsOf } from '../search/words.ts'

/** Pairs that stand in questions of every kind and say nothing about whose they are. */
const SAYS_NOTHING = new Set(('什么 怎么 么办 哪里 哪些 需要 要什 要哪 请问 问一 一下 可以 能不 不能 是不 不是 我们 你们 他们 没有 有没 为什 多久 多少 时候 现在 已经 还是 找谁 '
  + '怎样 如何 想问 咨询 您好 你好 谢谢 希望 领导 尊敬 敬的 书记 市长 局长 反映 映情 情况 问题 解决 相关 关部 部门 政府 我是 我的 一个 这个 这样 因为 所以 但是 而且 如果 就是 '
  + '进行 通过 由于 关于 对于 以及 目前 今年 去年 一直 非常 自己 大家 群众 市民 百姓 有关 答复 回复 请求 恳请 建议 感谢 此致 敬礼 以上 望您 给予 予以 是否 能否 何时').split(' '))

/** What one wants done, with whatever it is: it tells matters of one subject apart, and does not say what the subject is. */
const ACTS = ('补办 补领 补发 遗失 丢失 丢了 弄丢 挂失 申请 申报 申领 办理 办个 代办 登记 报名 领取 查询 证明 变更 更换 换证 注销 年审 延期 过期 到期 缴费 交费 退费 退款 收费 费用 多少钱 '
  + '材料 手续 流程 条件 标准 政策 规定 资料 证件 电话 地址 投诉 举报 咨询 附近').split(' ')
const TAILS = new RegExp([...ACTS, ...SAYS_NOTHING].toSorted((a, b) => b.length - a.length).join('|'), 'gu')

/** The question without what is only said about its subject, so that what is left is the subject itself. */
export function subjectOnly(text: string): string {
  return text.normalize('NFKC').replace(TAILS, ' ')
}

/** Ways of saying the same wish: who wants a licence changed does not want a first one. */
const WISHES = [/变更|更换|换人|换成|换了|更名|改名/u, /补办|补领|补发|补证|补一份|遗失|丢失|丢了|弄丢|挂失/u, /延期|延长|过期|到期|续期|逾期/u, /注销|撤销/u, /年审|年检/u, /退费|退款|退还/u, /续租|续签/u]

/** What is wanted done, as far as it tells matters of one subject apart. */
export function wishesIn(text: string): number[] {
  const folded = text.normalize('NFKC')
  return WISHES.flatMap((wish, at) => (wish.test(folded) ? [at] : []))
}

/** How much a word of the subject counts against one of the content: the subject says what it is about. */
export const SUBJECT_WEIGHT = 3
/** A content counts as no more words than this, however long it is: much of a long complaint is about other things. */
const CONTENT_WORDS = 50
/** What comes after so many characters' pairs of a content adds nothing to what it is about. */
const CONTENT_READ = 300

/** The word pairs of a question, each with how much of the question it is. */
export function findingWords(subject: string, content: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (words: readonly string[], weight: number): void => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  add(pairsOf(subject), SUBJECT_WEIGHT)
  const said = pairsOf(content).slice(0, CONTENT_READ)
  add(said, Math.min(1, CONTENT_WORDS / said.length))
  return counts
}

/** Pairs of neighbouring characters and whole Latin words; single characters, numbers and pairs that say nothing are left out. */
export function pairsOf(text: string): string[] {
  return wordsOf(text).map((word) => word.text).filter((word) => word.length > 1 && !SAYS_NOTHING.has(word) && !/^\p{N}+$/u.test(word))
}
