import type { DemoDuties } from './catalog.ts'

/** Who answers for what on the invented ward. */
export const wardDuties: DemoDuties = {
  units: [
    ['心内科病区护士站', '病区接待、导诊、护理和探视管理', null], ['心内科医生办公室', '诊疗、病情解释、病程记录', null], ['医务科', '医疗投诉接待、院内协调', '协调各科会诊和答复'], ['住院收费处', '押金、结算、退费、医保', null],
    ['总务科', '水电、设施、陪护床维修', null], ['病案室', '病案复印', null], ['护理部', '护理管理、首问责任制的执行和检查', null],
  ],
  posts: [
    { unit: '心内科病区护士站', name: '主责导诊护士', duties: '每班首问：接待病人和家属，答得了的当场答，答不了的带到责任人', authority: '呼叫责任护士和值班医师', limits: '病情由医师解释，用药由医师决定', rank: 2, languages: ['普通话', '闽南语'], qualifications: ['护士执业证'], holders: ['夏荷', '孟晴'] },
    { unit: '心内科病区护士站', name: '护理组长', duties: '本组护理质量，接手导诊护士办不了的事', authority: '调配本组护士', rank: 3, qualifications: ['护士执业证'], holders: ['乔安'] },
    { unit: '心内科病区护士站', name: '护士长', duties: '病区管理、排班、投诉的第一处理人', authority: '调配全病区人员', limits: '跨科室的报护理部', rank: 6, qualifications: ['护士执业证'], holders: ['苏敏'] },
    { unit: '住院收费处', name: '收费退费岗', duties: '住院押金、结算、退费', authority: '五千元以下退费当场办', limits: '五千元以上报财务', rank: 2, holders: ['金果'] },
    { unit: '医务科', name: '投诉接待岗', duties: '医疗投诉的接待、登记和答复', authority: '调阅病历、约见科主任', rank: 5, holders: ['罗明'] },
    { unit: '病案室', name: '病案复印岗', duties: '病案查询和复印', rank: 1, holders: ['纪安'] },
  ],
  attainments: { 夏荷: [['普通话', '闽南语'], ['护士执业证']], 孟晴: [['普通话', '闽南语', '英语'], ['护士执业证']], 乔安: [['普通话'], ['护士执业证']], 苏敏: [['普通话'], ['护士执业证']] },
  roles: [['心内科病区护士站', 'liaison', '苏敏'], ['心内科病区护士站', 'receptionist', '夏荷'], ['医务科', 'liaison', '罗明'], ['住院收费处', 'liaison', '金果'], ['总务科', 'liaison', '马力'], ['病案室', 'liaison', '纪安'], ['护理部', 'liaison', '邵静']],
  desks: [
    { unit: '心内科病区护士站', kind: 'desk', name: '七层东区护士站', scope: '导诊、探视、陪护、床位', hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }], staff: ['夏荷', '孟晴'] },
    { unit: '住院收费处', kind: 'window', name: '住院收费3号窗口', scope: '押金、结算、退费', hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '17:30' }], staff: ['金果'] },
  ],
  groups: [{ unit: '护理部', kind: 'working', name: '首问负责制工作小组', mandate: '制度培训、每月检查、整改', manager: '许慎', members: ['苏敏', '罗明'] }],
  outside: [
    { name: '县医疗保障局', scope: '医保报销、异地备案、门诊慢特病', keywords: ['医保', '报销', '异地'], phone: '13800000911', address: '政务大厅四楼', hours: '工作日 8:30–17:30' },
    { name: '县急救中心', scope: '转运、急救车', keywords: ['救护车', '转院'], phone: '13800000912', address: '人民医院东侧', hours: '全天' },
  ],
}
