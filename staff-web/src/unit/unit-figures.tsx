import { getUnitFigures } from '@daodi/contract/staff/obligations/obligations.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'

const KINDS = ['onSpot', 'mine', 'colleague', 'otherUnit', 'notOurs', 'unclear', 'undecided'] as const
const FRESH_MS = 60_000

/** What was asked of the unit in the last thirty days and how it was answered, how soon the telephone was, and words that were refused. */
export function UnitFigures({ unitId }: { unitId: string }) {
  const { t } = useTranslation('unit')
  const { formatDay } = useFormat()
  const figures = useQuery({ queryKey: ['unit-figures', unitId], queryFn: ({ signal }) => call(getUnitFigures, { params: { unitId }, signal }), staleTime: FRESH_MS })
  if (figures.isError && figures.data === undefined) return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
  if (figures.data === undefined) return <section className="card"><LoadingState rows={3} /></section>
  const { answers, open, outside, passedOn, finishing, calls, rings, refusedPhrases, days, from, firstDay, until } = figures.data
  const cases = (more: Readonly<Record<string, string>>) => `/cases?${new URLSearchParams({ view: 'unit', unitId, unitPart: 'first', from: firstDay, ...more }).toString()}`
  const phone = calls.reduce((sum, desk) => ({ calls: sum.calls + desk.calls, inTime: sum.inTime + desk.inTime }), { calls: 0, inTime: 0 })
  return (
    <section className="card unit-figures" aria-labelledby="unit-figures">
      <header className="unit-head"><h2 id="unit-figures">{t('figures.title', { days })}</h2><span className="muted">{t('figures.period', { from: formatDay(from), to: formatDay(until) })}</span></header>
      <dl className="unit-pad">
        {KINDS.filter((kind) => kind !== 'undecided' || answers.undecided > 0).map((kind) => <Figure key={kind} name={t(`figures.answers.${kind}`)} value={answers[kind]} />)}
        <Figure name={t('figures.open')} value={open} to={cases({ open: 'true' })} />
        <Figure name={t('figures.outside')} value={outside} to={cases({ outcome: 'outside' })} />
        <Figure name={t('figures.passedOn')} value={passedOn} to={cases({ passing: 'repeated' })} />
        <Figure name={t('figures.onTime')} value={rate(finishing.onTime, finishing.due)} />
        <Figure name={t('figures.withoutExtension')} value={rate(finishing.withoutExtension, finishing.due)} />
        <Figure name={t('figures.refusedPhrases')} value={refusedPhrases} />
        <Figure name={t('figures.phone', { count: rings })} value={phone.calls === 0 ? t('figures.noCalls') : t('figures.inTime', phone)} />
        {calls.length > 1 && calls.map((desk) => <Figure key={desk.deskId ?? ''} name={t('figures.desk', { desk: desk.deskName ?? t('figures.noDesk') })} value={t('figures.inTime', desk)} />)}
      </dl>
      <p className="unit-pad unit-figures-note faint">{t('figures.note')}</p>
    </section>
  )
}

/** Of nothing there is no share. */
function rate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.floor((part / whole) * 1000) / 10}% (${part}/${whole})`
}

function Figure({ name, value, to }: { name: string; value: number | string; to?: string }) {
  return <div><dt>{name}</dt><dd className="num">{to === undefined || value === 0 ? value : <Link to={to} aria-label={`${name} ${value}`}>{value}</Link>}</dd></div>
}
