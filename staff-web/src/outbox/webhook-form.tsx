import { EventKind } from '@daodi/contract/shared/notices.ts'
import { createWebhook, updateWebhook } from '@daodi/contract/staff/outbox/outbox.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { NumberInput } from '../shared/number-input.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState } from '../shared/states.tsx'
import './outbox.css'
import { type Endpoint, WEBHOOKS } from './webhook-query.ts'

const KINDS = EventKind.options

/** Closes with the secret of a new endpoint. */
export function WebhookForm({ known, onClose }: { known: Endpoint | null; onClose: (secret?: string) => void }) {
  const { t } = useTranslation('outbox')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState({ name: known?.name ?? '', url: known?.url ?? '', kinds: known?.kinds ?? [...KINDS], mostFailures: known?.mostFailures ?? 20 })
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: async () => {
      if (known === null) return (await call(createWebhook, { body: draft })).secret
      await call(updateWebhook, { params: { endpointId: known.id }, body: draft })
      return undefined
    },
    onSuccess: (secret) => { message.success(t('hook.saved')); void queries.invalidateQueries({ queryKey: WEBHOOKS }); onClose(secret) },
  })
  const faults = fieldTexts(save.error, shared)
  const ready = draft.name.trim() !== '' && draft.url.trim() !== '' && draft.kinds.length > 0
  return (
    <Modal
      open title={t(known === null ? 'hook.create' : 'hook.edit')} onCancel={() => onClose()} mask={{ closable: false }} width={640}
      footer={<><Button onClick={() => onClose()}>{shared('act.cancel')}</Button><Button type="primary" htmlType="submit" form="hook-form" disabled={!ready} loading={save.isPending}>{shared('act.save')}</Button></>}
    >
      <form id="hook-form" className="outbox-form" onSubmit={(event) => { event.preventDefault(); if (ready && !save.isPending) save.mutate() }}>
        {save.error !== null && <ErrorState error={save.error} />}
        <Field id="hook-name" label={t('hook.name')} fault={faults['/name']}><Input id="hook-name" autoFocus maxLength={60} value={draft.name} onChange={(event) => change({ name: event.target.value })} /></Field>
        <Field id="hook-url" label={t('hook.url')} hint={t('hook.urlHint')} fault={faults['/url']}><Input id="hook-url" type="url" maxLength={500} placeholder="https://" value={draft.url} onChange={(event) => change({ url: event.target.value })} /></Field>
        <fieldset className="hook-fieldset">
          <legend>{t('hook.kinds')} <Button size="small" type="link" onClick={() => change({ kinds: [...KINDS] })}>{t('hook.allKinds')}</Button></legend>
          <Checkbox.Group className="hook-kinds" value={draft.kinds} options={KINDS.map((value) => ({ value, label: <>{t(`box.event.${value}`)} <code className="faint">{value}</code></> }))} onChange={(kinds) => change({ kinds })} />
        </fieldset>
        <Field id="hook-most" label={t('hook.mostFailures')} fault={faults['/mostFailures']}><NumberInput id="hook-most" min={1} max={1000} precision={0} value={draft.mostFailures} onChange={(mostFailures) => change({ mostFailures: mostFailures ?? 20 })} /></Field>
      </form>
    </Modal>
  )
}
