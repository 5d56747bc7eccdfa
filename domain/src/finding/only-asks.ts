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

/**
 * Of what kind a question is where nobody said so: its matter's, but who asks what an application takes has not applied.
 * `used`: the kinds that the regulation has.
 */
export function categoryOfQuestion(subject: string, matterCategory: string | null, used: readonly string[]): string {
  if (matterCategory === null) return 'consultation'
  return matterCategory === 'application' && used.includes('consultation') && onlyAsks(subject) ? 'consultation' : matterCategory
}
