import { answerForward, reportUnsolved } from '@daodi/contract/staff/cases/unsolved.ts'
import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReportUnsolved({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} unsolved`, { text: '', person: null as Person | null })
  const act = useAct(reportUnsolved, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.reportUnsolved')} intro={t('together.unsolved.intro')} error={act.error} pending={act.isPending} ready={draft.text.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ text: draft.text, toPersonId: draft.person?.id })}
    >
      <TextField id="unsolved-text" label={t('together.unsolved.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} max={REPLY_MAX} autoFocus />
      <Field id="unsolved-who" label={t('together.unsolved.who')} fault={faults['/toPersonId']}>
        <PersonPicker standIn id="unsolved-who" value={draft.person} onChange={(person) => setDraft({ ...draft, person })} label={t('together.unsolved.who')} />
      </Field>
    </ActForm>
  )
}

export function AnswerForward({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [text, setText, clear] = useDraft(`${view.id} forward`, '')
  const act = useAct(answerForward, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.answerForward')} error={act.error} pending={act.isPending} ready={text.trim() !== ''} onSubmit={() => act.mutate({ text })} onClose={onClose}>
      {view.resolution?.text != null && <div className="quote">{view.resolution.text}</div>}
      <TextField id="forward-text" label={t('together.unsolved.answer')} value={text} onChange={setText} fault={faults['/text']} max={REPLY_MAX} autoFocus />
    </ActForm>
  )
}
