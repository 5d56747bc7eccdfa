export const registerZh = {
  title: '登记',
  line: { full: '这一行最多 {{count}} 字，后面的没有留下；长的内容请写进“详细内容”。', label: '来办什么事，一句话', placeholder: '来办什么事？输入一句话，可带电话号码', hint: '↑ ↓ 选事项，回车当场答复（有现成答复的先核对，再按回车登记），Alt + 数字选其他处理，Esc 离开输入框后直接按数字', content: '文字较长，将全文存为详细内容' },
  who: {
    label: '谁来问、怎么来的', channel: '渠道', category: '类别', categoryAuto: '类别', urgency: '紧急程度', name: '姓名', phone: '电话', phoneSeen: '{{phone}}', visits_other: '来过 {{count}} 次', more: '住址、单位、时间地点…', less: '收起', organization: '单位', address: '住址', email: '电子邮箱', place: '发生地点', occurredAt: '被问或发生时间（不填即现在）', involvedCount: '人数', colleague: '内部同事来问', inside: '内部 · {{unit}}', involvedNames: '涉及人员', firstServed: '优先服务',
    content: '详细内容', declined: '不愿留姓名电话', readBack: '已向来访人复述确认', confidential: '保密', known: '来过的人，姓名等已带出', priority: '紧急程度',
    together: '一同被问的同事', togetherHint: '几位同事一同被问到的，由其中职务最高的作首问责任人。', pair: '同班另一位', pairHint: '本单位由两人一同首问，职务较高的一位作首问责任人。今天内记住这位同事。', desk: '受理窗口', noDesk: '不在窗口', rings: '铃响几声', ring_other: '铃响 {{count}} 声',
  },
  askedFirst: {
    label: '谁先被问到', hint: '别人先被问到、您代为登记的，填这位同事，由其作首问责任人；不填即您本人。', needed: '您只代为登记，请填最先被问到的同事，由其作首问责任人。', title: '交给首问责任人',
    choose: '请先选择最先被问到的同事。', decides: '登记后由{{name}}（{{unit}}）作首问责任人，怎么处理由其决定。', register: '登记并交给首问责任人', registerTo: '登记并交给{{name}}',
  },
  reception: { greeting: '先说', quoted: '“{{text}}”', steps: '接待步骤' },
  matters: {
    title: '是这件事吗？', hint: '按上下键选择', hintOpen: '按 Alt + 上下键换事项', none: '没有匹配的事项，可直接选择下面的处理方式。', empty: '输入后，这里会提示可能的事项、承办科室和所需材料。', because: '因{{words}}', cases: '含“{{word}}”的 {{count}} 件由其办结', ruling: '按 {{number}} 号件的裁定', askOffice: '把握不足，请问{{unit}}{{name}} {{phone}}', outside: '可能是外单位的事：{{name}} {{phone}}', unitIs: '可能归{{unit}}', high: '把握大', medium: '可能是', chosen: '已选此事项', unchosen: '不选事项', papers_other: '材料 {{count}} 份：{{names}}', promised: '承诺 {{limit}}', onSpot: '可当场办结',
    failed: '提示没有读取成功，不影响登记。',
  },
  everyday: { title: '常办小事', goes: '由{{unit}}承办' },
  aside: { samePerson: '同一人', otherPerson: '{{name}}的件', repeats: '同一问题可能已在办理', repeatsHint: '打开原件补充，或登记后并单。', mergeInto: '登记并并入 {{number}}', sure: '相同程度 {{count}}%', earlier: '{{name}}的其他办件', earlierAnonymous: '同一人的其他办件', similar: '相似的在办件', answer: '可直接答复', citation: '依据：{{citation}}', useAnswer: '修改后再答复' },
  branch: {
    onSpot: '登记即办结', onSpotReady: '用所选事项的答复，核对后办结', mine: '告知材料，承诺时间', colleague: '带去或转交', otherUnit: '对方签收才算交出', notOurs: '说明去哪里、电话', unclear: '请示，指定承办', title: '怎么处理',
  },
  confirm: { title: '核对后登记', subject: '事由', matter: '事项', told: '告知来访人', result: '结果', closed: '当场答复，登记即办结，不能撤销', confirm: '确认，登记即办结' },
  panelLacks: {
    onSpot: '请先写下答复内容；这一类须引用依据的，也请填上。', mine: '请先补全材料名称，或改正承诺时间。', colleague: '请先选择转给哪位同事。', otherUnit: '请先选择科室，并写明转办理由。', notOurs: '请先写明说明的话和该去的地方。', unclear: '请先写明为什么说不准。',
  },
  panel: {
    guess: '按可能的事项“{{matter}}”填了{{unit}}，请核对后再登记。',
    register: '登记', answer: '答复内容', answerPlaceholder: '告诉来访人的话', citation: '依据', citationPlaceholder: '法规、文件名称和条款，选填', citationNeeded: '法规、文件名称和条款，这一类必填',
    papers: '一次性告知的材料', papersHint: '已交的打勾，未交的写入告知书。', paperAdd: '添加材料，回车加入', paperCopies_other: '{{count}} 份', paperGiven: '已交', promise: '承诺时间', promiseByMatter: '按事项承诺 {{limit}}，由系统按工作日历推算', promiseByRule: '按制度规定的时限，由系统推算', promiseChange: '另定时间', promiseReset: '改回默认', promiseNote: '向来访人说明（选填）',
    colleague: '转给哪位同事', reason: '交代的话（选填）', unit: '转给哪个科室', unitPerson: '指定同事（选填，不指定则由科室签收）', unitReason: '转办理由', escorted: '已把来访人带过去', reasonOfMatter: '“{{matter}}”由{{unit}}承办。',
    where: '应去哪里', wherePlaceholder: '例如：县自然资源局，人民路 12 号', wherePhone: '电话', notOursText: '您反映的事项不属于本单位职责，请到{{where}}办理。', notOursTextPhone: '您反映的事项不属于本单位职责，请到{{where}}办理，电话 {{phone}}。',
    unclear: '说不准在哪里', unclearPlaceholder: '把情况和您的看法写给领导，由领导指定承办人', unclearNote: '指定承办人之前由您负责；之后仍由您答复来访人。',
    needSubject: '请先输入来办什么事。', entryNeeded: '制度规定这样的来电来访还须登记：{{fields}}。', listComma: '、', ahead: '被问或发生时间不能晚于现在，请改正。', submitKey: 'Ctrl Enter', back: '返回输入框', pairNeeded: '本单位由两人一同首问，请选择同班另一位。', readBackNeeded: '这一类诉求须先向来访人复述确认，请打勾。', requesterNeeded: '请填写来访人的姓名或电话；不愿留的，请在“住址、单位、时间地点”中选“不愿留”。',
  },
  mergeReason: '同一问题再次提出，登记时并单',
  absent: {
    title: '{{name}}现在', channel: '联系方式', channels: { phone: '打电话', visit: '当面', wechat: '微信', sms: '短信' }, result: '结果', no: '没有联系上', yes: '联系上了', note: '情况（可不填）', remove: '去掉这次联系', addNo: '记一次：没有联系上', addYes: '记一次：联系上了',
    relay: '同事不在，已向来访人承诺转告并帮办', relayText: '转告的话（可不填）', numberGiven: '来电的：已告知该科室电话，登记即办结', number: '告知的电话号码',
  },
  away: {
    title: '同事不在，怎么办', next: '换一种', report: '报领导', is: { here: '在岗', out: '外出', trip: '出差', leave: '请假', offShift: '下班', notRostered: '不在班' }, reportReason: '{{name}}{{state}}，请领导指定承办人。',
    why: { report: '{{name}}{{state}}，按制度报领导指定承办人；指定前由您负责。', deputy: '{{name}}{{state}}，由 B 岗{{deputy}}顶岗签收。', relay: '{{name}}{{state}}，由您转告并帮办，直到其阅知。', plain: '{{name}}{{state}}，照常转交，签收前由您负责。' },
    way: { report: '报领导', deputy: '交 B 岗{{deputy}}', relay: '同事不在，已向来访人承诺转告并帮办', plain: '照常转交，等其签收' },
  },
  done: {
    dueMerged: '随主办件', merged: '已并入 {{number}}，由主办件一并答复。', notMerged: '已登记，但没能并入 {{number}}。请打开办件处理。', title: '已登记', number: '编号', code: '查询码', firstContact: '首问责任人', handler: '承办人', due: '办理期限', noDue: '已答复，无待办期限', next: '下一位', receipt: '打印回执', open: '查看办件', codeWhy: '请把编号和查询码交给来访人，凭此可在网上查进度。', pending: '等待对方签收，签收前仍由您负责',
  },
  keys: { together: '填写一同被问的同事', line: '回到输入框', clear: '清空，重新登记', submit: '提交', escape: '离开输入框或关闭面板', edit: '修改答复后再登记', receipt: '打印回执', next: '登记下一位', open: '查看办件', up: '上一个事项', down: '下一个事项' },
  taking: { owner: '“{{matter}}”归{{owner}}。', likely: '看起来是“{{matter}}”，归{{owner}}。', again: '仍由您来办的，请再按一次“我来办”；也可以转给{{unit}}。', taken: '您接下后由您负责办到底。' },
  last: '上一件 {{number}} 的回执',
  clear: '清空', cleared: '已清空', undo: '撤销',
}
