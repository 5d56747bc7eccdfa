export const successionsZh = {
  leaver: { title: '{{name}} 的离任交接', intro: '先为每一件指定接替人；接替人签收后，该件的首问、承办、应办随之转移。全部签收后，账号才能停用。', count: '未了 {{count}} 件', signed: '已签收 {{count}} 件', shifts: '还有 {{count}} 个班未上，请先在值班表中撤下', none: '没有未了的件', noneText: '可以停用账号。', all: '全部未指定的件交给', name: '指定', named: '已指定 {{count}} 件', number: '编号', unit: '承办科室', as: '角色', due: '到期', successor: '接替人', waiting: '待签收', toAccounts: '返回账号', confirm: '请核对：将 {{count}} 件交给 {{name}}' },
  as: { firstContact: '首问责任人', handler: '承办人', other: '其他' },
  mine: { title: '待我签收的接替', intro: '请逐件过目，不接替的取消勾选；签收后，各件的首问、承办和应办由您接替，期限不变。', none: '没有待签收的接替', line: '原由 {{leaver}} 负责，{{by}} 于 {{when}} 指定', sign: '签收', signed_other: '已签收 {{count}} 件', partly_other: '已签收 {{count}} 件，{{left}} 件未能签收，原因见列表', all_other: '全选（{{count}} 件）', signAll_other: '签收全部 {{count}} 件', signSome_other: '签收所选 {{count}} 件', confirm_other: '确认接替这 {{count}} 件？' },
}
