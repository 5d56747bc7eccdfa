import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import { hasRole, useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState } from '../shared/states.tsx'
import { Refused } from '../shared/call.ts'
import { Accounts } from './accounts.tsx'
import './admin.css'
import { Matters } from './matters.tsx'
import { UnitPolicy } from './unit-policy.tsx'
import { Units } from './units.tsx'

const SECTIONS = ['accounts', 'units', 'matters', 'policy'] as const
type Section = (typeof SECTIONS)[number]
const NOT_ALLOWED = new Refused({ status: 403, code: 'not-allowed', errors: [], retryAfter: null })

/** Accounts, units, matters and the policy in force, for administrators. */
export function AdminPage() {
  const { t } = useTranslation('admin')
  const me = useMe()
  const params = useParams()
  const section: Section = SECTIONS.find((one) => one === params['section']) ?? 'accounts'
  return (
    <PageFrame title={t('title')} width="wide" titleHidden>
      <nav className="admin-sections" aria-label={t('sectionsLabel')}>
        {SECTIONS.map((one) => <NavLink key={one} to={one === 'accounts' ? '/admin' : `/admin/${one}`} end>{t(`sections.${one}`)}</NavLink>)}
      </nav>
      {hasRole(me, 'administrator') ? <SectionBody section={section} /> : <ErrorState error={NOT_ALLOWED} />}
    </PageFrame>
  )
}

function SectionBody({ section }: { section: Section }) {
  switch (section) {
    case 'accounts': return <Accounts />
    case 'units': return <Units />
    case 'matters': return <Matters />
    case 'policy': return <UnitPolicy />
    default: return section satisfies never
  }
}
