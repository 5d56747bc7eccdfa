import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import './admin.css'
import { hasRole, useMe } from './me.ts'
import { useReadiness } from './use-readiness.ts'

const SECTIONS = ['accounts', 'units', 'matters', 'policy', 'calendar', 'deadline', 'mail', 'webhooks', 'outbox'] as const

/** The parts of the administration, above each of them; what is still missing comes first while something is. */
export function AdminNav() {
  const { t } = useTranslation('admin')
  const administers = hasRole(useMe(), 'administrator')
  const missing = useReadiness(administers).data?.missing ?? 0
  if (!administers) return null
  const ready = <NavLink to="/admin/ready">{t('sections.ready')}{missing > 0 && <span className="tag late num admin-missing" aria-label={t('ready.missing', { count: missing })}>{missing}</span>}</NavLink>
  return (
    <nav className="admin-sections" aria-label={t('sectionsLabel')}>
      {missing > 0 && ready}
      {SECTIONS.map((one) => <NavLink key={one} to={one === 'accounts' ? '/admin' : `/admin/${one}`} end>{t(`sections.${one}`)}</NavLink>)}
      <NavLink to="/directory/workbook">{t('sections.workbook')}</NavLink>
      {missing === 0 && ready}
    </nav>
  )
}
