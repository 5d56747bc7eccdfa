import { useTranslation } from 'react-i18next'

/** A database made for demonstration stays one and says so on every page, printed ones too. */
export function DemoBanner() {
  const { t } = useTranslation('session')
  return <aside className="demo-banner" aria-label={t('demo.label')}>{t('demo.banner')}</aside>
}
