import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import './admin.css'

const SECTIONS = ['accounts', 'units', 'matters', 'policy', 'calendar', 'deadline', 'mail', 'webhooks', 'outbox'] as const

/** The parts of the administration, above each of them. */
export function AdminNav() {
  const { t } = useTranslation('admin')
  return (
    <nav className="admin-sections" aria-label={t('sectionsLabel')}>
      {SECTIONS.map((one) => <NavLink key={one} to={one === 'accounts' ? '/admin' : `/admin/${one}`} end>{t(`sections.${one}`)}</NavLink>)}
    </nav>
  )
}
