import { completeSetup, type getSetup } from '@daodi/contract/staff/setup/setup.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import { useLanguage } from '../shared/language.ts'
import { isComplete, NewPasswordFields } from '../shared/new-password.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState } from '../shared/states.tsx'
import '../shared/form.css'

type Preset = z.output<(typeof getSetup)['reply']>['presets'][number]

/** What has to be given, by where the server would point. */
const NEEDED = [
  ['/token', 'token'], ['/institution/name', 'name'], ['/institution/shortName', 'shortName'], ['/institution/registerCode', 'registerCode'], ['/administrator/name', 'person'], ['/administrator/login', 'login'],
] as const

export function SetupForm({ presets, onDone }: { presets: readonly Preset[]; onDone: () => void }) {
  const { t } = useTranslation('setup')
  const { language } = useLanguage()
  const [given, setGiven] = useState({ token: '', name: '', shortName: '', registerCode: '', phone: '', person: '', login: '', preset: presets[0]?.id ?? '' })
  const [password, setPassword] = useState({ password: '', again: '' })
  const complete = useMutation({ mutationFn: () => call(completeSetup, { body: bodyOf(given, password.password) }), onSuccess: onDone })
  const [tried, setTried] = useState(false)
  const ready = [given.token, given.name, given.shortName, given.registerCode, given.person, given.login, given.preset].every((text) => text.trim() !== '') && isComplete(password)
  const needed = tried ? Object.fromEntries(NEEDED.filter(([, name]) => given[name].trim() === '').map(([pointer]) => [pointer, t('needed')])) : {}
  const faults: Readonly<Record<string, string>> = { ...needed, ...fieldTexts(complete.error, t) }
  const text = (name: keyof typeof given, max: number, extra: { placeholder?: string; autoFocus?: boolean } = {}) => (
    <Input
      {...extra} id={`setup-${name}`} maxLength={max} autoComplete="off" value={given[name]} aria-describedby={`setup-${name}-hint setup-${name}-fault`}
      onChange={(event) => setGiven({ ...given, [name]: name === 'registerCode' ? event.target.value.toUpperCase() : event.target.value })}
    />
  )
  return (
    <form className="form card" onSubmit={(event) => { event.preventDefault(); setTried(true); if (ready && !complete.isPending) complete.mutate() }}>
      <p className="muted">{t('lead')}</p>
      {complete.isError && <ErrorState error={complete.error} />}
      <Field id="setup-token" label={t('token')} hint={t('tokenHint')} fault={faults['/token']}>{text('token', 100, { autoFocus: true })}</Field>
      <h2>{t('institution')}</h2>
      <Field id="setup-name" label={t('name')} fault={faults['/institution/name']}>{text('name', 80, { placeholder: t('namePlaceholder') })}</Field>
      <div className="pair">
        <Field id="setup-shortName" label={t('shortName')} fault={faults['/institution/shortName']}>{text('shortName', 20)}</Field>
        <Field id="setup-phone" label={t('phone')} fault={faults['/institution/phone']}>{text('phone', 30)}</Field>
      </div>
      <Field id="setup-registerCode" label={t('registerCode')} hint={t('registerCodeHint')} fault={faults['/institution/registerCode']}>{text('registerCode', 6)}</Field>
      <Field id="setup-preset" label={t('preset')} hint={t('presetHint')} fault={faults['/preset']}>
        <Radio.Group
          id="setup-preset" vertical aria-label={t('preset')} value={given.preset} onChange={(event) => setGiven({ ...given, preset: event.target.value as string })}
          options={presets.map((preset) => ({ value: preset.id, label: <><b>{language === 'zh' ? preset.name : preset.nameEn}</b><span className="muted preset-line">{language === 'zh' ? preset.description : preset.descriptionEn}</span></> }))}
        />
      </Field>
      <h2>{t('administrator')}</h2>
      <div className="pair">
        <Field id="setup-person" label={t('person')} fault={faults['/administrator/name']}>{text('person', 60)}</Field>
        <Field id="setup-login" label={t('login')} hint={t('loginHint')} fault={faults['/administrator/login']}>{text('login', 32)}</Field>
      </div>
      <div className="field"><NewPasswordFields id="setup-password" label={t('password')} value={password} onChange={setPassword} fault={faults['/administrator/password']} /></div>
      {tried && !ready && <p className="field-fault" role="alert">{t('lacking')}</p>}
      <Button type="primary" size="large" htmlType="submit" aria-disabled={!ready} loading={complete.isPending}>{t('submit')}</Button>
    </form>
  )
}

function bodyOf(given: Record<'token' | 'name' | 'shortName' | 'registerCode' | 'phone' | 'person' | 'login' | 'preset', string>, password: string): z.input<typeof completeSetup.body> {
  return {
    token: given.token, preset: given.preset,
    institution: { name: given.name, shortName: given.shortName, registerCode: given.registerCode, phone: given.phone.trim() === '' ? undefined : given.phone },
    administrator: { name: given.person, login: given.login.trim(), password },
  }
}
