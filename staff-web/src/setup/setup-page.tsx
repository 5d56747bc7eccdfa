import { getSetup } from '@daodi/contract/staff/setup/setup.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useLanguage } from '../shared/language.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { SetupForm } from './setup-form.tsx'

/** The first visit of a new installation. */
export function SetupPage() {
  const { t } = useTranslation('setup')
  const { language, choose } = useLanguage()
  const [done, setDone] = useState(false)
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => call(getSetup, { signal }) })
  const other = <button type="button" className="bare" lang={language === 'zh' ? 'en' : 'zh-CN'} style={{ color: 'var(--dian)' }} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? t('english') : t('chinese')}</button>
  // A fresh page load, so that nothing read before the set-up is believed after it; after it, what is still missing comes first.
  const toSignIn = <a href={`${import.meta.env.BASE_URL}${done ? 'admin/ready' : ''}`}>{t('toSignIn')}</a>
  return (
    <PageFrame title={t('title')} width="narrow" aside={other}>
      {done ? <div className="card"><EmptyState title={t('done')} text={t('doneText')} action={toSignIn} /></div>
        : setup.isPending ? <LoadingState />
        : setup.isError ? <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
        : setup.data.needed ? <SetupForm presets={setup.data.presets} onDone={() => setDone(true)} />
        : <div className="card"><EmptyState title={t('notNeeded')} text={t('notNeededText')} action={toSignIn} /></div>}
    </PageFrame>
  )
}
