import type { z } from 'zod'
import type { Category, Channel, Outcome, ReplyChannel } from '@daodi/contract/shared/codes.ts'

export type ChannelCode = z.infer<typeof Channel>
export type CategoryCode = z.infer<typeof Category>
export type EndCode = Extract<z.infer<typeof Outcome>, 'solved' | 'explained' | 'outside'>

/** How registers write it → code. Longer words are looked for first, so that 不满意 is not taken for 满意. */
type Spellings<Code> = readonly (readonly [Code, readonly string[]])[]

export const CHANNELS: Spellings<ChannelCode> = [
  ['visit', ['来人', '来访', '现场', '窗口', '上门', '当面', '走访', '面谈']], ['phone', ['来电', '电话', '热线电话', '电询']], ['letter', ['来函', '来信', '信函', '信件', '书信']],
  ['web', ['网络', '网站', '网上', '邮件', '电子邮件', '邮箱', '在线', '互联网']], ['wechat', ['微信', '公众号', '小程序']], ['sms', ['短信']], ['qr', ['扫码', '二维码']],
  ['suggestionBox', ['意见箱', '意见簿', '意见本']], ['leaderReception', ['领导接待', '局长接待日', '接待日']], ['hotline', ['12345', '热线', '市长热线', '热线转办']],
  ['assigned', ['上级交办', '交办', '上级转办']], ['instruction', ['领导批示', '批示']], ['media', ['媒体', '舆情', '新闻']], ['selfDiscovered', ['巡查', '巡查发现', '自查']], ['meeting', ['会议', '座谈']],
  ['bell', ['呼叫铃']], ['other', ['其他', '其它']],
]

export const CATEGORIES: Spellings<CategoryCode> = [
  ['consultation', ['咨询', '询问', '查询']], ['help', ['求助', '帮助', '求决']], ['complaint', ['投诉', '申诉']], ['report', ['举报', '检举', '揭发', '控告']],
  ['suggestion', ['建议', '意见', '意见建议']], ['commendation', ['表扬', '感谢']], ['application', ['申办', '申报', '办事', '办理', '申请', '报批']], ['other', ['其他', '其它']],
]

/** 处理方式: what the first contact did. */
export type Way = 'onSpot' | 'notice' | 'referred' | 'notOurs' | 'asked'
export const WAYS: Spellings<Way> = [
  ['onSpot', ['当场办结', '当场答复', '当场解答', '当场', '现场办结', '即时办结', '直接答复', '直办']], ['notice', ['一次性告知', '自办', '限时办理']],
  ['referred', ['转办', '引导', '移交', '转交', '转接', '科内转办', '带领']], ['notOurs', ['告知', '不属', '指引', '非本单位', '不属本单位', '说明去向']], ['asked', ['请示', '报领导', '报告领导']],
]

export const GRADES: Spellings<1 | 2 | 3 | 4 | 5> = [
  [5, ['非常满意', '很满意', '十分满意', '5']], [4, ['满意', '较满意', '比较满意', '4']], [3, ['基本满意', '一般', '3']], [2, ['不满意', '不太满意', '2']], [1, ['非常不满意', '很不满意', '1']],
]

/** Beginnings of results that say it could not be done. */
const EXPLAINED = /^(?:已?(?:作?解释|说明)|不予|无法|不能|不符合|未能|暂不)/
const OUTSIDE = /不属(?:于)?(?:本|我)|非本(?:单位|部门|局)|不归/

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s:;,.、，。；()[\]【】/\\_*"'“”]+/g, '')
}

/** The one code that the text means: the word itself, else the only code one of whose words stands in it; null when none or several do. */
export function codeIn<Code>(spellings: Spellings<Code>, text: string): Code | null {
  const asked = plain(text)
  const exact = spellings.find(([, words]) => words.some((word) => plain(word) === asked))
  if (exact) return exact[0]
  const words = spellings.flatMap(([code, known]) => known.map((word) => ({ code, word: plain(word) }))).toSorted((a, b) => b.word.length - a.word.length)
  const found = new Set<Code>()
  let rest = asked
  for (const { code, word } of words) {
    if (word.length < 2 || !rest.includes(word)) continue
    rest = rest.replaceAll(word, ' ')
    found.add(code)
  }
  const [only, another] = found
  return only !== undefined && another === undefined ? only : null
}

/** How something ended, by what the register says of it. Not said to be otherwise, it was done. */
export function outcomeIn(result: string | null, way: Way | null): EndCode {
  if (way === 'notOurs' || (result !== null && OUTSIDE.test(result))) return 'outside'
  return result !== null && EXPLAINED.test(result) ? 'explained' : 'solved'
}

const REPLY_CHANNELS: readonly z.infer<typeof ReplyChannel>[] = ['visit', 'phone', 'letter', 'web', 'sms', 'wechat']

/** The way an answer can have travelled. */
export function replyChannelOf(channel: ChannelCode): z.infer<typeof ReplyChannel> {
  return REPLY_CHANNELS.find((known) => known === channel) ?? 'other'
}

export function wordsFor<Code>(spellings: Spellings<Code>): string {
  return spellings.map(([, [first]]) => first).join('、')
}
