import { getNoticePreferences, setNoticePreferences } from '@daodi/contract/staff/notices/notices.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import { useMe } from '../shared/me.ts'
import '../shared/form.css'
import { PageFrame } from '../shared/page-frame.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import './notices.css'

type Shown = z.output<(typeof getNoticePreferences)['reply']>
type Kind = Shown['kinds'][number]
type Way = 'now' | 'digest' | 'off'

const PREFERENCES = ['notice-preferences'] as const

/** Which notices come by mail besides, at once or once a day, and when not. */
export function PreferencesPage() {
  const { t } = useTranslation('notices')
  const known = useQuery({ queryKey: PREFERENCES, queryFn: ({ signal }) => call(getNoticePreferences, { signal }) })
  return (
    <PageFrame title={t('way.title')} width="narrow" aside={<Link to="/notices">{t('way.back')}</Link>}>
      {known.isPending && <LoadingState />}
      {known.isError && <ErrorState error={known.error} onRetry={() => void known.refetch()} />}
      {known.data && <PreferencesForm known={known.data} />}
    </PageFrame>
  )
}

function PreferencesForm({ known }: { known: Shown }) {
  const { t } = useTranslation('notices')
  const shared = useTranslation('shared').t
  const { walkroundName } = useMe().settings
  // What never happens here is not asked about, unless it was chosen once.
  const kinds = known.kinds.filter((kind) => walkroundName !== null || !kind.startsWith('walkround') || known.mail[kind] !== undefined)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [email, setEmail] = useState(known.email ?? '')
  const [mail, setMail] = useState(known.mail)
  const [digestAt, setDigestAt] = useState(known.digestAt ?? '')
  const [quiet, setQuiet] = useState(known.quiet)
  const save = useMutation({
    mutationFn: () => call(setNoticePreferences, { body: { email: email.trim() === '' ? null : email, mail, digestAt: digestAt === '' ? null : digestAt, quiet } }),
    onSuccess: (saved) => { queries.setQueryData(PREFERENCES, saved); message.success(t('way.saved')) },
  })
  const faults = fieldTexts(save.error, shared)
  const choose = (kinds: readonly Kind[], way: Way) => setMail((held) => {
    const next = { ...held }
    for (const kind of kinds) { if (way === 'off') delete next[kind]; else next[kind] = way }
    return next
  })
  return (
    <form className="card notice-ways" onSubmit={(event) => { event.preventDefault(); save.mutate() }}>
      <p className="muted">{t('way.lead')}</p>
      {!known.mailWorks && <Alert type="info" showIcon title={t('way.mailOff')} />}
      {save.error !== null && <ErrorState error={save.error} />}
      <Field id="way-email" label={t('way.email')} hint={t('way.emailHint')} fault={faults['/email']}><Input id="way-email" type="email" value={email} maxLength={200} autoComplete="email" onChange={(event) => setEmail(event.target.value)} /></Field>
      <fieldset className="notice-kinds">
        <legend>{t('way.kinds')}</legend>
        <p className="faint">{t('way.kindsHint')}</p>
        <KindRow name={t('way.allKinds')} value={undefined} onChange={(way) => choose(kinds, way)} />
        {kinds.map((kind) => <KindRow key={kind} name={t(`kind.${kind}`)} value={mail[kind] ?? 'off'} onChange={(way) => choose([kind], way)} />)}
      </fieldset>
      <Field id="way-digest" label={t('way.digestAt')} hint={t('way.digestHint')} fault={faults['/digestAt']}><input id="way-digest" type="time" className="ant-input notice-time" value={digestAt} onChange={(event) => setDigestAt(event.target.value)} /></Field>
      <fieldset className="notice-quiet">
        <legend>{t('way.quiet')}</legend>
        <Checkbox checked={quiet !== null} onChange={(event) => setQuiet(event.target.checked ? { from: '22:00', to: '07:30' } : null)}>{t('way.quietOn')}</Checkbox>
        {quiet && (
          <div className="notice-span">
            <label htmlFor="way-from">{t('way.from')}</label><input id="way-from" type="time" required className="ant-input notice-time" value={quiet.from} onChange={(event) => setQuiet({ ...quiet, from: event.target.value })} />
            <label htmlFor="way-to">{t('way.to')}</label><input id="way-to" type="time" required className="ant-input notice-time" value={quiet.to} onChange={(event) => setQuiet({ ...quiet, to: event.target.value })} />
          </div>
        )}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={save.isPending}>{shared('act.save')}</Button>
    </form>
  )
}

function KindRow({ name, value, onChange }: { name: string; value: Way | undefined; onChange: (way: Way) => void }) {
  const { t } = useTranslation('notices')
  const options = (['now', 'digest', 'off'] as const).map((way) => ({ value: way, label: t(`way.${way}`) }))
  return (
    <div className="notice-kind">
      <span>{name}</span>
      {value === undefined
        ? <span className="notice-all">{options.map((option) => <Button key={option.value} size="small" onClick={() => onChange(option.value)}>{option.label}</Button>)}</span>
        : <Segmented<Way> size="small" aria-label={name} value={value} onChange={onChange} options={options} />}
    </div>
  )
}
