import type { PassedOn } from '../cases/store-list.ts'

export type Language = 'zh-CN' | 'en'
type Codes = Readonly<Record<string, string>>

/** Everything an exported register says besides its data. */
export interface Words {
  sheet: string
  fileName: { brief: string; full: string }
  title: { brief: string; full: string }
  mark(by: string, at: string): string
  page: string
  cut(most: number): string
  estimated(text: string): string
  columns: Readonly<Record<'serial' | 'number' | 'registeredAt' | 'channel' | 'name' | 'gender' | 'place' | 'phone' | 'persons' | 'subject' | 'occurred' | 'category' | 'papers' | 'firstContact' | 'firstPhone'
    | 'branch' | 'unit' | 'handler' | 'handedAt' | 'dueAt' | 'result' | 'endedAt' | 'told' | 'grade' | 'signature' | 'remarks', string>>
  briefColumns: Readonly<Record<'name' | 'place' | 'phone' | 'subject' | 'firstContact' | 'result', string>>
  status: Codes; outcome: Codes; channel: Codes; category: Codes; branch: Codes; grade: readonly string[]
  waitingFor(unit: string): string
  round(round: number): string
  passedOn(referred: number, returned: number): string
  passed(act: PassedOn): string
  involved(names: string): string; colleague(name: string): string
  afterwards: string; confidential: string; erased: string; withNotice: string
  list: string; clause: string
}

const zh: Words = {
  sheet: '登记台账', fileName: { brief: '首问登记簿', full: '首问登记台账' }, title: { brief: '首问负责制登记簿', full: '首问负责制登记台账' },
  mark: (by, at) => `导出人：${by}　导出时间：${at}　含个人信息，仅限工作使用，用后销毁`, page: '第 &P 页，共 &N 页',
  cut: (most) => `只导出最近 ${most} 件，请缩小范围后分次导出。`, estimated: (text) => `${text}（推算）`,
  columns: {
    serial: '序号', number: '登记编号', registeredAt: '日期时间', channel: '来访方式', name: '服务对象姓名', gender: '性别', place: '单位或住址', phone: '联系电话', persons: '人数',
    subject: '咨询或办理事项', occurred: '发生时间、地点', category: '事项类别', papers: '所收材料名称及数量', firstContact: '首问责任人', firstPhone: '首问责任人电话', branch: '处理方式', unit: '承办部门', handler: '承办人',
    handedAt: '转交时间', dueAt: '承诺时限', result: '办理结果', endedAt: '办结时间', told: '答复时间及方式', grade: '满意度', signature: '服务对象签字', remarks: '备注',
  },
  briefColumns: { name: '发问人姓名', place: '单位及住址', phone: '联系方法', subject: '发问事由', firstContact: '被问人姓名', result: '办理结果或衔接情况' },
  status: { registered: '已登记', handling: '办理中', resolved: '待答复', answered: '已答复', closed: '已办结', withdrawn: '已撤回', merged: '已并单' },
  outcome: { solved: '已解决', explained: '已解释说明', outside: '不属本单位', withdrawn: '已撤回', merged: '已并单' },
  channel: {
    visit: '来访', phone: '来电', letter: '来信', meeting: '会议', web: '网站', wechat: '微信', sms: '短信', qr: '扫码', suggestionBox: '意见箱', leaderReception: '领导接待', hotline: '热线转办',
    assigned: '上级交办', instruction: '领导批示', media: '媒体', selfDiscovered: '巡查发现', bell: '呼叫铃', other: '其他',
  },
  category: { consultation: '咨询', help: '求助', complaint: '投诉', report: '举报', suggestion: '建议', commendation: '表扬', application: '申办', other: '其他' },
  branch: { onSpot: '当场办结', mine: '自办', colleague: '科内转办', otherUnit: '转办', notOurs: '告知', unclear: '请示' },
  grade: ['非常不满意', '不满意', '基本满意', '满意', '非常满意'],
  waitingFor: (unit) => `待${unit}签收`, round: (round) => `第${round}轮`, passedOn: (referred, returned) => `转办${referred}次、退回${returned}次`,
  passed: ({ act, personName, fromUnitName, toUnitName }) => (act === 'returned' ? `${fromUnitName ?? ''}${personName ?? ''}退回` : act === 'referred' ? `${fromUnitName ?? ''}${personName ?? ''}转${toUnitName ?? ''}` : `${personName ?? ''}请转${toUnitName ?? ''}未获批准`), involved: (names) => `涉及：${names}`, colleague: (name) => `${name}（内部）`, afterwards: '事后登记', confidential: '保密', erased: '已删除', withNotice: '一次性告知', list: '、', clause: '；',
}

const en: Words = {
  sheet: 'Register', fileName: { brief: 'first-contact-register-brief', full: 'first-contact-register' }, title: { brief: 'First-contact register (brief)', full: 'First-contact register' },
  mark: (by, at) => `Exported by ${by} at ${at}. Contains personal data: for work only, destroy after use.`, page: 'Page &P of &N',
  cut: (most) => `Only the latest ${most} cases; narrow the filters and export in parts.`, estimated: (text) => `${text} (estimated)`,
  columns: {
    serial: 'No.', number: 'Register number', registeredAt: 'Date and time', channel: 'Channel', name: 'Name of the person', gender: 'Gender', place: 'Organisation or address', phone: 'Phone',
    persons: 'Persons', subject: 'Question or matter', occurred: 'When and where it happened', category: 'Category', papers: 'Papers taken', firstContact: 'First contact', firstPhone: "First contact's phone", branch: 'Decision',
    unit: 'Handling unit', handler: 'Handler', handedAt: 'Handed over at', dueAt: 'Promised by', result: 'Result', endedAt: 'Closed at', told: 'Told when and how', grade: 'Satisfaction',
    signature: 'Signature', remarks: 'Remarks',
  },
  briefColumns: { name: 'Name of the person', place: 'Organisation and address', phone: 'How to reach them', subject: 'What they asked', firstContact: 'Who was asked', result: 'Result or hand-over' },
  status: { registered: 'Registered', handling: 'In handling', resolved: 'To be answered', answered: 'Answered', closed: 'Closed', withdrawn: 'Withdrawn', merged: 'Merged' },
  outcome: { solved: 'Solved', explained: 'Explained', outside: 'Outside our remit', withdrawn: 'Withdrawn', merged: 'Merged' },
  channel: {
    visit: 'Visit', phone: 'Phone', letter: 'Letter', meeting: 'Meeting', web: 'Web', wechat: 'WeChat', sms: 'SMS', qr: 'QR code', suggestionBox: 'Suggestion box', leaderReception: 'Leader’s reception',
    hotline: 'Hotline', assigned: 'Assigned from above', instruction: 'Leader’s instruction', media: 'Media', selfDiscovered: 'Found on a round', bell: 'Call bell', other: 'Other',
  },
  category: {
    consultation: 'Consultation', help: 'Help', complaint: 'Complaint', report: 'Report of wrongdoing', suggestion: 'Suggestion', commendation: 'Commendation', application: 'Application', other: 'Other',
  },
  branch: { onSpot: 'Answered on the spot', mine: 'Kept', colleague: 'To a colleague', otherUnit: 'Referred', notOurs: 'Not ours', unclear: 'Ruling asked' },
  grade: ['Very dissatisfied', 'Dissatisfied', 'Fairly satisfied', 'Satisfied', 'Very satisfied'],
  waitingFor: (unit) => `waiting for ${unit} to sign`, round: (round) => `round ${round}`, passedOn: (referred, returned) => `passed on ${referred} times, sent back ${returned} times`,
  passed: ({ act, personName, fromUnitName, toUnitName }) => (act === 'returned' ? `${personName ?? ''} (${fromUnitName ?? ''}) sent it back` : act === 'referred' ? `${personName ?? ''} (${fromUnitName ?? ''}) to ${toUnitName ?? ''}` : `${personName ?? ''} asked to pass it to ${toUnitName ?? ''}, refused`), involved: (names) => `concerns ${names}`, colleague: (name) => `${name} (colleague)`, afterwards: 'registered afterwards', confidential: 'confidential', erased: 'erased', withNotice: 'One-time notice', list: ', ', clause: '; ',
}

export function wordsIn(language: Language): Words {
  return language === 'en' ? en : zh
}
