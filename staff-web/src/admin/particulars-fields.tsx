import { Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import type { Account } from './account-query.ts'

const LISTS = ['otherPhones', 'otherRooms', 'languages', 'qualifications'] as const
const EMPLOYMENTS = ['regular', 'dispatched', 'temporary'] as const

export type Particulars = Pick<Account, (typeof LISTS)[number] | 'employment'>

export function particularsOf(account: Account | null): Particulars {
  const { otherPhones = [], otherRooms = [], languages = [], qualifications = [], employment = 'regular' } = account ?? {}
  return { otherPhones, otherRooms, languages, qualifications, employment }
}

/** Further numbers and rooms, what somebody speaks and is qualified for, and how they are employed. */
export function ParticularsFields({ value, onChange, faults }: { value: Particulars; onChange: (value: Particulars) => void; faults: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('admin')
  return (
    <>
      <div className="pair">
        {LISTS.map((name) => (
          <Field key={name} id={`account-${name}`} label={t(`account.${name}`)} fault={Object.entries(faults).find(([pointer]) => pointer.startsWith(`/${name}`))?.[1]}>
            <Select id={`account-${name}`} mode="tags" open={false} suffixIcon={null} value={value[name]} tokenSeparators={['，', ',', '、', '；', ';']} onChange={(words: string[]) => onChange({ ...value, [name]: words })} style={{ width: '100%' }} />
          </Field>
        ))}
      </div>
      <div className="field">
        <span id="account-employment" className="muted">{t('account.employment')}</span>
        <Radio.Group
          aria-labelledby="account-employment" value={value.employment} onChange={(event) => onChange({ ...value, employment: event.target.value as Particulars['employment'] })}
          options={EMPLOYMENTS.map((code) => ({ value: code, label: t(`account.employments.${code}`) }))}
        />
      </div>
    </>
  )
}
