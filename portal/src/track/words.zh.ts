import type { Status } from '../shared/wire.ts'
import type { Cast, StepKind, StepWords } from './step-kinds.ts'

const branches: Record<string, string> = {
  onSpot: '已直接答复。', mine: '由接待人自己办理。', colleague: '交给本科室同事办理。', otherUnit: '需要由其他科室办理。',
  notOurs: '不属于本单位职责，已向您说明该找哪里。', unclear: '归谁办还不明确或情况重要，已报请负责人确定。',
}
const causes: Record<string, string> = { papers: '等您补交材料', thirdParty: '等其他单位的结果', appointment: '等约定的时间' }
const grades = ['', '非常不满意', '不满意', '基本满意', '满意', '非常满意']
const datesAgain: Record<string, string> = {
  kept: '原来告诉您的答复时间不变。', moved: '原来告诉您的答复时间已经很近，按规定只顺延到够办理为止。', anew: '答复时间从这时起重新计算。',
}
const join = (names: readonly string[]) => names.join('、')

const steps: Record<StepKind, (words: StepWords) => string> = {
  'case-registered': ({ who, person }) => `${who ? `${who} 接收并登记。` : '已接收并登记。'}${person ? `${person}会一直负责到您得到答复。` : ''}`,
  'case-decided': ({ branch }) => branches[branch] ?? '已确定怎么办理。',
  'referral-made': ({ toUnit }) => toUnit ? `转给${toUnit}，等对方签收。` : '转给其他科室，等对方签收。',
  'referral-accepted': ({ who }) => who ? `${who} 签收，开始办理。` : '对方已签收，开始办理。',
  'referral-returned': ({ who }) => who ? `${who} 说明不归其办理，已退回，由原来的人继续负责。` : '对方说明不归其办理，已退回，由原来的人继续负责。',
  'referral-withdrawn': () => '已收回转办，由原来的人继续办理。',
  'ruling-asked': () => '已报请负责人确定由谁办理。',
  'ruling-given': ({ who }) => who ? `负责人已确定由 ${who} 办理。` : '负责人已确定由谁办理。',
  'promise-made': ({ due, estimated }) => due ? `承诺 ${due} 前给您结果${estimated ? '（推算）' : ''}。` : '已承诺给您结果的时间。',
  'notice-issued': ({ missing, given }) => `已一次性告知所需材料。${missing.length ? `还差：${join(missing)}。` : ''}${given.length ? `已交：${join(given)}。` : ''}`,
  'papers-taken': ({ papers }) => papers.length ? `已收下您的材料：${join(papers)}。` : '已收下您的材料。',
  'papers-complete': () => '您的材料已经收齐。',
  'papers-returned': ({ papers }) => papers.length ? `已退还您的材料：${join(papers)}。` : '已退还您的材料。',
  'note-added': () => '告诉您目前的进展。',
  'case-resolved': () => '已有办理结果，接下来答复您。',
  'person-told': () => '已答复您。',
  'contact-failed': () => '联系过您，没有联系上。',
  'case-closed': () => '本件已办结。',
  'result-returned': () => '核对后由承办人继续办理。',
  'case-reopened': ({ byPublic, date }) => `${byPublic ? '您反映没有解决，已重新办理。' : '已重新办理。'}${datesAgain[date] ?? ''}`,
  'case-withdrawn': ({ byPublic }) => byPublic ? '您撤回了本件，不再办理。' : '本件已撤回，不再办理。',
  'case-merged': () => '已并入另一件一起办理。',
  'information-added': () => '您补充了说明。',
  'attachment-added': ({ name }) => name ? `您提交了文件：${name}。` : '您提交了文件。',
  'case-rated': ({ grade }) => grades[grade] ? `您的评价：${grades[grade]}。` : '您已评价。',
  'extension-granted': ({ due, estimated }) => due ? `经批准，办理时间延长到 ${due}${estimated ? '（推算）' : ''}。` : '经批准，办理时间已延长。',
  'pause-begun': ({ cause, moment, estimated }) => `暂停办理：${causes[cause] ?? '等待有关情况'}${moment ? `，最迟到 ${moment}${estimated ? '（推算）' : ''}` : ''}。`,
  'pause-ended': () => '已恢复办理。',
  'appointment-made': ({ home, moment, person }) => home ? `约定${moment ? ` ${moment} ` : ''}上门${person ? `，${person}前往` : ''}。` : `约定${moment ? ` ${moment} ` : ''}到单位办理${person ? `，找${person}` : ''}。`,
  'appointment-moved': ({ moment }) => moment ? `约定改到 ${moment}。` : '约定改期。',
  'appointment-ended': ({ kept, home }) => kept ? (home ? '已按约上门。' : '已按约办理。') : '约定没有进行。',
  'person-informed': () => '告诉您目前的情况。',
  'receipt-confirmed': () => '您已确认收到答复。',
  'help-asked': ({ of }) => of === 'appeal' ? '您再次反映没有解决，已交负责人决定是否再办。' : '已反映办不成事，由专人受理。',
  'solution-given': () => '责任领导给出了解决方案。',
  'help-answered': ({ of }) => of === 'appeal' ? '负责人决定不再重办，理由如下。' : '对办不成事的反映已有答复。',
  'relay-promised': ({ who }) => who ? `经办人不在，已承诺转告 ${who} 并帮办。` : '经办人不在，已承诺转告并帮办。',
  'person-contacted': () => '已与您联系。',
  'custody-confirmed': ({ person }) => person ? `您的材料现由 ${person} 保管。` : '您的材料已交接。',
  'advice-asked': () => '答复前需要请示，请稍候。',
  'inquiry-made': () => '已向有关单位询问。',
  'inquiry-answered': () => '有关单位已经回复。',
  'unsolved-forwarded': () => '已向您说明，并转告负责人。',
  'number-given': () => '已告知您主管科室的电话。',
  'case-unmerged': () => '恢复单独办理。',
  'told-with': () => '已随同一事项一并答复您。',
  succession: ({ who }) => who ? `因人员变动，改由 ${who} 继续负责。` : '因人员变动，已由接任的人继续负责。',
}

const headline: Record<Status, (cast: Cast) => string> = {
  registered: ({ unit, firstContact }) => `${unit} ${firstContact} 已接收，正在安排办理`,
  handling: ({ unit, handler }) => `${unit} ${handler} 正在办理`,
  resolved: ({ replier }) => `已有结果，${replier} 正准备答复您`,
  answered: () => '已经答复您',
  closed: () => '已办结',
  withdrawn: () => '已撤回，不再办理',
  merged: () => '已并入另一件一起办理',
}

const nextByStatus: Record<Status, (cast: Cast) => string> = {
  registered: ({ firstContact }) => `${firstContact}会直接答复，或者确定由谁办理、什么时候答复您。`,
  handling: ({ firstContact }) => `办好后，${firstContact}会把结果告诉您，并请您评价。`,
  resolved: ({ replier }) => `${replier}会把结果告诉您，并请您评价。`,
  answered: () => '请您看看答复是否解决了问题，并作出评价。',
  closed: () => '', withdrawn: () => '', merged: () => '',
}
const next = {
  papers: '请尽快补齐上面列出的材料，补齐后继续办理。',
  waiting: ({ waitingFor, handler }: Cast) => `${waitingFor}签收后接着办理；签收之前仍由${handler}负责，不会没人管。`,
  status: nextByStatus,
}

export const trackZh = {
  title: '查询进度',
  form: {
    lead: '凭登记时给您的编号和查询码查询，不需要账号。', number: '编号', numberHint: '例如 JS20260302-0007，写在回执上',
    code: '查询码', codeHint: '六位字母或数字，不分大小写', submit: '查询', searching: '正在查询…',
    wrong: '没有找到。请核对编号和查询码，两样都要对上才能查看。', lost: '查询码丢了？请带身份证件到窗口，或打电话给受理单位，由工作人员帮您查。',
    numberMissing: '请填写编号。', numberFormat: '编号的样子不对，请对照回执填写。', codeMissing: '请填写查询码。', codeFormat: '查询码是六位字母或数字。',
  },
  loading: '正在查询…', numberLabel: '编号', placeLabel: '发生地点', institution: (name: string) => `${name} · 首问负责`,
  subjectErased: '（内容已按规定清除）', textErased: '（文字已按规定清除）',
  headline, steps, grades, next,
  stepOther: '办理有新的进展。',
  waiting: ({ waitingFor, handler }: Cast) => `正在等${waitingFor}签收。签收之前，仍由${handler}负责。`,
  promised: ['最迟 ', ' 前答复您。'] as [string, string],
  clocks: (since: string, days: number) => `您于 ${since} 提出，至今 ${days} 个工作日。`,
  unitClock: (unit: string, since: string, days: number) => `${unit}自 ${since} 起办理，至今 ${days} 个工作日。`,
  expected: ['预计 ', ' 前答复您。'] as [string, string],
  late: ['原定 ', ' 前答复您，现在已经超过。'] as [string, string],
  download: (name: string, kilobytes: number) => `下载附件：${name}（${kilobytes} KB）`,
  confirmation: { lead: '收到答复、事情办好了，请点一下，让我们知道。', submit: '确认已收到、已办好' },
  lateAdvice: (phone: string) => phone ? `您可以拨打 ${phone} 询问，或用下面的“补充说明”催问。` : '您可以用下面的“补充说明”催问。',
  phone: '电话', room: (room: string) => /^[A-Za-z]?\d+$/.test(room) ? `${room} 室` : room,
  supervision: '监督电话', missing: '还差这些材料', missingNote: '补齐后请交给办理人。',
  outcome: '办理结果：',
  outcomes: { solved: '已解决', explained: '不能办理，已说明理由', outside: '不属于本单位职责，已告知去处', withdrawn: '已撤回', merged: '已并入另一件办理' } as Record<string, string>,
  replies: '给您的答复', replyRound: (round: number) => `第 ${round} 次办理的答复`,
  baton: {
    title: '谁在负责', hold: '办理', wait: '等待签收', reply: '准备答复', now: '现在', lasted: (from: string, time: string) => `${from} 起，历时${time}`, lasting: (from: string, time: string) => `${from} 起，至今${time}`,
    thread: (name: string) => `${name}从头负责到底，直到您得到答复。`, more: (count: number) => `展开中间 ${count} 段`,
  },
  timeline: { title: '办理经过', next: '接下来', more: (count: number) => `展开更早的 ${count} 条`, fewer: '收起较早的' },
  refresh: { at: (words: string) => `这是 ${words} 的情况`, button: '刷新', busy: '正在刷新…', failed: '暂时连不上，显示的是上一次查到的情况。', news: '办理有新的进展，页面已更新。' },
  information: {
    open: '补充说明', title: '补充说明', lead: '写下新的情况，或者催问进度。办理人会看到，并记入办理经过。', label: '补充内容', submit: '提交补充',
    done: '已收到您的补充，办理人会看到。', missing: '请写下要补充的内容。', missingAny: '请写下要补充的内容，或者添加照片、PDF。', ended: '本件已经结束，不能再补充。需要时请重新提问。',
  },
  undone: {
    open: '办不成事', title: '反映办不成事', lead: '多次跑、没人管、一直办不下来的，写在这里。这会越过办理人，直接送到负责处理的人；记入办理经过。', label: '遇到了什么困难', submit: '提交反映',
    done: '已收到您的反映，由办理人以外的负责人处理。', missing: '请写下遇到了什么困难。',
  },
  withdraw: {
    open: '撤回', title: '撤回本件', lead: '不用再办了，可以撤回。撤回后办理人不再办理，也不再答复；不能恢复，需要时请重新提问。已有的记录按规定保存。', label: '撤回的原因', submit: '确认撤回',
    done: '已撤回。办理人会收到通知。',
  },
  notSolved: {
    near: '没解决，要求重新办理', open: '没解决 / 要投诉', complain: '要投诉', title: '没解决 / 要投诉', label: '哪里没有解决', submit: '要求重新办理',
    lead: (name: string) => `提交后，本件重新打开，开始新一次办理；${name}仍然负责到底，您写的原因会交给办理人。编号和查询码不变。`,
    leaderLead: '按规定，这件事重办的次数已经用完。您写的情况会交给负责人，由负责人在规定时间内决定是否再办，或者向您说明理由。编号和查询码不变。', leaderDone: '已交负责人决定，结果仍用原来的编号和查询码查看。', leaderSubmit: '交负责人决定',
    done: '已重新办理。进展仍用原来的编号和查询码查看。', missing: '请写明哪里没有解决，方便重新办理。',
    unfinished: '本件还没有办完。您可以先用“补充说明”催问；对办理人或服务态度不满意，可以拨打监督电话。',
    over: '本件已不能在网上要求重办。如果问题仍未解决，请拨打监督电话，或重新提问并写上这个编号。', noPhone: '请联系受理单位。',
  },
  rating: {
    title: '请您评价', lead: '评价只用来改进服务，每次办理可评价一次。', grade: '您对这次办理', solved: '问题解决了吗', yes: '解决了', no: '没有解决',
    reasons: '原因（可多选，可不选）', comment: '还想说的话（可不填）', submit: '提交评价', done: '谢谢您的评价。', missing: '请选一个评价。',
    given: (words: string) => `您已评价：${words}`, hint: '如果希望重新办理，请用下面的“没解决 / 要投诉”。',
  },
}
