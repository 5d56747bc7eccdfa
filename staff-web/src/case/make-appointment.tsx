import { endAppointment, makeAppointment, moveAppointment } from '@daodi/contract/staff/cases/appointments.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, LineField } from './fields.tsx'
import { TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

const PLACE_MAX = 200

export function MakeAppointment({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} appointment`, { at: null as string | null, home: false, place: '', person: null as Person | null })
  const act = useAct(makeAppointment, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { at, home, place, person } = draft
  return (
    <ActForm
      title={t('acts.name.makeAppointment')} error={act.error} pending={act.isPending} ready={at !== null} onClose={onClose}
      onSubmit={() => { if (at !== null) act.mutate({ at, home, place: given(place), ...(person === null ? {} : { personId: person.id }) }) }}
    >
      <Radio.Group
        aria-label={t('acts.name.makeAppointment')} optionType="button" value={home} onChange={(event) => setDraft({ ...draft, home: event.target.value as boolean })}
        options={[{ value: false, label: t('acts.appointment.here') }, { value: true, label: t('acts.appointment.home') }]}
      />
      <Field id="appointment-at" label={t('acts.appointment.at')} fault={faults['/at']}>
        <InstantPicker id="appointment-at" value={at} onChange={(next) => setDraft({ ...draft, at: next })} />
      </Field>
      <LineField id="appointment-place" label={t('acts.appointment.place')} value={place} onChange={(next) => setDraft({ ...draft, place: next })} max={PLACE_MAX} fault={faults['/place']} />
      <Field id="appointment-who" label={t('acts.appointment.who', { name: view.handler.personName })} fault={faults['/personId']}>
        <PersonPicker standIn id="appointment-who" value={person} onChange={(next) => setDraft({ ...draft, person: next })} label={t('acts.appointment.who', { name: view.handler.personName })} />
      </Field>
    </ActForm>
  )
}

export function MoveAppointment(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'moveAppointment')
  const [at, setAt] = useState<string | null>(props.view.course.appointment?.at ?? null)
  const act = useAct(moveAppointment, props.view.id, draft.done)
  const faults = useFaults(act.error)
  return (
    <TextPanel name="moveAppointment" label={t('acts.appointment.why')} field="reason" draft={draft} act={act} ready={at !== null} onSend={(reason) => { if (at !== null) act.mutate({ at, reason }) }} onClose={props.onClose}>
      <Field id="move-at" label={t('acts.appointment.at')} fault={faults['/at']}><InstantPicker id="move-at" value={at} onChange={setAt} autoFocus /></Field>
    </TextPanel>
  )
}

export function EndAppointment(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'endAppointment')
  const [kept, setKept] = useState(true)
  const act = useAct(endAppointment, props.view.id, draft.done)
  return (
    <TextPanel name="endAppointment" label={t('acts.appointment.note')} field="note" optional={kept} draft={draft} act={act} onSend={(note) => act.mutate({ kept, note: given(note) })} onClose={props.onClose}>
      <Radio.Group
        aria-label={t('acts.name.endAppointment')} optionType="button" value={kept} onChange={(event) => setKept(event.target.value as boolean)}
        options={[{ value: true, label: t('acts.appointment.kept') }, { value: false, label: t('acts.appointment.missed') }]}
      />
    </TextPanel>
  )
}
