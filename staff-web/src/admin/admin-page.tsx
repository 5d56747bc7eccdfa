import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AdminNav } from '../shared/admin-nav.tsx'
import { hasRole, useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState } from '../shared/states.tsx'
import { Refused } from '../shared/call.ts'
import { Accounts } from './accounts.tsx'
import { Matters } from './matters.tsx'
import { Readiness } from './readiness.tsx'
import { Units } from './units.tsx'

const SECTIONS = ['accounts', 'units', 'matters', 'ready'] as const
type Section = (typeof SECTIONS)[number]
const NOT_ALLOWED = new Refused({ status: 403, code: 'not-allowed', errors: [], retryAfter: null })

/** Accounts, units, matters and what is still missing, for administrators. */
export function AdminPage() {
  const { t } = useTranslation('admin')
  const me = useMe()
  const params = useParams()
  const section: Section = SECTIONS.find((one) => one === params['section']) ?? 'accounts'
  return (
    <PageFrame title={t('title')} width="wide" titleHidden>
      <AdminNav />
      {hasRole(me, 'administrator') ? <SectionBody section={section} /> : <ErrorState error={NOT_ALLOWED} />}
    </PageFrame>
  )
}

function SectionBody({ section }: { section: Section }) {
  switch (section) {
    case 'accounts': return <Accounts />
    case 'units': return <Units />
    case 'matters': return <Matters />
    case 'ready': return <Readiness />
    default: return section satisfies never
  }
}
