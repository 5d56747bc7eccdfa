import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { AdminNav } from '../shared/admin-nav.tsx'
import { Refused } from '../shared/call.ts'
import { hasRole, useMe } from '../shared/me.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState } from '../shared/states.tsx'
import { MailSettings } from './mail-settings.tsx'
import { OutboxList } from './outbox-list.tsx'
import { Webhooks } from './webhooks.tsx'

const NOT_ALLOWED = new Refused({ status: 403, code: 'not-allowed', errors: [], retryAfter: null })

/** What leaves the organisation: the mail server, receivers of events, and what became of each message. */
export function OutboxPage() {
  const { t } = useTranslation('admin')
  const me = useMe()
  const { pathname } = useLocation()
  const section = pathname.endsWith('/mail') ? 'mail' : pathname.endsWith('/webhooks') ? 'webhooks' : 'outbox'
  return (
    <PageFrame title={t(`sections.${section}`)} width="wide" titleHidden>
      <AdminNav />
      {!hasRole(me, 'administrator') ? <ErrorState error={NOT_ALLOWED} /> : section === 'mail' ? <MailSettings /> : section === 'webhooks' ? <Webhooks /> : <OutboxList />}
    </PageFrame>
  )
}
