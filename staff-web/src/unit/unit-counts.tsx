import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

type CountName = 'open' | 'late' | 'dueToday' | 'waitingToSign' | 'registeredToday' | 'closedToday'
const ORDER = ['late', 'dueToday', 'waitingToSign', 'open', 'registeredToday', 'closedToday'] as const satisfies readonly CountName[]

/** Six figures, each with the rows behind it where a list can show them. */
export function UnitCounts({ counts, unitId }: { counts: Readonly<Record<CountName | 'openElsewhere' | 'lateCases', number>>; unitId: string }) {
  const { t } = useTranslation('unit')
  return (
    <ul className="unit-counts">
      {ORDER.map((name) => {
        const hidden = name === 'open' ? counts.openElsewhere : 0
        const body = <><b data-tone={tone(name, counts[name])}>{counts[name] - hidden}{hidden > 0 && <small className="faint"> +{hidden}</small>}</b><span title={hidden > 0 ? t('hiddenCases', { count: hidden }) : undefined}>{t(`counts.${name}`)}{name === 'late' && counts.late > 0 && <small className="faint"> {t('ofCases', { count: counts.lateCases })}</small>}</span></>
        return <li key={name}><Count name={name} unitId={unitId}>{body}</Count></li>
      })}
    </ul>
  )
}

function tone(name: CountName, count: number): 'late' | 'soon' | 'plain' {
  if (count === 0) return 'plain'
  if (name === 'late') return 'late'
  return name === 'dueToday' || name === 'waitingToSign' ? 'soon' : 'plain'
}

/** Duties stand in a list further down on the page; a case may have several. */
const LISTED: Partial<Record<CountName, string>> = { late: '#unit-late', waitingToSign: '#unit-signFor' }

function Count({ name, unitId, children }: { name: CountName; unitId: string; children: ReactNode }) {
  const listed = LISTED[name]
  if (listed !== undefined) return <a href={listed} className="card unit-count">{children}</a>
  if (name === 'open') return <Link to={`/cases?${new URLSearchParams({ view: 'unit', unitId, unitPart: 'handling', open: 'true' }).toString()}`} className="card unit-count">{children}</Link>
  return <div className="card unit-count">{children}</div>
}
