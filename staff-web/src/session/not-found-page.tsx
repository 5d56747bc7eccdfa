import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState } from '../shared/states.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('shared')
  return (
    <PageFrame title={t('notFound.title')} width="narrow" titleHidden>
      <EmptyState title={t('notFound.title')} text={t('notFound.text')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </PageFrame>
  )
}
