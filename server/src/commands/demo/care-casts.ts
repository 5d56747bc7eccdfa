import type { Demo } from './catalog.ts'
import type { CareCast } from './care-stories.ts'
import { requestersOf } from './people-of-the-county.ts'

export const bureauCareRules: Demo['care'] = {
  sheets: [{
    name: '现场踏勘记录', matters: ['自建房现场踏勘'], categories: [], visitBeforeClose: false,
    steps: [
      { name: '踏勘准备', parts: [{ name: '房屋坐落和建成年代' }, { name: '四邻情况' }, { name: '约定的时间和到场人' }] },
      { name: '现场踏勘', parts: [{ name: '踏勘人员' }, { name: '现状和尺寸' }, { name: '四邻意见' }, { name: '先行处置', flag: '险情' }] },
    ],
  }],
  flags: [
    { name: '险情', notify: [{ of: 'handler', post: 'head' }, { of: 'institution', post: 'office' }], afterHours: [{ of: 'handler', post: 'head' }, { of: 'institution', post: 'dutyOfficer' }] },
    { name: '邻里纠纷', notify: [{ of: 'handler', post: 'head' }], afterHours: [{ of: 'handler', post: 'head' }] },
  ],
}

export const wardCareRules: Demo['care'] = {
  sheets: [{
    name: '病情沟通记录', matters: ['危重病情沟通'], categories: [], visitBeforeClose: false,
    steps: [
      { name: '沟通准备', parts: [{ name: '家属的问题' }, { name: '参加的家属' }] },
      { name: '当面沟通', parts: [{ name: '说明的内容' }, { name: '家属意见' }, { name: '告知病危的时间', flag: '危重患者' }] },
    ],
  }],
  flags: [
    { name: '危重患者', notify: [{ of: 'firstContact', post: 'doctorInCharge' }, { of: 'firstContact', post: 'headNurse' }], afterHours: [{ of: 'firstContact', post: 'doctorInCharge' }] },
    { name: '有纠纷苗头', notify: [{ of: 'firstContact', post: 'headNurse' }], afterHours: [{ of: 'firstContact', post: 'headNurse' }] },
  ],
}

export const bureauCare: CareCast = {
  who: '钱博', askers: requestersOf('terms', 5, 1901),
  special: {
    subject: '老房翻建前请来现场看看，邻家的墙靠着我家', matter: '自建房现场踏勘', flag: '险情', note: '邻家山墙向申请人一侧倾斜，墙脚有新裂缝。',
    done: { step: '踏勘准备', parts: [{ name: '房屋坐落和建成年代', text: '南河村三组，1988 年建，砖木结构。' }, { name: '四邻情况', text: '东邻山墙相靠，西邻隔一条巷道。' }, { name: '约定的时间和到场人', text: '今天上午，申请人夫妇和东邻到场。' }] },
    begun: { step: '现场踏勘', parts: [{ name: '现状和尺寸', text: '宅基地长 12.4 米、宽 9.6 米，与证载一致。' }] },
  },
  emergency: {
    place: '南河村三组，东邻山墙', note: '东邻山墙上部砖块掉落，没有伤人。',
    record: { subject: '踏勘时邻家山墙掉砖', content: '已拉警戒线，东邻一家转到亲戚家；通知镇政府和质量安全科到场。' },
  },
  lasted: { subject: '工地规划公示牌被围挡挡住，看不到内容', done: '已责成建设单位把公示牌移到入口一侧，当天移好。', effect: '回看：公示牌仍在原处，内容清楚。' },
  recent: { subject: '隔壁翻建超出红线，压到我家排水沟', done: '已现场核对红线，建房户退让二十厘米并恢复排水沟。' },
  twice: { first: '河东路口规划的人行天桥什么时候动工', again: '河东路口过街太难，天桥还建不建', reason: '同一处天桥，合并办理，一并答复。' },
}

export const wardCare: CareCast = {
  who: '夏荷', askers: requestersOf('herbs', 5, 2901),
  special: {
    subject: '14 床家属想再听医生讲讲病情和手术风险', matter: '危重病情沟通', flag: '危重患者', note: '今早复查后医生已下病重通知。',
    done: { step: '沟通准备', parts: [{ name: '家属的问题', text: '能不能不做手术、术后多久能回家。' }, { name: '参加的家属', text: '儿子、女儿，下午到。' }] },
    begun: { step: '当面沟通', parts: [{ name: '说明的内容', text: '手术的必要性、主要风险和替代方案，由经管医师说明。' }] },
  },
  emergency: { place: '14 床', note: '突发室颤，已除颤、按压，呼叫麻醉科。', record: null },
  lasted: { subject: '病房夜里灯太亮，老人睡不好', done: '夜间走廊灯已调暗，床头改用地脚灯。', effect: '到床边回看：近几夜睡得安稳，没有人再反映。' },
  recent: { subject: '开水间排队太久，早上打不到水', done: '开水间早上提前半小时供水，并在病区东头加一台饮水机。' },
  twice: { first: '陪护床太短，晚上睡不下', again: '走廊加的陪护床放不平', reason: '都是陪护床的事，合并办理，一并答复。' },
}
