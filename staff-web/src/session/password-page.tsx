import { changePassword } from '@daodi/contract/staff/session/session.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from '../shared/call.ts'
import { isComplete, NewPasswordFields } from '../shared/new-password.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState } from '../shared/states.tsx'
import { SESSION } from './session-query.ts'
import '../shared/form.css'

export function PasswordPage() {
  const { t } = useTranslation('session')
  const navigate = useNavigate()
  return <PageFrame title={t('password.title')} width="narrow"><PasswordForm onDone={() => void navigate('/')} /></PageFrame>
}

/** In the way of everything while somebody else knows the password. */
export function PasswordForced() {
  const { t } = useTranslation('session')
  const queries = useQueryClient()
  return (
    <PageFrame title={t('password.forced')} width="narrow">
      <p className="muted" style={{ marginBottom: 16 }}>{t('password.forcedText')}</p>
      <PasswordForm onDone={() => void queries.invalidateQueries({ queryKey: SESSION })} />
    </PageFrame>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('session')
  const { message } = App.useApp()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ password: '', again: '' })
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { current, next: next.password } }),
    onSuccess: () => { message.success(t('password.done')); onDone() },
  })
  const ready = current !== '' && isComplete(next)
  const submit = (event: FormEvent) => { event.preventDefault(); if (ready && !change.isPending) change.mutate() }
  return (
    <form className="form card" onSubmit={submit}>
      {change.isError && <ErrorState error={change.error} />}
      <label htmlFor="password-current">{t('password.current')}</label>
      <Input.Password id="password-current" autoComplete="current-password" maxLength={200} autoFocus value={current} onChange={(event) => setCurrent(event.target.value)} />
      <NewPasswordFields id="password-next" value={next} onChange={setNext} fault={fieldTexts(change.error, t)['/next']} />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={change.isPending}>{t('password.submit')}</Button>
    </form>
  )
}
