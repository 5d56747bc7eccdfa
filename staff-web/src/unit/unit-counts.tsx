import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

type CountName = 'open' | 'late' | 'dueToday' | 'waitingToSign' | 'registeredToday' | 'closedToday'
const ORDER = ['late', 'dueToday', 'waitingToSign', 'open', 'registeredToday', 'closedToday'] as const satisfies readonly CountName[]

/** Six figures, each with the rows behind it where a list can show them. */
export function UnitCounts({ counts, unitId }: { counts: Readonly<Record<CountName, number>>; unitId: string }) {
  const { t } = useTranslation('unit')
  return (
    <ul className="unit-counts">
      {ORDER.map((name) => {
        const body = <><b data-tone={tone(name, counts[name])}>{counts[name]}</b><span>{t(`counts.${name}`)}</span></>
        const to = rowsBehind(name, unitId)
        return <li key={name}>{to === null ? <div className="card unit-count">{body}</div> : <Link to={to} className="card unit-count">{body}</Link>}</li>
      })}
    </ul>
  )
}

function tone(name: CountName, count: number): 'late' | 'soon' | 'plain' {
  if (count === 0) return 'plain'
  if (name === 'late') return 'late'
  return name === 'dueToday' || name === 'waitingToSign' ? 'soon' : 'plain'
}

function rowsBehind(name: CountName, unitId: string): string | null {
  if (name === 'open') return `/cases?${new URLSearchParams({ view: 'unit', unitId, open: 'true' }).toString()}`
  if (name === 'late') return `/cases?${new URLSearchParams({ view: 'late', unitId }).toString()}`
  return null
}
