import { assignStaff, completeRecord, confirmAssignment } from '@daodi/contract/staff/cases/emergency.ts'
import { SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import type { Person } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, LineField, TextField } from './fields.tsx'
import { PeopleField } from './people-field.tsx'
import { useAct } from './use-act.ts'

export function AssignStaff({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} assign`, { people: [] as readonly Person[], unitId: null as string | null, note: '' })
  const act = useAct(assignStaff, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { people, unitId, note } = draft
  return (
    <ActForm
      title={t('acts.name.assignStaff')} intro={t('together.emergency.assignIntro')} error={act.error} pending={act.isPending} ready onClose={onClose}
      onSubmit={() => act.mutate({ personIds: people.length === 0 ? undefined : people.map(({ id }) => id), unitId: people.length === 0 ? unitId ?? undefined : undefined, note: given(note) })}
    >
      <Where view={view} />
      <PeopleField id="assign-who" label={t('together.emergency.who')} value={people} onChange={(next) => setDraft({ ...draft, people: next })} fault={faults['/personIds']} most={100} />
      {people.length === 0 && (
        <Field id="assign-unit" label={t('together.emergency.unit')} fault={faults['/unitId']}>
          <UnitPicker id="assign-unit" value={unitId} onChange={(next) => setDraft({ ...draft, unitId: next })} label={t('together.emergency.unit')} />
        </Field>
      )}
      <TextField id="assign-note" label={t('together.emergency.note')} value={note} onChange={(next) => setDraft({ ...draft, note: next })} fault={faults['/note']} rows={2} />
    </ActForm>
  )
}

export function ConfirmAssignment({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(confirmAssignment, view.id, onClose)
  return <ActForm title={t('acts.name.confirmAssignment')} intro={t('together.emergency.confirm')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({})} onClose={onClose}><Where view={view} /></ActForm>
}

/** Whoever is sent has to know where. */
function Where({ view }: Pick<ActProps, 'view'>) {
  const { t } = useTranslation('case')
  return view.place === null ? null : <div className="quote">{t('placeIs', { place: view.place })}</div>
}

export function CompleteRecord({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} record`, { subject: '', content: '', place: '', name: '', phone: '' })
  const act = useAct(completeRecord, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { subject, content, place, name, phone } = draft
  const requester = { name: given(name), phone: given(phone) }
  return (
    <ActForm
      title={t('acts.name.completeRecord')} intro={t('together.emergency.completeIntro')} error={act.error} pending={act.isPending} ready={subject.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ subject: given(subject), content: given(content), place: given(place), requester: requester.name === undefined && requester.phone === undefined ? undefined : requester })}
    >
      <LineField id="record-subject" label={t('together.emergency.subject')} value={subject} onChange={(next) => setDraft({ ...draft, subject: next })} fault={faults['/subject']} max={SUBJECT_MAX} autoFocus />
      <TextField id="record-content" label={t('together.emergency.content')} value={content} onChange={(next) => setDraft({ ...draft, content: next })} fault={faults['/content']} />
      <LineField id="record-place" label={t('together.emergency.place')} value={place} onChange={(next) => setDraft({ ...draft, place: next })} fault={faults['/place']} max={200} />
      <div className="act-pair">
        <LineField id="record-name" label={t('together.emergency.name')} value={name} onChange={(next) => setDraft({ ...draft, name: next })} fault={faults['/requester/name']} max={60} />
        <LineField id="record-phone" label={t('together.emergency.phone')} value={phone} onChange={(next) => setDraft({ ...draft, phone: next })} fault={faults['/requester/phone']} max={30} />
      </div>
    </ActForm>
  )
}
