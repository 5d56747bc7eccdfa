import { useTranslation } from 'react-i18next'
import { PageFrame } from '../shared/page-frame.tsx'
import { RegisterForm } from './register-form.tsx'
import { RegisteredCard } from './registered-card.tsx'
import { useDraft } from './use-draft.ts'
import { useRegistration } from './use-registration.ts'
import './register.css'

/** Somebody asks: one line, one key. */
export function RegisterPage() {
  const { t } = useTranslation('register')
  const { draft, change, clear } = useDraft()
  const registration = useRegistration(draft, change, clear)
  return (
    <PageFrame title={t('title')} titleHidden>
      {registration.registered
        ? <RegisteredCard registered={registration.registered} onNext={registration.forget} onWords={(words) => { registration.forget(); if (words !== '') change({ line: words }) }} />
        : <RegisterForm draft={draft} change={change} clear={clear} registration={registration} />}
    </PageFrame>
  )
}
