import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Field } from '../shared/field.tsx'
import type { CaseView } from './case-query.ts'
import { TextField } from './fields.tsx'
import { ReferralFinding, type ReferralTarget } from './referral-finding.tsx'

export interface ReferralDraft { readonly unitId: string | null; readonly person: Person | null; readonly reason: string; readonly escorted: boolean; /** Somebody there was spoken with; null where nobody was. */ readonly contacted?: { readonly person: Person | null } | null }
export const NO_REFERRAL: ReferralDraft = { unitId: null, person: null, reason: '', escorted: false }

export function referralReady(draft: ReferralDraft): boolean {
  return draft.unitId !== null && draft.reason.trim() !== '' && (draft.contacted?.person !== null)
}

export function referralBody(draft: ReferralDraft) {
  if (draft.unitId === null) return null
  return { toUnitId: draft.unitId, toPersonId: draft.person?.id, reason: draft.reason, escorted: draft.escorted || undefined, contacted: draft.contacted?.person ? { personId: draft.contacted.person.id } : undefined }
}

interface ReferralFieldsProps { readonly draft: ReferralDraft; readonly onChange: (draft: ReferralDraft) => void; readonly faults: Readonly<Record<string, string>>; readonly handlerId: string; /** Whose words say where it may belong; a part of a case has words of its own. */ readonly view?: CaseView }

/** Where it goes, to whom, and why: the same for a referral and for the first contact's decision. */
export function ReferralFields({ draft, onChange, faults, handlerId, view }: ReferralFieldsProps) {
  const { t } = useTranslation('case')
  // The reason that came with a suggestion goes with it; one that somebody wrote stays.
  const [given, setGiven] = useState('')
  const choose = ({ unitId, unitName, matterName, person }: ReferralTarget) => {
    const reason = matterName === null ? '' : t('finding.reason', { matter: matterName, unit: unitName })
    const mine = draft.reason.trim() !== '' && draft.reason !== given
    setGiven(reason)
    onChange({ ...draft, unitId, person, reason: mine ? draft.reason : reason })
  }
  return (
    <>
      {view && <ReferralFinding caseId={view.id} handlerId={handlerId} handlerUnitId={view.handler.unitId} chosen={draft.unitId} onChoose={choose} />}
      <Field id="refer-unit" label={t('acts.refer.toUnit')} fault={faults['/toUnitId']}>
        <UnitPicker id="refer-unit" value={draft.unitId} onChange={(unitId) => onChange({ ...draft, unitId, person: null })} autoFocus />
      </Field>
      <Field id="refer-person" label={t('acts.refer.toPerson')} fault={faults['/toPersonId']}>
        <PersonPicker
          standIn id="refer-person" value={draft.person} unitId={draft.unitId ?? undefined} except={handlerId} label={t('acts.refer.toPerson')}
          onChange={(person) => onChange({ ...draft, person, unitId: person?.unitId ?? draft.unitId })}
        />
      </Field>
      <TextField id="refer-reason" label={t('acts.refer.reason')} value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} fault={faults['/reason']} />
      <Checkbox checked={draft.escorted} onChange={(event) => onChange({ ...draft, escorted: event.target.checked })}>{t('acts.refer.escorted')}</Checkbox>
      {view && <Checkbox checked={draft.contacted != null} onChange={(event) => onChange({ ...draft, contacted: event.target.checked ? { person: draft.person } : null })}>{t('acts.refer.contacted')}</Checkbox>}
      {view && draft.contacted && (
        <Field id="refer-contacted" label={t('acts.refer.contactedWho')} hint={t('acts.refer.contactedHint')} fault={faults['/contacted/personId']}>
          <PersonPicker id="refer-contacted" value={draft.contacted.person} unitId={draft.unitId ?? undefined} label={t('acts.refer.contactedWho')} onChange={(person) => onChange({ ...draft, contacted: { person } })} />
        </Field>
      )}
    </>
  )
}
