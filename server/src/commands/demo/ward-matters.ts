import type { DemoMatter } from './catalog.ts'

const STATION = '心内科病区护士站'

export const wardMatters: DemoMatter[] = [
  {
    name: '退住院押金', everyday: true, unit: '住院收费处', person: '金果', category: 'consultation', days: 0, keywords: '退押金 预交金 退钱 出院结账', papers: ['预交金收据:original', '患者身份证:original'],
    asks: ['出院了押金怎么退', '押金条丢了一张，还能退吗'],
    answer: '办完出院结算后，带预交金收据和患者身份证到一楼住院收费3号窗口，原路退回银行卡或微信，当天到账。收据丢了写一份说明，由收费处核对记录后一样能退。',
  },
  {
    name: '一日清单', everyday: true, unit: STATION, person: '葛兰', category: 'consultation', days: 0, keywords: '费用 清单 明细 收费 每天花多少',
    asks: ['每天的费用清单在哪里看', '昨天清单上的监护费是什么', '清单能不能发到家属手机上'],
    answer: '每天上午八点护士会把前一天的清单放在床头，也可以在一楼自助机或医院公众号“住院服务”里查。哪一项看着有疑问，责任护士当面给您逐项对。',
  },
  {
    name: '借平车和轮椅', everyday: true, unit: STATION, person: '夏荷', category: 'help', days: 0, keywords: '平车 轮椅 推床 找平车 检查',
    asks: ['要去做CT，平车在哪里', '老人走不动，想借轮椅下楼透气'],
    answer: '平车放在电梯口东侧，轮椅在护士站旁，登记床号就可以用，不收押金。重症病人外出检查由我们陪送，现在就给您推过来。',
  },
  {
    name: '陪护证办理', everyday: true, unit: STATION, person: '夏荷', category: 'consultation', days: 0, keywords: '陪护 陪床 陪护证 换人陪', papers: ['陪护人身份证:original'],
    asks: ['陪护证怎么办', '明天换我爱人来陪护，要重新登记吗', '可以两个人同时陪护吗'],
    answer: '一患一陪，陪护人带身份证到护士站登记领证。换人时两位一起到护士站改登记，三分钟就好。病情需要两人陪护的，由经管医师注明。',
  },
  {
    name: '探视时间', unit: STATION, person: '夏荷', category: 'consultation', days: 0, keywords: '探视 看病人 几点 小孩能不能进',
    asks: ['几点可以探视', '小孩能进病房看爷爷吗', '外地赶来，过了探视时间能不能见一面'],
    answer: '普通病房每天15:00–20:00探视，每次两人、半小时左右；监护室15:30–16:00。远道赶来的请告诉护士站，我们问过医生后安排十分钟。学龄前儿童不建议进病房，可以视频。',
  },
  {
    name: '复印病历', unit: '病案室', person: '纪安', category: 'help', days: 0, keywords: '病历 复印 病案 报销用的病历 盖章', papers: ['患者身份证:copy', '代办人身份证:original', '委托书:original'],
    asks: ['出院后怎么复印病历', '病历复印件能邮寄吗', '报销要盖章的病历，到哪里拿'],
    answer: '出院七个工作日后，本人带身份证、代办人加带委托书到门诊楼负一层病案室复印盖章，也可以在公众号申请邮寄。急用的请现在登记，归档后我们电话通知。',
  },
  {
    name: '订餐和治疗饮食', unit: STATION, person: '温宁', category: 'consultation', days: 0, keywords: '吃饭 订餐 低盐 饭菜 食堂',
    asks: ['住院期间怎么订餐', '医生说低盐，食堂有专门的饭吗'],
    answer: '每天上午十点前配餐员到床旁订餐，也可以扫床头二维码。低盐低脂餐由医嘱开出，配餐员那边会有标记；家属自带饭菜请先给责任护士看一眼。',
  },
  {
    name: '医保报销咨询', unit: '住院收费处', person: '金果', category: 'consultation', days: 0, keywords: '医保 报销 异地 备案 起付线',
    asks: ['居民医保住院能报多少', '异地医保要先备案吗', '没带医保卡，入院三天了还能用吗'],
    answer: '入院48小时内凭医保卡或电子医保码到一楼收费处登记即可直接结算；异地的请先在国家医保平台备案，我们可以帮着操作。超过48小时的，出院前补登记也行。',
  },
  {
    name: '检查预约时间', unit: STATION, person: '葛兰', category: 'consultation', days: 0, keywords: '造影 彩超 动态心电图 什么时候做 空腹',
    asks: ['冠脉造影排在什么时候', '明天抽血要不要空腹', '心脏彩超还要等几天'],
    answer: '检查时间我刚在系统里查过，已写在床头卡上；抽血和腹部彩超请晚上十点后不吃东西，可以喝少量水。时间有变动责任护士会提前告诉您。',
  },
  {
    name: '出院带药和随访', unit: STATION, person: '温宁', category: 'consultation', days: 0, keywords: '出院 带药 复查 怎么吃 随访',
    asks: ['出院的药怎么吃', '支架术后多久复查', '阿司匹林能不能停'],
    answer: '用法写在出院小结第二页，药袋上也贴了。抗血小板药请不要自行停，一个月后到心内科门诊复查，复查前一天我们会打电话提醒。',
  },
  {
    name: '请假外出', unit: '心内科医生办公室', person: '陆川', category: 'consultation', days: 0, keywords: '请假 外出 回家一趟',
    asks: ['住院期间能请假回家一趟吗'],
    answer: '住院期间原则上不外出，监测和用药都在进行。确有急事由经管医师评估后签字，当天回来；未经同意外出有风险，家里的事我们可以帮着联系。',
  },
  {
    name: '开诊断证明', unit: '心内科医生办公室', person: '章成', category: 'help', days: 0, keywords: '证明 病假条 诊断证明 单位要',
    asks: ['单位要诊断证明，找谁开', '病假条写几天'],
    answer: '由经管医师开具，在一楼综合服务台盖章。我已告诉章医生，查房后给您送到床旁，天数按病情由医生确定。',
  },
  { name: '呼叫铃和设施维修', everyday: true, unit: '总务科', person: '马力', category: 'help', days: 0, keywords: '呼叫铃 空调 灯 床 摇把 漏水 热水 电视' },
  { name: '床单被服更换', everyday: true, unit: STATION, person: '温宁', category: 'help', days: 0, keywords: '床单 被子 枕头 病号服' },
  { name: '费用核对', unit: '住院收费处', person: '金果', category: 'help', days: 0, keywords: '多收费 费用不对 重复收费 核对' },
  { name: '病情沟通预约', unit: '心内科医生办公室', person: '陆川', category: 'help', days: 0, keywords: '见医生 病情 谈话 手术方案' },
  { name: '服务态度投诉', unit: '医务科', person: '罗明', category: 'complaint', days: 0, keywords: '态度 不耐烦 投诉 没人管' },
  { name: '危重病情沟通', unit: STATION, person: '夏荷', category: 'help', days: 0, keywords: '病危 病重 抢救 手术风险' },
  { name: '转床和病房调整', unit: STATION, person: '苏敏', category: 'help', days: 0, keywords: '换床 换房间 打呼噜 靠窗' },
  { name: '转院和救护车', unit: '医务科', person: '罗明', category: 'help', days: 0, keywords: '转院 救护车 上级医院', papers: ['转院意见:original'] },
  { name: '失物招领', unit: STATION, person: '夏荷', category: 'help', days: 0, keywords: '丢东西 手机 假牙 眼镜 捡到' },
]
