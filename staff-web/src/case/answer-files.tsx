import { PaperClipOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ATTACHMENT_MAX_BYTES } from '@daodi/contract/staff/cases/attachments.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { type CaseView, rereadCase } from './case-query.ts'
import { ACCEPT, faultOf, uploadFile } from './upload-file.ts'

const MEGABYTE = 1024 * 1024

/** Files of the case that go to the person with the answer. What is not ticked stays inside. */
export function AnswerFiles({ view, chosen, onChange, sending, onSending }: {
  view: CaseView; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void
  /** A file is on its way: the answer waits for it. */
  sending: boolean; onSending: (sending: boolean) => void
}) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  // What is ticked when the upload has ended, not when it began.
  const now = useRef(chosen)
  const here = useRef(true)
  useEffect(() => { now.current = chosen })
  useEffect(() => { here.current = true; return () => { here.current = false } }, [])
  const [fault, setFault] = useState<string | null>(null)
  const allowed = view.acts.some(({ act, allowed: may }) => act === 'addAttachment' && may)
  const add = async (file: File | undefined) => {
    if (file === undefined) return
    const wrong = faultOf(file)
    setFault(wrong === null ? null : t(wrong, { name: file.name, size: `${(file.size / MEGABYTE).toFixed(1)} MB`, limit: ATTACHMENT_MAX_BYTES / MEGABYTE }))
    if (wrong !== null) return
    onSending(true)
    try {
      const id = await uploadFile(view.id, file, () => undefined)
      await rereadCase(queries, view.id)
      // Closed meanwhile: it stays a file of the case, and goes to nobody by itself.
      if (here.current) onChange([...now.current, id])
    } catch (error) {
      setFault(t('attachmentFailed', { name: file.name, reason: refusalText(error, shared) }))
    }
    onSending(false)
  }
  if (!allowed && view.attachments.length === 0) return null
  return (
    <fieldset className="answer-files">
      <legend>{t('acts.reply.files')}</legend>
      {view.attachments.map((file) => (
        <Checkbox key={file.id} checked={chosen.includes(file.id)} onChange={(event) => onChange(event.target.checked ? [...chosen, file.id] : chosen.filter((one) => one !== file.id))}>{file.name} <span className="muted">{file.byName ?? t('person')}</span></Checkbox>
      ))}
      {fault !== null && <p className="field-fault" role="alert">{fault}</p>}
      {allowed && (
        <div>
          <input ref={field} type="file" accept={ACCEPT} hidden onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; void add(file) }} />
          <Button size="small" icon={<PaperClipOutlined />} loading={sending} onClick={() => field.current?.click()}>{t('addAttachment')}</Button>
        </div>
      )}
      <p className="act-hint">{t('acts.reply.filesHint')}</p>
    </fieldset>
  )
}
