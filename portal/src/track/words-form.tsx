import { Field } from '../shared/field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { NOTE_MAX, useOneText } from './use-one-text.ts'

/** That it could not be done (办不成事), which goes past whoever handles it; or that the person takes it back (撤回), which needs no reason. */
export function WordsForm({ kind, number, code, onDone }: { kind: 'undone' | 'withdraw'; number: string; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track[kind]
  const back = kind === 'withdraw'
  const form = useOneText({
    path: `/api/public/cases/${number}/${back ? 'withdrawal' : kind}`, intention: `${kind}.${number}`, field: back ? 'reason' : 'text', code,
    missing: back ? null : texts.track.undone.missing, onDone,
  })
  return (
    <form class="panel" onSubmit={form.submit} noValidate>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <fieldset class="bare" disabled={form.frozen}>
        <Field pointer={back ? '/reason' : '/text'} label={words.label} optional={back} rows={4} max={NOTE_MAX} faults={form.faults} value={form.text} onChange={form.setText} />
      </fieldset>
      <SendBar {...form.bar} submit={words.submit} grave={back} />
    </form>
  )
}
