import { answerInquiry, makeInquiry } from '@daodi/contract/staff/cases/inquire.ts'
import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, LineField, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function MakeInquiry({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} inquiry`, { party: '', phone: '', question: '', due: null as string | null })
  const act = useAct(makeInquiry, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { party, phone, question, due } = draft
  return (
    <ActForm
      title={t('acts.name.makeInquiry')} error={act.error} pending={act.isPending} ready={party.trim() !== '' && question.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ party, phone: given(phone), question, dueAt: due ?? undefined })}
    >
      <div className="act-pair">
        <LineField id="inquiry-party" label={t('together.inquiry.party')} value={party} onChange={(next) => setDraft({ ...draft, party: next })} fault={faults['/party']} max={120} autoFocus />
        <LineField id="inquiry-phone" label={t('together.inquiry.phone')} value={phone} onChange={(next) => setDraft({ ...draft, phone: next })} fault={faults['/phone']} max={30} />
      </div>
      <TextField id="inquiry-question" label={t('together.inquiry.question')} value={question} onChange={(next) => setDraft({ ...draft, question: next })} fault={faults['/question']} />
      <Field id="inquiry-due" label={t('together.inquiry.due')} fault={faults['/dueAt']}>
        <InstantPicker id="inquiry-due" value={due} onChange={(next) => setDraft({ ...draft, due: next })} />
      </Field>
    </ActForm>
  )
}

export function AnswerInquiry({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const open = view.cooperation.inquiries
  const [draft, setDraft, clear] = useDraft(`${view.id} inquired`, { chosen: open[0]?.id ?? null, text: '', tell: true })
  const act = useAct(answerInquiry, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { chosen, text, tell } = draft
  return (
    <ActForm
      title={t('acts.name.answerInquiry')} error={act.error} pending={act.isPending} ready={chosen !== null && text.trim() !== ''} onClose={onClose}
      onSubmit={() => { if (chosen !== null) act.mutate({ inquiryId: chosen, text, tellPerson: tell }) }}
    >
      <Radio.Group
        vertical aria-label={t('together.inquiry.which')} value={chosen} onChange={(event) => setDraft({ ...draft, chosen: event.target.value as string })}
        options={open.map((one) => ({ value: one.id, label: `${one.party}：${one.text ?? ''}` }))}
      />
      <TextField id="inquiry-text" label={t('together.inquiry.text')} value={text} onChange={(next) => setDraft({ ...draft, text: next })} fault={faults['/text']} max={REPLY_MAX} autoFocus />
      <Checkbox checked={tell} onChange={(event) => setDraft({ ...draft, tell: event.target.checked })}>{t('together.inquiry.tell')}</Checkbox>
    </ActForm>
  )
}
