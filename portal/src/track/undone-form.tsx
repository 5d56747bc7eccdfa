import { Field } from '../shared/field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { NOTE_MAX, useOneText } from './use-one-text.ts'

/** 办不成事: said past the person who handles the case. */
export function UndoneForm({ number, code, onDone }: { number: string; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track.undone
  const form = useOneText({ path: `/api/public/cases/${number}/undone`, intention: `undone.${number}`, field: 'text', code, missing: words.missing, onDone })
  return (
    <form class="panel" onSubmit={form.submit} noValidate>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <fieldset class="bare" disabled={form.frozen}>
        <Field pointer="/text" label={words.label} rows={4} max={NOTE_MAX} faults={form.faults} value={form.text} onChange={form.setText} />
      </fieldset>
      <SendBar {...form.bar} submit={words.submit} />
    </form>
  )
}
