import { useState } from 'preact/hooks'
import { cleanNumber } from '../shared/clean-text.ts'
import type { Faults } from '../shared/faults.ts'
import { Field } from '../shared/field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { useCountdown } from '../shared/use-sending.ts'
import type { Texts } from '../texts.zh.ts'

/** Why the last look brought nothing; `until` is when the next one is welcome, in epoch milliseconds. */
export interface Setback { words: string; until: number | null }

interface Asking { number: string; code: string; setback: Setback | null; onAsk: (number: string, code: string) => void }

export function TrackForm({ number: before, code: codeBefore, setback, onAsk }: Asking) {
  const { texts } = usePortal()
  const words = texts.track.form
  const [number, setNumber] = useState(before)
  const [code, setCode] = useState(codeBefore)
  const [faults, setFaults] = useState<Faults>({})
  const seconds = useCountdown(setback?.until ?? null)
  const submit = (event: Event) => {
    event.preventDefault()
    const found = faultsIn(cleanNumber(number), cleanNumber(code), texts)
    setFaults(found)
    if (Object.keys(found).length === 0 && seconds === 0) onAsk(cleanNumber(number), cleanNumber(code))
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1>{texts.track.title}</h1>
      <p class="lead">{words.lead}</p>
      {setback && <p class="notice wrong" role="alert">{seconds > 0 ? texts.send.wait(seconds) : setback.words}</p>}
      <Field pointer="/number" label={words.number} hint={words.numberHint} value={number} onChange={setNumber} faults={faults} max={40} plain />
      <Field pointer="/code" label={words.code} hint={words.codeHint} value={code} onChange={setCode} faults={faults} max={20} plain />
      <div class="send"><button type="submit" class="main" disabled={seconds > 0}>{words.submit}</button></div>
      <p class="hint">{words.lost}</p>
    </form>
  )
}

function faultsIn(number: string, code: string, { track }: Texts): Faults {
  const faults: Faults = {}
  if (!number) faults['/number'] = track.form.numberMissing
  else if (!/^[A-Z]{2,6}[0-9]{8}-[0-9]{4,6}$/.test(number)) faults['/number'] = track.form.numberFormat
  if (!code) faults['/code'] = track.form.codeMissing
  else if (!/^[A-Z0-9]{6}$/.test(code)) faults['/code'] = track.form.codeFormat
  return faults
}
