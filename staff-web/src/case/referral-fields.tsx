import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Field } from '../shared/field.tsx'
import { TextField } from './fields.tsx'

export interface ReferralDraft { readonly unitId: string | null; readonly person: Person | null; readonly reason: string; readonly escorted: boolean }
export const NO_REFERRAL: ReferralDraft = { unitId: null, person: null, reason: '', escorted: false }

export function referralReady(draft: ReferralDraft): boolean {
  return draft.unitId !== null && draft.reason.trim() !== ''
}

export function referralBody(draft: ReferralDraft) {
  if (draft.unitId === null) return null
  return { toUnitId: draft.unitId, toPersonId: draft.person?.id, reason: draft.reason, escorted: draft.escorted || undefined }
}

interface ReferralFieldsProps { readonly draft: ReferralDraft; readonly onChange: (draft: ReferralDraft) => void; readonly faults: Readonly<Record<string, string>>; readonly handlerId: string }

/** Where it goes, to whom, and why: the same for a referral and for the first contact's decision. */
export function ReferralFields({ draft, onChange, faults, handlerId }: ReferralFieldsProps) {
  const { t } = useTranslation('case')
  return (
    <>
      <Field id="refer-unit" label={t('acts.refer.toUnit')} fault={faults['/toUnitId']}>
        <UnitPicker id="refer-unit" value={draft.unitId} onChange={(unitId) => onChange({ ...draft, unitId, person: null })} autoFocus />
      </Field>
      <Field id="refer-person" label={t('acts.refer.toPerson')} fault={faults['/toPersonId']}>
        <PersonPicker
          id="refer-person" value={draft.person} unitId={draft.unitId ?? undefined} except={handlerId} label={t('acts.refer.toPerson')}
          onChange={(person) => onChange({ ...draft, person, unitId: person?.unitId ?? draft.unitId })}
        />
      </Field>
      <TextField id="refer-reason" label={t('acts.refer.reason')} value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} fault={faults['/reason']} />
      <Checkbox checked={draft.escorted} onChange={(event) => onChange({ ...draft, escorted: event.target.checked })}>{t('acts.refer.escorted')}</Checkbox>
    </>
  )
}
