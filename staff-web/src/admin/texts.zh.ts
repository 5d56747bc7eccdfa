export const adminZh = {
  title: '管理',
  sections: { accounts: '账号', units: '机构', matters: '事项', policy: '制度设定', calendar: '工作日历', deadline: '期限试算', mail: '邮件', webhooks: '外发事件', outbox: '发件箱' },
  sectionsLabel: '管理项目',
  account: {
    search: '姓名、拼音、登录名', create: '新增账号', empty: '没有符合的账号', name: '姓名', login: '登录名', loginHint: '小写字母开头，3 至 32 位', unit: '科室', post: '岗位', phone: '电话', room: '房间', roles: '角色', state: '状态', lastSeen: '最近使用', acts: '操作',
    active: '正常', disabled: '已停用', locked: '已锁定', lockedUntil: '锁定至 {{when}}', mustChange: '待改密码', never: '从未登录',
    edit: '修改', disable: '停用', enable: '启用', unlock: '解锁', reset: '重置密码', revoke: '强制下线', succession: '离任交接',
    disableHeading: '停用 {{name}} 的账号？', disableText: '停用后不能登录；手上还有未了的件时系统会拒绝，请先交接。', revokeHeading: '让 {{name}} 在所有设备上下线？', revokeText: '需要重新登录，正在填写的内容会丢失。',
    resetHeading: '重置 {{name}} 的密码？', resetText: '将生成一个新的初始密码，只显示一次；本人下次登录必须更换。',
    password: '初始密码', passwordOnce: '初始密码只显示这一次。请当面或用安全方式交给本人；首次登录必须更换。', createdTitle: '{{name}} 的账号已建好', resetTitle: '{{name}} 的密码已重置', done: '已转交，关闭',
    addRole: '添加角色', role: '角色', roleUnit: '范围', noRoles: '没有角色（普通工作人员）', saved: '已保存', disabledDone: '已停用', enabledDone: '已启用', unlocked: '已解锁', revoked: '已下线', more: '继续载入',
    roleAt: '{{role}}（{{unit}}）',
    otherPhones: '其他电话', otherRooms: '其他房间', languages: '语言', qualifications: '资格', employment: '用工形式', employments: { regular: '正式', dispatched: '派遣', temporary: '临时' },
  },
  unit: {
    create: '新增科室', pick: '选一个科室', name: '名称', kind: '类型', kinds: { institution: '单位', department: '科室', window: '窗口' }, parent: '上级', registerCode: '登记代号', registerCodeHint: '2 至 6 个大写字母；留空则沿用上级的登记簿', phone: '电话', room: '房间', duties: '职责', authority: '权限', people: '{{count}} 人', head: '负责人 {{name}}', noHead: '未定负责人',
    posts: '岗位人员', postsHint: '保存时以此处所列为准，未列出的岗位将被撤下。', post: '岗位', person: '人员', addPost: '添加岗位', setPosts: '设置岗位人员', postsUnset: '岗位人员不在此处修改时保持不变。', saved: '已保存', created: '已新增',
    postNames: { head: '负责人', leaderInCharge: '分管领导', office: '办公室', principal: '主要负责人', intake: '收件人', liaison: '联络员', deputyLiaison: '副联络员', receptionist: '接待人', arbiter: '裁定人' }, postOther: '也可以自己填写',
  },
  matter: {
    search: '事项名称、关键词', create: '新增事项', empty: '没有符合的事项', name: '事项名称', unit: '承办科室', person: '经办人', category: '类别', keywords: '关键词', keywordsHint: '来访人会怎么说，回车添加', papers: '所需材料', addPaper: '添加材料', paper: '材料名称', copies: '份数', form: '形式', workingDays: '承诺工作日', onSpot: '可当场办结', citation: '依据', answer: '标准答复', created: '已新增', more: '继续载入', days: '{{count}} 个工作日', onSpotShort: '当场', papersCount: '{{count}} 份材料：{{names}}', noPapers: '无需材料', remove: '移除',
  },
  policy: {
    unit: '科室', digest: '摘要', versions: '由以下版本逐级继承', version: '{{unit}} 第 {{version}} 版', published: '{{when}} 发布', by: '{{name}} 发布', yes: '是', no: '否', none: '未设', readOnly: '办件按登记时的版本执行；要改动，请到“修改”。', 
    intro: '选择科室，查看继承后的结果。',
    rung: '{{from}} {{after}}，告知 {{who}}', rungFrom: { due: '到期后', opened: '开始后' }, limit: '{{amount}} {{unit}}', resolveRule: '{{when}}：{{limit}}', always: '其他', separator: '、', postOf: '{{of}}的{{post}}',
    units: { workingDays: '个工作日', workingHours: '个工作小时', workingMinutes: '工作分钟', naturalDays: '天', naturalHours: '小时', naturalMinutes: '分钟' },
    of: { handler: '承办人所在科室', firstContact: '首问责任人所在科室', receiver: '接收科室', institution: '本单位' },
    values: { automatic: '自动由 B 岗顶岗', named: '只限指定的人', free: '不限', approval: '须经批准', coordination: '提请协调', calendar_institution: '本单位工作时间', calendar_aroundTheClock: '昼夜连续计算', anyone: '全员首问', window: '窗口首问', appointed: '指定首问', pair: '双人首问', registration: '登记之时', signFor: '签收之时', firstContact: '首问责任人', handler: '承办人', requester: '来访人', replier: '答复人', giver: '转出人', receiver: '接收人', never: '不回访', always: '全部回访', complaints: '投诉、举报回访', runs: '继续计时', restarts: '停止计时，补齐后重新计算' },
    groups: { basics: '基本', limits: '时限', ladders: '逐级上报', handling: '办理', reply: '答复与评价', people: '人员与保密', other: '其他' },
    keys: {
      name: '制度名称', systemName: '制度简称', firstContactMode: '首问方式', categories: '诉求类别', channels: '来访方式', required: '必填与复述', requester: '须留来访人信息', readBack: '须复述确认的类别', citation: '须写明依据的类别',
      limits: '各环节时限', decide: '判定', signFor: '签收', rule: '裁定', reply: '答复', callBack: '回访', relay: '转告帮办', contact: '联系来访人', custody: '交接材料', advise: '答复请示', inquire: '跟催外单位', followUp: '处理上报事项', confirm: '应急确认', fillIn: '补记', afterHours: '非上班时间告知', basis: '退回须写明依据', suggestion: '退回须建议承办单位', absent: '同事不在', deputy: '顶岗', report: '出差时依次报告', consult: '答复前请示谁', transfers: '再次转办', second: '已签收的再转其他科室', earlier: '转回经手过的人', unsolved: '解决不了的报给', to: '报给', emergency: '紧急事件', notify: '上班时间通知', officeHours: '上班时间', weekdays: '工作日', from: '自', category: '类别', channel: '来访方式', round: '班前巡视', handOver: '交接班', answerBell: '应铃', roster: '值班', roundMinutesBefore: '班前巡视提前多少分钟', roundItems: '班前巡视项目', handOverNeeded: '须经签收才能下班', handOverWithin: '下班后多久内交接完毕', bellSeconds: '呼叫多少秒后转其他组', resolve: '办理', resolveFrom: '办理时限起算', warnAtPercentLeft: '剩余多少（%）时提醒', ladders: '上报阶梯', replyBy: '由谁答复', replyInsideLimit: '答复须在办理期限内',
      when: '何时', by: '由谁', returns: '退回', max: '最多次数', within: '期限', unclear: '职责不清时请示', papers: '材料', missing: '等待补正时', returnBeforeClose: '归还代收材料后才能办结', contactAttempts: '联系未果达到次数', finding: '判断归口', suggest: '把握低于此值（%）时问办公室', preselect: '把握达到此值（%）时自动选中', closing: '办结', withReply: '答复时默认同时办结',
      reopening: '重办', rating: '评价', reasons: '评价理由', forbiddenPhrases: '服务忌语', block: '不得使用', allow: '不视为忌语', publicIntake: '网上诉求由谁首问', unitSeesItsCases: '本科室人员可见本科室全部办件', confidentialCategories: '须保密的类别', supervisionLine: '监督电话', notices: '提醒谁（未列出的按默认）', accepted: '签收', resolved: '有结果', answered: '答复后', ruled: '裁定后', closed: '办结', reopened: '重办后', referred: '转办', registered: '登记', dutyWarned: '快到期', dutyLate: '超期', idleMinutes: '无操作多少分钟后退出', retentionYears: '保存年限', calendar: '工作日历',
    },
  },
}
