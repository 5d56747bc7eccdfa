import { REPLY_CHANNELS } from '@daodi/contract/shared/codes.ts'
import { NOTE_MAX } from '@daodi/contract/shared/text.ts'
import { Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import type { CaseView } from './case-query.ts'

export type ReplyChannelName = (typeof REPLY_CHANNELS)[number]

interface TextFieldProps {
  readonly id: string; readonly label: string; readonly value: string; readonly onChange: (value: string) => void
  readonly fault?: string | undefined; readonly hint?: string; readonly max?: number; readonly rows?: number; readonly autoFocus?: boolean
}

/** Several lines of text; the count shows only near the end of the room, beside the field: the library's own would put another field in its place. */
export function TextField({ id, label, value, onChange, fault, hint, max = NOTE_MAX, rows = 4, autoFocus = false }: TextFieldProps) {
  return (
    <Field id={id} label={label} fault={fault} hint={hint}>
      <Input.TextArea id={id} value={value} onChange={(event) => onChange(event.target.value)} maxLength={max} autoSize={{ minRows: rows, maxRows: 16 }} autoFocus={autoFocus} />
      {value.length > max * 0.8 && <p className="faint num field-count">{value.length} / {max}</p>}
    </Field>
  )
}

interface LineFieldProps { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly fault?: string | undefined; readonly hint?: string; readonly max: number; readonly autoFocus?: boolean }

export function LineField({ id, label, value, onChange, fault, hint, max, autoFocus = false }: LineFieldProps) {
  return (
    <Field id={id} label={label} fault={fault} hint={hint}>
      <Input id={id} value={value} onChange={(event) => onChange(event.target.value.replaceAll('\t', ' '))} maxLength={max} autoFocus={autoFocus} autoComplete="off" />
    </Field>
  )
}

/** How the person was told, or was tried to be reached. */
export function ReplyChannelField({ label, value, onChange }: { label: string; value: ReplyChannelName; onChange: (value: ReplyChannelName) => void }) {
  const { t } = useTranslation('case')
  return (
    <div className="act-field">
      <span id="act-channel">{label}</span>
      <Radio.Group
        aria-labelledby="act-channel" value={value} onChange={(event) => onChange(event.target.value as ReplyChannelName)} optionType="button"
        options={REPLY_CHANNELS.map((name) => ({ value: name, label: t(`replyChannel.${name}`) }))}
      />
    </div>
  )
}

/** The answer usually goes back the way the question came. */
export function usualReplyChannel(view: CaseView): ReplyChannelName {
  return REPLY_CHANNELS.find((name) => name === view.channel) ?? (view.requester?.phone != null ? 'phone' : 'other')
}

/** An empty optional field is left out of the body: the contract takes no empty text. */
export function given(text: string): string | undefined {
  const trimmed = text.trim()
  return trimmed === '' ? undefined : trimmed
}
