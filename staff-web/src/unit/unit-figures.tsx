import { getUnitFigures } from '@daodi/contract/staff/obligations/obligations.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'

const KINDS = ['onSpot', 'mine', 'colleague', 'otherUnit', 'notOurs', 'unclear', 'undecided'] as const
const FRESH_MS = 60_000

/** What was asked of the unit in the last thirty days and how it was answered, how soon the telephone was, and words that were refused. */
export function UnitFigures({ unitId }: { unitId: string }) {
  const { t } = useTranslation('unit')
  const figures = useQuery({ queryKey: ['unit-figures', unitId], queryFn: ({ signal }) => call(getUnitFigures, { params: { unitId }, signal }), staleTime: FRESH_MS })
  if (figures.isError && figures.data === undefined) return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
  if (figures.data === undefined) return <section className="card"><LoadingState rows={3} /></section>
  const { answers, open, calls, rings, refusedPhrases, days } = figures.data
  const phone = calls.reduce((sum, desk) => ({ calls: sum.calls + desk.calls, inTime: sum.inTime + desk.inTime }), { calls: 0, inTime: 0 })
  return (
    <section className="card unit-figures" aria-labelledby="unit-figures">
      <header className="unit-head"><h2 id="unit-figures">{t('figures.title', { days })}</h2></header>
      <dl className="unit-pad">
        {KINDS.filter((kind) => kind !== 'undecided' || answers.undecided > 0).map((kind) => <Figure key={kind} name={t(`figures.answers.${kind}`)} value={answers[kind]} />)}
        <Figure name={t('figures.open')} value={open} />
        <Figure name={t('figures.refusedPhrases')} value={refusedPhrases} />
        <Figure name={t('figures.phone', { count: rings })} value={phone.calls === 0 ? t('figures.noCalls') : t('figures.inTime', phone)} />
        {calls.length > 1 && calls.map((desk) => <Figure key={desk.deskId ?? ''} name={t('figures.desk', { desk: desk.deskName ?? t('figures.noDesk') })} value={t('figures.inTime', desk)} />)}
      </dl>
    </section>
  )
}

function Figure({ name, value }: { name: string; value: number | string }) {
  return <div><dt>{name}</dt><dd className="num">{value}</dd></div>
}
