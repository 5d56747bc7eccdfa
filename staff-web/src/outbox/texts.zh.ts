export const outboxZh = {
  mail: {
    lead: '提醒邮件、每日汇总和给来访人的进展邮件都从这里发出。', own: '使用本单位的邮件服务器', installation: '未另设时，使用运维人员为全系统设置的服务器。', noInstallation: '运维人员没有为全系统设置服务器；本单位不设，就发不出邮件。',
    host: '服务器', port: '端口', security: '加密', securities: { tls: 'TLS（通常 465）', starttls: 'STARTTLS（通常 587）', none: '不加密（仅限内网）' }, login: '登录名', loginHint: '服务器不要求登录的，留空。',
    password: '口令', passwordKept: '已保存，不显示；留空则不变。更换服务器后须重新填写。', sender: '发件地址', senderName: '发件人名称', saved: '已保存。', removed: '已恢复使用全系统设置。',
    test: '发测试邮件', testTo: '收件地址', testSent: '已发出，请查收。', testFailed: '没有发出：{{answer}}', testHint: '用已保存的设置当场发一封。',
  },
  hook: {
    lead: '有进展时，把事件（只有编号和代码，没有诉求内容和个人信息）签名后发给其他系统。签名遵循 Standard\u00a0Webhooks 规范。保密的件不外发。', create: '新增接收地址', edit: '修改', name: '名称', url: '接收地址', urlHint: '须为 https://；内网地址要由运维人员放行。',
    kinds: '事件', allKinds: '全选', mostFailures: '连续失败多少次后停用', empty: '还没有接收地址', emptyText: '需要把进展推送给其他系统时再新增。', state: { on: '启用', off: '已停用', failed: '因多次失败已停用' }, failures_other: '连续失败 {{count}} 次',
    both: '旧密钥至 {{when}} 仍有效', acts: '操作', on: '启用', off: '停用', rotate: '更换密钥', test: '发测试事件', log: '投递记录', remove: '删除', tested: '测试事件已排队，结果见投递记录。', saved: '已保存。', removed: '已删除。',
    rotateAsk: '更换“{{name}}”的签名密钥？', rotateText: '新密钥只显示一次；24 小时内新旧密钥都有效，请在此期间换好。', offAsk: '停用“{{name}}”？', offText: '还没送达的事件不再发送。', removeAsk: '删除“{{name}}”？', removeText: '还没送达的事件不再发送，投递记录保留。',
    secretTitle: '签名密钥', secretOnce: '密钥只显示这一次，请现在复制给接收方。', secretDone: '已保存，关闭',
  },
  box: {
    lead: '发往外部的每一条：发给谁、为什么、结果如何。这里不存地址和内容。', state: '状态', states: { waiting: '等待发送', sent: '已送出', failed: '失败，将重试', 'given-up': '不再发送' }, channel: '途径', channels: { mail: '邮件', webhook: '外发事件' },
    all: '全部', to: '收件', what: '事由', when: '时间', result: '结果', requester: '来访人', attempts_other: '试了 {{count}} 次', next: '{{when}} 再试', resend: '重发', resent: '已重新排队。', empty: '没有符合的记录', more: '继续加载', endpoint: '只看一个接收地址的投递记录', clear: '看全部',
    told: { registered: '已登记', accepted: '承办人已签收', ruled: '已确定承办人', promised: '已承诺时限', resolved: '已有办理结果', answered: '已答复', closed: '已办结', reopened: '重新办理', caseWithdrawn: '已撤回', extended: '时限延长', paused: '暂停计时', other: '有新进展' },
    event: { 'case.registered': '登记', 'case.decided': '判定', 'case.referred': '转办', 'case.accepted': '签收', 'case.returned': '退回', 'case.rulingAsked': '请求裁定', 'case.ruled': '裁定', 'case.promised': '承诺时限', 'case.resolved': '办理完毕', 'case.answered': '答复', 'case.closed': '办结', 'case.reopened': '重办', 'case.withdrawn': '撤回', 'case.rated': '评价', 'duty.late': '超期', 'duty.climbed': '上报' },
    purpose: { notice: '提醒', digest: '每日汇总', requester: '告知来访人', event: '事件', test: '测试' },
    answer: { 'no-mail-server': '没有设置邮件服务器', 'no-address': '收件人没有邮箱', 'read-already': '本人已在系统内看过', erased: '个人信息已删除', 'endpoint-off': '接收地址已停用', 'url-private': '内网地址，未放行', timeout: '超时', 'digest-newer': '之后的一份汇总已送出', 'key-missing': '密钥不在，打不开存下的密码，请联系系统管理人员', 'key-wrong': '密钥不对，打不开存下的密码，请联系系统管理人员', 'no-such-host': '找不到主机' },
  },
}
