export const sessionZh = {
  nav: { label: '主导航', register: '登记', todo: '我的应办', cases: '办件', roster: '值班', unit: '本科室', team: '团队', admin: '管理', skip: '跳到正文', late_other: '{{count}} 项超期' },
  find: { placeholder: '搜索内容、编号、姓名、电话', key: '搜索办件' },
  menu: {
    open: '个人菜单', duties: '我的职责', language: 'English', large: '大字', normal: '标准字', password: '修改密码', tokens: '接口令牌', signOut: '退出登录', everywhere: '退出所有设备', keys: '查看按键',
    everywhereAsk: '您在其他电脑和手机上的登录也会失效，未登记的内容不会保留。', everywhereDone: '已退出所有设备。',
  },
  demo: { label: '演示说明', banner: '演示系统，数据均为虚构，请勿录入真实信息。' },
  signIn: {
    title: '登录', lead: '首问负责，负责到底。', login: '登录名', password: '密码', submit: '登录', showPassword: '显示密码', hidePassword: '隐藏密码',
    demoTitle: '选一个身份看看', demoText: '点一下即以此人登录，每种角色各有一位。', back: '登录后回到刚才的页面。', again: '登录已失效，请重新登录',
    againText: '页面和您输入的内容都还在，登录后接着办。', other: '换人登录', wait: '请在 {{seconds}} 秒后再试。', setup: '系统尚未设置，前往初始设置',
  },
  idle: { title: '您还在吗？', text_other: '已有一段时间没有操作，{{count}} 秒后将退出登录。', stay: '我还在' },
  password: {
    title: '修改密码', forced: '首次登录，请先设置自己的密码', forcedText: '现在的密码是别人设置的。换成只有您知道的密码后才能继续。', current: '现用密码',
    submit: '修改密码', done: '密码已修改。其他设备上的登录已失效。',
  },
  token: {
    title: '接口令牌', text: '供其他程序以您的名义调用接口。令牌等同于您的密码，只显示一次，请妥善保管。', create: '新建令牌', name: '用途', namePlaceholder: '例如：自助终端登记', days: '有效天数', scope: '权限',
    scopes: { read: '只读', register: '只读和登记', act: '我能办的一切（账号和令牌除外）' }, once: '令牌只显示这一次，请现在复制。', created: '新建于', expires: '到期', used: '最近使用', never: '从未使用', noExpiry: '不过期',
    revoke: '停用', revokeAsk: '停用“{{name}}”？正在使用它的程序会立即失效。', revoked: '已停用。', empty: '还没有令牌', emptyText: '需要让其他程序登记或查询时再新建。', done: '我已保存',
  },
}

export type SessionNav = 'register' | 'todo' | 'cases' | 'roster' | 'unit' | 'team' | 'admin'
