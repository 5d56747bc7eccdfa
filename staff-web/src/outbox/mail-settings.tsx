import { getMailSettings, sendTestMail, setMailSettings } from '@daodi/contract/staff/outbox/outbox.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { NumberInput } from '../shared/number-input.tsx'
import { fieldTexts, refusalText } from '../shared/refusal-text.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import './outbox.css'

type Shown = z.output<(typeof getMailSettings)['reply']>
type Security = NonNullable<Shown['own']>['security']

const MAIL = ['mail-settings'] as const
const PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }

export function MailSettings() {
  const known = useQuery({ queryKey: MAIL, queryFn: ({ signal }) => call(getMailSettings, { signal }) })
  if (known.isPending) return <LoadingState />
  if (known.isError) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />
  return <div className="outbox-narrow"><MailForm key={JSON.stringify(known.data)} known={known.data} />{(known.data.own !== null || known.data.installation) && <MailTest />}</div>
}

function MailForm({ known }: { known: Shown }) {
  const { t } = useTranslation('outbox')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [isOwn, setOwn] = useState(known.own !== null || !known.installation)
  const [draft, setDraft] = useState(() => draftOf(known.own))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => call(setMailSettings, {
      body: { server: isOwn ? serverOf(draft) : null },
    }),
    onSuccess: (saved) => { queries.setQueryData(MAIL, saved); message.success(t(isOwn ? 'mail.saved' : 'mail.removed')) },
  })
  const faults = fieldTexts(save.error, shared)
  const line = (name: 'host' | 'login' | 'sender' | 'senderName', hint?: string) => (
    <Field id={`mail-${name}`} label={t(`mail.${name}`)} hint={hint} fault={faults[`/server/${name}`]}><Input id={`mail-${name}`} value={draft[name]} maxLength={253} autoComplete="off" onChange={(event) => change({ [name]: event.target.value })} /></Field>
  )
  return (
    <form className="card admin-pad outbox-form" onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
      <p className="muted">{t('mail.lead')}</p>
      {save.error !== null && <ErrorState error={save.error} />}
      <Checkbox checked={isOwn} onChange={(event) => setOwn(event.target.checked)}>{t('mail.own')}</Checkbox>
      <p className="faint">{t(known.installation ? 'mail.installation' : 'mail.noInstallation')}</p>
      {isOwn && (
        <>
          {line('host')}
          <div className="pair">
            <Field id="mail-security" label={t('mail.security')}><Select<Security> id="mail-security" value={draft.security} onChange={(security) => change({ security, port: PORTS[security] })} options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(`mail.securities.${value}`) }))} /></Field>
            <Field id="mail-port" label={t('mail.port')} fault={faults['/server/port']}><NumberInput id="mail-port" min={1} max={65_535} precision={0} value={draft.port} onChange={(port) => change({ port: port ?? PORTS[draft.security] })} style={{ width: '100%' }} /></Field>
          </div>
          {line('login', t('mail.loginHint'))}
          <Field id="mail-password" label={t('mail.password')} hint={known.own?.hasPassword ? t('mail.passwordKept') : undefined} fault={faults['/server/password']}><Input.Password id="mail-password" value={draft.password} maxLength={500} autoComplete="new-password" onChange={(event) => change({ password: event.target.value })} /></Field>
          {line('sender')}
          {line('senderName')}
        </>
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending}>{shared('act.save')}</Button>
    </form>
  )
}

interface Draft { host: string; port: number; security: Security; login: string; password: string; sender: string; senderName: string }

function draftOf(own: Shown['own']): Draft {
  if (own === null) return { host: '', port: PORTS.tls, security: 'tls', login: '', password: '', sender: '', senderName: '' }
  const { host, port, security, login, sender, senderName } = own
  return { host, port, security, login: login ?? '', password: '', sender, senderName: senderName ?? '' }
}

function serverOf(draft: Draft) {
  const given = (text: string) => (text === '' ? null : text)
  return { ...draft, login: given(draft.login), senderName: given(draft.senderName), password: draft.password === '' ? undefined : draft.password }
}

function MailTest() {
  const { t } = useTranslation('outbox')
  const shared = useTranslation('shared').t
  const { message } = App.useApp()
  const [to, setTo] = useState('')
  const test = useMutation({
    mutationFn: () => call(sendTestMail, { body: { to } }),
    onSuccess: ({ sent, answer }) => { if (sent) message.success(t('mail.testSent')); else message.error(t('mail.testFailed', { answer: answer === null ? '' : t(`box.answer.${answer as 'timeout'}`, { defaultValue: answer }) })) },
    onError: (error) => { message.error(refusalText(error, shared)) },
  })
  return (
    <form className="card admin-pad outbox-form" onSubmit={(event) => { event.preventDefault(); test.mutate() }}>
      <Field id="mail-test" label={t('mail.testTo')} hint={t('mail.testHint')}><Input id="mail-test" type="email" required value={to} onChange={(event) => setTo(event.target.value)} /></Field>
      <Button htmlType="submit" loading={test.isPending}>{t('mail.test')}</Button>
    </form>
  )
}
