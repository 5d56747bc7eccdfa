import { PASSWORD_MAX, PASSWORD_MIN } from '@daodi/contract/staff/session/session.ts'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

export interface NewPasswordValue { password: string; again: string }

export function isComplete({ password, again }: NewPasswordValue): boolean {
  return password.length >= PASSWORD_MIN && password === again
}

/** A new password twice. Strength is length alone: rules about signs make people write passwords down. */
export function NewPasswordFields({ value, onChange, id, label, fault }: { value: NewPasswordValue; onChange: (value: NewPasswordValue) => void; id: string; label?: string; fault?: string | undefined }) {
  const { t } = useTranslation('shared')
  const { password, again } = value
  const short = PASSWORD_MIN - password.length
  return (
    <>
      <label htmlFor={id}>{label ?? t('password.next')}</label>
      <Input.Password id={id} autoComplete="new-password" maxLength={PASSWORD_MAX} value={password} aria-describedby={`${id}-hint`} onChange={(event) => onChange({ password: event.target.value, again })} />
      <div className="strength" aria-hidden="true"><i style={{ width: `${Math.min(100, password.length * 5)}%` }} className={short > 0 ? 'short' : ''} /></div>
      <p id={`${id}-hint`} className="faint" aria-live="polite">
        {password === '' ? t('password.hint', { min: PASSWORD_MIN }) : short > 0 ? t('password.short', { count: short }) : t(password.length >= 16 ? 'password.strong' : 'password.good')}
      </p>
      {fault && <p className="field-fault" role="alert">{fault}</p>}
      <label htmlFor={`${id}-again`}>{t('password.again')}</label>
      <Input.Password
        id={`${id}-again`} autoComplete="new-password" maxLength={PASSWORD_MAX} value={again} status={again !== '' && again !== password ? 'error' : ''}
        aria-describedby={`${id}-differ`} onChange={(event) => onChange({ password, again: event.target.value })}
      />
      <p id={`${id}-differ`} className="field-fault" aria-live="polite">{again !== '' && !password.startsWith(again) ? t('password.differ') : ''}</p>
    </>
  )
}
