import { signIn } from '@daodi/contract/staff/session/session.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, Refused } from '../shared/call.ts'
import type { Me } from '../shared/me.ts'
import '../shared/form.css'
import { refusalText } from '../shared/refusal-text.ts'

/** Login and password. The refusal never says which of the two was wrong. */
export function SignInForm({ login: fixedLogin, onSignedIn }: { login?: string; onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('session')
  const [login, setLogin] = useState(fixedLogin ?? '')
  const [password, setPassword] = useState('')
  const attempt = useMutation({
    mutationFn: () => call(signIn, { body: { login: login.trim(), password } }),
    onSuccess: (reply) => onSignedIn(reply.person),
    onError: () => setPassword(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!attempt.isPending && login.trim() !== '' && password !== '') attempt.mutate()
  }
  return (
    <form className="sign-in-form" onSubmit={submit}>
      {attempt.isError && <Alert type="error" role="alert" title={<Failure error={attempt.error} />} />}
      <label htmlFor="sign-in-login">{t('signIn.login')}</label>
      <Input
        id="sign-in-login" size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={60}
        autoFocus={fixedLogin === undefined} readOnly={fixedLogin !== undefined} value={login} onChange={(event) => setLogin(event.target.value)}
      />
      <label htmlFor="sign-in-password">{t('signIn.password')}</label>
      <Input.Password
        id="sign-in-password" size="large" autoComplete="current-password" maxLength={200} autoFocus={fixedLogin !== undefined}
        value={password} onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending}>{t('signIn.submit')}</Button>
    </form>
  )
}

function Failure({ error }: { error: Error }) {
  const { t } = useTranslation('session')
  const wait = error instanceof Refused ? error.retryAfter : null
  return <>{refusalText(error, t)}{wait === null ? '' : ` ${t('signIn.wait', { seconds: wait })}`}</>
}
