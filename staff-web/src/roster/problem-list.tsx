import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { Roster } from './roster-query.ts'

/** Gaps, hours without anybody and conflicts of the week, the past ones left out. */
export function ProblemList({ roster }: { roster: Roster }) {
  const { t } = useTranslation('roster')
  const { formatTimeRange } = useFormat()
  const kindName = (id: string) => roster.kinds.find((kind) => kind.id === id)?.name ?? ''
  const lines = [
    ...roster.problems.map((one) => ({
      key: `p${one.personId}${one.kindId}${one.day}${one.problem}`, bad: one.blocking,
      text: t(`week.problem.${one.problem}`, {
        day: one.day.slice(5), name: one.personName, kind: one.kindName, other: one.otherKindName ?? '', missing: one.missing?.join('、') ?? '', absence: one.absence ? t(`state.${one.absence}`) : '',
      }),
    })),
    ...roster.gaps.filter((gap) => gap.day >= roster.today).map((gap) => ({ key: `g${gap.kindId}${gap.day}`, bad: false, text: t('week.gapLine', { day: gap.day.slice(5), kind: kindName(gap.kindId), least: gap.least, have: gap.have }) })),
    ...roster.uncovered.filter((span) => span.day >= roster.today).map((span) => ({ key: `u${span.from}`, bad: false, text: t('week.uncoveredLine', { when: formatTimeRange(span.from, span.to) }) })),
    ...roster.deskGaps.filter((gap) => gap.day >= roster.today).map((gap) => ({
      key: `d${gap.deskId}${gap.from}`, bad: false, text: t(gap.wholeDay ? 'week.deskDayLine' : 'week.deskGapLine', { desk: gap.deskName, when: formatTimeRange(gap.from, gap.to) }),
    })),
  ]
  return (
    <section className="card roster-problems" aria-labelledby="roster-problems">
      <h2 id="roster-problems">{t('week.problems')}{lines.length > 0 && <span className="tag soon">{lines.length}</span>}</h2>
      {lines.length === 0 ? <p className="muted">{t('week.noProblems')}</p> : <ul>{lines.map((line) => <li key={line.key} className={line.bad ? 'bad' : ''}>{line.text}</li>)}</ul>}
    </section>
  )
}
