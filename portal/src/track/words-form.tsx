import { Field } from '../shared/field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { NOTE_MAX, useOneText } from './use-one-text.ts'

/** What the person still has to say: more about the question, or that it could not be done (办不成事), which goes past whoever handles it. */
export function WordsForm({ kind, number, code, onDone }: { kind: 'information' | 'undone'; number: string; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track[kind]
  const form = useOneText({ path: `/api/public/cases/${number}/${kind}`, intention: `${kind}.${number}`, field: 'text', code, missing: words.missing, onDone })
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
