import type { DemoDuties } from './catalog.ts'

const WEEK = [1, 2, 3, 4, 5]
const HOURS = [{ days: WEEK, from: '08:30', to: '12:00' }, { days: WEEK, from: '14:30', to: '17:30' }]

/** Who answers for what in the invented bureau. One unit has no liaison yet, so that the list of gaps shows something. */
export const bureauDuties: DemoDuties = {
  units: [
    [null, '全县住房和城乡建设管理、行政许可和监督', '依法作出行政许可和行政处罚决定'], ['办公室', '文电、督查、信访协调，职责不清事项的裁定', '协调各科室，指定承办科室'], ['政务服务科', '大厅接待、首问登记、一次性告知', '受理或不予受理'],
    ['规划科', '规划编制、用地规划和规划条件', null], ['许可科', '建设工程规划许可、施工许可的审查', '五个工作日以内的延期'], ['村镇科', '村镇建设、危房改造', null], ['物业管理科', '物业监管、维修资金', null],
    ['质量安全科', '工程质量、施工安全、房屋安全', '责令停工整改'], ['住房保障科', '公租房、住房补贴', null], ['城市建设科', '道路、路灯、排水等市政设施', null],
  ],
  posts: [
    { unit: '政务服务科', name: '大厅值班长', duties: '大厅秩序和窗口调配；窗口答不了的，当场接过来', authority: '调配窗口，当场协调科室派人到大厅', limits: '涉及两个以上科室、当日定不下来的，报办公室', rank: 5, languages: ['普通话'], holders: ['何平'] },
    { unit: '1号窗口', name: '综合受理岗', duties: '首问登记、当场答复、引导和转办', authority: '当场答复目录内的事项', limits: '目录外的不承诺', rank: 1, languages: ['普通话'], holders: ['柳青'] },
    { unit: '2号窗口', name: '综合受理岗', duties: '首问登记、当场答复、引导和转办', authority: '当场答复目录内的事项', limits: '目录外的不承诺', rank: 1, languages: ['普通话'], holders: ['梅雨'] },
    { unit: '3号窗口', name: '综合受理岗', duties: '首问登记、当场答复、引导和转办', authority: '当场答复目录内的事项', limits: '目录外的不承诺', rank: 1, languages: ['普通话'], holders: ['李文'] },
    { unit: '许可科', name: '科长岗', duties: '审核许可意见，签收和分派转来的件', authority: '批准五个工作日以内的延期', limits: '超过五个工作日报分管领导', rank: 6, holders: ['孙涛'] },
    { unit: '许可科', name: '规划许可岗', duties: '建设工程规划许可的受理、审查、补正告知', authority: '出具一次性告知书', limits: '不予许可须经科长审核', rank: 2, qualifications: ['行政执法证'], holders: ['钱博'] },
    { unit: '许可科', name: '施工许可岗', duties: '施工许可的受理、审查、发证', authority: '出具一次性告知书', limits: '不予许可须经科长审核', rank: 2, qualifications: ['行政执法证'], holders: ['周宁'] },
    { unit: '物业管理科', name: '维修资金岗', duties: '维修资金的归集、使用和退款', authority: '五万元以下使用申请的初审', limits: '五万元以上报科长', rank: 2, holders: ['何欣'] },
    { unit: '村镇科', name: '危房改造岗', duties: '危房鉴定协调、改造申请和补助', authority: '现场核查', limits: '补助金额由科务会定', rank: 2, holders: ['孙桃'] },
    { unit: '住房保障科', name: '公租房岗', duties: '公租房申请、轮候、退出', authority: '资格初审', limits: '终审由科长签字', rank: 2, holders: ['叶子'] },
    { unit: '城市建设科', name: '市政设施岗', duties: '路灯、井盖、排水的报修和督办', authority: '派发抢修单', limits: '占道施工报交警', rank: 2, holders: ['乔木'] },
    { unit: '办公室', name: '档案岗', duties: '文书档案的收集、整理和查阅', rank: 1, holders: ['文静'] },
  ],
  attainments: { 何平: [['普通话'], []], 柳青: [['普通话'], []], 梅雨: [['普通话', '手语'], []], 李文: [['普通话', '英语'], []], 钱博: [['普通话'], ['行政执法证']], 周宁: [['普通话'], ['行政执法证']] },
  roles: [
    ['政务服务科', 'liaison', '何平'], ['规划科', 'liaison', '方圆'], ['许可科', 'liaison', '周宁'], ['许可科', 'deputyLiaison', '钱博'], ['村镇科', 'liaison', '田野'], ['物业管理科', 'liaison', '楼晓'], ['质量安全科', 'liaison', '路平'],
    ['住房保障科', 'liaison', '叶子'], ['办公室', 'liaison', '文静'], ['1号窗口', 'receptionist', '柳青'], ['2号窗口', 'receptionist', '梅雨'], ['3号窗口', 'receptionist', '李文'], ['许可科', 'receptionist', '周宁'], ['办公室', 'receptionist', '文静'],
  ],
  desks: [
    { unit: '1号窗口', kind: 'window', name: '大厅1号窗口', scope: '规划、施工许可的咨询和收件', hours: HOURS, staff: ['柳青'] }, { unit: '2号窗口', kind: 'window', name: '大厅2号窗口', scope: '物业、维修资金、公租房', hours: HOURS, staff: ['梅雨'] },
    { unit: '3号窗口', kind: 'window', name: '大厅3号窗口', scope: '综合咨询、投诉建议、村镇建设', hours: HOURS, staff: ['李文'] }, { unit: '政务服务科', kind: 'desk', name: '一楼值班台', scope: '引导、取号、老年人帮办', hours: HOURS, staff: ['何平'] },
    { unit: '办公室', kind: 'office', name: '信访接待室', scope: '职责不清、对办理结果有异议的', hours: [{ days: WEEK, from: '09:00', to: '11:30' }], staff: ['安宁'] },
  ],
  groups: [
    { unit: null, kind: 'leading', name: '首问责任制领导小组', mandate: '审定制度，每季度听取情况', manager: '高远', members: ['包正', '林岚', '安宁'] },
    { unit: '政务服务科', kind: 'firstContact', name: '大厅首问团队', mandate: '大厅首问、帮办和新人带教', manager: '何平', members: ['柳青', '梅雨', '李文'] },
  ],
  outside: [
    { name: '县供电公司', scope: '停电、电表、电费', keywords: ['停电', '电表', '电费', '变压器'], phone: '13800000901', address: '人民路12号', hours: '全天报修' },
    { name: '县自来水公司', scope: '停水、水表、水费、漏水', keywords: ['停水', '水表', '水费'], phone: '13800000902', address: '滨河路3号', hours: '全天报修' },
    { name: '县自然资源局', scope: '土地、宅基地、不动产登记', keywords: ['宅基地', '不动产', '房产证', '土地证'], phone: '13800000903', address: '政务大厅二楼', hours: '工作日 8:30–17:30' },
    { name: '县城市管理局', scope: '违章搭建、占道经营、垃圾清运', keywords: ['占道', '摆摊', '垃圾', '违建'], phone: '13800000904', address: '环城东路58号', hours: '工作日 8:30–17:30' },
    { name: '县公安局交警大队', scope: '道路交通、停车、信号灯', keywords: ['停车', '红绿灯', '违停'], phone: '13800000905', address: '迎宾大道1号', hours: '全天' },
    { name: '县人力资源和社会保障局', scope: '劳动监察、社保、欠薪', keywords: ['欠薪', '社保', '工伤'], phone: '13800000906', address: '政务大厅三楼', hours: '工作日 8:30–17:30' },
  ],
}
