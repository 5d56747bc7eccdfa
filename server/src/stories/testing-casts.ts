import type { StoryCast } from '../testing-story.ts'

/** Each unit has a receptionist of its own; the promise for a building permit is ten working days. */
export const countyBureau: StoryCast = {
  preset: 'county-bureau', name: '青山县建设局', shortName: '县建设局', registerCode: 'QJ',
  units: { 规划科: 'QG', 许可科: 'QX', 质量安全科: 'QZ', 办公室: 'QB' },
  people: {
    li: { name: '李文', unit: '规划科', room: '301', phone: '0570-6000301', roles: ['receptionist'] },
    qian: { name: '钱博', unit: '许可科', room: '305', phone: '0570-6000305' },
    he: { name: '何平', unit: '规划科', roles: ['head'], posts: ['head'] },
    xu: { name: '徐建', unit: '许可科', roles: ['head'], posts: ['head'] },
    sun: { name: '孙涛', rolesOverAll: ['leader'], postsOverAll: ['principal', 'leaderInCharge'] },
    wu: { name: '吴静', unit: '办公室', rolesOverAll: ['supervisor'] },
    an: { name: '安宁', unit: '办公室', roles: ['head'], posts: ['head'], postsOverAll: ['office', 'intake'] },
    guan: { name: '管理员', unit: '办公室', rolesOverAll: ['administrator'] },
  },
}

/** The principal is first responsible; the school office rules on what is unclear within an hour. */
export const secondarySchool: StoryCast = {
  preset: 'middle-school', name: '青山县第二中学', shortName: '二中', registerCode: 'EZ',
  units: { 七年级组: 'EQ', 教务处: 'EJ', 总务处: 'EW', 学校办公室: 'EB' },
  people: {
    lin: { name: '林叶', unit: '七年级组', room: '203', phone: '0570-6100203' },
    tan: { name: '谭老师', unit: '七年级组' },
    mao: { name: '毛姝', unit: '教务处', room: '108', phone: '0570-6100108', roles: ['head'], posts: ['head'] },
    ou: { name: '欧力', unit: '总务处', roles: ['head'], posts: ['head'] },
    niu: { name: '牛希', unit: '学校办公室', roles: ['head'], posts: ['head'], postsOverAll: ['office', 'intake'] },
    pang: { name: '庞德', rolesOverAll: ['leader'], postsOverAll: ['principal', 'leaderInCharge'] },
    guan: { name: '管理员', unit: '学校办公室', rolesOverAll: ['administrator'] },
  },
}

/** A doctor and a nurse visit before the operation and answer to its end; three departments are consulted. */
export const operatingRoom: StoryCast = {
  preset: 'operating-room', name: '临江市人民医院', shortName: '市人民医院', registerCode: 'LY',
  units: { 手术室: 'SS', 骨科: 'GK', 普外科: 'PW', 神经外科: 'SW', 胸外科: 'XW', 医务科: 'YW' },
  people: {
    fei: { name: '费燕', unit: '手术室', room: '三号手术间', phone: '0579-6100301' },
    ge: { name: '葛琪', unit: '手术室' },
    lu: { name: '陆怡', unit: '手术室' },
    jia: { name: '贾琳', unit: '手术室', roles: ['head'], posts: ['head'] },
    hai: { name: '海涛', unit: '骨科' },
    song: { name: '宋川', unit: '普外科' },
    xin: { name: '辛和', unit: '神经外科' },
    xiong: { name: '熊立', unit: '胸外科' },
    mei: { name: '梅安', unit: '医务科', roles: ['head'], posts: ['head'], postsOverAll: ['medicalAffairs', 'intake'] },
    kai: { name: '开文', postsOverAll: ['dutyOfficer'] },
    guan: { name: '管理员', unit: '医务科', rolesOverAll: ['administrator'] },
  },
}

/** Readers ask any librarian; what a department has signed for leaves it again only with the director's leave. */
export const cityLibrary: StoryCast = {
  preset: 'library', name: '临江市图书馆', shortName: '市图书馆', registerCode: 'LJ',
  units: { 流通部: 'LT', 参考咨询部: 'CK', 数字资源部: 'SZ' },
  people: {
    bi: { name: '毕玉', unit: '流通部', room: '一楼总服务台', phone: '0579-6000101', roles: ['receptionist'] },
    lu: { name: '陆原', unit: '流通部', roles: ['head'], posts: ['head'] },
    che: { name: '车浩', unit: '参考咨询部', room: '203', phone: '0579-6000203' },
    min: { name: '闵秋', unit: '参考咨询部', roles: ['head'], posts: ['head'] },
    fu: { name: '傅新', unit: '数字资源部', roles: ['head'], posts: ['head'] },
    dai: { name: '戴文', rolesOverAll: ['leader'], postsOverAll: ['principal'] },
    shen: { name: '沈青', rolesOverAll: ['supervisor'], postsOverAll: ['office', 'intake'] },
  },
}

/** A supplier meets purchasing first; finance pays, the legal section explains contracts. */
export const tradingCompany: StoryCast = {
  preset: 'company', name: '恒通贸易有限公司', shortName: '恒通公司', registerCode: 'HT',
  units: { 采购部: 'CG', 财务部: 'CW', 法务部: 'FW' },
  people: {
    qin: { name: '秦璐', unit: '采购部', room: '210', roles: ['receptionist'] },
    pan: { name: '潘宁', unit: '采购部' },
    gao: { name: '高远', unit: '采购部', roles: ['head'], posts: ['head'] },
    shi: { name: '时雯', unit: '财务部', room: '402', phone: '0571-6000402' },
    tao: { name: '陶毅', unit: '财务部', roles: ['head'], posts: ['head'] },
    fang: { name: '方正', unit: '法务部', roles: ['head'], posts: ['head'] },
    wei: { name: '魏刚', rolesOverAll: ['leader'], postsOverAll: ['leaderInCharge'] },
    xie: { name: '谢安', rolesOverAll: ['leader'], postsOverAll: ['principal'] },
    nie: { name: '聂青', rolesOverAll: ['administrator'], postsOverAll: ['office', 'intake'] },
  },
}

/** One residential project: owners ask whoever they meet, dispatched cleaners too; what nobody can solve goes to the project manager. */
export const propertyCompany: StoryCast = {
  preset: 'property-company', name: '绿园物业服务中心', shortName: '绿园项目', registerCode: 'LY',
  units: { 客户服务中心: 'KF', 工程部: 'GC', 环境保洁部: 'BJ' },
  people: {
    zhang: { name: '张顺', unit: '环境保洁部' },
    hua: { name: '华月', unit: '环境保洁部', roles: ['head'], posts: ['head'] },
    bai: { name: '白雷', unit: '工程部', phone: '0571-6000120' },
    tang: { name: '唐工', unit: '工程部', roles: ['head'], posts: ['head'] },
    ke: { name: '柯敏', unit: '客户服务中心', roles: ['head'], posts: ['head'], postsOverAll: ['office', 'intake'] },
    cui: { name: '崔虹', rolesOverAll: ['leader'], postsOverAll: ['projectManager'] },
    dong: { name: '董瑞', rolesOverAll: ['supervisor'] },
    min: { name: '闵洁', rolesOverAll: ['administrator'], postsOverAll: ['principal'] },
  },
}

const hours = (amount: number) => ({ amount, unit: 'naturalHours' })

/** A cardiology ward: the guide nurse speaks Minnan and Mandarin; a dispute rises after an hour, next morning and at the end of the two days. */
export const cardiologyWard: StoryCast = {
  preset: 'ward-nurse-station', name: '青山县人民医院', shortName: '县医院', registerCode: 'YY',
  units: { 心内科病区: 'YX', 后勤科: 'YH', 护理部: 'YL' },
  people: {
    xi: { name: '奚梅', unit: '心内科病区', phone: '0596-6200121' },
    ya: { name: '雅丽', unit: '心内科病区' },
    zhen: { name: '甄怡', unit: '心内科病区', posts: ['teamLeader'] },
    bo: { name: '薄菲', unit: '心内科病区', posts: ['responsibleNurse'] },
    chai: { name: '柴文', unit: '心内科病区', posts: ['doctorInCharge'] },
    dan: { name: '丹露', unit: '心内科病区', roles: ['head'], posts: ['headNurse', 'head'] },
    ou: { name: '欧工', unit: '后勤科', roles: ['head'], posts: ['head'] },
    e: { name: '鄂平', unit: '护理部', rolesOverAll: ['leader'], postsOverAll: ['nursingDirector', 'dutyOfficer', 'intake'] },
    guan: { name: '管理员', unit: '护理部', rolesOverAll: ['administrator'] },
  },
  policy: {
    ladders: {
      resolve: [
        { after: hours(1), from: 'opened', tell: [{ of: 'firstContact', post: 'teamLeader' }, { of: 'firstContact', post: 'responsibleNurse' }] },
        { after: hours(23), from: 'opened', tell: [{ of: 'firstContact', post: 'doctorInCharge' }, { of: 'firstContact', post: 'headNurse' }] },
        { after: hours(1), from: 'due', tell: [{ of: 'institution', post: 'nursingDirector' }] },
      ],
    },
  },
}
