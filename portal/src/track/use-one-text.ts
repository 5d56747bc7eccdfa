import { useState } from 'preact/hooks'
import { cleanProse } from '../shared/clean-text.ts'
import { faultsOf, type Faults } from '../shared/faults.ts'
import { usePortal } from '../shared/portal-context.ts'
import { useSending } from '../shared/use-sending.ts'
import type { OneText } from '../shared/wire.ts'

/** The contract's limit for a note, in UTF-16 units. */
export const NOTE_MAX = 2000

interface OneTextForm {
  path: string; intention: string; field: 'text' | 'reason'; code: string
  /** What is said where nothing was written; null where nothing needs to be. */
  missing: string | null
  onDone: () => void
}

/** A form of one text sent with the case's code: the shape of all things a person may say to an existing case. */
export function useOneText({ path, intention, field, code, missing, onDone }: OneTextForm) {
  const { texts } = usePortal()
  const [text, setText] = useState('')
  const [seen, setSeen] = useState<Faults>({})
  const { phase, send, sendAgain, letGo } = useSending(path, intention, onDone)
  const faults = phase.name === 'refused' && Object.keys(seen).length === 0 ? faultsOf(phase.refusal, texts) : seen
  const frozen = phase.name === 'sending' || phase.name === 'unclear'
  const submit = (event: Event) => {
    event.preventDefault()
    if (frozen) return
    const words = cleanProse(text)
    const fault = words ? null : missing
    setSeen(fault === null ? {} : { [`/${field}`]: fault })
    if (fault !== null) return
    const body: OneText = field === 'text' ? { code, text: words } : words ? { code, reason: words } : { code }
    send(body)
  }
  return { text, setText, faults, frozen, submit, bar: { phase, sendAgain, letGo, faults } }
}
