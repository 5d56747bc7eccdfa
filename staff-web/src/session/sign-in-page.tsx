import { getSetup } from '@daodi/contract/staff/setup/setup.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { call } from '../shared/call.ts'
import { useLanguage } from '../shared/language.ts'
import type { Me } from '../shared/me.ts'
import { DemoBanner } from './demo-banner.tsx'
import { DemoPeople, useDemoPeople } from './demo-people.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

/** Stands at the address that was asked for, so that signing in leads exactly there. */
export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('session')
  const { t: shared } = useTranslation('shared')
  const { language, choose } = useLanguage()
  const { pathname } = useLocation()
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => call(getSetup, { signal }), retry: false })
  const demo = useDemoPeople({ enabled: setup.data?.demo === true })
  useEffect(() => { document.title = `${t('signIn.title')} · ${shared('brand')}` }, [t, shared])
  return (
    <>
      {demo.data && <DemoBanner />}
      <main className={demo.data ? 'sign-in sign-in-demo' : 'sign-in'}>
        <section className="sign-in-card card">
          <header>
            <h1>{shared('brand')}</h1>
            <button type="button" className="bare" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{t('menu.language')}</button>
          </header>
          <p className="muted">{t('signIn.lead')}</p>
          {setup.isPending ? null : setup.data?.needed
            ? <Link to="/setup">{t('signIn.setup')}</Link>
            : <SignInForm onSignedIn={onSignedIn} />}
          {pathname !== '/' && <p className="faint">{t('signIn.back')}</p>}
        </section>
        {demo.data && <DemoPeople onSignedIn={onSignedIn} />}
      </main>
    </>
  )
}
