export const setupZh = {
  english: 'English', chinese: '中文',
  title: '初始设置', lead: '第一次使用，请登记本单位和第一位管理员。其余的科室、人员和制度可以稍后添加。',
  token: '设置口令', tokenHint: '服务器启动时打印在控制台上，只能用一次。',
  institution: '本单位', name: '单位全称', namePlaceholder: '例如：青禾县自然资源局', shortName: '简称', registerCode: '登记代号', registerCodeHint: '2 至 6 个大写字母，用在编号开头，以后不能改。', phone: '总机电话（可以不填）', needed: '请填写。', lacking: '还有没填好的，已在各栏下面标出；密码要两次输入相同。',
  preset: '单位类型', presetHint: '决定首问方式、时限、日历和催办层级，以后都可以改。',
  administrator: '第一位管理员', person: '姓名', login: '登录名', loginHint: '小写字母开头，3 至 32 位。', password: '密码',
  submit: '完成设置', done: '设置完成', doneText: '现在可以用刚才的登录名和密码登录。', toSignIn: '去登录', notNeeded: '系统已经设置过了', notNeededText: '请直接登录；忘记密码请找管理员。',
}
