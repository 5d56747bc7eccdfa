import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useUnits } from '../shared/unit-picker.tsx'
import type { FieldProps, Role } from './field-props.ts'

const WHERE = ['handler', 'firstContact', 'receiver', 'institution'] as const
const USUAL = ['head', 'leaderInCharge', 'office', 'principal', 'intake', 'arbiter'] as const

/** A post, and the unit in which it is looked for first. Posts that somebody holds are offered, and the usual ones; any other may be typed. */
export function RoleField({ id, label, value, onChange }: Pick<FieldProps<Role>, 'id' | 'label' | 'value' | 'onChange'>) {
  const admin = useTranslation('admin').t as (key: string, options?: { defaultValue: string }) => string
  const { t } = useTranslation('policy')
  const units = useUnits().data
  const held = new Set(units?.flatMap((unit) => unit.posts?.map(({ post }) => post) ?? []))
  const isVacant = (post: string) => units !== undefined && !held.has(post)
  return (
    <span className="role-field">
      <Select aria-label={t('roleOf', { label })} value={value.of} popupMatchSelectWidth={false} options={WHERE.map((of) => ({ value: of, label: admin(`policy.of.${of}`) }))} onChange={(of) => onChange({ ...value, of })} />
      <AutoComplete
        id={id} aria-label={t('postOf', { label })} value={value.post} onChange={(post: string) => onChange({ ...value, post })} placeholder={t('post')} popupMatchSelectWidth={false}
        options={[...new Set([...held, ...USUAL])].map((post) => ({ value: post, label: `${admin(`unit.postNames.${post}`, { defaultValue: post })} · ${post}${isVacant(post) ? `（${t('vacant')}）` : ''}` }))}
      />
    </span>
  )
}

export function RolesField({ id, label, value, onChange }: Pick<FieldProps<readonly Role[]>, 'id' | 'label' | 'value' | 'onChange'>) {
  const shared = useTranslation('shared').t
  const { t } = useTranslation('policy')
  return (
    <ul className="rows-field" aria-label={label}>
      {value.map((role, index) => (
        <li key={index}>
          <RoleField id={index === 0 ? id : `${id}-${index}`} label={`${label} ${index + 1}`} value={role} onChange={(changed) => onChange(value.map((one, at) => (at === index ? changed : one)))} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${label} ${index + 1}`} onClick={() => onChange(value.filter((_, at) => at !== index))} />
        </li>
      ))}
      <li><Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, { of: 'institution', post: '' }])}>{t('addRole')}</Button></li>
    </ul>
  )
}
