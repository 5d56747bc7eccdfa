import type { Language } from './words.ts'

/** Everything the printed forms say besides their data; the names of fields are those of the paper forms in use. */
const zh = {
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  estimated: (text: string) => `${text}（推算）`, clocks: (requester: number, unit: number) => `登记 ${requester} 日 · 承办 ${unit} 日`,
  listComma: '、', clause: '；', colon: '：', wide: '　', none: '无', anonymous: '未留姓名',
  foot: (by: string, at: string, full: boolean) => `打印：${by}　${at}${full ? '　含完整个人信息，仅限工作使用' : ''}`,
  date: '日期', seal: '（盖章）', number: '编号', subject: '事由', place: '发生地点', occurredAt: '发生时间', persons: '人数', requester: '服务对象', contact: '联系方式', firstContact: '首问责任人', supervision: '监督投诉电话', remarks: '备注',
  serial: '序号', paper: '材料名称', copies: '份数', paperForm: '原件/复印件', given: '是否已交', note: '备注', papers: '材料清单', received: '收据号',
  givenYes: '已交', givenNo: '未交', forms: { original: '原件', copy: '复印件', either: '原件或复印件' },
  parts: { requester: '第一联　交服务对象', unit: '第二联　单位留存' },
  title: { receipt: '首问回执单', notice: '一次性告知书', referral: '转办单', assignment: '交办单', handling: '承办单', returned: '退单申请', extension: '延期申请', handOver: '工作交接单' },
  receipt: {
    matter: '事项', given: '收到材料', missing: '还需提交', firstContact: '首问责任人及电话', unit: '承办部门', due: '承诺办理或答复时间', dueNone: '已当场答复', answered: '已答复', answer: '答复内容', basis: '依据', elsewhere: '请到哪里办理及电话',
    code: '查询码', scan: '扫码或凭编号和查询码查询进度', noCode: '查询码只在登记时给出，本单不再显示。', keep: '请妥善保管本回执。首问责任人对您的事负责到底。',
  },
  notice: {
    matter: '事项名称', basis: '办理依据', conditions: '申请条件', papers: '应交材料', missing: '需补正内容', complete: '无，材料已齐', procedure: '办理程序', statutory: '法定', promised: '承诺',
    limit: '办理时限（法定/承诺）', days: (count: number) => `${count}个工作日`,
    promisedIn: { workingHours: (count: number) => `${count}个工作小时`, naturalHours: (count: number) => `${count}小时`, naturalDays: (count: number) => `${count}天` }, fee: '收费及依据', where: '办理地点与电话', refusal: '不予受理或办理的理由', by: '告知人', receivedBy: '被告知人签收',
    track: '凭编号和回执上的查询码可在网上查询进度。',
  },
  slip: {
    source: '来源', at: '转办日期', from: '转办部门', to: '接收部门', summary: '事由摘要', papers: '所附材料', ask: '承办要求', limit: '办理时限', signBy: (when: string) => `${when}前签收`,
    by: '转办人', instruction: '领导批示', received: '接收人签收及时间', escorted: '已引领本人到场', contacted: (name: string, when: string) => `已联系${name}（${when}）`, waiting: '待签收',
  },
  handling: {
    involved: '涉及人员',
    matter: '事项', unit: '承办部门', handler: '承办人', helpers: '协办部门', receivedAt: '接收时间', checked: '调查核实情况', basis: '政策依据', course: '办理过程', proposal: '拟办意见',
    head: '部门负责人意见', leader: '分管领导意见', principal: '主要领导意见', reply: '答复内容', replied: '答复时间方式', endedAt: '办结日期', attachments: '附件', parent: '主件', children: '子件', joined: '并入件', mergedInto: '已并入',
  },
  request: {
    unit: '原承办', returnReason: '退回理由', extensionReason: '延期理由', basis: '依据（三定方案、权责清单条款）', suggested: '建议承办单位', newLimit: '新时限', oldLimit: '原时限', done: '已做工作', by: '申请人',
    opinion: '审核意见', decidedAt: '审批时间', told: '是否已告知服务对象', yes: '已告知', granted: '同意', refused: '不同意', times: (count: number) => `第${count}次`,
  },
  handOver: {
    from: '交班人', to: '接班人', at: '时间', open: '待办事项', progress: '进度', limit: '时限', custody: '所交材料与印章', takenAt: '收取时间', holder: '现保管人', checked: '清点', notes: '注意事项', witness: '监交人',
  },
  register: {
    maker: '制表', reviewer: '审核',
    volume: (rows: number, total: number | null, older: boolean) => `本册 ${rows} 件${total === null ? '' : `，所选范围共 ${total} 件`}${older ? '；更早的另成一册' : '；本册为最早的一册'}。`,
  },
  obligation: { decide: '判定', signFor: '签收', rule: '裁定', resolve: '办理', reply: '答复', callBack: '回访' } as Readonly<Record<string, string>>,
}

export type FormWords = typeof zh

const en: FormWords = {
  day: (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  estimated: (text) => `${text} (estimated)`, clocks: (requester, unit) => `person ${requester} d · unit ${unit} d`,
  listComma: ', ', clause: '; ', colon: ': ', wide: '  ', none: 'None', anonymous: 'No name given',
  foot: (by, at, full) => `Printed by ${by}, ${at}${full ? '. Contains personal data in full: for work only' : ''}`,
  date: 'Date', seal: '(seal)', number: 'Number', subject: 'Subject', place: 'Place', occurredAt: 'Happened at', persons: 'Persons', requester: 'Person', contact: 'Contact', firstContact: 'First contact', supervision: 'Supervision line', remarks: 'Remarks',
  serial: 'No.', paper: 'Paper', copies: 'Copies', paperForm: 'Original/copy', given: 'Handed in', note: 'Note', papers: 'Papers', received: 'Receipt no.',
  givenYes: 'Yes', givenNo: 'No', forms: { original: 'Original', copy: 'Copy', either: 'Original or copy' },
  parts: { requester: 'Part 1: for the person', unit: 'Part 2: kept by the unit' },
  title: {
    receipt: 'First-contact receipt', notice: 'One-time notice of papers', referral: 'Referral slip', assignment: 'Assignment slip', handling: 'Handling sheet', returned: 'Request to return a referral',
    extension: 'Request for an extension', handOver: 'Hand-over sheet',
  },
  receipt: {
    matter: 'Matter', given: 'Papers received', missing: 'Papers still needed', firstContact: 'First contact and phone', unit: 'Handling unit', due: 'Promised by', dueNone: 'Answered on the spot', answered: 'Answered', answer: 'Answer', basis: 'Basis', elsewhere: 'Where to go, and phone',
    code: 'Tracking code', scan: 'Scan, or use the number and the tracking code, to follow it', noCode: 'The tracking code is given at registration only and is not shown again.',
    keep: 'Please keep this receipt. Your first contact answers for your question to the end.',
  },
  notice: {
    matter: 'Matter', basis: 'Legal basis', conditions: 'Conditions', papers: 'Papers required', missing: 'To be supplied', complete: 'None, the papers are complete', procedure: 'Procedure', statutory: 'statutory',
    promised: 'promised', limit: 'Time limit (statutory/promised)', days: (count) => `${count} working day${count === 1 ? '' : 's'}`,
    promisedIn: { workingHours: (count) => `${count} working hour${count === 1 ? '' : 's'}`, naturalHours: (count) => `${count} hour${count === 1 ? '' : 's'}`, naturalDays: (count) => `${count} day${count === 1 ? '' : 's'}` }, fee: 'Fee and basis', where: 'Place and phone',
    refusal: 'Reason if not accepted or not granted', by: 'Notified by', receivedBy: 'Received by', track: 'The number and the tracking code on the receipt show the progress online.',
  },
  slip: {
    source: 'Source', at: 'Referred on', from: 'From unit', to: 'To unit', summary: 'Summary', papers: 'Papers enclosed', ask: 'What is asked', limit: 'Time limit', signBy: (when) => `sign by ${when}`,
    by: 'Referred by', instruction: 'Leader’s instruction', received: 'Received by, and when', escorted: 'The person was led there', contacted: (name, when) => `${name} was contacted ${when}`, waiting: 'waiting for the signature',
  },
  handling: {
    involved: 'Persons concerned',
    matter: 'Matter', unit: 'Handling unit', handler: 'Handler', helpers: 'Co-handling units', receivedAt: 'Received at', checked: 'What was found', basis: 'Basis', course: 'Course', proposal: 'Proposal',
    head: 'Opinion of the head', leader: 'Opinion of the leader in charge', principal: 'Opinion of the principal', reply: 'Reply', replied: 'Replied when and how', endedAt: 'Closed on', attachments: 'Attachments', parent: 'Main case', children: 'Parts', joined: 'Merged into this', mergedInto: 'Merged into',
  },
  request: {
    unit: 'Handling unit so far', returnReason: 'Reason for the return', extensionReason: 'Reason for the extension', basis: 'Basis (terms of reference, list of powers)', suggested: 'Suggested unit', newLimit: 'New limit',
    oldLimit: 'Limit so far', done: 'Work done', by: 'Requested by', opinion: 'Opinion', decidedAt: 'Decided at', told: 'Person told', yes: 'Told', granted: 'Granted', refused: 'Refused', times: (count) => `no. ${count}`,
  },
  handOver: {
    from: 'Handed over by', to: 'Taken over by', at: 'Time', open: 'What is open', progress: 'Progress', limit: 'Due', custody: 'Papers and seals handed over', takenAt: 'Taken at', holder: 'Kept by', checked: 'Checked', notes: 'To note',
    witness: 'Witness',
  },
  register: {
    maker: 'Prepared by', reviewer: 'Reviewed by',
    volume: (rows, total, older) => `${rows} cases in this volume${total === null ? '' : ` of ${total} chosen`}; ${older ? 'older ones are in the next' : 'this is the oldest'}.`,
  },
  obligation: { decide: 'decide', signFor: 'sign for it', rule: 'rule', resolve: 'resolve', reply: 'reply', callBack: 'call back' },
}

export function formWordsIn(language: Language): FormWords {
  return language === 'en' ? en : zh
}
