/** What is wrong with one line, and what to do about it, in both languages. Never repeats what the person asking said or is called. */
export interface Fault {
  /** As the spreadsheet counts. */
  row: number
  /** Letter and head of the column; null when it is about the whole line. */
  column: string | null
  zh: string
  en: string
}

export type FaultText = Pick<Fault, 'zh' | 'en'>

export const FAULTS = {
  missing: (head: string): FaultText => ({ zh: `“${head}”没有填；补上，或在映射文件的 defaults 里给出`, en: 'is empty; fill it in, or give it under defaults in the mapping' }),
  noDate: (): FaultText => ({ zh: '没有日期；补上日期，或在映射文件里给出 defaults.date', en: 'has no date; fill it in, or give defaults.date in the mapping' }),
  dateUnreadable: (text: string): FaultText => ({ zh: `日期“${text}”读不懂；改为 2024-03-02 这样的写法（没写年份的，在映射文件里给出 year）`, en: `the date "${text}" cannot be read; write it like 2024-03-02 (give year in the mapping for days without one)` }),
  dateInFuture: (): FaultText => ({ zh: '日期在今天之后；核对年份', en: 'the date lies in the future; check the year' }),
  dateTooEarly: (): FaultText => ({ zh: '日期早于 2000 年；核对年份', en: 'the date lies before the year 2000; check it' }),
  beforeRegistration: (): FaultText => ({ zh: '早于登记日期；核对两个日期', en: 'lies before the registration; check both dates' }),
  noSubject: (): FaultText => ({ zh: '没有事由；补上一句话', en: 'has no subject; fill in a line' }),
  tooLong: (most: number): FaultText => ({ zh: `内容合计超过 ${most} 字；缩短`, en: `the content is longer than ${most} characters; shorten it` }),
  channelUnknown: (text: string, known: string): FaultText => ({ zh: `来访方式“${text}”不认识；改为 ${known} 之一，或写入映射文件的 channels`, en: `the channel "${text}" is not known; name it under channels in the mapping` }),
  categoryUnknown: (text: string, known: string): FaultText => ({ zh: `类别“${text}”不认识；改为 ${known} 之一，或写入映射文件的 categories`, en: `the category "${text}" is not known; name it under categories in the mapping` }),
  personUnknown: (text: string): FaultText => ({ zh: `本单位没有“${text}”这个人；先建账号（可停用），或在映射文件的 people 里写明是谁`, en: `nobody here is called "${text}"; add an account (it may be disabled), or say who it is under people in the mapping` }),
  personAmbiguous: (text: string): FaultText => ({ zh: `叫“${text}”的不止一人；在映射文件的 people 里写登录名`, en: `several people are called "${text}"; give the login under people in the mapping` }),
  personLeft: (text: string): FaultText => ({ zh: `“${text}”的账号已停用，不能负责未办结的件；在映射文件的 people 里改由他人负责，或补上办理结果`, en: `"${text}" has left and cannot own an open case; name somebody else under people in the mapping, or fill in the result` }),
  unitUnknown: (text: string): FaultText => ({ zh: `没有“${text}”这个部门；更正，或写入映射文件的 units`, en: `there is no unit "${text}"; correct it, or name it under units in the mapping` }),
  unitAmbiguous: (text: string): FaultText => ({ zh: `叫“${text}”的部门不止一个；填写承办人，或在映射文件的 units 里写登记代号`, en: `several units are called "${text}"; fill in the handler, or give the register code under units in the mapping` }),
  unitWithoutHead: (text: string): FaultText => ({ zh: `“${text}”没有负责人，承办人又没有填；补上承办人`, en: `"${text}" has no head and no handler is given; fill in the handler` }),
  numberTwice: (): FaultText => ({ zh: '同一天里这个登记编号出现了两次；更正其中一个', en: 'this number occurs twice on the same day; correct one of them' }),
  numberChanged: (): FaultText => ({ zh: '这个登记编号以前导入过，内容与现在的不同；请在系统里更正那一件，或换一个编号', en: 'this number was imported before with other content; correct that case in the product, or give the line another number' }),
  refused: (code: string): FaultText => REFUSALS[code] ?? { zh: `系统拒绝登记：${code}`, en: `registration was refused: ${code}` },
}

const REFUSALS: Readonly<Record<string, FaultText>> = {
  'category-not-used': { zh: '现行制度不使用这个类别；在映射文件的 categories 里改为别的类别', en: 'today’s policy does not use this category; name another one under categories in the mapping' },
  'no-register': { zh: '首问责任人的部门及其上级都没有登记代号；先给部门设置登记代号', en: 'neither the unit of the first contact nor one above it keeps a register; give one a register code first' },
}

export function faultLine({ row, column, zh, en }: Fault): string {
  return `  ${row}${column === null ? '' : ` ${column}`}: ${zh}。 / ${en}.`
}
