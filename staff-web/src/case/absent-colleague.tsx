import { acknowledgeRelay, callColleague, promiseRelay, recordContact } from '@daodi/contract/staff/cases/absent-colleague.ts'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, ReplyChannelField, type ReplyChannelName, TextField, usualReplyChannel } from './fields.tsx'
import { useAct } from './use-act.ts'

const NO_CALL = { person: null as Person | null, channel: 'phone' as ReplyChannelName, reached: false, at: null as string | null, note: '' }

export function CallColleague({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} call`, NO_CALL)
  const act = useAct(callColleague, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { person, channel, reached, at, note } = draft
  return (
    <ActForm
      title={t('acts.name.callColleague')} intro={t('together.call.intro')} error={act.error} pending={act.isPending} ready={person !== null} onClose={onClose}
      onSubmit={() => { if (person !== null) act.mutate({ personId: person.id, channel, reached, calledAt: at ?? undefined, note: given(note) }) }}
    >
      <Field id="call-who" label={t('together.call.who')} fault={faults['/personId']}>
        <PersonPicker standIn id="call-who" value={person} onChange={(next) => setDraft({ ...draft, person: next })} label={t('together.call.who')} autoFocus />
      </Field>
      <ReplyChannelField label={t('together.call.channel')} value={channel} onChange={(next) => setDraft({ ...draft, channel: next })} />
      <div className="act-field">
        <span id="call-reached">{t('together.call.reached')}</span>
        <Radio.Group
          aria-labelledby="call-reached" optionType="button" value={reached} onChange={(event) => setDraft({ ...draft, reached: event.target.value as boolean })}
          options={[{ value: true, label: t('together.call.yes') }, { value: false, label: t('together.call.no') }]}
        />
      </div>
      <Field id="call-at" label={t('together.call.at')} fault={faults['/calledAt']}>
        <InstantPicker id="call-at" value={at} onChange={(next) => setDraft({ ...draft, at: next })} />
      </Field>
      <TextField id="call-note" label={t('together.call.note')} value={note} onChange={(next) => setDraft({ ...draft, note: next })} fault={faults['/note']} rows={2} />
    </ActForm>
  )
}

export function PromiseRelay({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} relay`, { person: null as Person | null, text: '' })
  const act = useAct(promiseRelay, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { person } = draft
  return (
    <ActForm
      title={t('acts.name.promiseRelay')} intro={t('together.relay.intro')} error={act.error} pending={act.isPending} ready={person !== null} onClose={onClose}
      onSubmit={() => { if (person !== null) act.mutate({ toPersonId: person.id, text: given(draft.text) }) }}
    >
      <Field id="relay-who" label={t('together.relay.who')} fault={faults['/toPersonId']}>
        <PersonPicker standIn id="relay-who" value={person} onChange={(next) => setDraft({ ...draft, person: next })} except={view.firstContact.personId} label={t('together.relay.who')} autoFocus />
      </Field>
      <TextField id="relay-text" label={t('together.relay.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} rows={3} />
    </ActForm>
  )
}

export function AcknowledgeRelay({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(acknowledgeRelay, view.id, onClose)
  return (
    <ActForm title={t('acts.name.acknowledgeRelay')} intro={t('together.relay.acknowledge')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({})} onClose={onClose}>
      {view.cooperation.relay?.text != null && <div className="quote">{view.cooperation.relay.text}</div>}
    </ActForm>
  )
}

export function RecordContact({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} contact`, { channel: usualReplyChannel(view), note: '' })
  const act = useAct(recordContact, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.recordContact')} intro={t('together.contact.intro')} error={act.error} pending={act.isPending} ready onClose={onClose} onSubmit={() => act.mutate({ channel: draft.channel, note: given(draft.note) })}>
      <ReplyChannelField label={t('acts.attempt.channel')} value={draft.channel} onChange={(channel) => setDraft({ ...draft, channel })} />
      <TextField id="contact-note" label={t('together.contact.note')} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} fault={faults['/note']} autoFocus />
    </ActForm>
  )
}
