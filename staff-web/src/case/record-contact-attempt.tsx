import { recordContactAttempt } from '@daodi/contract/staff/cases/record-contact-attempt.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, ReplyChannelField, TextField, usualReplyChannel } from './fields.tsx'
import { useAct } from './use-act.ts'

export function RecordContactAttempt({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} attempt`, { channel: usualReplyChannel(view), note: '' })
  const act = useAct(recordContactAttempt, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const count = view.attempts.filter((attempt) => attempt.round === view.round).length
  return (
    <ActForm
      title={t('acts.name.recordContactAttempt')} intro={t('acts.attempt.count', { count })} error={act.error} pending={act.isPending} ready onClose={onClose}
      onSubmit={() => act.mutate({ channel: draft.channel, note: given(draft.note) })}
    >
      <ReplyChannelField label={t('acts.attempt.channel')} value={draft.channel} onChange={(channel) => setDraft({ ...draft, channel })} />
      <TextField id="attempt-note" label={t('acts.attempt.note')} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} fault={faults['/note']} autoFocus />
    </ActForm>
  )
}
