import { publishPolicy } from '@daodi/contract/staff/policy/policy.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, Refused } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { randomKey } from '../shared/random-key.ts'
import { ErrorState } from '../shared/states.tsx'
import { ChangesTable } from './changes-table.tsx'
import type { Checked } from './policy-query.ts'
import type { PolicyDraft } from './use-policy-draft.ts'

interface PublishProps { readonly unitId: string; readonly draft: Pick<PolicyDraft, 'settings'>; readonly verdict: Pick<Checked, 'changes' | 'unitsChanged'>; readonly version: number; readonly restores?: number; readonly onClose: () => void }

/** The last look before a version holds: what changes, for how many units, and why. */
export function PublishDialog({ unitId, draft, verdict, version, restores, onClose }: PublishProps) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState(restores === undefined ? '' : t('restoreNote', { version: restores }))
  const [key] = useState(randomKey)
  const publish = useMutation({
    mutationFn: () => call(publishPolicy, {
      params: { unitId }, idempotencyKey: key, body: { settings: draft.settings as never, basedOn: version, note: cleanLine(note), ...(restores === undefined ? {} : { restores }) },
    }),
    onSuccess: ({ version: published, unitsChanged }) => {
      message.success(t('published', { version: published, count: unitsChanged }))
      void queries.resetQueries({ queryKey: ['policy'] })
      onClose()
    },
  })
  return (
    <Modal
      open title={t('publishTitle', { version: version + 1 })} onCancel={onClose} width={820} mask={{ closable: false }}
      footer={<><Button onClick={onClose}>{shared('act.cancel')}</Button><Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>{t('publishNow')}</Button></>}
    >
      <p className="muted">{t('publishHint', { count: verdict.unitsChanged })}</p>
      {publish.error !== null && <><ErrorState error={publish.error} /><Details error={publish.error} /></>}
      <ChangesTable changes={verdict.changes} before={t('inForce')} after={t('draft')} />
      <Field id="publish-note" label={t('note')} hint={t('noteHint')}>
        <Input id="publish-note" value={note} maxLength={500} autoComplete="off" onChange={(event) => setNote(event.target.value)} onPressEnter={() => { if (!publish.isPending) publish.mutate() }} />
      </Field>
    </Modal>
  )
}

function Details({ error }: { error: unknown }) {
  if (!(error instanceof Refused) || error.errors.length === 0) return null
  return <ul className="field-fault">{error.errors.map((one) => <li key={one.pointer}><code>{one.pointer}</code> {one.detail}</li>)}</ul>
}
