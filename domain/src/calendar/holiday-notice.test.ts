import { describe, expect, it } from 'vitest'
import { looksLikeDayList, readDayList } from './day-list.ts'
import { readHolidayNotice, type NoticeReading } from './holiday-notice.ts'

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`

const faultsOf = ({ faults }: NoticeReading) => faults.map(({ code, line }) => `${line} ${code}`)

describe('a notice of the State Council', () => {
  it('gives every day off with its weekends and every make-up workday', () => {
    const { days, faults, ignored } = readHolidayNotice(NOTICE_2026)
    expect(faults).toEqual([])
    expect(ignored).toEqual([])
    expect(days.year).toBe(2026)
    expect(days.work).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(days.rest).toHaveLength(33)
    expect(days.rest).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-03', '2026-02-15', '2026-02-23', '2026-10-07']))
    expect(days.names['2026-06-19']).toBe('端午节')
  })

  it.each([
    ['over New Year with years', '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023, ['2022-12-31', '2023-01-01', '2023-01-02'], []],
    ['over New Year without years', '元旦：12月31日（星期六）至1月2日（星期一）放假调休，共3天。', 2023, ['2022-12-31', '2023-01-01', '2023-01-02'], []],
    ['joined with the weekend', '一、元旦：1月1日放假，与周末连休。', 2024, ['2024-01-01'], []],
    ['advice is no day off', '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。', 2024,
      ['2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-02-17'], ['2024-02-04', '2024-02-18']],
    ['one day', '三、清明节：4月5日（星期三）放假，共1天。', 2023, ['2023-04-05'], []],
    ['full-width digits', '元旦：１月１日（周四）放假１天', 2026, ['2026-01-01'], []],
    ['a comma before the working days', '国庆节：10月1日至2日放假，9月20日（周日），10月10日（周六）上班。', 2026, ['2026-10-01', '2026-10-02'], ['2026-09-20', '2026-10-10']],
  ] as const)('%s', (...[, text, year, rest, work]) => {
    const { days, faults } = readHolidayNotice(text, year)
    expect(faults).toEqual([])
    expect(days).toMatchObject({ year, rest, work })
  })

  it.each([
    ['the number of days is wrong', '元旦：1月1日（周四）至3日（周六）放假调休，共4天。', '1 count-wrong'],
    ['a weekday is wrong', '前言\n元旦：1月1日（周五）至3日（周六）放假调休，共3天。', '2 weekday-wrong'],
    ['a day rests and works', '元旦：1月1日至3日放假调休，共3天。1月3日（周六）上班。', '1 rest-and-work'],
    ['a day is off twice', '元旦：1月1日至3日放假。\n春节：1月3日至5日放假。', '2 twice'],
    ['the end lies before the start', '元旦：1月5日至3日放假。', '1 backwards'],
    ['a day does not exist', '元旦：2月30日放假。', '1 no-such-day'],
    ['a month off by mistake', '元旦：1月1日至30日放假。', '1 too-long'],
    ['a make-up day on a weekday', '元旦：1月1日放假。1月5日（周一）上班。', '1 work-day-anyway'],
    ['another year', '元旦：2021年1月1日放假。', '1 other-year'],
    ['nothing in it', '各单位要做好值班工作。', '1 nothing-found'],
  ])('is refused when %s', (_, text, fault) => {
    expect(faultsOf(readHolidayNotice(text, 2026))).toContain(fault)
  })

  it('asks for the year when the text has none', () => {
    expect(faultsOf(readHolidayNotice('元旦：1月1日放假。'))).toContain('1 no-year')
  })
})

describe('a file of days', () => {
  it.each([
    ['lists', '{ "year": 2027, "rest": ["2027-01-01"], "work": ["2027-01-03"] }'],
    ['days with a flag', '{ "year": 2027, "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }, { "date": "2027-01-03", "isOffDay": false }] }'],
    ['lines', '日期,类型,名称\n2027-01-01,休,元旦\n2027-01-03,班'],
    ['lines with other dates', '2027/1/1;rest\n2027年1月3日;work'],
  ])('%s', (_, text) => {
    const { days, faults } = readDayList(text, 2027)
    expect(faults).toEqual([])
    expect(days).toMatchObject({ year: 2027, rest: ['2027-01-01'], work: ['2027-01-03'] })
  })

  it.each([
    ['2027-01-01,休\n2027-01-01,班', '2 rest-and-work'],
    ['2027-01-01,休\n2027-01-01,休', '2 twice'],
    ['2027-02-30,休', '1 no-such-day'],
    ['2027-01-01,也许', '1 kind-unknown'],
    ['{ "days": ', '1 not-a-list'],
    ['{}', '1 not-a-list'],
  ])('refuses %s', (text, fault) => {
    expect(faultsOf(readDayList(text))).toContain(fault)
  })

  it('is told from the sentences of a notice', () => {
    expect(looksLikeDayList('2027-01-01,休')).toBe(true)
    expect(looksLikeDayList(NOTICE_2026)).toBe(false)
  })
})
