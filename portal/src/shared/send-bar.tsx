import { useEffect, useRef } from 'preact/hooks'
import { fieldId, refusalText, type Faults } from './faults.ts'
import { usePortal } from './portal-context.ts'
import { type Phase, useCountdown } from './use-sending.ts'

interface Bar {
  phase: Phase
  submit: string
  sendAgain: () => void
  letGo: () => void
  faults: Faults
  /** What cannot be taken back is pressed in another colour. */
  grave?: boolean
  /** Names of the fields, for sentences that would not say by themselves which one they mean. */
  labels?: Record<string, string>
}

/** The button that sends, and beside it whatever became of sending: slow, unanswered, refused, too fast. */
export function SendBar({ phase, submit, sendAgain, letGo, faults, grave, labels = {} }: Bar) {
  const { texts } = usePortal()
  const seconds = useCountdown(phase.name === 'refused' ? phase.until : null)
  const sending = phase.name === 'sending'
  if (phase.name === 'unclear') {
    return (
      <div class="send" role="alert">
        <p class="notice wait">{texts.send.unclear}</p>
        <button type="button" class="main" onClick={sendAgain}>{texts.send.again}</button>
        <button type="button" class="plain" onClick={letGo}>{texts.send.edit}</button>
      </div>
    )
  }
  return (
    <div class="send">
      <FaultSummary faults={faults} labels={labels} />
      {phase.name === 'refused' && Object.keys(faults).length === 0 && (
        <p class="notice wrong" role="alert">{phase.refusal.code === 'too-fast' && seconds > 0 ? texts.send.wait(seconds) : refusalText(phase.refusal.code, texts)}</p>
      )}
      <button type="submit" class={grave ? 'main grave' : 'main'} aria-disabled={sending || seconds > 0} disabled={seconds > 0}>{sending ? texts.send.sending : submit}</button>
      <p class="hint" role="status">{sending && phase.slow ? texts.send.slow : ''}</p>
    </div>
  )
}

/** Takes the focus when faults turn up, so that nobody hunts for the reason why nothing was sent. */
function FaultSummary({ faults, labels }: { faults: Faults; labels: Record<string, string> }) {
  const { texts } = usePortal()
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(faults)
  const which = entries.map(([pointer, words]) => pointer + words).join()
  useEffect(() => { if (which) box.current?.focus() }, [which])
  if (entries.length === 0) return null
  const sentence = (pointer: string, words: string) => { const label = labels[pointer]; return label ? texts.send.faultAt(label, words) : words }
  const goToField = (event: MouseEvent, pointer: string) => {
    event.preventDefault()
    const field = document.getElementById(fieldId(pointer))
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <div class="notice wrong" role="alert" tabIndex={-1} ref={box}>
      <p>{texts.send.faults}</p>
      <ul>{entries.map(([pointer, words]) => <li key={pointer}><a href={`#${fieldId(pointer)}`} onClick={(event) => goToField(event, pointer)}>{sentence(pointer, words)}</a></li>)}</ul>
    </div>
  )
}
