/** Forms in which one asks to be told something. */
const ASKS = new RegExp(['吗', '[么嘛呢][？?]?$', '怎么', '怎样', '咋', '如何', '什么', '啥', '哪(?!怕)', '多少', '多久', '多长时间', '多大', '多高', '是否', '能否', '可否', '能不能', '可不可以', '可以不可以', '是不是', '有没有', '要不要',
  '需不需要', '行不行', '算不算', '要几', '需几', '得几', '共几', '有几', '等几', '几(?:楼|号|点|层|份)', '谁', '何时', '何处', '请问', '问一下', '想问', '咨询一下', '想咨询', '^咨询[：: ]', '[？?]$'].join('|'), 'u')
/** Words with which one wants something done, or complains, though it be put as a question. */
const WANTS = /请求|恳请|请予|请给|请帮|请尽快|请派|请来|特申请|现申请|要求(?:办|解决|处理|给|尽快|退|赔|停)|[已特现来](?:提交|递交|交来)|(?:材料|资料|手续)(?:都|已|全|备)|投诉|举报|反映|凭什么|为什么|为啥|怎么还|怎么不|怎么这么|迟迟/u

/** The question wants an answer and nothing else. */
export function onlyAsks(subject: string): boolean {
  const text = subject.normalize('NFKC').trim()
  return ASKS.test(text) && !WANTS.test(text)
}

/** The words with which somebody says themselves what they bring, the weightiest first. */
const SAYS: readonly (readonly [category: string, said: RegExp])[] = [
  ['report', /举报/u], ['complaint', /投诉/u], ['commendation', /表扬|送(?:一面|面)?锦旗/u],
  ['suggestion', /(?:^|[，,。；;：:、\s])(?:我们?|本人)?(?:想|要)?(?:提(?:[个条点些]|一[个条点些])?)?建议(?!书|稿)/u], ['help', /求助/u],
]
/** Spoken of, but not done: where and how one complains, what became of an earlier one, what one does not want. */
const SPOKEN_OF = /(?:怎么|怎样|如何|哪里|哪儿|哪个|何处|找谁|向谁|跟谁|能不能|能否|可以|可否|不(?:是|想|要)|没有?|无)[^，。；]{0,4}(?:投诉|举报|求助|表扬)|(?:投诉|举报|求助|表扬)的?(?:电话|热线|信箱|邮箱|箱|渠道|方式|流程|程序|材料|处理|结果|答复|件|信|部门|中心|[^，。；]{0,6}(?:怎么样|进度|办到|处理到|有结果))/u

/** The kind that the words themselves name; null where they name none, or one the regulation does not have. */
export function categoryInWords(subject: string, used: readonly string[]): string | null {
  const text = subject.normalize('NFKC')
  if (SPOKEN_OF.test(text)) return null
  return SAYS.find(([category, said]) => used.includes(category) && said.test(text))?.[0] ?? null
}

/**
 * Of what kind a question is where nobody said so: what it calls itself, else its matter's, but who asks what an
 * application takes has not applied. `used`: the kinds that the regulation has.
 */
export function categoryOfQuestion(subject: string, matterCategory: string | null, used: readonly string[]): string {
  const named = categoryInWords(subject, used)
  if (named !== null && (matterCategory === null || matterCategory === 'consultation' || matterCategory === 'application')) return named
  if (matterCategory === null) return 'consultation'
  return matterCategory === 'application' && used.includes('consultation') && onlyAsks(subject) ? 'consultation' : matterCategory
}
