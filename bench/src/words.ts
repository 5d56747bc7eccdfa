/** Mulberry32: the same seed gives the same data. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PLACES = ['南河村', '东关街', '城西新区', '解放路', '人民广场', '北苑小区', '柳林镇', '石桥乡', '滨江花园', '幸福里', '春风巷', '工业园']
const THINGS = ['路灯不亮', '自建房翻建许可', '物业费收取', '下水道堵塞', '房产证办理', '噪声扰民', '道路破损', '公租房申请', '燃气管道漏气', '电梯故障', '违章搭建', '供暖不热', '停车位划线', '垃圾清运', '危房鉴定', '施工许可补领']
const ASKS = ['请问怎么办理', '希望尽快处理', '需要哪些材料', '找哪个科室', '多久能有结果', '之前反映过没有答复']
const CATEGORIES = ['consultation', 'consultation', 'consultation', 'help', 'help', 'suggestion', 'complaint'] as const

/** What matters are about; the first are what cases ask about. */
const OBJECTS = [...THINGS, '占道经营', '户外广告', '食品经营', '餐饮服务', '公共场所卫生', '药品零售', '医疗器械', '建筑起重机械', '燃气经营', '供水接入', '排水许可', '树木迁移', '绿地占用', '渣土运输',
  '网约车', '道路货运', '船舶检验', '取水许可', '水土保持', '种子经营', '动物防疫', '林木采伐', '民办学校', '养老机构', '社会团体', '殡葬服务', '婚姻登记', '社会救助', '残疾人证', '职业技能', '劳务派遣', '工伤认定', '特种设备', '计量器具']
const ACTIONS = ['新办', '变更', '延续', '注销', '补证', '年检', '备案', '查询', '转让', '停业', '复业', '校核', '验收', '审图', '缴费', '退费', '减免', '公示', '异议', '复查', '换证', '遗失声明', '委托', '预约',
  '踏勘', '听证', '抽检', '整改', '复工', '延期', '撤回', '更正', '合并', '拆分', '移交', '接管', '评估', '鉴证', '认领', '登报']

export interface MatterText { name: string; synonym: string; object: string; example: string }

/** As many matters as a large directory has, no two of one name; those of one object stand together. */
export function matterTexts(): MatterText[] {
  return OBJECTS.flatMap((object) => ACTIONS.map((action) => ({ name: `${object}${action}`, synonym: `办理${action}${object}`, object, example: `我想问${object}怎么${action}` })))
}

/** A subject and a content of real length; the number makes each findable. `thing` is what it asks about. */
export function caseText(random: () => number, index: number): { subject: string; content: string; category: string; thing: string } {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const [place, thing, ask] = [pick(PLACES), pick(THINGS), pick(ASKS)]
  const subject = `${place}${thing}${ask}`
  const sentences = Array.from({ length: 3 + Math.floor(random() * 5) }, () => `${pick(PLACES)}的${pick(THINGS)}已经有一段时间了，${pick(ASKS)}。`)
  return { subject, content: `${sentences.join('')}登记序号${index}。`, category: pick(CATEGORIES), thing }
}
