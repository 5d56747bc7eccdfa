import { DownloadOutlined, PaperClipOutlined } from '@ant-design/icons'
import { ATTACHMENT_MAX_BYTES, getAttachment } from '@daodi/contract/staff/cases/attachments.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { type DragEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { type CaseView, rereadCase } from './case-query.ts'
import { ACCEPT, faultOf, uploadFile } from './upload-file.ts'

const MEGABYTE = 1024 * 1024
interface Sending { readonly name: string; readonly share: number }

/** Files of the case: dropped or chosen, refused in words before they travel, downloaded and never shown inline. */
export function CaseAttachments({ view, field }: { view: CaseView; field: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('case')
  const [over, setOver] = useState(false)
  const { sending, faults, send, dismiss } = useSending(view.id)
  const allowed = view.acts.some((act) => act.act === 'addAttachment' && act.allowed)
  if (!allowed && view.attachments.length === 0) return null
  const onDrop = (event: DragEvent) => { event.preventDefault(); setOver(false); if (allowed) void send([...event.dataTransfer.files]) }
  return (
    <section
      className="card aside-card" aria-labelledby="attachments-head" data-over={over && allowed}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={onDrop}
    >
      <h2 id="attachments-head">{t('attachments')}</h2>
      <ul className="attachments">{view.attachments.map((file) => <AttachmentLine key={file.id} file={file} caseId={view.id} />)}</ul>
      {sending !== null && <div role="status" className="attachment-sending"><span className="clip">{sending.name}</span><Progress percent={Math.round(sending.share * 100)} size="small" aria-label={sending.name} /></div>}
      {faults.map((fault) => <Alert key={fault} type="error" showIcon title={fault} />)}
      {faults.length > 0 && <button type="button" className="baton-turn aside-turn" onClick={dismiss}>{t('dismiss')}</button>}
      {allowed && (
        <>
          <input ref={field} type="file" multiple accept={ACCEPT} hidden onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void send(files) }} />
          <Button size="small" icon={<PaperClipOutlined />} disabled={sending !== null} onClick={() => field.current?.click()}>{t('addAttachment')}</Button>
          <p className="act-hint">{t('attachmentHint', { size: ATTACHMENT_MAX_BYTES / MEGABYTE })}</p>
        </>
      )}
    </section>
  )
}

function AttachmentLine({ file, caseId }: { file: CaseView['attachments'][number]; caseId: string }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  return (
    <li>
      <a href={addressOf(getAttachment, { caseId, attachmentId: file.id })} download={file.name}><DownloadOutlined aria-hidden="true" /> {file.name}<span className="only-read">{t('download')}</span></a>
      <span className="muted">{sizeText(file.size)} · {file.byName === null ? t('person') : file.byName} · {formatInstant(file.at)}</span>
    </li>
  )
}

function useSending(caseId: string) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  // One after the other: the server takes one file a request, and a slow line is not shared.
  const send = async (files: readonly File[]) => {
    const said: string[] = []
    setFaults([])
    for (const file of files) {
      const fault = faultOf(file)
      if (fault !== null) {
        said.push(t(fault, { name: file.name, size: sizeText(file.size), limit: ATTACHMENT_MAX_BYTES / MEGABYTE }))
        continue
      }
      setSending({ name: file.name, share: 0 })
      try {
        await uploadFile(caseId, file, (share) => setSending({ name: file.name, share }))
      } catch (error) {
        said.push(t('attachmentFailed', { name: file.name, reason: refusalText(error, shared) }))
      }
    }
    setSending(null)
    setFaults(said)
    if (said.length < files.length) await rereadCase(queries, caseId)
  }
  return { sending, faults, send, dismiss: () => setFaults([]) }
}

function sizeText(bytes: number): string {
  return bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}
