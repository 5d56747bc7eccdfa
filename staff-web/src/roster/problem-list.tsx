import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import { awayWithoutDeputy } from './planning.ts'
import type { Roster } from './roster-query.ts'

/** Gaps, hours without anybody and conflicts of the week, the past ones left out. */
export function ProblemList({ roster }: { roster: Roster }) {
  const { t } = useTranslation('roster')
  const { formatTimeRange, formatInstant } = useFormat()
  const kindName = (id: string) => roster.kinds.find((kind) => kind.id === id)?.name ?? ''
  const dayName = (day: string) => `${t(`weekday.d${roster.days.indexOf(day) + 1 as 1}`)} ${day.slice(5)}`
  const lines = [
    ...roster.problems.map((one) => ({
      key: `p${one.personId}${one.kindId}${one.day}${one.problem}`, bad: one.blocking,
      text: t(`week.problem.${one.problem}`, {
        day: one.day.slice(5), name: one.personName, kind: one.kindName, other: one.otherKindName ?? '', missing: one.missing?.join('、') ?? '', absence: one.absence ? t(`state.${one.absence}`) : '',
      }),
    })),
    ...awayWithoutDeputy(roster).filter(({ to }) => to === null || Date.parse(to) > Date.now()).map((one) => ({
      key: `a${one.id}`, bad: false,
      text: t('week.noDeputyLine', { name: one.personName, absence: t(`state.${one.kind}`), when: one.to === null ? t('week.sinceOpen', { when: formatInstant(one.from) }) : formatTimeRange(one.from, one.to) }),
    })),
    ...grouped(roster.gaps.filter((gap) => gap.day >= roster.today), ({ kindId }) => kindId).map(([kindId, gaps]) => ({
      key: `g${kindId}`, bad: false, text: t('week.gapLine', { kind: kindName(kindId), days: gaps.map((gap) => (gap.least - gap.have > 1 ? t('week.gapDay', { day: dayName(gap.day), count: gap.least - gap.have }) : dayName(gap.day))).join('、') }),
    })),
    ...roster.uncovered.filter((span) => span.day >= roster.today).map((span) => ({ key: `u${span.from}`, bad: false, text: t('week.uncoveredLine', { when: formatTimeRange(span.from, span.to) }) })),
    ...grouped(roster.deskGaps.filter((gap) => gap.day >= roster.today), ({ deskId }) => deskId).map(([deskId, gaps]) => ({
      key: `d${deskId}`, bad: false,
      text: t('week.deskGapLine', { desk: gaps[0]?.deskName ?? '', when: gaps.map((gap) => (gap.wholeDay ? t('week.deskDay', { day: dayName(gap.day) }) : formatTimeRange(gap.from, gap.to))).filter((one, index, all) => all.indexOf(one) === index).join('、') }),
    })),
  ]
  return (
    <section className="card roster-problems" aria-labelledby="roster-problems">
      <h2 id="roster-problems">{t('week.problems')}{lines.length > 0 && <span className="tag soon">{lines.length}</span>}</h2>
      {lines.length === 0 ? <p className="muted">{t('week.noProblems')}</p> : <ul>{lines.map((line) => <li key={line.key} className={line.bad ? 'bad' : ''}>{line.text}</li>)}</ul>}
    </section>
  )
}

/** By a key, in the order of their first. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  return [...new Set(rows.map(keyOf))].map((key) => [key, rows.filter((row) => keyOf(row) === key)])
}
