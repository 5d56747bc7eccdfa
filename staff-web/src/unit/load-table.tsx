import type { getUnitOverview } from '@daodi/contract/staff/obligations/obligations.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { EmptyState } from '../shared/states.tsx'

type Person = z.output<(typeof getUnitOverview)['reply']>['people'][number]

/** Who carries how much. The bar shows what is owed, its late part in cinnabar, what is due soon in ochre. */
export function LoadTable({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('unit')
  if (people.length === 0) return <EmptyState title={t('nobody')} />
  const sorted = people.toSorted((one, other) => other.late - one.late || other.owed - one.owed || one.name.localeCompare(other.name, 'zh'))
  const most = Math.max(1, ...people.map((person) => person.owed))
  return (
    <div className="unit-scroll">
      <table className="load">
        <thead>
          <tr><th scope="col">{t('person')}</th><th scope="col" className="wide-only">{t('post')}</th><th scope="col">{t('handling')}</th><th scope="col">{t('firstContact')}</th><th scope="col">{t('owed')}</th><th scope="col" className="wide-only"><span className="only-read">{t('owed')}</span></th><th scope="col">{t('amber')}</th><th scope="col">{t('late')}</th></tr>
        </thead>
        <tbody>
          {sorted.map((person) => (
            <tr key={person.personId}>
              <th scope="row">{person.name}</th>
              <td className="muted wide-only">{person.post}</td>
              <td className="num"><Cases of={person.handling} hidden={person.handlingHidden} by={{ handlerId: person.personId }} label={t('casesHandled', { name: person.name })} /></td>
              <td className="num"><Cases of={person.firstContact} hidden={person.firstContactHidden} by={{ firstContactId: person.personId }} label={t('casesAsked', { name: person.name })} /></td>
              <td className="num">{person.owed}</td>
              <td className="wide-only"><LoadBar person={person} most={most} /></td>
              <td className="num" data-tone={person.amber > 0 ? 'soon' : 'plain'}>{person.amber}</td>
              <td className="num" data-tone={person.late > 0 ? 'late' : 'plain'}>{person.late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** So many cases as the list behind it shows, and how many more there are that the reader may not see. */
function Cases({ of, hidden, by, label }: { of: number; hidden: number; by: Readonly<Record<string, string>>; label: string }) {
  const { t } = useTranslation('unit')
  const shown = of - hidden
  return (
    <>
      {shown === 0 ? 0 : <Link to={`/cases?${new URLSearchParams({ view: 'all', open: 'true', ...by }).toString()}`} aria-label={`${label} ${shown}`}>{shown}</Link>}
      {hidden > 0 && <span className="faint" title={t('hiddenCases', { count: hidden })} aria-label={t('hiddenCases', { count: hidden })} role="note"> +{hidden}</span>}
    </>
  )
}

function LoadBar({ person, most }: { person: Person; most: number }) {
  const { t } = useTranslation('unit')
  const late = Math.min(person.late, person.owed)
  const amber = Math.min(person.amber, person.owed - late)
  const share = (count: number) => `${(count / most) * 100}%`
  return (
    <span className="load-bar" role="img" aria-label={t('load', { owed: person.owed, late: person.late, amber: person.amber })}>
      <i className="load-late" style={{ width: share(late) }} /><i className="load-amber" style={{ width: share(amber) }} /><i className="load-rest" style={{ width: share(person.owed - late - amber) }} />
    </span>
  )
}
