/** What a column of a register may be. */
export const FIELDS = ['number', 'date', 'clock', 'channel', 'name', 'place', 'organization', 'address', 'phone', 'subject', 'content', 'category', 'firstContact', 'way', 'unit', 'handler', 'handedAt',
  'result', 'endedAt', 'told', 'grade', 'serial', 'occurredAt', 'site', 'persons', 'involved'] as const
export type Field = (typeof FIELDS)[number]

/** The heads under which paper forms keep it, the most usual first. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  serial: ['序号', '序'],
  number: ['登记编号', '编号', '登记号', '受理编号', '流水号', '登记簿编号', '件号'],
  date: ['日期时间', '登记时间', '登记日期', '日期', '来访时间', '来访日期', '接待时间', '接待日期', '受理时间', '受理日期', '接访时间', '接访日期', '首问时间', '首问日期', '咨询时间', '来电时间', '年月日', '登记日', '发问时间', '时间'],
  clock: ['时分', '具体时间', '几时', '时刻'],
  channel: ['来访方式', '来访形式', '方式', '来源', '受理方式', '登记方式', '诉求来源', '渠道', '来访渠道', '咨询方式', '首问方式', '接待方式', '来人来电来函'],
  name: ['服务对象姓名', '服务对象', '发问人姓名', '发问人', '姓名', '来访人姓名', '来访人', '来访者', '来访者姓名', '咨询人', '咨询人姓名', '办事人', '办事人姓名', '当事人', '申请人', '群众姓名', '投诉人', '来电人', '诉求人', '来访来电人姓名'],
  place: ['单位或住址', '单位及住址', '单位住址', '单位或地址', '单位地址', '单位及地址', '住址或单位', '单位家庭住址'],
  organization: ['单位', '工作单位', '来访单位', '单位名称', '所在单位', '服务对象单位'],
  address: ['住址', '地址', '家庭住址', '联系地址', '家庭地址'],
  phone: ['联系电话', '电话', '联系方法', '联系方式', '手机', '手机号', '手机号码', '电话号码', '服务对象电话', '来访人电话', '来访人联系电话', '发问人电话'],
  subject: ['咨询或办理事项', '咨询或办理事项事由', '事由', '发问事由', '来访事由', '咨询事项', '办理事项', '咨询内容', '事项', '诉求事由', '主要事项', '问题', '反映问题', '反映的问题', '咨询问题', '诉求', '来访事项', '内容摘要', '主要内容', '诉求内容', '反映内容', '内容'],
  content: ['详细内容', '具体内容', '情况说明', '事由详情'],
  category: ['事项类别', '类别', '类型', '事项类型', '诉求类别', '诉求类型', '问题类别', '性质'],
  firstContact: ['首问责任人', '被问人姓名', '被问人', '首问人', '首问责任人姓名', '首问负责人', '接待人', '接待人员', '接待人姓名', '受理人', '登记人', '经手人', '首办责任人', '首问责任人签字', '首问责任人签名'],
  way: ['处理方式', '办理方式', '处理形式', '处置方式', '首问处理方式'],
  unit: ['承办部门', '承办科室', '承办单位', '责任部门', '责任科室', '办理部门', '办理科室', '转办部门', '转办科室', '转交部门', '衔接部门', '承办股室'],
  handler: ['承办人', '承办人姓名', '经办人', '办理人', '责任人', '承办责任人', '衔接人'],
  handedAt: ['转交衔接时间', '转交时间', '衔接时间', '转办时间', '移交时间', '转办日期', '转交日期', '签收时间'],
  result: ['办理结果', '办理结果或衔接情况', '处理结果', '答复内容', '办理情况', '处理情况', '结果', '办理结果及衔接情况', '答复情况', '落实情况', '处理意见', '解决情况'],
  endedAt: ['办结时间', '办结日期', '完成时间', '办理时间', '完成日期', '处理时间'],
  told: ['答复时间及方式', '答复时间', '答复日期', '反馈时间', '回复时间', '反馈时间及方式'],
  occurredAt: ['发生时间', '事发时间', '发生日期', '问题发生时间'],
  site: ['发生地点', '事发地点', '问题地点', '地点', '发生时间地点', '具体地点'],
  persons: ['人数', '来访人数', '涉及人数', '来人数'],
  involved: ['涉及人员', '相关人员', '涉及人', '同来人员', '有关人员'],
  grade: ['满意度', '满意程度', '群众评价', '评价', '服务评价', '是否满意', '满意情况'],
}

const FIELD_BY_HEAD = new Map(FIELDS.flatMap((field) => HEADS[field].map((head) => [headKey(head), field] as const)))

/** Heads are compared without spaces, punctuation, and what stands in brackets. */
export function headKey(head: string): string {
  return head.normalize('NFKC').toLowerCase().replace(/[(【[].*?[)】\]]/g, '').replace(/[\s:、,，。.*/\\|_\-—]+/g, '')
}

export function fieldOfHead(head: string): Field | null {
  return FIELD_BY_HEAD.get(headKey(head)) ?? null
}

/** The usual head of a field, for telling what a column may be called. */
export function headOf(field: Field): string {
  return HEADS[field][0] ?? field
}
