import { bureauCareRules } from './care-casts.ts'
import type { Demo } from './catalog.ts'
import { bureauPermitMatters } from './bureau-permit-matters.ts'
import { bureauDuties } from './bureau-duties.ts'
import { bureauLivingMatters } from './bureau-living-matters.ts'

/** An invented county bureau. No such county exists, and no telephone answers. */
export const bureau: Demo = {
  name: '青山县住房和城乡建设局（演示）', shortName: '县住建局（演示）', registerCode: 'JS', phone: '13800000100', preset: 'county-bureau',
  units: [
    { name: '办公室', kind: 'department', parent: null, phone: '13800000110', room: '501' },
    { name: '政务服务科', kind: 'department', parent: null, phone: '13800000120', room: '一楼大厅' },
    { name: '1号窗口', kind: 'window', parent: '政务服务科', phone: '13800000121', room: '一楼1号窗口' },
    { name: '2号窗口', kind: 'window', parent: '政务服务科', phone: '13800000122', room: '一楼2号窗口' },
    { name: '3号窗口', kind: 'window', parent: '政务服务科', phone: '13800000123', room: '一楼3号窗口' },
    { name: '规划科', kind: 'department', parent: null, phone: '13800000130', room: '302' },
    { name: '许可科', kind: 'department', parent: null, phone: '13800000140', room: '305' },
    { name: '村镇科', kind: 'department', parent: null, phone: '13800000150', room: '211' },
    { name: '物业管理科', kind: 'department', parent: null, phone: '13800000160', room: '213' },
    { name: '质量安全科', kind: 'department', parent: null, phone: '13800000170', room: '401' },
    { name: '住房保障科', kind: 'department', parent: null, phone: '13800000180', room: '208' },
    { name: '城市建设科', kind: 'department', parent: null, phone: '13800000190', room: '403' },
  ],
  // In the order of the strip of roles: whoever is to be signed in as comes first.
  people: [
    { name: '李文', login: 'liwen', unit: '3号窗口', post: '窗口接待员', phone: '13800000203', room: '一楼3号窗口', roles: [['receptionist', '3号窗口']], demoRole: 'receptionist' },
    { name: '钱博', login: 'qianbo', unit: '许可科', post: '规划许可经办（A岗）', phone: '13800000241', room: '305', demoRole: 'handler' },
    { name: '孙涛', login: 'suntao', unit: '许可科', post: '科长', phone: '13800000240', room: '304', roles: [['head', '许可科']], demoRole: 'head' },
    { name: '包正', login: 'baozheng', unit: null, post: '副局长', phone: '13800000192', room: '601', roles: [['leader', null]], demoRole: 'leader' },
    { name: '安宁', login: 'anning', unit: '办公室', post: '办公室主任（归属裁定、回访）', phone: '13800000211', room: '502', roles: [['head', '办公室']], demoRole: 'office' },
    { name: '吴静', login: 'wujing', unit: '办公室', post: '督查员', phone: '13800000212', room: '503', roles: [['supervisor', null]], demoRole: 'supervisor' },
    { name: '关立', login: 'guanli', unit: '办公室', post: '系统管理员', phone: '13800000213', room: '505', roles: [['administrator', null]], demoRole: 'administrator' },
    { name: '高远', login: 'gaoyuan', unit: null, post: '局长', phone: '13800000191', room: '602', roles: [['leader', null]] },
    { name: '林岚', login: 'linlan', unit: null, post: '副局长', phone: '13800000193', room: '603', roles: [['leader', '物业管理科'], ['leader', '质量安全科'], ['leader', '城市建设科']] },
    { name: '文静', login: 'wenjing', unit: '办公室', post: '网上诉求接收、档案', phone: '13800000214', room: '501' },
    { name: '何平', login: 'heping', unit: '政务服务科', post: '科长', phone: '13800000220', room: '一楼值班台', roles: [['head', '政务服务科']] },
    { name: '柳青', login: 'liuqing', unit: '1号窗口', post: '窗口接待员', phone: '13800000201', room: '一楼1号窗口', roles: [['receptionist', '1号窗口']] },
    { name: '梅雨', login: 'meiyu', unit: '2号窗口', post: '窗口接待员', phone: '13800000202', room: '一楼2号窗口', roles: [['receptionist', '2号窗口']] },
    { name: '丁然', login: 'dingran', unit: '规划科', post: '科长', phone: '13800000230', room: '301', roles: [['head', '规划科']] },
    { name: '方圆', login: 'fangyuan', unit: '规划科', post: '规划管理', phone: '13800000231', room: '302' },
    { name: '周宁', login: 'zhouning', unit: '许可科', post: '施工许可经办（B岗）', phone: '13800000242', room: '305' },
    { name: '石磊', login: 'shilei', unit: '村镇科', post: '科长', phone: '13800000250', room: '210', roles: [['head', '村镇科']] },
    { name: '孙桃', login: 'suntao2', unit: '村镇科', post: '危房改造', phone: '13800000251', room: '211' },
    { name: '田野', login: 'tianye', unit: '村镇科', post: '村镇建设', phone: '13800000252', room: '211' },
    { name: '房敏', login: 'fangmin', unit: '物业管理科', post: '科长', phone: '13800000260', room: '212', roles: [['head', '物业管理科']] },
    { name: '何欣', login: 'hexin', unit: '物业管理科', post: '维修资金', phone: '13800000261', room: '213' },
    { name: '楼晓', login: 'louxiao', unit: '物业管理科', post: '物业监管', phone: '13800000262', room: '213' },
    { name: '严实', login: 'yanshi', unit: '质量安全科', post: '科长', phone: '13800000270', room: '402', roles: [['head', '质量安全科']] },
    { name: '程诚', login: 'chengcheng', unit: '质量安全科', post: '房屋安全、欠薪协调', phone: '13800000271', room: '401' },
    { name: '路平', login: 'luping', unit: '质量安全科', post: '工程质量监督', phone: '13800000272', room: '401' },
    { name: '居安', login: 'juan', unit: '住房保障科', post: '科长', phone: '13800000280', room: '207', roles: [['head', '住房保障科']] },
    { name: '叶子', login: 'yezi', unit: '住房保障科', post: '公租房', phone: '13800000281', room: '208' },
    { name: '江涛', login: 'jiangtao', unit: '城市建设科', post: '科长', phone: '13800000290', room: '404', roles: [['head', '城市建设科']] },
    { name: '乔木', login: 'qiaomu', unit: '城市建设科', post: '市政设施', phone: '13800000291', room: '403' },
  ],
  posts: [
    [null, 'principal', '高远'], [null, 'leaderInCharge', '包正'], [null, 'office', '安宁'], [null, 'intake', '文静'], [null, 'dutyOfficer', '包正'],
    ['物业管理科', 'leaderInCharge', '林岚'], ['质量安全科', 'leaderInCharge', '林岚'], ['城市建设科', 'leaderInCharge', '林岚'],
    ['办公室', 'head', '安宁'], ['政务服务科', 'head', '何平'], ['规划科', 'head', '丁然'], ['许可科', 'head', '孙涛'], ['村镇科', 'head', '石磊'],
    ['物业管理科', 'head', '房敏'], ['质量安全科', 'head', '严实'], ['住房保障科', 'head', '居安'], ['城市建设科', 'head', '江涛'],
  ],
  duties: bureauDuties,
  care: bureauCareRules,
  matters: [...bureauPermitMatters, ...bureauLivingMatters],
}
