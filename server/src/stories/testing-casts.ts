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
