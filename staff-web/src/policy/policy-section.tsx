import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { UnitPolicy } from './unit-policy.tsx'
import { useMe } from '../shared/me.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { PolicyEditor } from './editor.tsx'
import './policy.css'
import { PolicyVersions } from './versions.tsx'

const VIEWS = ['read', 'edit', 'versions'] as const
type View = (typeof VIEWS)[number]

/** The regulation of one unit: read, written, its history, and on paper. The address keeps unit and view. */
export function PolicySection() {
  const { t } = useTranslation('policy')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') ?? administered(me)
  const view: View = VIEWS.find((one) => one === search.get('view')) ?? 'read'
  const to = (changes: { unit?: string; view?: View }) => `?${new URLSearchParams({ unit: changes.unit ?? unitId, view: changes.view ?? view }).toString()}`
  return (
    <>
      <div className="admin-bar">
        <div className="admin-search"><UnitPicker value={unitId} onChange={(unit) => { if (unit !== null) setSearch(new URLSearchParams({ unit, view }), { replace: true }) }} label={t('unit')} allowInstitution /></div>
        <nav className="policy-views" aria-label={t('viewsLabel')}>
          {VIEWS.map((one) => <Link key={one} to={to({ view: one })} aria-current={one === view ? 'page' : undefined}>{t(`views.${one}`)}</Link>)}
          <Link to={`/regulation/${unitId}`}>{t('views.print')}</Link>
        </nav>
      </div>
      {view === 'read' && <UnitPolicy key={unitId} unitId={unitId} />}
      {view === 'edit' && <PolicyEditor key={unitId} unitId={unitId} />}
      {view === 'versions' && <PolicyVersions key={unitId} unitId={unitId} mayPublish />}
    </>
  )
}

/** The first unit this person administers: usually the institution itself. */
function administered(me: ReturnType<typeof useMe>): string {
  return me.roles.find((grant) => grant.role === 'administrator')?.unitId ?? me.unit.id
}
