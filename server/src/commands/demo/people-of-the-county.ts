import { Random } from './random.ts'

/** Somebody who asks. Names are surnames in their old order with solar terms and herbs: nobody is called so. */
export interface Requester { name: string; phone: string; address: string }

const SURNAMES = [...'赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳']
const TERMS = ['立春', '雨水', '惊蛰', '春分', '谷雨', '立夏', '小满', '芒种', '夏至', '小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至', '小寒', '大寒']
const HERBS = ['当归', '白芷', '半夏', '连翘', '杜仲', '麦冬', '紫苏', '川芎', '茯苓', '远志', '桔梗', '忍冬', '泽兰', '青黛', '木香', '石斛']
const STREETS = ['城关镇南门巷', '河东街道文昌社区', '望山街道翠屏社区', '南河村三组', '石桥村一组', '桥西街道长青社区', '柳林村五组', '城关镇育才路', '枫溪村二组', '白云村四组']

/** The same `count` people at every run; telephone numbers of no network. */
export function requestersOf(kind: 'terms' | 'herbs', count: number, firstNumber: number): Requester[] {
  const given = kind === 'terms' ? TERMS : HERBS
  const random = new Random(kind === 'terms' ? 24 : 16)
  return Array.from({ length: count }, (_, index) => ({
    name: `${SURNAMES[(index * 7) % SURNAMES.length] ?? ''}${given[index % given.length] ?? ''}`,
    phone: `1380000${String(firstNumber + index).padStart(4, '0')}`,
    address: `${random.pick(STREETS)}${1 + Math.floor(random.next() * 60)}号`,
  }))
}
