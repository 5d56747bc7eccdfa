import type { DemoMatter } from './catalog.ts'

/** Living in the town: property management, public housing, streets. */
export const bureauLivingMatters: DemoMatter[] = [
  {
    name: '住宅专项维修资金使用', unit: '物业管理科', person: '何欣', category: 'application', days: 7, keywords: '维修资金 维修基金 屋面漏水 电梯大修 大修基金', citation: '《民法典》第二百八十一条',
    papers: ['使用申请:original', '业主表决结果:original', '工程预算:copy', '公示照片:copy'],
    asks: ['楼顶漏水能用维修基金吗', '维修资金里还有多少钱，在哪查', '电梯坏了要大修，钱从哪出'],
    answer: '保修期满后的共用部位和共用设施可以用。一般使用要业主表决；屋面渗漏、电梯故障等紧急情况可以走应急程序，不必先表决。余额带房产证和身份证到二楼213室当场打印。',
  },
  {
    name: '业主委员会成立', unit: '物业管理科', person: '楼晓', category: 'consultation', days: 0, keywords: '业委会 业主大会 怎么成立 选举', citation: '《物业管理条例》',
    asks: ['小区想成立业委会，怎么开始', '成立业委会要街道同意吗', '业委会换届由谁组织'],
    answer: '由十名以上业主联名，或由物业、居委会向街道提出书面申请，街道牵头组织筹备组，筹备组公告、核对业主名册后召开首次业主大会选举。选出之日起30日内到我科备案。我们可以派人到小区讲一次流程。',
  },
  { name: '业主委员会备案', unit: '物业管理科', person: '楼晓', category: 'application', days: 10, keywords: '业委会备案 换届备案', papers: ['备案申请表:original', '业主大会决议:copy', '管理规约:copy', '委员名单:original'] },
  { name: '物业服务纠纷调解', unit: '物业管理科', person: '楼晓', category: 'complaint', days: 7, keywords: '物业不作为 物业 卫生差 电梯坏了不修 停车费 保安' },
  { name: '物业服务合同备案', unit: '物业管理科', person: '楼晓', category: 'application', days: 5, keywords: '物业合同 物业合同备案', papers: ['备案表:original', '合同:copy:2', '中标通知书:copy'] },
  {
    name: '物业费标准', unit: '物业管理科', person: '楼晓', category: 'consultation', days: 0, keywords: '物业费 收费 涨价 空置房 打折',
    asks: ['物业费一平米收多少合适', '房子没住人，物业费能少交吗', '物业突然涨价合规吗', '物业费可以按月交吗'],
    answer: '住宅前期物业按政府指导价，等级和标准贴在小区公示栏；成立业委会后由双方在合同里约定，涨价须经业主大会同意。空置满六个月的，可凭水电记录同物业协商减收。对收费有疑问请把票据带来，我们核。',
  },
  {
    name: '住宅装修登记', unit: '物业管理科', person: '楼晓', category: 'consultation', days: 0, keywords: '装修 承重墙 报备 押金 敲墙', citation: '《住宅室内装饰装修管理办法》',
    asks: ['装修要到哪里登记', '厨房的墙能不能拆', '楼上装修敲承重墙怎么办', '装修押金什么时候退'],
    answer: '开工前到物业登记，交施工方案和垃圾清运约定。承重墙、外墙和阳台配重墙不得拆改；拿不准哪面是承重墙的，可带户型图来我科看。发现有人正在拆承重墙，请马上打13800000170，我们当天到现场。',
  },
  {
    name: '公租房申请条件', unit: '住房保障科', person: '叶子', category: 'consultation', days: 0, keywords: '公租房 廉租房 条件 收入 外地人', citation: '《公共租赁住房管理办法》',
    asks: ['外地来的打工者能申请公租房吗', '公租房对收入有什么要求', '刚毕业的学生能不能租公租房', '有一套农村房子还能申请公租房吗'],
    answer: '本县城镇中等偏下收入住房困难家庭、新就业无房职工和稳定就业满一年的外来务工人员都可以申请。收入线和面积线每年公布，今年的表在大厅3号窗口可以取。农村自有住房不计入县城住房面积。',
  },
  {
    name: '公租房申请', unit: '住房保障科', person: '叶子', category: 'application', days: 20, keywords: '公租房 申请 排队 轮候', papers: ['申请表:original', '身份证:copy', '户口簿:copy', '收入证明:original', '无房证明:original'],
  },
  { name: '公租房年审和续租', unit: '住房保障科', person: '叶子', category: 'application', days: 10, keywords: '年审 续租 合同到期', papers: ['续租申请:original', '收入证明:original'] },
  { name: '公租房维修', everyday: true, unit: '住房保障科', person: '叶子', category: 'help', days: 5, keywords: '公租房 公租房漏水 热水器 门锁 下水堵' },
  {
    name: '公租房租金', everyday: true, unit: '住房保障科', person: '居安', category: 'consultation', days: 0, keywords: '租金 租赁补贴 多少钱一平',
    asks: ['公租房一个月租金多少', '公租房租金交到哪里', '租赁补贴什么时候发'],
    answer: '按住房保障面积每平方米每月2元起，低保家庭再减半，每季度第一个月交，可在大厅刷卡或扫回执上的码。租赁补贴每季度末25日前打到社保卡。',
  },
  {
    name: '房屋租赁备案', unit: '住房保障科', person: '居安', category: 'application', days: 0, keywords: '租房备案 租赁合同 落户 上学',
    asks: ['租房合同要不要备案', '孩子上学要租房备案证明，怎么办', '房东不肯配合，租客自己能备案吗'],
    answer: '带租赁合同、双方身份证和房产证复印件，到大厅2号窗口当场办理，不收费。房东不到场的，可由租客先提交，我们电话核实后发备案证明。',
  },
  { name: '商品房预售资金查询', unit: '住房保障科', person: '居安', category: 'consultation', days: 10, keywords: '预售资金 监管账户 楼盘 停工 烂尾', papers: ['购房合同:copy', '身份证:copy'] },
  {
    name: '商品房预售许可查询', unit: '住房保障科', person: '居安', category: 'consultation', days: 0, keywords: '预售证 五证 楼盘 能不能卖', citation: '《城市房地产管理法》第四十五条',
    asks: ['想买房，怎么查楼盘有没有预售证', '没有预售证先交认筹金合规吗'],
    answer: '取得预售许可的楼盘名单在大厅电子屏和售楼处公示，报楼盘名和楼栋我们可以当场查。没有预售许可的，不得收取定金、认筹金等任何费用，遇到了请保留收据并告诉我们。',
  },
  { name: '老旧小区改造', unit: '城市建设科', person: '乔木', category: 'suggestion', days: 10, keywords: '老旧小区 改造 外墙 管网 停车位' },
  {
    name: '老旧小区改造计划', unit: '城市建设科', person: '乔木', category: 'consultation', days: 0, keywords: '老旧小区 什么时候改 名单 报名',
    asks: ['我们小区什么时候改造', '老旧小区改造要居民出钱吗'],
    answer: '2005年底前建成的小区可由社区统一申报，每年10月报下一年计划。基础类（水电气、屋面、道路）不用居民出钱，提升类由居民少量分担。今年的名单在各社区公告栏，也可以报小区名我们当场查。',
  },
  { name: '路灯井盖维修', unit: '城市建设科', person: '乔木', category: 'help', days: 3, keywords: '路灯不亮 井盖 丢了 响 破损 路灯' },
  { name: '井盖缺失、路面塌陷抢修', unit: '城市建设科', person: '乔木', category: 'help', days: 0, hours: 24, keywords: '井盖没了 塌陷 坑 抢修 危险' },
  { name: '道路积水和管网疏通', unit: '城市建设科', person: '乔木', category: 'help', days: 5, keywords: '积水 下水道 堵 污水 冒溢 管网' },
  { name: '占用挖掘城市道路', unit: '城市建设科', person: '乔木', category: 'application', days: 10, keywords: '挖路 破路 占道 接水 接气', papers: ['申请表:original', '施工方案:copy', '恢复承诺书:original'], citation: '《城市道路管理条例》' },
  { name: '绿化移植审批', unit: '城市建设科', person: '乔木', category: 'application', days: 10, keywords: '移树 砍树 绿化 遮光', papers: ['申请表:original', '现状照片:copy'], citation: '《城市绿化条例》' },
  {
    name: '燃气安全检查', unit: '城市建设科', person: '江涛', category: 'consultation', days: 0, keywords: '燃气 报警器 软管 天然气 安检',
    asks: ['燃气软管多久换一次', '上门安检的人怎么辨真假', '家里要不要装燃气报警器'],
    answer: '橡胶软管建议18个月换一次，最好换成金属波纹管。安检人员会出示工作证，安检不收费、不推销，有疑问可当场拨打13800000190核实。餐饮场所必须装报警器，居民家里建议装。',
  },
]
