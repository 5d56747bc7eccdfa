import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { ROLES } from '@daodi/contract/shared/codes.ts'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { randomKey } from '../shared/random-key.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'

export interface GrantDraft { readonly id: string; readonly role: (typeof ROLES)[number]; readonly unitId: string | null }

interface RolesEditorProps { readonly grants: readonly GrantDraft[]; readonly onChange: (grants: readonly GrantDraft[]) => void; readonly usualUnitId: string | null }

/** Roles, each for a unit and everything beneath it. */
export function RolesEditor({ grants, onChange, usualUnitId }: RolesEditorProps) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const change = (id: string, changes: Partial<GrantDraft>) => onChange(grants.map((grant) => (grant.id === id ? { ...grant, ...changes } : grant)))
  return (
    <fieldset className="admin-fieldset">
      <legend>{t('account.roles')}</legend>
      {grants.length === 0 && <p className="muted">{t('account.noRoles')}</p>}
      {grants.map((grant, index) => (
        <div key={grant.id} className="grant-row">
          <Select aria-label={`${t('account.role')} ${index + 1}`} value={grant.role} onChange={(role) => change(grant.id, { role })} options={ROLES.map((value) => ({ value, label: shared(`role.${value}`) }))} />
          <UnitPicker value={grant.unitId} onChange={(unitId) => change(grant.id, { unitId })} label={`${t('account.roleUnit')} ${index + 1}`} allowInstitution />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${index + 1}`} onClick={() => onChange(grants.filter((one) => one.id !== grant.id))} />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...grants, { id: randomKey(), role: 'head', unitId: usualUnitId }])}>{t('account.addRole')}</Button>
    </fieldset>
  )
}
