import { EllipsisOutlined } from '@ant-design/icons'
import { resetPassword, revokeSessions, updateAccount } from '@daodi/contract/staff/directory/directory.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from '../shared/call.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { type Account, isLocked } from './account-query.ts'
import { newInitialPassword } from './initial-password.ts'
import type { Issued } from './password-once.tsx'

type Change = { disabled: boolean } | { unlock: true } | 'revoke' | 'reset'

/** What can be done to one account. Whatever locks somebody out is asked for twice. */
export function AccountMenu({ account, onEdit, onIssued }: { account: Account; onEdit: () => void; onIssued: (issued: Issued) => void }) {
  const { t } = useTranslation('admin')
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const change = useChange(account, onIssued)
  const ask = (title: string, content: string, wanted: Change) => { modal.confirm({ title, content, onOk: () => change.mutate(wanted) }) }
  const who = { name: account.name }
  const items = [
    { key: 'edit', label: t('account.edit'), onClick: onEdit },
    ...(isLocked(account) ? [{ key: 'unlock', label: t('account.unlock'), onClick: () => change.mutate({ unlock: true }) }] : []),
    { key: 'reset', label: t('account.reset'), onClick: () => ask(t('account.resetHeading', who), t('account.resetText'), 'reset') },
    { key: 'revoke', label: t('account.revoke'), onClick: () => ask(t('account.revokeHeading', who), t('account.revokeText'), 'revoke') },
    ...(account.disabled ? [] : [{ key: 'succession', label: t('account.succession'), onClick: () => void navigate(`/successions/${account.id}`) }]),
    account.disabled
      ? { key: 'enable', label: t('account.enable'), onClick: () => change.mutate({ disabled: false }) }
      : { key: 'disable', label: t('account.disable'), danger: true, onClick: () => ask(t('account.disableHeading', who), t('account.disableText'), { disabled: true }) },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" icon={<EllipsisOutlined />} loading={change.isPending} aria-label={`${t('account.acts')} ${account.name}`} />
    </Dropdown>
  )
}

function useChange(account: Account, onIssued: (issued: Issued) => void) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const params = { personId: account.id }
  return useMutation({
    mutationFn: async (change: Change) => {
      if (change === 'revoke') { await call(revokeSessions, { params, body: {} }); return null }
      if (change !== 'reset') { await call(updateAccount, { params, body: change }); return null }
      const password = newInitialPassword()
      await call(resetPassword, { params, body: { password } })
      return password
    },
    onSuccess: (password, change) => {
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      if (password !== null) onIssued({ title: t('account.resetTitle', { name: account.name }), login: account.login, password })
      else message.success(change === 'revoke' ? t('account.revoked') : typeof change === 'object' && 'unlock' in change ? t('account.unlocked') : t(typeof change === 'object' && change.disabled ? 'account.disabledDone' : 'account.enabledDone'))
    },
    onError: (error) => { message.error(refusalText(error, shared)) },
  })
}
