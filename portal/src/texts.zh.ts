import type { ChosenFile } from './shared/use-files.ts'
import type { Category, RefusalCode } from './shared/wire.ts'
import type { WallClock } from './shared/wall-clock.ts'
import { trackZh } from './track/words.zh.ts'

const week = ['日', '一', '二', '三', '四', '五', '六']
const pad = (value: number) => String(value).padStart(2, '0')

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour === 12) return '中午'
  return hour < 18 ? '下午' : '晚上'
}
function clock({ hour, minute }: WallClock): string {
  return hour === 24 ? '24:00' : `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}:${pad(minute)}`
}
const day = (at: WallClock, thisYear: number) => `${at.year === thisYear ? '' : `${at.year}年`}${at.month}月${at.day}日`

const dates = {
  clock,
  moment: (at: WallClock, thisYear: number) => `${day(at, thisYear)} ${clock(at)}`,
  due: (at: WallClock, thisYear: number) => `${day(at, thisYear)}（周${week[at.weekday]}）${clock(at)}`,
  elapsed: (minutes: number) => {
    if (minutes < 1) return '不到1分钟'
    if (minutes < 60) return `${minutes}分钟`
    return minutes < 1440 ? `约${Math.round(minutes / 60)}小时` : `约${Math.round(minutes / 1440)}天`
  },
}

const categories: Record<Category, string> = {
  consultation: '咨询', help: '求助', complaint: '投诉', report: '举报', suggestion: '建议', commendation: '表扬', application: '申请办理', other: '其他',
}

const refusals: Record<RefusalCode, string> = {
  'bad-request': '有的内容没有填对，请检查后再提交。', 'unknown-field': '页面版本较旧，请刷新后再试。', 'not-signed-in': '这一步现在不能进行，请刷新后再试。',
  'password-change-needed': '这一步现在不能进行，请刷新后再试。', 'not-allowed': '这一步现在不能进行。', 'cross-site': '请求被拦截，请直接打开本网站再试。',
  'not-found': '没有找到。请核对编号和查询码，两样都要对上才能查看。',
  'idempotency-conflict': '先前提交的一份内容可能已经收到。如果仍要按现在的内容再交一份，请再按一次。',
  'idempotency-in-progress': '上一次提交还在处理，请稍等片刻再按一次。', 'body-too-large': '内容太长，请删减后再提交。', 'unsupported-media': '页面版本较旧，请刷新后再试。',
  'too-fast': '操作太快，请稍等再试。', unavailable: '系统暂时忙不过来，请过一会儿再试。',
  'no-such-institution': '请选择受理单位。', 'category-not-used': '这个单位不使用所选的类别，请另选一个。', 'nobody-receives': '网上暂时没有人接收，请直接打电话或到窗口。',
  'no-such-case': '没有找到。请核对编号和查询码，两样都要对上才能查看。', 'case-ended': '本件已经答复或结束，这一步不能再做。需要时请重新提问。',
  'already-confirmed': '您已经确认过了。',
  'papers-in-custody': '您还有材料在我们这里，请先取回材料，再撤回本件。', 'withdrawal-not-offered': '本单位不在网上受理撤回，请打电话或到窗口。',
  'attachments-not-taken': '本单位不在网上接收文件，请带到窗口。', 'too-many-attachments': '可以添加的文件数已满。', 'attachment-missing': '这个文件是空的，请重新选择。',
  'attachment-name': '文件名不能用，请改名后再选。', 'attachment-too-large': '文件太大，请换一个小一些的。', 'attachment-type': '只收 JPG、PNG、WebP 照片和 PDF，而且文件要完好。',
  'too-much-information': '补充的次数已经很多。请等候答复，或拨打电话。', 'case-not-ended': '本件还在办理，不用要求重办；可以补充说明催问。',
  'reopening-window-passed': '已超过可以要求重办的期限。请拨打监督电话，或重新提问并写上这个编号。', 'too-many-reopenings': '要求重办的次数已满。请拨打监督电话。',
  'already-reported': '您的反映已经收到，正在处理，不用再提交。', 'no-receiver': '现在没有人能在网上接收这个反映，请拨打监督电话。',
  'not-answered-yet': '还没有答复，答复后再请您评价。', 'already-rated': '这一次办理您已经评价过了。', 'reason-not-offered': '所选的原因已有变动，请刷新后再评价。',
}

const fieldFaults: Record<string, string> = {
  'text-too-long': '太长了，请删减一些。', 'text-missing': '这一项还没有填。', 'text-broken': '有无法识别的字符，请删去后重写。',
  'text-control': '有无法识别的字符，请删去后重写。', 'text-invisible': '有看不见的特殊字符，请删去后重写。', 'phone-format': '电话号码只能有数字、空格和短横，请核对。', 'phone-short': '电话号码位数不够：手机是 11 位，座机是 7 至 8 位，外地的加区号。', 'email-format': '邮箱地址中间要有一个 @，后面要有一个点，请核对。',
  'number-format': '编号的样子不对，请对照回执填写。', 'code-format': '查询码是六位字母或数字。',
}

export const zh = {
  tag: 'zh-CN', brand: '首问负责', product: '到底 · 首问负责', dates, categories, refusals, fieldFaults, fieldFaultOther: '这一项没有填对，请检查。', refusalOther: '没有成功，请稍后再试。',
  estimated: '推算', estimatedWhy: '推算：这一天的放假安排还没有公布，到时可能调整。',
  shell: {
    skip: '跳到正文', large: '大字', largeOn: '标准字', read: '朗读', stopReading: '停止朗读', otherLanguage: 'English', home: '首页', tools: '显示设置',
    demo: '演示系统：单位、人员和事项都是虚构的，请不要填写真实的个人信息。', loading: '正在打开…', offline: '连不上服务器。请检查网络后再试。', retry: '再试一次',
    staff: '工作人员入口', notFound: '没有这个页面', notFoundLead: '请回到首页，选择要做的事。',
  },
  home: {
    title: '有事请问我们', lead: '谁先接到，谁负责到底，直到您得到答复。', ask: '我要提问、反映', askNote: '不用注册，几分钟写完', track: '查询进度', trackNote: '凭编号和查询码',
    phones: '也可以打电话', phone: '咨询', supervision: '监督', setupTitle: '系统还没有设置', setupLead: '请管理员先完成初始设置，之后公众才能在这里提问和查询。', setupLink: '去做初始设置',
    nobody: '目前没有单位在网上受理。请直接打电话或到窗口。', desks: '窗口和开放时间', desksNote: '办什么、在哪里、几点开',
  },
  desks: {
    title: '窗口和开放时间', institution: '单位', none: '目前没有对外公开的窗口。请直接打电话。', more: '显示更多', open: '现在开放', closed: '现在不开放', hours: '开放时间', opens: '下次开放', phone: '电话',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as readonly string[], everyDay: '每天', range: (first: string, last: string) => `${first}至${last}`, list: (days: readonly string[]) => days.join('、'),
    line: (days: string, times: string) => `${days} ${times}`, times: (spans: readonly string[]) => spans.join('、'),
  },
  send: {
    sending: '正在提交…', slow: '网络较慢，还在提交，请不要关闭页面。', unclear: '没有收到回音，可能已经收到，也可能没有。请按“再发一次”，不会重复登记。', again: '再发一次',
    edit: '先修改内容', faults: '有几处需要改一下：', faultAt: (label: string, words: string) => `${label}：${words}`, wait: (seconds: number) => `操作太快，请等 ${seconds} 秒再试。`, cancel: '取消', left: (count: number) => `还可以写 ${count} 字`, optional: '可不填',
  },
  ask: {
    title: '我要提问、反映', lead: '写清楚是什么事就可以。带“可不填”的可以空着。', institution: '向哪个单位', subject: '是什么事', subjectHint: '一句话，例如：自建房翻建要办哪些手续',
    content: '具体情况', contentHint: '什么时候、什么地方、经过怎样、希望怎么办', category: '属于哪一类', categoryNone: '不确定', place: '发生在哪里', placeHint: '地址或大概位置',
    contact: '怎么联系您', give: '留下联系方式', decline: '不愿透露', giveNote: '只用于办理这件事和答复您。', declineNote: '我们不知道您是谁，也不能给您打电话；答复只能凭编号和查询码在这里看，请务必保存好。',
    name: '姓名', nameHint: '怎么称呼您', phone: '电话', phoneHint: '手机或座机', mobileWrong: '手机号码是 11 位、以 13 至 19 开头，请核对；座机请写区号加 7 至 8 位号码。', email: '电子邮箱', emailHint: '留了邮箱，进展会发邮件告诉您', emailPlainHint: '打不通电话时，承办人可用邮箱联系您', submit: '提交', clear: '清空重写', draft: '写的内容暂存在这台设备，关闭页面后清除。',
    subjectMissing: '请写下是什么事。', contactMissing: '请留下电话或姓名，或者选“不愿透露”。', institutionMissing: '请选择受理单位。',
  },
  files: {
    label: '照片或 PDF', hint: (left: number, megabytes: number) => `可以添加 ${left} 个，每个不超过 ${megabytes} MB。照片里的拍摄地点等信息会自动去掉，只有办理人员能看到。`, pick: '选择照片或 PDF', shoot: '拍照', full: '可以添加的文件数已满。',
    states: { waiting: () => '提交时上传', sending: (percent: number) => `正在上传 ${percent}%`, done: () => '已收到', failed: () => '没有传成', refused: () => '' } as Record<ChosenFile['state'], (percent: number) => string>,
    remove: '去掉', removeOne: (name: string) => `去掉 ${name}`, again: '没传成的再传一次',
    type: '只收 JPG、PNG、WebP 照片和 PDF。苹果手机的 HEIC 照片请先转成 JPG。', large: (megabytes: number) => `超过 ${megabytes} MB，请换一张小一些的，或者截图后再传。`, empty: '这个文件是空的。', many: '超出可以添加的个数。',
    unclear: '没有传成，请检查网络后再试；不会重复。', sentAll: '文件已全部收到。', title: '随附的文件', keepOpen: '正在上传文件，请不要关闭页面。', someFailed: '您的问题已经收到。有文件没有传成：可以再试，或者以后在“查看进度”里用“补充说明”添加。',
    wordsSent: '文字已经收到。有文件没有传成，可以再试一次，或者去掉。', finish: '不传了，完成',
  },
  hint: {
    matter: (name: string) => `看起来是：${name}`, owner: (unit: string) => `由${unit}办理`, unit: (unit: string) => `看起来归${unit}办理`,
    office: '一时看不出归哪个科室，照常提交即可，由我们来判断该谁办。', onlyHint: '仅供参考，提交后由受理人员确认。',
    onSpot: '可当场办结', days: (count: number) => `${count} 个工作日内办结`, within: { workingHours: (count: number) => `${count} 个工作小时内办结`, naturalHours: (count: number) => `${count} 小时内办结`, naturalDays: (count: number) => `${count} 天内办结` }, fee: (fee: string) => `费用：${fee}`, papers: (count: number) => `要带的材料（${count} 样）：`,
    paper: ({ name, copies, form, note, source }: { name: string; copies: number; form: 'original' | 'copy' | 'either'; note: string | null; source: string | null }) =>
      [`${name}${form === 'original' ? '原件' : form === 'copy' ? '复印件' : ''} ${copies} 份`, note, source && `${source}出具`].filter(Boolean).join('，'),
  },
  receipt: {
    title: '已收到，有人负责', number: '编号', code: '查询码', keep: '请记下或保存这两样。查询进度时两样都要，查询码不能在网上找回。', expected: ['预计 ', ' 前答复您。'] as [string, string],
    anonymous: '您没有留电话，答复只能在这里看。', qr: '扫一扫查看进度', qrAlt: '查看进度的二维码', copyBoth: '复制编号和查询码', copyLink: '复制查询链接', copied: '已复制', copyFailed: '没能复制，请手工抄下来。',
    copyText: (number: string, code: string, link: string) => `编号：${number}\n查询码：${code}\n查看进度：${link}`, picture: '保存为图片', pictureNote: '手机上长按图片即可保存。', download: '下载图片', print: '打印',
    track: '查看进度', finish: '完成，清除本机记录', pictureTitle: '首问负责 · 查询凭证', pictureFailed: '没能生成图片，请截屏或打印。', spelled: (code: string) => code.split('').join(' '),
  },
  track: trackZh,
}

export type Texts = typeof zh
