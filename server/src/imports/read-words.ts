import { CONTENT_MAX, Phone, SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import { codeIn, GRADES } from './chinese-words.ts'
import { FAULTS, type FaultText } from './faults.ts'
import { headOf, type Field } from './fields.ts'
import type { WrittenLine } from './written-lines.ts'

/** What was asked and by whom, in words that fit a case. */
export interface LineWords { subject: string; content: string | null; requester: { name?: string; phone?: string; organization?: string; address?: string }; place: string | null; involvedCount: number | null; involvedNames: string | null }

/** Control, invisible and direction characters go; line ends become LF. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/g, ' ').replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '').trim()
}

const NOBODY = /^(?:匿名|不详|不愿透露|不愿|无|未留|保密|\/|-+|—+|某?群众|市民)$/
const ORGANIZATION = /(?:公司|集团|厂|局|院|学校|中学|小学|单位|中心|银行|委员会|村委会|居委会|事务所|商店|超市|合作社|协会|部|处|科|站|社区|乡政府|镇政府)$/

/** Nothing on the line is lost: what has no field of its own, or does not fit into it, stands in the content. */
export function wordsOf(line: WrittenLine, complain: (field: Field, fault: FaultText) => void, unread: readonly { head: string; text: string }[] = []): LineWords | null {
  const kept: string[] = []
  const keep = (head: string, text: string): void => { if (text !== '') kept.push(`${head}：${text}`) }
  const whole = clean(line.text('subject')) || clean(line.text('content'))
  if (whole === '') complain('subject', FAULTS.noSubject())
  const oneLine = whole.replace(/\s*\n\s*/g, ' ')
  const subject = shortened(oneLine, SUBJECT_MAX)
  if (subject !== whole) kept.push(whole)
  const more = clean(line.text('content'))
  if (more !== whole && more !== '') kept.push(more)
  const requester = requesterOf(line, keep)
  keep('原登记编号', clean(line.text('number')))
  if (line.text('grade') !== '' && codeIn(GRADES, line.text('grade')) === null) keep('满意度', clean(line.text('grade')))
  if (line.text('way') !== '') keep('处理方式', clean(line.text('way')))
  const occasion = occasionOf(line, keep)
  for (const { head, text } of [...unread, ...line.others]) keep(clean(head), clean(text))
  const content = kept.join('\n')
  if (content.length > CONTENT_MAX) complain('subject', FAULTS.tooLong(CONTENT_MAX))
  return whole === '' ? null : { subject, content: content || null, requester, ...occasion }
}

/** Where it happened and whom it concerned; what is no number of people stays where it can be read. */
function occasionOf(line: WrittenLine, keep: (head: string, text: string) => void): Pick<LineWords, 'place' | 'involvedCount' | 'involvedNames'> {
  const fitting = (field: Field, most: number): string | null => {
    const text = clean(line.text(field)).replace(/\s+/g, ' ')
    if (text.length <= most) return text === '' ? null : text
    keep(headOf(field), text)
    return null
  }
  const people = clean(line.text('persons')).normalize('NFKC')
  const involvedCount = /^[1-9]\d{0,3}(?=\s*[人名位个]?$)/.exec(people)?.[0]
  if (involvedCount === undefined) keep(headOf('persons'), people)
  return { place: fitting('site', 200), involvedCount: involvedCount === undefined ? null : Number(involvedCount), involvedNames: fitting('involved', 300) }
}

/** With an ellipsis, and never through the middle of a surrogate pair. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 2)) ? most - 2 : most - 1
  return `${text.slice(0, end)}…`
}

function requesterOf(line: WrittenLine, keep: (head: string, text: string) => void): LineWords['requester'] {
  const oneLine = (field: Field): string => clean(line.text(field)).replace(/\s+/g, ' ')
  const requester: LineWords['requester'] = {}
  const put = (key: keyof LineWords['requester'], field: Field, most: number): void => {
    const text = oneLine(field)
    if (text === '' || NOBODY.test(text)) return
    if (text.length <= most && requester[key] === undefined) requester[key] = text
    else keep(headOf(field), text)
  }
  put('name', 'name', 60)
  put('organization', 'organization', 120)
  put('address', 'address', 200)
  put(ORGANIZATION.test(oneLine('place')) ? 'organization' : 'address', 'place', 120)
  const phones = oneLine('phone').normalize('NFKC')
  const phone = phones.split(/[/、,，;；\n]|\s{2,}/).map((part) => part.trim()).find((part) => Phone.safeParse(part).success)
  if (phone !== undefined) requester.phone = phone
  if (phones !== '' && phones !== phone && !NOBODY.test(phones)) keep(headOf('phone'), phones)
  return requester
}
