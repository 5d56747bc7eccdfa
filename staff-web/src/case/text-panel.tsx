import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { ActName } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'

export interface TextDraft { readonly text: string; readonly set: (text: string) => void; readonly done: () => void }

/** The words of an act that is nothing but words; they outlive a closed dialog. */
export function useTextDraft({ view, onClose }: ActProps, name: ActName): TextDraft {
  const [text, set, clear] = useDraft(`${view.id} ${name}`, '')
  return { text, set, done: () => { clear(); onClose() } }
}

interface TextPanelProps {
  readonly name: ActName
  readonly label: string
  readonly intro?: string | undefined
  readonly quote?: ReactNode
  readonly draft: TextDraft
  readonly act: { readonly error: unknown; readonly isPending: boolean }
  /** Where the server points when it does not like the words. */
  readonly field?: string
  readonly optional?: boolean
  readonly ready?: boolean
  readonly onSend: (text: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function TextPanel({ name, label, intro, quote, draft, act, field = 'text', optional = false, ready = true, onSend, onClose, children }: TextPanelProps) {
  const { t } = useTranslation('case')
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t(`acts.name.${name}`)} intro={intro} error={act.error} pending={act.isPending} ready={ready && (optional || draft.text.trim() !== '')} onClose={onClose}
      onSubmit={() => onSend(draft.text)}
    >
      {quote}
      {children}
      <TextField id={`${name}-text`} label={label} value={draft.text} onChange={draft.set} fault={faults[`/${field}`]} autoFocus={children === undefined} />
    </ActForm>
  )
}

interface ChoiceProps { readonly id: string; readonly label: string; readonly value: string | null; readonly onChange: (id: string) => void; readonly options: { value: string; label: string }[] }

/** Which of several; one alone needs no choosing, and is said instead. */
export function Choice({ id, label, value, onChange, options }: ChoiceProps) {
  const [only] = options
  if (options.length === 1 && only) return <div className="quote">{only.label}</div>
  return <Field id={id} label={label}><Select id={id} value={value} options={options} onChange={onChange} style={{ width: '100%' }} /></Field>
}
