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

/** A subject and a content of real length; the number makes each findable. */
export function caseText(random: () => number, index: number): { subject: string; content: string; category: string } {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const subject = `${pick(PLACES)}${pick(THINGS)}${pick(ASKS)}`
  const sentences = Array.from({ length: 3 + Math.floor(random() * 5) }, () => `${pick(PLACES)}的${pick(THINGS)}已经有一段时间了，${pick(ASKS)}。`)
  return { subject, content: `${sentences.join('')}登记序号${index}。`, category: pick(CATEGORIES) }
}
