import { deleteWebhook, listWebhooks, rotateWebhookSecret, testWebhook, updateWebhook } from '@daodi/contract/staff/outbox/outbox.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from '../shared/call.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { useFormat } from '../shared/format.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import './outbox.css'
import { WebhookForm } from './webhook-form.tsx'
import { type Endpoint, WEBHOOKS } from './webhook-query.ts'

/** Where events go to, for administrators of the institution. */
export function Webhooks() {
  const { t } = useTranslation('outbox')
  const list = useQuery({ queryKey: WEBHOOKS, queryFn: async ({ signal }) => (await call(listWebhooks, { signal })).endpoints })
  const [editing, setEditing] = useState<Endpoint | 'new' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <>
      <div className="admin-bar"><p className="muted outbox-lead">{t('hook.lead')}</p><Button type="primary" onClick={() => setEditing('new')}>{t('hook.create')}</Button></div>
      {list.isPending && <LoadingState rows={3} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && <div className="card"><EmptyState title={t('hook.empty')} text={t('hook.emptyText')} /></div>}
      {list.data && list.data.length > 0 && <ul className="card hooks">{list.data.map((one) => <EndpointRow key={one.id} endpoint={one} onEdit={() => setEditing(one)} onSecret={setSecret} />)}</ul>}
      {editing !== null && <WebhookForm known={editing === 'new' ? null : editing} onClose={(made) => { setEditing(null); if (made !== undefined) setSecret(made) }} />}
      {secret !== null && <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}

function EndpointRow({ endpoint, onEdit, onSecret }: { endpoint: Endpoint; onEdit: () => void; onSecret: (secret: string) => void }) {
  const { t } = useTranslation('outbox')
  const { formatInstant } = useFormat()
  const acts = useEndpointActs(endpoint, onSecret)
  const { state, failures, formerSecretUntil } = endpoint
  const items = [
    { key: 'edit', label: t('hook.edit') }, { key: 'test', label: t('hook.test'), disabled: state !== 'on' }, { key: 'log', label: t('hook.log') }, { key: 'rotate', label: t('hook.rotate') },
    { key: 'toggle', label: t(state === 'on' ? 'hook.off' : 'hook.on') }, { key: 'remove', label: t('hook.remove'), danger: true },
  ]
  return (
    <li>
      <div>
        <b>{endpoint.name}</b> <span className={state === 'failed' ? 'tag late' : 'tag'}>{t(`hook.state.${state}`)}</span>
        <div className="hook-url">{endpoint.url}</div>
        <div className="faint">
          {endpoint.kinds.map((kind) => t(`box.event.${kind}`)).join('、')}
          {failures > 0 && <> · {t('hook.failures', { count: failures })}</>}
          {formerSecretUntil && <> · {t('hook.both', { when: formatInstant(formerSecretUntil) })}</>}
        </div>
      </div>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => { if (key === 'edit') onEdit(); else acts[key as keyof typeof acts]() } }}><Button aria-haspopup="menu">{t('hook.acts')}</Button></Dropdown>
    </li>
  )
}

function useEndpointActs({ id: endpointId, name, state }: Endpoint, onSecret: (secret: string) => void) {
  const { t } = useTranslation('outbox')
  const shared = useTranslation('shared').t
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const params = { endpointId }
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS }), onError: (error) => { message.error(refusalText(error, shared)) },
  })
  const say = (words: string) => ({ onSuccess: () => { message.success(words) } })
  const confirm = (title: string, content: string, work: () => Promise<unknown>) => void modal.confirm({ title, content, onOk: () => act.mutateAsync(work).catch(() => undefined) })
  return {
    test: () => act.mutate(() => call(testWebhook, { params, body: {} }), say(t('hook.tested'))),
    log: () => void navigate(`/admin/outbox?endpoint=${endpointId}`),
    rotate: () => confirm(t('hook.rotateAsk', { name }), t('hook.rotateText'), async () => { onSecret((await call(rotateWebhookSecret, { params, body: {} })).secret) }),
    toggle: () => {
      const turn = (on: boolean) => call(updateWebhook, { params, body: { on } })
      if (state === 'on') confirm(t('hook.offAsk', { name }), t('hook.offText'), () => turn(false)); else act.mutate(() => turn(true), say(t('hook.saved')))
    },
    remove: () => confirm(t('hook.removeAsk', { name }), t('hook.removeText'), () => call(deleteWebhook, { params })),
  }
}

/** No slip of the mouse closes it: it is never shown again. */
function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('outbox')
  return (
    <Modal open title={t('hook.secretTitle')} closable={false} keyboard={false} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{t('hook.secretDone')}</Button>}>
      <Alert type="warning" showIcon title={t('hook.secretOnce')} />
      <p className="hook-secret"><code>{secret}</code> <CopyButton text={secret} /></p>
    </Modal>
  )
}
