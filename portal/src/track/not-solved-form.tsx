import { Field } from '../shared/field.tsx'
import { PhoneLink } from '../shared/phone-link.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import type { TrackedCase } from '../shared/wire.ts'
import { NOTE_MAX, useOneText } from './use-one-text.ts'

/** Reopens an answered case, or has a leader decide on it once it was reopened as often as may be; while it is open, or when it no longer can be reopened, says what can be done instead. */
export function NotSolvedForm({ found, code, onDone }: { found: TrackedCase; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track.notSolved
  const form = useOneText({
    path: `/api/public/cases/${found.number}/not-solved`, intention: `not-solved.${found.number}`, field: 'reason', code, missing: words.missing, onDone,
  })
  if (!found.canSayNotSolved) {
    const open = found.status === 'registered' || found.status === 'handling' || found.status === 'resolved'
    const said = found.timeline.filter(({ kind, params }) => kind.startsWith('help-') && params['of'] === 'appeal').pop()
    const decided = found.leaderDecides && said?.kind === 'help-asked' ? words.leaderDone : words.over
    return <div class="panel"><h2>{words.complain}</h2><p>{open ? words.unfinished : decided}</p><Supervision found={found} /></div>
  }
  return (
    <form class="panel" onSubmit={form.submit} noValidate>
      <h2>{words.title}</h2>
      <p>{found.leaderDecides ? words.leaderLead : words.lead(found.firstContactName)}</p>
      <fieldset class="bare" disabled={form.frozen}>
        <Field pointer="/reason" label={words.label} rows={4} max={NOTE_MAX} faults={form.faults} value={form.text} onChange={form.setText} />
      </fieldset>
      <SendBar {...form.bar} submit={found.leaderDecides ? words.leaderSubmit : words.submit} />
      <Supervision found={found} />
    </form>
  )
}

function Supervision({ found }: { found: TrackedCase }) {
  const { texts } = usePortal()
  const phone = found.supervisionLine
  if (phone) return <p>{texts.track.supervision} <PhoneLink number={phone} /></p>
  return <p>{texts.track.notSolved.noPhone} {found.unit.phone && <PhoneLink number={found.unit.phone} />}</p>
}
