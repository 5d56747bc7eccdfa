/** The surnames that nine of ten people have, and those of two characters. A rarer one is typed into its field. */
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟万段钱汤尹黎易常武乔贺赖龚文高'
const DOUBLE = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫|长孙|宇文|轩辕|独孤'
const HAN = '[\\u4e00-\\u9fff\\u{20000}-\\u{323af}]'
/** One surname with how people are called: 王大妈, 老李. The title is all that is known of the name and stays with it. */
const CALLED = '(?:先生|女士|小姐|太太|大爷|大妈|大娘|大叔|大哥|大姐|阿姨|叔叔|奶奶|爷爷|老师|师傅|医生|同志|经理|老板)'
const ADDRESSED = `(?:(?:${DOUBLE})|[${SURNAMES}])${CALLED}`
const NAME = `(?:(?:${DOUBLE})${HAN}{1,2}|[${SURNAMES}]${HAN}{1,2})`
const TITLE = `${CALLED}?`
const GAP = '[\\s,，、;；:：]'
/** What is told after one's name; no subject begins with it after a gap. */
const VERB = '(?:询问|咨询|反映|投诉|举报|申请|求助|建议|打听|了解|想|问(?!题)|要(?!求|件))'
const PHONE = '(?:电话|手机)?[:：]?\\(?(?:\\+?86[ -]?)?(?:1[3-9]|0[0-9]{2,3}[ )-]?)[0-9 -]{7,}'
/** Words that begin like a name and are what was asked. */
const NOT_NAMES = new Set(('万元 万一 万人 万户 丁字 于是 于今 任何 任务 任职 任命 任意 余款 余额 余热 余下 何时 何处 何故 何地 史料 叶子 叶片 周末 周一 周二 周三 周四 周五 周六 周日 周边 周围 周期 周年 夏天 夏季 夏令 孔洞 '
  + '常用 常年 常住 常见 常规 常委 康复 康养 张贴 文件 文化 文明 文物 文书 文体 文档 文凭 文具 文旅 文教 文艺 文字 易燃 林业 林地 林木 林权 林场 林区 武装 武汉 武术 段落 毛坯 毛病 毛巾 江边 江水 江苏 江西 江堤 汪洋 沈阳 温泉 熊猫 田地 '
  + '田间 田里 田埂 白天 白事 白蚁 白内 白线 石头 石材 石桥 石料 石板 石油 程序 程度 罗列 胡同 范围 范本 董事 许可 许多 许久 贺卡 贺州 赖账 路灯 钟点 钟表 钱款 钱包 钱币 陆续 陆地 陈列 陈旧 陈述 韩国 顾客 顾问 马路 马上 马桶 高温 高龄 高考 '
  + '高中 高校 高铁 高速 高层 高压 高级 高价 高楼 高新 高架 高空 黄金 黄土 黄线 黄牌 黄标 黄河 黎明 曾经 杜绝 杨树 柳树 梁柱 苏州 徐州 郑州 唐山 谢谢 李子 宋体').split(' '))
/** Where people live, not what they are called: 李家村, 张庄. */
const PLACE = /^.家|[村庄镇乡县市区路街巷屯湾店沟寨堡坡弄厂校楼栋室组户]$/

const AT_START = new RegExp(`^${GAP}*(${NAME})${TITLE}${GAP}+(?=${PHONE}|${VERB})`, 'u')
const BEFORE_PHONE = new RegExp(`^${GAP}*(${NAME})${TITLE}(?=${PHONE})`, 'u')
/** Anywhere in the line, told by the number that follows: behind a mark or a gap, so that no word is cut in two. */
const ADDRESSED_BEFORE_PHONE = new RegExp(`(?<=^|${GAP}|[。！？!?（(])${GAP}*(${ADDRESSED})${GAP}*(?=[（(]?${PHONE})`, 'u')
const ADDRESSED_AT_START = new RegExp(`^${GAP}*(${ADDRESSED})${GAP}*(?=[，,：: ]|${VERB}|来|说|家)`, 'u')
const NAMED_BEFORE_PHONE = new RegExp(`(?<=${GAP})(${NAME})${TITLE}${GAP}*(?=${PHONE})`, 'u')
const INTRODUCED = new RegExp(`(?:^|${GAP})(?:我叫|我的名字是|姓名[是叫]?|名字[是叫])${GAP}*(${NAME.replaceAll('{1,2}', '{1,2}?')})${TITLE}(?:${GAP}+|(?=[0-9]|${VERB}|住|家住|电话|手机)|$)`, 'u')

export interface FoundName { name: string; from: number; to: number }

/**
 * The name of whoever asks, where the line says it: at its start before a phone number or a verb, after 我叫 or 姓名, or
 * right before the phone number wherever that stands, with or without 先生, 大妈 and the like.
 * Null rather than a guess: what was asked is never taken for a name.
 */
export function findName(line: string): FoundName | null {
  const found = INTRODUCED.exec(line) ?? ADDRESSED_BEFORE_PHONE.exec(line) ?? ADDRESSED_AT_START.exec(line) ?? AT_START.exec(line) ?? BEFORE_PHONE.exec(line) ?? NAMED_BEFORE_PHONE.exec(line)
  const name = found?.[1]
  if (found === null || name === undefined || NOT_NAMES.has(name) || NOT_NAMES.has([...name].slice(0, 2).join('')) || PLACE.test(name)) return null
  return { name, from: found.index, to: found.index + found[0].length }
}
