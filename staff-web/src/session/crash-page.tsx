import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../shared/states.tsx'

/** A fault in a page's own code, or code that could not be loaded after an update. */
export function CrashPage() {
  const { t } = useTranslation('shared')
  return (
    <main className="page page-narrow">
      <EmptyState title={t('state.crashed')} text={t('state.crashedText')} action={<Button type="primary" onClick={() => window.location.reload()}>{t('state.reload')}</Button>} />
    </main>
  )
}
