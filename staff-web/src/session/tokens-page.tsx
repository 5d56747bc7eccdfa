import { listTokens, revokeToken } from '@daodi/contract/staff/access/tokens.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { NewToken } from './new-token.tsx'
import './tokens.css'

type Token = z.output<(typeof listTokens)['reply']>['tokens'][number]
const TOKENS = ['tokens'] as const

export function TokensPage() {
  const { t } = useTranslation('session')
  const queries = useQueryClient()
  const [creating, setCreating] = useState(false)
  const tokens = useQuery({ queryKey: TOKENS, queryFn: async ({ signal }) => (await call(listTokens, { signal })).tokens })
  return (
    <PageFrame title={t('token.title')} aside={<Button type="primary" onClick={() => setCreating(true)}>{t('token.create')}</Button>}>
      <p className="muted tokens-lead">{t('token.text')}</p>
      {tokens.isPending && <LoadingState rows={3} />}
      {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <div className="card"><EmptyState title={t('token.empty')} text={t('token.emptyText')} /></div>}
      {tokens.data && tokens.data.length > 0 && <ul className="card tokens">{tokens.data.map((token) => <TokenRow key={token.id} token={token} />)}</ul>}
      {creating && <NewToken onClose={() => { setCreating(false); void queries.invalidateQueries({ queryKey: TOKENS }) }} />}
    </PageFrame>
  )
}

function TokenRow({ token }: { token: Token }) {
  const { t } = useTranslation('session')
  const { formatDay, formatInstant } = useFormat()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => call(revokeToken, { params: { tokenId: token.id } }),
    onSuccess: () => { message.success(t('token.revoked')); return queries.invalidateQueries({ queryKey: TOKENS }) },
    onError: (error) => { message.error(refusalText(error, t)) },
  })
  return (
    <li>
      <div>
        <b>{token.name}</b> <span className="tag">{t(`token.scopes.${token.scope}`)}</span>
        <div className="muted">
          {t('token.created')} {formatDay(token.createdAt)} · {t('token.expires')} {token.expiresAt ? formatDay(token.expiresAt) : t('token.noExpiry')} · {t('token.used')} {token.lastUsedAt ? formatInstant(token.lastUsedAt) : t('token.never')}
        </div>
      </div>
      <Button danger onClick={() => void modal.confirm({ title: t('token.revokeAsk', { name: token.name }), okButtonProps: { danger: true }, onOk: () => revoke.mutate() })}>{t('token.revoke')}</Button>
    </li>
  )
}
