import type { ElsewhereTopic, Topic } from './catalog.ts'

/** What another body has to do: explained, with the way there. */
export const elsewhereTopics: ElsewhereTopic[] = [
  { subjects: ['公积金贷款能贷多少', '公积金提取要带什么'], text: '公积金由住房公积金管理中心办理，我已把您要带的三样材料写在便条上，今天下午他们也上班。', where: '县住房公积金管理中心，政务中心二楼A区', phone: '13800000801' },
  { subjects: ['办不动产证排到几号', '父亲过世，房产证怎么过户'], text: '不动产登记由自然资源局的登记大厅办理。继承过户先带户口簿、身份证和亲属关系证明去咨询，材料齐了当天受理。', where: '县不动产登记大厅，政务中心一楼', phone: '13800000802' },
  { subjects: ['宅基地审批被卡在镇里', '村里不给批宅基地怎么办'], text: '宅基地审批由乡镇政府负责，已替您打电话问过城关镇便民中心，明天上午由自然资源所的同志接待，请带身份证和申请表。', where: '城关镇便民服务中心', phone: '13800000803' },
  { subjects: ['楼下烧烤油烟太大', '饭店排烟管对着我家窗'], text: '餐饮油烟由城市管理部门处理，已帮您把地址和照片转过去，并记下受理人，您也可以直接打电话催问。', where: '县城市管理局执法大队', phone: '13800000804' },
  { subjects: ['邻居养鸡半夜打鸣', '广场舞声音太吵'], text: '生活噪声由公安派出所和社区处理。已联系您所在的社区网格员，今晚会上门劝导；夜间仍吵请打派出所值班电话。', where: '河东派出所', phone: '13800000805' },
  { subjects: ['自来水发黄', '水费突然多了一倍'], text: '供水由县自来水公司负责，已替您报修并拿到受理号，师傅两小时内上门取样和核表。', where: '县自来水公司营业厅，文昌路26号', phone: '13800000806' },
  { subjects: ['孩子上学划片按租房地址还是户口', '学区划分在哪里看'], text: '学区划片由教育局决定。租房入学需要租赁备案证明，这一项我们可以现在就给您办，其余请到教育局招生办。', where: '县教育局招生办公室', phone: '13800000807' },
  { subjects: ['网购家具质量差，商家不退', '中介收了定金不退'], text: '消费纠纷由市场监管局处理，请保留付款记录和聊天截图；我已把投诉电话和地址写给您。', where: '县市场监督管理局，桥西街8号', phone: '13800000808' },
]

/** Whose it is cannot be told at once: the office names the handler. `unit`, `person`: whom it names. */
export const unclearTopics: (Topic & { instruction: string })[] = [
  {
    matter: null, category: 'help', unit: '城市建设科', person: '乔木', places: ['锦湖家园', '东篱小区', '银杏里'],
    subjects: ['{p}门口的路谁来修，社区、物业、市政都说不是自己的', '{p}围墙外挡土墙裂了，不知归谁'],
    says: ['跑了三个地方，图上这一段正好空着。坑越来越大，上周有人骑车摔了。'],
    instruction: '先修后分：由城市建设科牵头处置，产权边界另行核定。', done: '路面已先行修复，产权核定为市政道路，今后由市政养护班负责。',
  },
  {
    matter: null, category: 'complaint', unit: '质量安全科', person: '程诚', places: ['南岭名邸', '河畔人家'],
    subjects: ['{p}隔壁深基坑施工导致小区地面下沉', '{p}旁道路压实施工后楼体有响声'],
    says: ['地面裂了一条缝，物业说是施工单位的事，施工单位说是自然沉降。'],
    instruction: '涉及安全，质量安全科主办，规划科提供地质资料。', done: '监测数据显示沉降已稳定，施工单位完成注浆加固，监测报告向业主公开，三个月后复测。',
  },
  {
    matter: null, category: 'help', unit: '村镇科', person: '田野', places: ['石桥村', '白云村', '枫溪村'],
    subjects: ['{p}废弃砖厂烟囱倾斜，怕砸到房子', '{p}老戏台要塌了，文物和建设都说不归自己'],
    says: ['台风天晚上都不敢睡，问了四个部门。'],
    instruction: '村镇科牵头，联系文旅和应急部门到场会商。', done: '已会同有关部门现场会商，危险部分当日拆除围护，后续修缮由镇里列入计划。',
  },
  {
    matter: null, category: 'suggestion', unit: '规划科', person: '丁然', places: ['桥西片区', '老城区'],
    subjects: ['建议{p}统一规划电动车充电棚', '{p}想请局里牵头做一张步行地图'],
    says: ['各小区各装各的，飞线充电很危险。'],
    instruction: '规划科牵头，物业管理科配合。', done: '选点方案已完成，首批12处年底前建成，点位图在局网站和社区公示。',
  },
]

/** Reports are seen by those who handle them only. */
export const reportTopics: Topic[] = [
  {
    matter: null, category: 'report', unit: '质量安全科', person: '严实', places: ['某安置房工地', '某乡镇卫生院工地', '某农贸市场工地'],
    subjects: ['反映{p}使用不合格钢筋', '反映{p}无证施工', '反映{p}虚报工程量'],
    says: ['本人在工地干过，有照片。请为我保密，不要让单位知道是谁反映的。'],
    progress: '抽样送检，结果为不合格。', done: '经查部分属实：已责令停工更换并立案处理，结果按规定公开，您的信息仅限承办人掌握。',
  },
  {
    matter: null, category: 'report', unit: '办公室', person: '安宁', places: ['某镇', '某社区'],
    subjects: ['反映{p}危房改造名单有优亲厚友', '反映{p}公租房转租牟利'],
    says: ['公示名单里有人家里开着厂。请核实。'],
    done: '经逐户核查，取消不符合条件的两户，退回补助；已将线索移交有权机关，并向您口头反馈。',
  },
]
