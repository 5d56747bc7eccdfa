import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { replyToCase } from '@daodi/contract/staff/cases/reply-to-case.ts'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { AnswerFiles } from './answer-files.tsx'
import { useDraft } from './drafts.ts'
import { ReplyChannelField, TextField, usualReplyChannel } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReplyToCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const { settings } = useMe()
  const [draft, setDraft, clear] = useDraft(`${view.id} reply`, { channel: usualReplyChannel(view), text: replyFrom(view), close: settings.closeWithReply })
  const [files, setFiles, clearFiles] = useDraft<readonly string[]>(`${view.id} reply files`, [])
  const [sending, setSending] = useState(false)
  const act = useAct(replyToCase, view.id, () => { clear(); clearFiles(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.replyToCase')} error={act.error} pending={act.isPending} ready={draft.text.trim() !== '' && !sending} onClose={onClose}
      onSubmit={() => act.mutate({ channel: draft.channel, text: draft.text, close: draft.close, attachmentIds: files.length > 0 ? [...files] : undefined })}
    >
      <ReplyChannelField label={t('acts.reply.channel')} value={draft.channel} onChange={(channel) => setDraft({ ...draft, channel })} />
      <TextField
        id="reply-text" label={t('acts.reply.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} max={REPLY_MAX} rows={7} autoFocus
        hint={view.resolution?.text != null ? t('acts.reply.prefilled') : ''}
      />
      <AnswerFiles view={view} chosen={files} onChange={setFiles} sending={sending} onSending={setSending} />
      <Checkbox checked={draft.close} onChange={(event) => setDraft({ ...draft, close: event.target.checked })}>{t('acts.reply.close')}</Checkbox>
    </ActForm>
  )
}

/** What the handler wrote, with where to go when it is somebody else's. */
function replyFrom(view: ActProps['view']): string {
  const { resolution } = view
  return [resolution?.text, [resolution?.where, resolution?.phone].filter(Boolean).join(' ')].filter(Boolean).join('\n')
}
