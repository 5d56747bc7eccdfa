import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { useSending } from '../shared/use-sending.ts'

/** The answer came, and it is done: one press, kept with its time. */
export function Confirmation({ number, round, code, onDone }: { number: string; round: number; code: string; onDone: () => void }) {
  const { confirmation } = usePortal().texts.track
  const { phase, send, sendAgain, letGo } = useSending(`/api/public/cases/${number}/confirmation`, `confirm.${number}.${round}`, onDone)
  const submit = (event: Event) => { event.preventDefault(); if (phase.name !== 'sending' && phase.name !== 'unclear') send({ code }) }
  return (
    <form class="panel confirmation" onSubmit={submit}>
      <p>{confirmation.lead}</p>
      <SendBar phase={phase} submit={confirmation.submit} sendAgain={sendAgain} letGo={letGo} faults={{}} />
    </form>
  )
}
