import type { Demo } from './catalog.ts'
import type { CareCast } from './care-stories.ts'
import { requestersOf } from './people-of-the-county.ts'

export const bureauCareRules: Demo['care'] = {
  sheets: [{
    name: '房屋安全现场查看记录', matters: ['房屋险情处置'], categories: [], visitBeforeClose: false,
    steps: [
      { name: '接件询问', parts: [{ name: '房屋坐落和建成年代' }, { name: '险情表现' }, { name: '居住人数' }] },
      { name: '现场查看', parts: [{ name: '查看时间和人员' }, { name: '裂缝、倾斜、渗漏情况' }, { name: '先行处置' }, { name: '人员撤离安排', flag: '险情' }] },
    ],
  }],
  flags: [
    { name: '险情', notify: [{ of: 'handler', post: 'head' }, { of: 'institution', post: 'office' }], afterHours: [{ of: 'handler', post: 'head' }, { of: 'institution', post: 'dutyOfficer' }] },
    { name: '群体诉求', notify: [{ of: 'institution', post: 'office' }], afterHours: [{ of: 'institution', post: 'dutyOfficer' }] },
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
  who: '程诚', askers: requestersOf('terms', 3, 1901),
  special: {
    subject: '老宿舍楼外墙开裂，怕出事，请来看看', matter: '房屋险情处置', flag: '险情', note: '二单元外墙竖向裂缝一周内变宽，楼内还住着六户。',
    done: { step: '接件询问', parts: [{ name: '房屋坐落和建成年代', text: '城关镇育才路原农机厂宿舍，1986 年建。' }, { name: '险情表现', text: '二单元外墙竖向裂缝，近一周由两毫米变为六毫米。' }, { name: '居住人数', text: '六户十五人，其中老人七人。' }] },
    begun: { step: '现场查看', parts: [{ name: '裂缝、倾斜、渗漏情况', text: '裂缝贯通一至三层，二层窗角有新茬；未见明显倾斜。' }] },
  },
  emergency: {
    place: '育才路原农机厂宿舍二单元', note: '外墙抹灰掉落一块，楼下停的电动车被砸，没有伤人。',
    record: { subject: '查看期间外墙抹灰掉落', content: '已拉警戒线，六户全部转到社区活动室；联系原产权单位搭设防护棚，通知城关镇政府。' },
  },
  lasted: { subject: '楼上空调水滴到我家雨棚，夜里吵得睡不着', done: '已协调楼上住户加装接水管，当面确认不再滴水。', effect: '电话回看：两周没有再滴水，住户表示满意。' },
  recent: { subject: '小区围墙松动，孩子常在旁边玩', done: '已通知物业公司拆除松动的一段并重新砌筑，现场查看已完工。' },
}

export const wardCare: CareCast = {
  who: '夏荷', askers: requestersOf('herbs', 3, 2901),
  special: {
    subject: '14 床家属想再听医生讲讲病情和手术风险', matter: '危重病情沟通', flag: '危重患者', note: '今早复查后医生已下病重通知。',
    done: { step: '沟通准备', parts: [{ name: '家属的问题', text: '能不能不做手术、术后多久能回家。' }, { name: '参加的家属', text: '儿子、女儿，下午到。' }] },
    begun: { step: '当面沟通', parts: [{ name: '说明的内容', text: '手术的必要性、主要风险和替代方案，由经管医师说明。' }] },
  },
  emergency: { place: '14 床', note: '突发室颤，已除颤、按压，呼叫麻醉科。', record: null },
  lasted: { subject: '病房夜里灯太亮，老人睡不好', done: '夜间走廊灯已调暗，床头改用地脚灯。', effect: '到床边回看：近几夜睡得安稳，没有人再反映。' },
  recent: { subject: '开水间排队太久，早上打不到水', done: '开水间早上提前半小时供水，并在病区东头加一台饮水机。' },
}
