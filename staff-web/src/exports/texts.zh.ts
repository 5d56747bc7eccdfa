export const exportsZh = {
  print: '打印', document: 'Word 文档', back: '返回', register: '登记簿', layout: '版式', brief: '简版（6 列）', full: '全版',
  showFull: '显示完整联系方式', showFullOk: '显示并记入台账', showFullWhy: '表单上将出现来访人的完整姓名、电话和地址。谁在何时打印了哪张表，会记入台账。', reason: '用途（选填）', fullNow: '含完整个人信息，用后妥善保管',
  duty: { handOver: '工作交接单', log: '值班日志', roster: '值班表', covers: 'AB岗备案表', which: '表单', week: '一周', month: '一月', span: '期间', unit: '科室', previousWeek: '上一周', nextWeek: '下一周', previousMonth: '上一月', nextMonth: '下一月' },
  month: '按月', ownSpan: '{{from}} 至 {{to}}',
  volume: { newest: '最近一册', older: '更早的一册', of: '本册 {{count}} 件，所选范围共 {{total}} 件；其余在其他各册，可按月选择，或在办件列表中', ofMany: '本册 {{count}} 件，所选范围件数很多；其余在其他各册，可按月选择，或在办件列表中', export: '导出为 Excel' },
  onlyHere: '回执上的查询网址只能在本机打开，来访人扫码打不开', onlyHereWhy: '请系统管理员在服务器上设置 PUBLIC_URL（群众访问用的网址，例如 https://daodi.example.gov.cn），重启后再打印。本提示不会印在回执上。',
  noSuchForm: '没有这种表单',
}
