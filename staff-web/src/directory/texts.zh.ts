export const directoryZh = {
  title: '名录', comma: '、', lineColon: '{{label}}：{{text}}', sectionsLabel: '名录项目',
  sections: { book: '通讯录', posts: '岗位', desks: '窗口', groups: '小组', outside: '外单位', gaps: '缺项', workbook: '导入导出' },
  book: {
    open: '通讯录', key: '打开通讯录', search: '姓名、拼音、首字母、岗位、房间、职责、号码、科室', label: '查通讯录', empty: '没有找到', emptyText: '换一个字，或只输入姓的首字母试试。', start: '输入一两个字即可，不必写全。', all: '查看全部',
    kinds: { all: '全部', person: '人员', desk: '窗口', unit: '科室', outside: '外单位' }, count_other: '已列出 {{count}} 条', chosen: '用上下键选择，回车打开', noPhone: '未登记电话',
  },
  person: {
    duties: '职责', authority: '权限', limits: '界限', posts: '岗位', noPosts: '还没有岗位', noDuties: '这个岗位还没有写明职责', unitDuties: '科室职责', matters: '负责的事项', unitMatters: '科室的其他事项', noMatters: '没有列出的事项', contact: '联系方式', roles: '角色', unitRoles: '科室职务',
    desks: '窗口', groups: '小组', languages: '语言', qualifications: '资格', employment: '用工形式', employments: { regular: '正式', dispatched: '派遣', temporary: '临时' }, left: '已离开', mine: '我的职责', onSpot: '当场',
    parts: { manager: '负责人', member: '成员', trainer: '培训员' }, room: '房间', phone: '电话', unit: '科室', titleOf: '职务', of: '{{unit}} · {{what}}',
  },
  unitRole: {
    head: '负责人', leaderInCharge: '分管领导', office: '办公室', principal: '主要负责人', intake: '收件人', arbiter: '裁定人', liaison: '联络员', deputyLiaison: '副联络员', receptionist: '接待人',
    firstContact: '首问导诊护士', teamLeader: '护理组长', responsibleNurse: '责任护士', doctorInCharge: '经管医师', headNurse: '护士长', nursingDirector: '护理部主任',
  },
  edit: { morePeople: '还有 {{count}} 人', create: '新增', change: '修改', remove: '撤销', removeAsk: '撤销“{{name}}”？', removeText: '以后不再列出，已有的记录不受影响。', saved: '已保存', removed: '已撤销', more: '继续载入', empty: '还没有内容', search: '搜索', name: '名称', unit: '所属科室', people: '人员', addPerson: '添加人员', nobody: '没有人员', person: '人员 {{number}}', kind: '类型' },
  post: { printCovers: '打印 AB 岗备案表',
    create: '新增岗位', duties: '职责', authority: '权限', limits: '界限', limitsHint: '到哪里为止、遇到什么要上报', rank: '级别', rankHint: '0 至 99，越大越高；多人同时被问时由级别最高的首问', languages: '要求语言', qualifications: '要求资格', wordsHint: '逐个输入，回车添加',
    holders: '任职人员', holder: '任职人员 {{number}}', reason: '破例理由', reasonHint: '缺少所要求的语言或资格时须写明', noDuties: '未写明职责', noHolder: '无人任职', exception: '破例', empty: '还没有岗位', emptyText: '先写清每个岗位的职责和权限，再安排人。',
  },
  desk: {
    create: '新增窗口', kinds: { window: '窗口', desk: '服务台', office: '办公室', seat: '坐席' }, scope: '受理范围', room: '房间', phone: '电话', hours: '开放时间', hoursUnit: '随科室作息', hoursHint: '节假日不开放；调休补班日按平常工作日的时间开放；开放时间跨过单位午休的，午休时关闭，排了午间值守的除外。', addHours: '添加时段', days: '星期', from: '从', to: '到', public: '对外公开', publicShort: '公开', internal: '内部', staff: '人员',
    empty: '还没有窗口', emptyText: '写明每个窗口受理什么、几点开放、谁在。', dayNames: { d1: '一', d2: '二', d3: '三', d4: '四', d5: '五', d6: '六', d7: '日' }, week: '周{{days}} {{from}}–{{to}}', range: '{{first}}至{{last}}',
  },
  group: { create: '新增小组', kinds: { leading: '领导小组', working: '工作小组', firstContact: '首问团队', other: '其他' }, mandate: '任务', manager: '负责人', work: '查看在办和负荷', noManager: '未定负责人', members: '成员', part: '身份', count_other: '{{count}} 人', empty: '还没有小组' },
  outside: {
    create: '新增外单位', scope: '管什么', keywords: '关键词', keywordsHint: '来访人会怎么说，回车添加', phone: '电话', address: '地址', hours: '办公时间', empty: '还没有外单位', emptyText: '把常被问到而不归本单位管的事，写明该去哪里、打什么电话。',
  },
  gaps: {
    none: '没有缺项', noneText: '每个岗位有职责，每个科室有负责人、接待人和联络员，每个人有岗位。', more: '继续载入', count_other: '{{count}} 处',
    kinds: {
      postWithoutDuties: '没有写明职责的岗位', postWithoutHolder: '无人任职的岗位', holderLacksRequirement: '任职人员不具备岗位要求', unitWithoutHead: '没有负责人的科室', unitWithoutReceptionist: '没有接待人的科室', unitWithoutLiaison: '没有联络员的科室', unitWithoutDuties: '没有写明职责的科室', personWithoutPost: '没有岗位的人员', holderWithoutDeputy: '缺 B 岗的人员（B 岗已离岗，或不在岗期间无人代办）',
    },
  },
  workbook: {
    exportTitle: '导出', exportText: '整本名录一个工作簿，改好后可再导入。', export: '导出名录', template: '下载空模板',
    importTitle: '导入', importText: '先试运行，列出每处问题和将要发生的变化；确认后一次写入，有一处不成就全部不动。文件里没有列出的保持不变。事项写入草稿，发布新一版目录后生效。新导入的人员没有密码，由管理员在账号管理中发放一次性密码。',
    choose: '选择工作簿', checking: '正在试运行，几千行约需十几秒', problems_other: '有 {{count}} 处问题，什么也没有改动', problemsShown: '以下是前 {{count}} 处', where: '位置', whatAndHow: '问题和改法', row: '第 {{row}} 行', column: '{{column}} 列', good: '没有问题，确认后写入', same: '与现有名录完全一致，无需导入',
    sheet: '表', rows: '行数', new: '新增', changed: '修改', unchanged: '不变', absent: '未列出', changes: '将要发生的变化', changesShown: '共 {{all}} 项，只列出前 {{count}} 项，其余一并写入', byMatter: '按事项计', changesOf: '将要发生的变化，共 {{count}} 项', absentTitle: '文件中没有、将保持不变的', apply: '确认导入', again: '换一个文件', applied: '已导入：新增 {{created}} 项，修改 {{changed}} 项', none: '空',
    sheets: { units: '单位', posts: '岗位', people: '人员', matters: '事项', papers: '材料' },
    fields: {
      name: '名称', parent: '上级单位', kind: '类型', registerCode: '登记代号', phone: '电话', room: '房间', duties: '职责', authority: '权限', head: '负责人', liaison: '联络员', deputyLiaison: '副联络员', receptionist: '接待人', unit: '单位', limits: '界限', rank: '级别',
      post: '岗位', person: '经办人', category: '类别', synonyms: '别名', keywords: '关键词', examples: '问法举例', conditions: '申请条件', procedure: '办理流程', fee: '收费', feeBasis: '收费依据', statutoryDays: '法定工作日', workingDays: '承诺工作日', promised: '承诺时限', validFrom: '生效日期', validUntil: '失效日期', onSpot: '当场办结', lenient: '容缺受理', citationRequired: '须引依据', everyday: '常办小事', citation: '依据', answer: '标准答复', papers: '材料',
      languages: '语言', qualifications: '资格', posts: '岗位', title: '职务', phones: '电话', rooms: '房间', employment: '用工形式', roles: '角色', state: '状态', id: '系统编号', login: '登录名',
    },
    faults: {
      'promise-format': '“{{value}}”看不懂。按“24 小时”“4 工作小时”“3 天”的样子填写', 'promised-twice': '承诺工作日和承诺时限只能填一个',
      'matter-unknown': '没有“{{value}}”这个事项。更正名称，或先在事项表里新增', 'date-format': '“{{value}}”不是日期。写成 2026-03-02', reversed: '早于生效日期。核对两个日期',
      unknown: '这里有问题（{{code}}）',
      merged: '单元格 {{value}} 是合并的。取消合并，每行各自填写', formula: '这里是公式。复制后“选择性粘贴—数值”，只留结果', 'column-unknown': '不认识列名“{{value}}”。改成模板中的列名，或删去这一列', 'column-twice': '这一列出现了两次。删去其中一列', 'column-missing': '缺少“{{value}}”这一列。对照模板补上', 'sheet-unknown': '没有叫这个名字的表，不会读取。名录只有“单位、岗位、人员、事项、材料”五张表：改成其中的表名，或删去这张表', 'sheet-hidden': '这张表是隐藏的，不会读取。取消隐藏，或删去', 'sheet-twice': '同一张表出现了两次。合并成一张',
      missing: '没有填。补上', 'too-long': '太长或太多，最多 {{max}}。缩短', 'bad-characters': '含有换行、斜杠或看不见的字符。删除后重新输入', 'phone-format': '“{{value}}”不像电话号码。只用数字、空格、横线和括号', 'login-format': '登录名须以小写字母开头，3 至 32 位，只用小写字母、数字、点、下划线和横线',
      'register-code-format': '登记代号须为 2 至 6 个大写字母', 'number-format': '须为 {{from}} 至 {{to}} 的整数', 'not-in-list': '“{{value}}”不在可选范围内。改成其中之一：{{list}}', twice: '与第 {{row}} 行重复。删去其中一行，或改正', 'id-unknown': '名录里没有这个系统编号。新增的行把它留空',
      'unit-circular': '上级互相套住：{{chain}}。改正其中一行的上级单位', 'unit-parent-missing': '没有填上级单位。只有本机构一行可以留空', 'unit-parent-unknown': '没有“{{value}}”这个单位，表里也没有新增。更正名称，或补一行', 'unit-unknown': '没有“{{value}}”这个单位。更正名称，或先在单位表里新增', 'unit-ambiguous': '叫“{{value}}”的单位不止一个。写全路径，如 许可科/一号窗口',
      'unit-moved': '导入不能改变已有单位的上级。恢复原来的上级', 'unit-kind-fixed': '类型不能这样改；新增的只能是科室或窗口', 'register-code-fixed': '已有单位的登记代号不能用导入改变（现为“{{value}}”）。恢复原样', 'register-code-taken': '登记代号“{{value}}”已被使用。换一个',
      'post-moved': '导入不能把岗位移到别的单位。恢复原来的单位，或清空系统编号另建一个', 'post-unknown': '“{{unit}}”没有“{{value}}”这个岗位。更正，或先在岗位表里新增；其他单位的写成 单位/岗位', 'person-unknown': '没有“{{value}}”这个人。写登录名，或先在人员表里新增', 'person-ambiguous': '叫“{{value}}”的不止一人。写登录名', 'person-left': '“{{value}}”已停用。换一个人',
      'one-only': '只能有一位。留下一位', 'login-elsewhere': '登录名“{{value}}”属于另一机构的人员；一个人只能在一个机构。换一个登录名，或先在那边停用', 'person-twice': '与第 {{row}} 行姓名和手机号相同，像是同一个人。一个人只能有一行', 'person-known': '与本机构已有的“{{login}}”姓名和手机号相同，像是同一个人。改用这个登录名，或核对手机号', 'person-elsewhere': '另一机构已有同名且手机号相同的人员；一个人只能在一个机构。先在那边停用，或核对手机号', 'state-fixed': '停用和启用不能用导入办理。请在账号管理中办理，系统会先检查手上的件',
      'holder-not-qualified': '岗位“{{post}}”要求：{{missing}}。补上此人的语言或资格，或换人；破例的在岗位里写明理由',
    },
  },
}
