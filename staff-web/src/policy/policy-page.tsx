import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { AdminNav } from '../shared/admin-nav.tsx'
import { Refused } from '../shared/call.ts'
import { hasRole, useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState } from '../shared/states.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { DeadlineTester } from './deadline-tester.tsx'
import './policy.css'
import { PolicySection } from './policy-section.tsx'

const NOT_ALLOWED = new Refused({ status: 403, code: 'not-allowed', errors: [], retryAfter: null })

/** The regulation, the working time and the deadline tester: what the administrator lays down for everybody. */
export function PolicyPage() {
  const { t } = useTranslation('admin')
  const me = useMe()
  const { pathname } = useLocation()
  const section = pathname.endsWith('/calendar') ? 'calendar' : pathname.endsWith('/deadline') ? 'deadline' : 'policy'
  const body = section === 'calendar' ? <CalendarSection /> : section === 'deadline' ? <DeadlineTester /> : <PolicySection />
  return (
    <PageFrame title={t(`sections.${section}`)} width="wide" titleHidden>
      <AdminNav />
      {hasRole(me, 'administrator') ? body : <ErrorState error={NOT_ALLOWED} />}
    </PageFrame>
  )
}
