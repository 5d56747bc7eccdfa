import { useState } from 'preact/hooks'
import { Field } from '../shared/field.tsx'
import { FileField } from '../shared/file-field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { useFiles } from '../shared/use-files.ts'
import type { TrackedCase } from '../shared/wire.ts'
import { NOTE_MAX, useOneText } from './use-one-text.ts'

/** More about the question: words, photos and PDF files, or either. The words go first; a file that fails is kept here to be tried again. */
export function InformationForm({ found, code, onDone }: { found: TrackedCase; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track.information
  const { number } = found
  const files = useFiles()
  const [wordsSent, setWordsSent] = useState(false)
  const sendFiles = async () => { if (await files.sendAll({ number, code })) onDone() }
  const afterWords = () => {
    setWordsSent(true)
    form.setText('')
    void sendFiles()
  }
  const form = useOneText({ path: `/api/public/cases/${number}/information`, intention: `information.${number}`, field: 'text', code, missing: found.files ? words.missingAny : words.missing, onDone: afterWords })
  const submit = (event: Event) => {
    if (form.text.trim() || files.pending === 0) return form.submit(event)
    event.preventDefault()
    return files.busy ? undefined : void sendFiles()
  }
  const frozen = form.frozen || files.busy
  return (
    <form class="panel" onSubmit={submit} noValidate>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <fieldset class="bare" disabled={frozen}>
        <Field pointer="/text" label={words.label} rows={4} max={NOTE_MAX} faults={form.faults} value={form.text} onChange={form.setText} />
        <FileField files={files} limits={found.files} />
      </fieldset>
      {wordsSent && !files.busy && <p class="notice wait" role="status">{texts.files.wordsSent} <button type="button" class="link" onClick={onDone}>{texts.files.finish}</button></p>}
      <SendBar {...form.bar} phase={files.busy ? { name: 'sending', slow: false } : form.bar.phase} submit={words.submit} />
    </form>
  )
}
