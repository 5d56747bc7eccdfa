import type { Finding } from './problem-texts.ts'

interface Said { zh: string; en: string; zhRemedy: string; enRemedy: string }

/** What the checks of a calendar can say, and how an official would put it. */
const SENTENCES: readonly [RegExp, (...found: string[]) => Said][] = [
  [/^(.+) is unknown; use an IANA name/, (zone) => ({ zh: `没有时区 ${zone}。`, en: `There is no time zone ${zone}.`, zhRemedy: '请写标准时区名，例如 Asia/Shanghai。', enRemedy: 'Use an IANA name such as Asia/Shanghai.' })],
  [/^(.+) is neither sessions nor aroundTheClock/, (kind) => ({ zh: `作息种类 ${kind} 无法识别。`, en: `${kind} is not a kind of working time.`, zhRemedy: '请选择按时段（sessions）或全天候（aroundTheClock）。', enRemedy: 'Choose sessions or aroundTheClock.' })],
  [/^(.+) is not a weekday/, (day) => ({ zh: `${day} 不是星期几。`, en: `${day} is not a weekday.`, zhRemedy: '请写 1 至 7，1 为星期一，7 为星期日。', enRemedy: 'Write 1 to 7; 1 is Monday, 7 is Sunday.' })],
  [/^(.+) is listed twice/, (what) => ({ zh: `${what} 写了两次。`, en: `${what} is listed twice.`, zhRemedy: '请删除重复的一条。', enRemedy: 'Remove one of the two.' })],
  [/^lies before knownFrom/, () => ({ zh: '放假通知覆盖的最后一天早于第一天。', en: 'The last day that the holiday notices cover lies before the first.', zhRemedy: '请改正起止日期。', enRemedy: 'Put the two dates right.' })],
  [/^(.+) is not a time/, (time) => ({ zh: `${time} 不是时刻。`, en: `${time} is not a time of day.`, zhRemedy: '请写成 HH:MM，最晚 24:00。', enRemedy: 'Write HH:MM, at most 24:00.' })],
  [/^ends at (.+), not after its start at (.+);/, (to, from) => ({ zh: `结束时刻 ${to} 不晚于开始时刻 ${from}。`, en: `It ends at ${to}, not after its start at ${from}.`, zhRemedy: '请改正；跨夜的班次在 24:00 处分成两段。', enRemedy: 'Put it right; split a night shift at 24:00.' })],
  [/^overlaps (.+);/, (other) => ({ zh: `与${placeName(other).zh}时间重叠。`, en: `It overlaps ${placeName(other).en}.`, zhRemedy: '请让前一段先结束。', enRemedy: 'Let one end before the other starts.' })],
  [/^(.+) is not a day of the year/, (day) => ({ zh: `${day} 不是一年中的日子。`, en: `${day} is not a day of the year.`, zhRemedy: '请写成 MM-DD（月-日）。', enRemedy: 'Write MM-DD.' })],
  [/^shares days with (.+);/, (other) => ({ zh: `与${placeName(other).zh}有重叠的日子。`, en: `It shares days with ${placeName(other).en}.`, zhRemedy: '请让一年中的每一天最多属于一个季节。', enRemedy: 'Let every day of the year belong to one season at most.' })],
  [/^(.+) is listed as a rest day too/, (day) => ({ zh: `${day} 既是休息日又是补班日。`, en: `${day} is both a rest day and a working day.`, zhRemedy: '请只保留在其中一处。', enRemedy: 'Keep it in one of the two lists.' })],
  [/^(.+) is not a date/, (date) => ({ zh: `${date} 不是日期。`, en: `${date} is not a date.`, zhRemedy: '请写成 YYYY-MM-DD。', enRemedy: 'Write YYYY-MM-DD.' })],
  [/^the calendar has no regular working time/, () => ({ zh: '没有固定的工作时间，期限将无法推算。', en: 'There is no regular working time, so no limit could be reckoned.', zhRemedy: '请至少填写一个工作日和一段作息。', enRemedy: 'Name at least one weekday and one session.' })],
]

/** A fault of a calendar definition, `place: what; how`, in both languages, and where it stands. */
export function calendarFault(sentence: string): Finding & { path: PropertyKey[] } {
  const [, place = '', rest = sentence] = /^([\w.[\]]+): (.*)$/s.exec(sentence) ?? []
  const name = placeName(place)
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(rest)
    if (!found) continue
    const said = say(...found.slice(1).map(unquoted))
    return { path: keysOf(place), message: { zh: `${name.zh}：${said.zh}`, en: `${name.en}: ${said.en}` }, remedy: { zh: said.zhRemedy, en: said.enRemedy } }
  }
  throw new Error(`a calendar's fault without words: ${sentence}`)
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '“$1”')

function keysOf(place: string): PropertyKey[] {
  return [...place.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
}

const WORDS: Record<string, { zh: string; en: string }> = {
  timeZone: { zh: '时区', en: 'Time zone' }, kind: { zh: '作息种类', en: 'Kind of working time' }, weekdays: { zh: '工作日', en: 'weekday' }, sessions: { zh: '作息', en: 'session' }, seasons: { zh: '季节作息', en: 'season' },
  rest: { zh: '放假日', en: 'rest day' }, work: { zh: '补班日', en: 'make-up day' }, overrides: { zh: '单日安排', en: 'single day' }, from: { zh: '开始', en: 'start' }, to: { zh: '结束', en: 'end' }, date: { zh: '日期', en: 'date' },
  knownFrom: { zh: '放假通知起始日', en: 'First day of the notices' }, knownThrough: { zh: '放假通知截止日', en: 'Last day of the notices' },
}

/** seasons[0].sessions[1].to → 第 1 个季节作息的第 2 段作息的结束. */
function placeName(place: string): { zh: string; en: string } {
  const parts = place.split('.').map((part) => {
    const [, name = part, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? []
    const word = WORDS[name] ?? { zh: name, en: name }
    if (index === undefined) return word
    const number = Number(index) + 1
    return { zh: `第 ${number} ${name === 'sessions' ? '段' : '个'}${word.zh}`, en: `${word.en} ${number}` }
  })
  const en = parts.map((part) => part.en).join(', ')
  return { zh: parts.map((part) => part.zh).join('的'), en: en.charAt(0).toUpperCase() + en.slice(1) }
}
