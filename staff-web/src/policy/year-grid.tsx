import { useTranslation } from 'react-i18next'
import type { Day } from './calendar-query.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index)

/** Twelve months at a glance. What a day is stands in a word and a shape, never in a colour alone. */
export function YearGrid({ days, today, changed, onPick }: { days: readonly Day[]; today: string; changed: ReadonlySet<string>; onPick: ((day: Day) => void) | null }) {
  return (
    <div className="year-grid">
      {MONTHS.map((month) => <Month key={month} month={month} days={days.filter((day) => Number(day.date.slice(5, 7)) === month + 1)} today={today} changed={changed} onPick={onPick} />)}
    </div>
  )
}

interface MonthProps { readonly month: number; readonly days: readonly Day[]; readonly today: string; readonly changed: ReadonlySet<string>; readonly onPick: ((day: Day) => void) | null }

function Month({ month, days, today, changed, onPick }: MonthProps) {
  const { t } = useTranslation('calendar')
  const [first] = days
  if (first === undefined) return null
  const cells: (Day | null)[] = [...Array.from({ length: first.weekday - 1 }, () => null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, index) => cells[week * 7 + index] ?? null))
  return (
    <section className="card month" aria-labelledby={`month-${month}`}>
      <h3 id={`month-${month}`}>{t('month', { n: month + 1, name: t(`monthName.m${month + 1}` as 'monthName.m1'), count: days.filter((day) => day.works).length })}</h3>
      <table>
        <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((weekday) => <th key={weekday} scope="col"><abbr title={t(`weekday.d${weekday}` as 'weekday.d1')}>{t(`weekdayShort.d${weekday}` as 'weekdayShort.d1')}</abbr></th>)}</tr></thead>
        <tbody>{weeks.map((week, index) => (
          <tr key={index}>{week.map((day, at) => <td key={at}>{day !== null && <DayCell day={day} isToday={day.date === today} isChanged={changed.has(day.date)} onPick={onPick} />}</td>)}</tr>
        ))}</tbody>
      </table>
    </section>
  )
}

/** A button where the day may be changed, else a mark; its full sentence is its name and its tooltip. */
function DayCell({ day, isToday = false, isChanged = false, onPick }: { day: Day; isToday?: boolean; isChanged?: boolean; onPick: ((day: Day) => void) | null }) {
  const { t } = useTranslation('calendar')
  const mark = day.kind === 'work' || day.kind === 'weekend' ? '' : t(`mark.${day.kind}`)
  const words = [day.date, t(`weekday.d${day.weekday}` as 'weekday.d1'), t(`kind.${day.kind}`), ...(day.estimated ? [t('estimated')] : []), ...(day.note === null ? [] : [day.note]), ...(isChanged ? [t('changedDay')] : [])].join(' ')
  const look = ['day', day.kind, day.works ? 'works' : 'rests', day.estimated ? 'estimated' : '', isChanged ? 'changed' : ''].filter(Boolean).join(' ')
  const inside = <>{Number(day.date.slice(8))}{mark !== '' && <small>{mark}</small>}</>
  if (onPick === null) return <span className={look} title={words} aria-current={isToday ? 'date' : undefined}><span aria-hidden="true">{Number(day.date.slice(8))}{mark !== '' && <small>{mark}</small>}</span><span className="only-read">{words}</span></span>
  return <button type="button" className={look} title={words} aria-label={`${Number(day.date.slice(8))}${mark} ${words}`} aria-current={isToday ? 'date' : undefined} onClick={() => onPick(day)}>{inside}</button>
}

const SHOWN = ['work', 'weekend', 'holiday', 'makeUp', 'localRest', 'localWork', 'halfDay', 'localHours'] as const

export function Legend() {
  const { t } = useTranslation('calendar')
  return (
    <ul className="calendar-legend" aria-label={t('legend')}>
      {SHOWN.map((kind) => <li key={kind}><span className={`day ${kind} ${kind === 'weekend' || kind === 'holiday' || kind === 'localRest' ? 'rests' : ''}`} aria-hidden="true">8{kind !== 'work' && kind !== 'weekend' && <small>{t(`mark.${kind}`)}</small>}</span>{t(`kind.${kind}`)}</li>)}
      <li><span className="day estimated" aria-hidden="true">8</span>{t('estimated')}</li>
    </ul>
  )
}
