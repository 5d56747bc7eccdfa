import type { DemoMatter } from './catalog.ts'

/** Permits, planning, villages, quality and the bureau's own matters. */
export const bureauPermitMatters: DemoMatter[] = [
  {
    name: '自建房（翻建）规划许可', unit: '许可科', person: '钱博', category: 'application', days: 10, citation: '《城乡规划法》第四十一条',
    conditions: '本村村民，一户一宅；宅基地四至无争议；拟建房屋符合村庄规划。', procedure: '申请—村委会公示—现场踏勘—审查—发证',
    keywords: '自建房 翻建 盖房 宅基地 建房 乡村建设规划许可证', papers: ['身份证:copy', '宅基地使用权证明:original', '施工图:copy:2', '村委会意见:original'],
  },
  {
    name: '建设工程规划许可', unit: '许可科', person: '周宁', category: 'application', days: 15, citation: '《城乡规划法》第四十条',
    keywords: '工规证 工程规划许可证 报建', papers: ['申请表:original', '用地批准文件:copy', '设计方案图册:original:2', '法人身份证明:copy'],
  },
  {
    name: '建筑工程施工许可', unit: '许可科', person: '周宁', category: 'application', days: 7, citation: '《建筑工程施工许可管理办法》',
    conditions: '已办理用地和规划手续；施工场地具备施工条件；已确定施工企业，图纸审查合格。', procedure: '申请—受理—审查—发证',
    keywords: '施工证 开工手续 施工许可证', papers: ['申请表:original:2', '施工合同:copy', '图纸审查合格书:copy', '农民工工资专户证明:copy'],
  },
  {
    name: '施工许可变更', unit: '许可科', person: '周宁', category: 'application', days: 5, keywords: '换项目经理 变更施工单位 变更监理',
    papers: ['变更申请表:original', '原施工许可证:original', '变更证明材料:copy'],
  },
  {
    name: '规划许可证补领', everyday: true, unit: '许可科', person: '钱博', category: 'application', days: 5, keywords: '许可证丢了 补证 遗失 补办',
    papers: ['身份证:copy', '遗失声明:original'],
    asks: ['规划许可证丢了怎么补', '老房子的规划许可证找不到了，能补一份吗', '许可证被水泡坏了，想换一张'],
    answer: '带身份证复印件和一份遗失声明，到三楼305室许可科登记，核对存档后5个工作日内补发，不收费。原件损坏的请把残件一并带来。',
  },
  { name: '自建房现场踏勘', everyday: true, unit: '许可科', person: '钱博', category: 'help', days: 0, keywords: '现场看看 踏勘 放线 邻家的墙' },
  { name: '乡村建设规划许可延期', unit: '许可科', person: '钱博', category: 'application', days: 5, keywords: '许可证到期 延期 还没开工', papers: ['延期申请:original', '原许可证:original'] },
  { name: '规划条件咨询函', unit: '规划科', person: '方圆', category: 'consultation', days: 10, keywords: '地块 容积率 规划条件 用地性质', papers: ['申请函:original', '地块红线图:copy'] },
  { name: '既有住宅加装电梯审查', unit: '规划科', person: '方圆', category: 'application', days: 15, keywords: '加装电梯 老楼电梯 装电梯', papers: ['申请表:original', '业主同意书:original', '设计图:copy:2', '结构安全意见:original'] },
  {
    name: '加装电梯同意比例咨询', unit: '规划科', person: '方圆', category: 'consultation', days: 0, keywords: '加装电梯 几户同意 一楼不同意', citation: '《民法典》第二百七十八条',
    asks: ['我们单元想加装电梯，要多少户同意', '一楼不同意，电梯还能装吗', '加装电梯的钱怎么分摊'],
    answer: '由本单元专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，并经参与表决面积四分之三以上且人数四分之三以上的业主同意。费用按楼层协商分摊，我们可以提供参考比例表，也可以到社区帮着做一次协调。',
  },
  {
    name: '农村建房办理流程', unit: '村镇科', person: '孙桃', category: 'consultation', days: 0, keywords: '农村盖房 流程 先办什么 宅基地审批',
    asks: ['在村里盖房先办什么手续', '老宅想拆了重盖，要跑几个地方', '农村建房能盖几层'],
    answer: '先向村委会提出申请并公示，再到乡镇办宅基地审批，随后在我局许可科办规划许可，最后放线开工。层数以村庄规划为准，一般不超过三层。三个环节在乡镇便民中心可以一次交齐材料。',
  },
  {
    name: '农村危房改造补助申请', unit: '村镇科', person: '孙桃', category: 'application', days: 20, keywords: '危房改造 补助 危房补贴 修房子', papers: ['申请书:original', '身份证:copy', '户口簿:copy', '房屋鉴定结论:copy'],
  },
  {
    name: '危房改造补助范围', unit: '村镇科', person: '孙桃', category: 'consultation', days: 0, keywords: '危房 补助 哪些人 低保 多少钱',
    asks: ['哪些人能申请危房改造补助', '家里是低保户，房子漏雨能给补助吗'],
    answer: '农村低保户、分散供养特困人员、低保边缘户和未消除风险的监测户，房屋经鉴定为C级或D级的可以申请。C级修缮和D级重建的标准不同，村镇科会先上门看房再告诉您具体数额。',
  },
  { name: '村庄公共设施修缮', unit: '村镇科', person: '田野', category: 'help', days: 10, keywords: '村里 村里路灯 排水沟 公厕 文化广场 桥' },
  { name: '房屋安全鉴定', unit: '质量安全科', person: '程诚', category: 'help', days: 10, keywords: '危房鉴定 墙裂 房子裂缝 倾斜 漏水', papers: ['申请表:original', '房屋权属证明:copy'] },
  {
    name: '房屋保修期限', unit: '质量安全科', person: '路平', category: 'consultation', days: 0, keywords: '保修 漏水 防水几年 开发商 质保', citation: '《建设工程质量管理条例》第四十条',
    asks: ['新房屋面漏水，开发商说过了保修期', '商品房防水保修几年', '地暖管漏了该谁修'],
    answer: '屋面防水、有防水要求的卫生间和外墙面防渗漏，最低保修期为5年；供热与供冷系统为2个采暖期、供冷期；电气管线、给排水管道和设备安装为2年。在保修期内由开发商负责，拖着不修的可以到我科登记，我们督促。',
  },
  { name: '工程质量投诉', unit: '质量安全科', person: '路平', category: 'complaint', days: 7, keywords: '房屋质量 空鼓 裂缝 渗漏 开发商不修' },
  { name: '施工扬尘与噪声', unit: '质量安全科', person: '路平', category: 'complaint', days: 5, keywords: '工地 扬尘 灰大 夜里施工 吵 噪声 渣土' },
  {
    name: '拖欠工程款和工资协调', unit: '质量安全科', person: '程诚', category: 'complaint', days: 7, keywords: '欠薪 工钱 农民工工资 包工头 不给钱', papers: ['身份证:copy', '考勤或工资单:copy', '劳动合同或用工说明:copy'],
    citation: '《保障农民工工资支付条例》',
  },
  { name: '竣工验收备案', unit: '质量安全科', person: '路平', category: 'application', days: 10, keywords: '竣工 备案 验收', papers: ['备案表:original:2', '竣工验收报告:original', '消防验收文件:copy'] },
  {
    name: '城建档案查询', unit: '办公室', person: '文静', category: 'application', days: 3, keywords: '竣工图 图纸 档案 复印 老图纸', papers: ['身份证:copy', '房屋权属证明:copy'],
    asks: ['想复印我家楼的竣工图', '老房子的图纸还查得到吗'],
    answer: '凭身份证和房屋权属证明可以查本人房屋的竣工图，五楼档案室当场调阅，复印件盖章后可作依据。二十年以前的图纸存放在库房，需要3个工作日调档，调好后电话告诉您。',
  },
  { name: '政府信息公开申请', unit: '办公室', person: '文静', category: 'application', days: 20, keywords: '信息公开 依申请公开', papers: ['申请表:original', '身份证:copy'], citation: '《政府信息公开条例》第三十三条' },
  {
    name: '办公时间和科室位置', unit: '办公室', person: '文静', category: 'consultation', days: 0, keywords: '几点上班 几楼 电话 在哪 周末 中午',
    asks: ['几点上班，中午有人吗', '许可科在几楼', '周末能不能办事', '停车从哪个门进', '村镇科的电话是多少'],
    answer: '周一至周五上午8:30–12:00、下午14:00–17:30，大厅中午留一个窗口值班。大厅在一楼，许可科三楼305，村镇科二楼211，物业管理科二楼213，质量安全科四楼401。南门可以免费停车两小时。',
  },
  {
    name: '网上提交和查进度', unit: '办公室', person: '文静', category: 'consultation', days: 0, keywords: '网上 怎么查 进度 查询码 扫码',
    asks: ['怎么在手机上查办到哪一步了', '回执上的查询码是做什么用的', '不想跑腿，能在网上反映问题吗'],
    answer: '回执上有编号和六位查询码，扫二维码或在“查进度”页输入即可看到在谁手里、几号前答复。网上提交不用注册，交完也会给您编号和查询码，请收好。',
  },
]
