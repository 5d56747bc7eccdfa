export const obligationsZh = {
  title: '我的应办',
  scope: { label: '范围', mine: '我的', late: '超期' },
  group: { red: '已超期', amber: '快到期', green: '期限内', grey: '已暂停' },
  kind: { decide: '判定怎么处理', signFor: '签收转办', rule: '裁定由谁承办', resolve: '办理', reply: '答复来访人', callBack: '回访', approve: '审批', tell: '告知来访人', resume: '恢复办理', assist: '协办', reportBack: '批示反馈', feedback: '督办反馈', visit: '赴约', undone: '办不成事受理', support: '答复支持请求', round: '班前巡视', handOver: '交接班', answerBell: '应铃', task: '班内事项', walkround: '记录查房、巡查所见', relay: '转告并帮办', contact: '联系来访人', custody: '确认收到材料', advise: '答复请示', allow: '批准再次转办', inquire: '跟催外单位', followUp: '处理上报事项', confirm: '确认收到', fillIn: '补记', keepInTouch: '通报进展', checkEffect: '成效回看', settle: '处置接办的事项', appeal: '决定是否再办', solve: '给出解决方案' },
  supervision: { general: '督办', key: '重点督办', listed: '挂牌督办' }, firstServed: '优先', urged: '催办 {{count}} 次',
  owes: { unit: '{{unit}}应办', other: '{{name}}应办', escalated: '逐级上报到您', takenUp: '已由 {{name}} 接办', inPlaceOf: '代 {{name}} 办理' },
  rungs: { one: '已提醒负责人', more_other: '已上报 {{count}} 级' },
  row: { anonymous: '未留姓名', open: '打开', sign: '签收', return: '退回', next: '处理', takeUp: '接办', look: '查看', signed: '已签收：{{subject}}' },
  empty: { mine: '都办完了', mineText: '没有欠着谁的事。新的事来了，会自动出现在这里。', late: '没有超期的事', lateText: '该办的都在期限内。' },
  news: '有更新，点此查看', more: '继续加载',
  keys: { down: '下一条', up: '上一条', open: '打开', sign: '签收', return: '退回转办', next: '处理这一条', takeUp: '接办', mine: '看我的', late: '看超期' },
  toRegister: '去登记',
}
