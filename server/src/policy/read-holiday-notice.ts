import { readHolidayNotice } from '@daodi/contract/staff/calendar/calendar.ts'
import { looksLikeDayList, readDayList } from '@daodi/domain/calendar/day-list.ts'
import { readHolidayNotice as readSentences, type NoticeFault } from '@daodi/domain/calendar/holiday-notice.ts'
import { answer, route } from '../http/route.ts'
import type { Finding } from './problem-texts.ts'

/** The sentences of a notice, or a file of days. It is all or nothing: with one contradiction no day of it may be used. */
export const readHolidayNoticeRoute = route(readHolidayNotice, async ({ body }) => {
  const asked = body.year ?? null
  const { days, faults, ignored } = looksLikeDayList(body.text) ? readDayList(body.text, asked) : readSentences(body.text, asked)
  const problems = faults.map((fault) => ({ path: fault.place === '' ? '$' : fault.place, line: fault.line, ...wordsFor(fault) }))
  return answer({ ...days, rest: faults.length > 0 ? [] : days.rest, work: faults.length > 0 ? [] : days.work, problems, ignored })
}, 'none')

function wordsFor({ code, written = '', right = '' }: NoticeFault): Finding {
  switch (code) {
    case 'no-year': return {
      message: { zh: '文中没有写明是哪一年。', en: 'The text does not say which year it is for.' }, remedy: { zh: '请把通知标题一并粘贴，或在上方选择年份。', en: 'Paste the title of the notice too, or choose the year above.' },
    }
    case 'no-such-day': return {
      message: { zh: `“${written}”不是一个存在的日期。`, en: `“${written}” is not a day that exists.` }, remedy: { zh: '请对照通知原文更正；文件中的日期写作 2027-01-01。', en: 'Compare with the notice; in a file a date is written 2027-01-01.' },
    }
    case 'backwards': return {
      message: { zh: `${written}：结束日早于开始日。`, en: `${written}: the end lies before the start.` }, remedy: { zh: '请更正起止日期；跨年的写上年份。', en: 'Correct the dates; over New Year write the years.' },
    }
    case 'too-long': return {
      message: { zh: `${written}：一次放假超过 ${right} 天。`, en: `${written}: one holiday of more than ${right} days.` }, remedy: { zh: '请核对起止日期。', en: 'Check where it starts and ends.' },
    }
    case 'weekday-wrong': return {
      message: { zh: `文中写 ${written}，实际是${right}。`, en: `It says ${written}; that day is ${right}.` }, remedy: { zh: '日期或星期有一处写错，也可能年份不对，请核对。', en: 'The date or the weekday is wrong, or the year is another; check.' },
    }
    case 'count-wrong': return {
      message: { zh: `文中写共 ${written} 天，按起止日期是 ${right} 天。`, en: `It says ${written} days; the dates make ${right}.` }, remedy: { zh: '请核对起止日期和天数。', en: 'Check the dates and the number of days.' },
    }
    case 'rest-and-work': return {
      message: { zh: `${written} 既放假又上班。`, en: `${written} is a day off and a working day at once.` }, remedy: { zh: `请保留一处${right === '' ? '' : `（另一处：${right}）`}。`, en: `Keep one of the two${right === '' ? '' : ` (the other: ${right})`}.` },
    }
    case 'twice': return {
      message: { zh: `${written} 写了两次。`, en: `${written} is listed twice.` }, remedy: { zh: '请删除重复的一处。', en: 'Remove one of the two.' },
    }
    case 'work-day-anyway': return {
      message: { zh: `${written} 是星期一至星期五，本来就上班，不必调休。`, en: `${written} is a weekday and works anyway.` }, remedy: { zh: '请核对日期；调休上班日应在周末。', en: 'Check the date; a make-up workday falls on a weekend.' },
    }
    case 'nothing-found': return {
      message: { zh: '没有读到任何放假日期。', en: 'No day off was found.' }, remedy: { zh: '请粘贴“一、元旦：1月1日……放假”这样的句子，或日期表。', en: 'Paste sentences such as 一、元旦：1月1日……放假, or a list of days.' },
    }
    case 'other-year': return {
      message: { zh: `${written} 不在 ${right} 年前后。`, en: `${written} is not near the year ${right}.` }, remedy: { zh: '请核对年份。', en: 'Check the year.' },
    }
    case 'not-a-list': return {
      message: { zh: '文件无法读取为日期表。', en: 'The file cannot be read as a list of days.' }, remedy: { zh: '请使用 { "year": 2027, "rest": ["2027-01-01"], "work": [] } 或每行“日期,休/班”的 CSV。', en: 'Use { "year": 2027, "rest": ["2027-01-01"], "work": [] }, or CSV with a date and rest or work in each line.' },
    }
    case 'kind-unknown': return {
      message: { zh: `“${written}”既不是放假也不是上班。`, en: `“${written}” is neither rest nor work.` }, remedy: { zh: '请写“休”或“班”（rest / work）。', en: 'Write rest or work (休 / 班).' },
    }
  }
}
