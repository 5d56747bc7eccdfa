import { returnReferral } from '@daodi/contract/staff/cases/return-referral.ts'
import { useTranslation } from 'react-i18next'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Field } from '../shared/field.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, LineField, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReturnReferral({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} return`, { reason: '', basis: '', suggested: null as string | null })
  const act = useAct(returnReferral, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const needs = { basis: view.referral?.basisNeeded ?? false, suggestion: view.referral?.suggestionNeeded ?? false }
  const ready = draft.reason.trim() !== '' && (!needs.basis || draft.basis.trim() !== '') && (!needs.suggestion || draft.suggested !== null)
  return (
    <ActForm
      title={t('acts.name.returnReferral')} intro={t('acts.return.goesBack')} error={act.error} pending={act.isPending} ready={ready} onClose={onClose}
      onSubmit={() => act.mutate({ reason: draft.reason, basis: given(draft.basis), suggestedUnitId: draft.suggested ?? undefined })}
    >
      <TextField id="return-reason" label={t('acts.return.reason')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} fault={faults['/reason']} autoFocus />
      <LineField id="return-basis" label={needs.basis ? t('together.ruling.basis') : t('together.ruling.basisOptional')} value={draft.basis} onChange={(basis) => setDraft({ ...draft, basis })} fault={faults['/basis']} max={300} />
      <Field id="return-unit" label={needs.suggestion ? t('acts.return.suggestedNeeded') : t('acts.return.suggested')} fault={faults['/suggestedUnitId']}>
        <UnitPicker id="return-unit" value={draft.suggested} onChange={(suggested) => setDraft({ ...draft, suggested })} except={view.referral?.toUnitId} />
      </Field>
    </ActForm>
  )
}
