import { archiveCase, confirmReceipt, informPerson } from '@daodi/contract/staff/cases/inform-person.ts'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActProps } from './act-dialog.tsx'
import { given, ReplyChannelField, usualReplyChannel } from './fields.tsx'
import { TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

/** What the person was told on the way: a new date, a pause, or how far it has come. */
export function InformPerson(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'informPerson')
  const [channel, setChannel] = useState(usualReplyChannel(props.view))
  const [confirmed, setConfirmed] = useState(false)
  const act = useAct(informPerson, props.view.id, draft.done)
  return (
    <TextPanel name="informPerson" label={t('acts.inform.text')} intro={t('acts.inform.intro')} draft={draft} act={act} onSend={(text) => act.mutate({ channel, text, confirmed })} onClose={props.onClose}>
      <ReplyChannelField label={t('acts.inform.channel')} value={channel} onChange={setChannel} />
      <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>{t('acts.inform.confirmed')}</Checkbox>
    </TextPanel>
  )
}

export function ConfirmReceipt(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'confirmReceipt')
  const [channel, setChannel] = useState(usualReplyChannel(props.view))
  const act = useAct(confirmReceipt, props.view.id, draft.done)
  return (
    <TextPanel name="confirmReceipt" label={t('acts.receipt.note')} field="note" optional draft={draft} act={act} onSend={(note) => act.mutate({ channel, note: given(note) })} onClose={props.onClose}>
      <ReplyChannelField label={t('acts.receipt.channel')} value={channel} onChange={setChannel} />
    </TextPanel>
  )
}

export function ArchiveCase(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'archiveCase')
  const act = useAct(archiveCase, props.view.id, draft.done)
  return <TextPanel name="archiveCase" label={t('acts.archive.summary')} intro={t('acts.archive.intro')} field="summary" draft={draft} act={act} onSend={(summary) => act.mutate({ summary })} onClose={props.onClose} />
}
