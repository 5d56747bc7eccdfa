import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PostSelect } from '../shared/post-select.tsx'
import type { FieldProps, Role } from './field-props.ts'

const WHERE = ['handler', 'firstContact', 'receiver', 'institution'] as const

/** A post, and the unit in which it is looked for first. Posts that somebody holds are offered, and the usual ones; any other may be typed. */
export function RoleField({ id, label, value, onChange }: Pick<FieldProps<Role>, 'id' | 'label' | 'value' | 'onChange'>) {
  const admin = useTranslation('admin').t as (key: string, options?: { defaultValue: string }) => string
  const { t } = useTranslation('policy')
  return (
    <span className="role-field">
      <Select aria-label={t('roleOf', { label })} value={value.of} popupMatchSelectWidth={false} options={WHERE.map((of) => ({ value: of, label: admin(`policy.of.${of}`) }))} onChange={(of) => onChange({ ...value, of })} />
      <PostSelect id={id} label={t('postOf', { label })} value={value.post} onChange={(post) => onChange({ ...value, post: post ?? '' })} />
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
