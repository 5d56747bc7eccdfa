import { usePortal } from './portal-context.ts'
import { fieldId, type Faults } from './faults.ts'

interface Asked {
  pointer: string
  label: string
  value: string
  onChange: (value: string) => void
  faults: Faults
  max: number
  hint?: string
  optional?: boolean
  /** Rows of a text of several lines; one line when left out. */
  rows?: number
  kind?: 'text' | 'tel' | 'email'
  autoComplete?: string
  plain?: boolean
}

/** One question: its label above, an example below it, and what is wrong right beside it. */
export function Field({ pointer, label, value, onChange, faults, max, hint, optional, rows, kind = 'text', autoComplete = 'off', plain }: Asked) {
  const { texts } = usePortal()
  const id = fieldId(pointer)
  const fault = faults[pointer]
  const left = max - value.length
  const described = [hint && `${id}-hint`, fault && `${id}-fault`, left < max / 5 && `${id}-left`].filter(Boolean).join(' ')
  const common = {
    id, value, maxLength: max, autoComplete, 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => onChange(event.currentTarget.value),
  }
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={id}>{label}{optional && <small>{texts.send.optional}</small>}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {rows
        ? <textarea {...common} rows={rows} />
        : <input {...common} type={kind} {...(plain ? { autoCapitalize: 'characters', autoCorrect: 'off', spellcheck: false } : {})} />}
      {left < max / 5 && <p class="hint" id={`${id}-left`}>{texts.send.left(left)}</p>}
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
    </div>
  )
}

interface Offered<Value extends string> {
  pointer: string
  legend: string
  name: string
  options: readonly (readonly [Value, string])[]
  value: Value | ''
  onChange: (value: Value) => void
  faults: Faults
  optional?: boolean
  shape?: 'chips' | 'rows'
}

/** One of several, as large surfaces to touch; radio buttons underneath, so that the keyboard works as everywhere. */
export function Choice<Value extends string>({ pointer, legend, name, options, value, onChange, faults, optional, shape = 'chips' }: Offered<Value>) {
  const { texts } = usePortal()
  const id = fieldId(pointer)
  const fault = faults[pointer]
  return (
    <fieldset class={fault ? 'field wrong' : 'field'} id={id} tabIndex={-1} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{legend}{optional && <small>{texts.send.optional}</small>}</legend>
      <div class={shape}>
        {options.map(([key, words]) => (
          <label key={key} class="option">
            <input type="radio" name={name} value={key} checked={value === key} onChange={() => onChange(key)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
    </fieldset>
  )
}
