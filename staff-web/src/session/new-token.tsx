import { createToken, TOKEN_SCOPES } from '@daodi/contract/staff/access/tokens.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { NumberInput } from '../shared/number-input.tsx'
import { ErrorState } from '../shared/states.tsx'

/** Makes one token and shows it, this once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session')
  const [name, setName] = useState('')
  const [scope, setScope] = useState<(typeof TOKEN_SCOPES)[number]>('read')
  const [days, setDays] = useState(90)
  const create = useMutation({ mutationFn: () => call(createToken, { body: { name: name.trim(), scope, days } }) })
  if (create.data) {
    return (
      <Modal open title={t('token.title')} closable={false} keyboard={false} footer={<Button type="primary" onClick={onClose}>{t('token.done')}</Button>}>
        <Alert type="warning" title={t('token.once')} />
        <div className="token-once"><code>{create.data.token}</code><CopyButton text={create.data.token} /></div>
      </Modal>
    )
  }
  const ready = name.trim() !== ''
  return (
    <Modal open title={t('token.create')} onCancel={onClose} okText={t('token.create')} okButtonProps={{ disabled: !ready, loading: create.isPending, htmlType: 'submit', form: 'new-token' }}>
      <form id="new-token" className="token-form" onSubmit={(event) => { event.preventDefault(); if (ready && !create.isPending) create.mutate() }}>
        {create.isError && <ErrorState error={create.error} />}
        <label htmlFor="token-name">{t('token.name')}</label>
        <Input id="token-name" autoFocus maxLength={60} placeholder={t('token.namePlaceholder')} value={name} onChange={(event) => setName(event.target.value)} />
        <span id="token-scope">{t('token.scope')}</span>
        <Radio.Group vertical aria-labelledby="token-scope" value={scope} onChange={(event) => setScope(event.target.value as typeof scope)} options={TOKEN_SCOPES.map((value) => ({ value, label: t(`token.scopes.${value}`) }))} />
        <label htmlFor="token-days">{t('token.days')}</label>
        <NumberInput id="token-days" min={1} max={730} precision={0} value={days} onChange={(value) => setDays(value ?? 90)} />
      </form>
    </Modal>
  )
}
