import { courseActsZh, courseNamesZh } from './texts-course.zh.ts'
import { careZh } from './texts-care.zh.ts'
import { cooperationZh } from './texts-cooperation.zh.ts'

/** The acts on a case: what the button says, and its form. */
export const actsZh = {
  name: {
    decideCase: '处理判定', promiseCase: '承诺时间', issueNotice: '一次性告知', takePapers: '代收材料', returnPapers: '退还材料',
    referCase: '转办', acceptReferral: '签收', returnReferral: '退回', withdrawReferral: '撤回转办', askForRuling: '请示', ruleCase: '裁定承办人',
    resolveCase: '办理完毕', returnResult: '退回重办', replyToCase: '答复来访人', recordContactAttempt: '联系未果', closeCase: '办结归档', reopenCase: '重办',
    withdrawCase: '来访人撤回', addNote: '记录进展', correctCase: '更正登记', addAttachment: '添加附件', revealRequester: '显示联系方式',
    ...courseNamesZh, ...cooperationZh.name, ...careZh.name,
  },
  submit: '提交', cancel: '取消',
  reason: '理由',
  decide: {
    intro: '选一种处理方式。', onSpot: '当场答复', straight: '直接答复', mine: '我来办', colleague: '本科室同事', otherUnit: '转其他科室', notOurs: '不属本单位', unclear: '说不准',
    onSpotHint: '写明答复，登记即办结', mineHint: '告知材料，承诺时间', colleagueHint: '带去或转交，对方签收', otherUnitHint: '对方签收才算交出', notOursHint: '说明去哪里、电话', unclearHint: '请示，由领导指定承办',
    answer: '答复内容', explanation: '说明', promisedAt: '承诺办结时间（可不填，按规定时限）', colleagueWho: '交给谁',
  },
  refer: { toUnit: '转给哪个科室', toPerson: '具体经办人（可不填，由科室安排）', reason: '为什么转、要求办什么', contacted: '已联系对方科室', contactedWho: '联系了谁', contactedHint: '联系人和此刻的时间记入办理过程。', escorted: '已把来访人带到对方处', keeps: '对方签收之前，这件仍由您负责。', keepsOther: '对方签收之前，这件仍由{{name}}负责。' },
  accept: { intro: '签收后由您办理，时钟从现在开始计。', from: '转办理由' },
  lacks: '还没有填：{{fields}}', lacksOther: '所填内容还不完整，或者与现状相同', lacksComma: '、',
  return: { reason: '为什么不属本科室（来访人不会看到）', suggested: '建议由哪个科室办（可不填）', suggestedNeeded: '建议由哪个科室办', goesBack: '退回后这件回到转办人手里。' },
  withdrawReferral: { intro: '撤回后这件仍由您办理。', reason: '理由（可不填）' },
  askForRuling: { intro: '由有权者指定承办人；在此之前仍由您负责。', reason: '请示什么、各方意见' },
  rule: { intro: '请示理由', handler: '由谁承办', instruction: '办理要求（可不填）', binding: '裁定后不得再退回。' },
  promise: { date: '承诺日期', limit: '本件规定时限：{{when}}', beyond: '晚于规定时限，系统会退回。', current: '现有承诺：{{when}}。新的承诺只能更早。', text: '对来访人的说明（可不填）' },
  notice: {
    intro: '把这件事要的全部材料一次列清；再次告知会记为违反一次性告知。', again: '这件已告知过一次。再次告知会记为违反一次性告知。', reason: '为什么再次告知（首次为何没有列全）',
    name: '材料名称', copies: '份数', form: '形式', given: '已交', note: '备注', add: '添加一份', remove: '删除', fromMatter: '按事项“{{matter}}”列出', 
  },
  takePapers: { intro: '列出代收的材料，提交后出具收据编号。', paper: '材料名称和数量', add: '添加一份' },
  returnPapers: { which: '退还哪一批', item: '{{number}}：{{papers}}', none: '没有在保管的材料。' },
  resolve: { leader: '负责人', outcome: '结果', solved: '已解决', explained: '不能办，已说明理由', outside: '不属本单位', text: '给来访人的说明', citation: '依据', citationNeeded: '这类诉求必须写明依据', where: '应去哪里', phone: '电话', next: '下一步由 {{name}} 答复来访人。' },
  returnResult: { intro: '来访人还没有得到答复。退回后由 {{name}} 继续办理，期限不重新起算。', reason: '结果哪里不对，要求怎么办' },
  reply: { files: '给来访人的附件', filesHint: '勾选的附件，来访人凭编号和查询码可以下载；没有勾选的只在内部看。', channel: '答复方式', text: '答复内容', prefilled: '已带入办理结果，可修改。', close: '答复后直接办结归档' },
  attempt: { channel: '用什么方式联系', note: '情况（可不填）', count: '本轮已记录 {{count}} 次' },
  close: { intro: '办结归档后不再有应办；来访人仍可在规定期限内评价或要求重办。', confirm: '办结归档', heading: '确定办结归档？' },
  reopen: { reason: '为什么重办', round: '将开始第 {{round}} 轮，来访人的时钟不重置。重办次数已经用完的，交负责人决定。', decided: '您决定再办：将开始第 {{round}} 轮，来访人的时钟不重置。不再办的，请用“答复反映或请求”说明理由，来访人看得到。' },
  withdraw: { intro: '只有来访人自己要求撤回时才能撤回；撤回后本件终止。', reason: '来访人怎么说的', heading: '确定来访人要撤回？', confirm: '确定撤回' },
  addNote: { kind: '性质', progress: '内部进展', interim: '向来访人的阶段性说明', text: '内容', public: '来访人可以看到' },
  correct: { field: '更正哪一项', before: '原来', value: '改为', reason: '为什么更正', kept: '更正前后的值都会保留在台账中。', none: '（未填）' },
  ...courseActsZh,
}
