import { wardCareRules } from './care-casts.ts'
import type { Demo } from './catalog.ts'
import { wardDuties } from './ward-duties.ts'
import { wardMatters } from './ward-matters.ts'

/** An invented hospital of the same invented county: one ward that never closes. */
export const ward: Demo = {
  name: '青山县人民医院（演示）', shortName: '县医院（演示）', registerCode: 'YY', phone: '13800000500', preset: 'ward-nurse-station',
  units: [
    { name: '心内科病区护士站', kind: 'department', parent: null, phone: '13800000510', room: '住院楼七层东区' },
    { name: '心内科医生办公室', kind: 'department', parent: null, phone: '13800000520', room: '住院楼七层西侧' },
    { name: '护理部', kind: 'department', parent: null, phone: '13800000530', room: '行政楼三层' },
    { name: '医务科', kind: 'department', parent: null, phone: '13800000540', room: '行政楼二层' },
    { name: '住院收费处', kind: 'department', parent: null, phone: '13800000550', room: '住院楼一层大厅' },
    { name: '总务科', kind: 'department', parent: null, phone: '13800000560', room: '后勤楼一层' },
    { name: '病案室', kind: 'department', parent: null, phone: '13800000570', room: '门诊楼负一层' },
  ],
  people: [
    { name: '夏荷', login: 'xiahe', unit: '心内科病区护士站', post: '主责导诊护士', phone: '13800000611', room: '护士站', roles: [['receptionist', '心内科病区护士站']], demoRole: 'guideNurse' },
    { name: '苏敏', login: 'sumin', unit: '心内科病区护士站', post: '病区护士长', phone: '13800000610', room: '护士长办公室', roles: [['head', '心内科病区护士站']], demoRole: 'headNurse' },
    { name: '孟晴', login: 'mengqing', unit: '心内科病区护士站', post: '主责导诊护士（夜班）', phone: '13800000612', room: '护士站', roles: [['receptionist', '心内科病区护士站']] },
    { name: '乔安', login: 'qiaoan', unit: '心内科病区护士站', post: '护理组长', phone: '13800000613', room: '护士站' },
    { name: '葛兰', login: 'gelan', unit: '心内科病区护士站', post: '责任护士', phone: '13800000614', room: '护士站' },
    { name: '温宁', login: 'wenning', unit: '心内科病区护士站', post: '责任护士', phone: '13800000615', room: '护士站' },
    { name: '陆川', login: 'luchuan', unit: '心内科医生办公室', post: '经管医师', phone: '13800000620', room: '医生办公室', roles: [['head', '心内科医生办公室']] },
    { name: '章成', login: 'zhangcheng', unit: '心内科医生办公室', post: '住院医师', phone: '13800000621', room: '医生办公室' },
    { name: '许慎', login: 'xushen', unit: '护理部', post: '护理部主任', phone: '13800000630', room: '行政楼305', roles: [['leader', null]] },
    { name: '邵静', login: 'shaojing', unit: '护理部', post: '网上诉求接收', phone: '13800000631', room: '行政楼306', roles: [['administrator', null]] },
    { name: '罗明', login: 'luoming', unit: '医务科', post: '医务科科长、投诉接待', phone: '13800000640', room: '行政楼203', roles: [['head', '医务科']] },
    { name: '金果', login: 'jinguo', unit: '住院收费处', post: '收费组长', phone: '13800000650', room: '住院收费3号窗口', roles: [['head', '住院收费处']] },
    { name: '马力', login: 'mali', unit: '总务科', post: '维修班长', phone: '13800000660', room: '维修班', roles: [['head', '总务科']] },
    { name: '纪安', login: 'jian', unit: '病案室', post: '病案管理员', phone: '13800000670', room: '病案室', roles: [['head', '病案室']] },
  ],
  posts: [
    [null, 'nursingDirector', '许慎'], [null, 'intake', '邵静'], [null, 'dutyOfficer', '罗明'],
    ['心内科病区护士站', 'firstContact', '夏荷'], ['心内科病区护士站', 'firstContact', '孟晴'], ['心内科病区护士站', 'teamLeader', '乔安'],
    ['心内科病区护士站', 'responsibleNurse', '葛兰'], ['心内科病区护士站', 'responsibleNurse', '温宁'], ['心内科病区护士站', 'doctorInCharge', '陆川'],
    ['心内科病区护士站', 'headNurse', '苏敏'], ['心内科病区护士站', 'head', '苏敏'], ['心内科医生办公室', 'head', '陆川'], ['护理部', 'head', '许慎'],
    ['医务科', 'head', '罗明'], ['住院收费处', 'head', '金果'], ['总务科', 'head', '马力'], ['病案室', 'head', '纪安'],
  ],
  duties: wardDuties,
  care: wardCareRules,
  matters: wardMatters,
}
