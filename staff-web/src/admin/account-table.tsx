import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import { AccountMenu } from './account-menu.tsx'
import { type Account, isLocked } from './account-query.ts'
import type { Issued } from './password-once.tsx'

interface AccountTableProps { readonly rows: readonly Account[]; readonly onEdit: (account: Account) => void; readonly onIssued: (issued: Issued) => void }

/** Left to the wide sheet; on a phone what is needed of them stands under the name. */
const WIDE: ReadonlySet<string> = new Set(['login', 'unit', 'roles', 'lastSeen'])

export function AccountTable({ rows, onEdit, onIssued }: AccountTableProps) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  return (
    <div className="card admin-scroll">
      <table className="admin-table">
        <thead><tr>{(['name', 'login', 'unit', 'roles', 'state', 'lastSeen'] as const).map((name) => <th key={name} scope="col" className={WIDE.has(name) ? 'wide-only' : undefined}>{t(`account.${name}`)}</th>)}<th scope="col"><span className="only-read">{t('account.acts')}</span></th></tr></thead>
        <tbody>
          {rows.map((account) => (
            <tr key={account.id}>
              <th scope="row">{account.name} <span className="muted">{account.post}</span><span className="narrow-only muted"><code>{account.login}</code> · {account.unitName}</span></th>
              <td className="wide-only"><code>{account.login}</code></td>
              <td className="wide-only"><span className="admin-unit" title={account.unitName}>{account.unitName}</span></td>
              <td className="wide-only">{account.roles.length === 0 ? '' : <ul className="admin-roles">{account.roles.map((grant) => <li key={`${grant.role} ${grant.unitId}`}>{t('account.roleAt', { role: shared(`role.${grant.role}`), unit: grant.unitName })}</li>)}</ul>}</td>
              <td><AccountState account={account} /></td>
              <td className="muted num wide-only">{account.lastSeenAt === null ? t('account.never') : formatInstant(account.lastSeenAt)}</td>
              <td className="admin-acts"><AccountMenu account={account} onEdit={() => onEdit(account)} onIssued={onIssued} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation('admin')
  const { formatInstant } = useFormat()
  if (account.disabled) return <span className="tag">{t('account.disabled')}</span>
  if (isLocked(account)) return <span className="tag late" title={t('account.lockedUntil', { when: formatInstant(account.lockedUntil ?? '') })}>{t('account.locked')}</span>
  return account.passwordChangeNeeded ? <span className="tag soon">{t('account.mustChange')}</span> : <span className="tag ok">{t('account.active')}</span>
}
