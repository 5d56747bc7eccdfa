import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Me } from '../shared/me.ts'
import { forgetTab } from '../shared/store-locally.ts'
import { DemoPeople } from './demo-people.tsx'
import { SESSION } from './session-query.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

/** Before the open page; the page behind keeps everything typed. Another person starts from a fresh page. */
export function SignInAgain({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation('session')
  const queries = useQueryClient()
  const onSignedIn = (person: Me) => {
    if (person.id !== me.id) { startAfresh(); return }
    queries.setQueryData(SESSION, person)
    void queries.invalidateQueries({ predicate: (query) => query.queryKey !== SESSION })
    onDone()
  }
  return (
    <Modal open title={t('signIn.again')} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={me.demo ? 560 : 400} zIndex={2000}>
      <p className="again-text">{t('signIn.againText')}</p>
      {me.demo ? <DemoPeople onSignedIn={onSignedIn} /> : <SignInForm login={me.login} onSignedIn={onSignedIn} />}
      {!me.demo && <button type="button" className="bare again-other" onClick={startAfresh}>{t('signIn.other')}</button>}
    </Modal>
  )
}

/** Forgets everything this tab knows of the last person. */
export function startAfresh(): void {
  forgetTab()
  window.location.assign(import.meta.env.BASE_URL)
}
