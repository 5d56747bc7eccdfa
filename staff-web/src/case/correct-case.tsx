import { CATEGORIES, CHANNELS, URGENCIES } from '@daodi/contract/shared/codes.ts'
import { CONTENT_MAX, SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import { correctCase, type Correction } from '@daodi/contract/staff/cases/correct-case.ts'
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useMe } from '../shared/me.ts'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { MatterPicker } from '../shared/matter-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { CaseView } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { LineField, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

type CorrectionBody = z.input<typeof Correction>
type FieldName = CorrectionBody['field']
const ROOM = { subject: SUBJECT_MAX, place: 200, involvedCount: 4, involvedNames: 300, requesterName: 60, requesterPhone: 30, requesterEmail: 200, requesterOrganization: 120, requesterAddress: 200 } as const
const CODES = { category: CATEGORIES, channel: CHANNELS, urgency: URGENCIES } as const
const FIELDS = ['subject', 'content', 'occurredAt', 'place', 'involvedCount', 'involvedNames', 'priority', 'matter', 'category', 'channel', 'urgency', 'requesterName', 'requesterPhone', 'requesterEmail', 'requesterOrganization', 'requesterAddress'] as const satisfies readonly FieldName[]

export function CorrectCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const before = useBefore(view)
  const [draft, setDraft, clear] = useDraft<{ field: FieldName; value: string; reason: string }>(`${view.id} correct`, { field: 'subject', value: view.subject, reason: '' })
  const act = useAct(correctCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const setField = (field: FieldName) => setDraft({ ...draft, field, value: plainValue(view, field) })
  return (
    <ActForm
      title={t('acts.name.correctCase')} intro={t('acts.correct.kept')} error={act.error} pending={act.isPending} ready={(draft.value.trim() !== '' || draft.field === 'priority') && draft.reason.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ field: draft.field, value: draft.field === 'priority' ? linesOf(draft.value) : draft.value, reason: draft.reason } as CorrectionBody)}
    >
      <Field id="correct-field" label={t('acts.correct.field')}>
        <Select<FieldName> id="correct-field" autoFocus value={draft.field} onChange={setField} options={FIELDS.map((value) => ({ value, label: t(`fact.field.${value}`) }))} style={{ width: '100%' }} />
      </Field>
      <div className="act-before"><span className="muted">{t('acts.correct.before')}</span><span>{before(draft.field)}</span></div>
      <ValueField field={draft.field} value={draft.value} onChange={(value) => setDraft({ ...draft, value })} fault={faults['/value']} />
      <TextField id="correct-reason" label={t('acts.correct.reason')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} fault={faults['/reason']} rows={2} />
    </ActForm>
  )
}

/** The reasons for seeing somebody first stand in one draft, a line each. */
function linesOf(value: string): string[] {
  return value.split('\n').filter((line) => line !== '')
}

function ValueField({ field, value, onChange, fault }: { field: FieldName; value: string; onChange: (value: string) => void; fault: string | undefined }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { settings } = useMe()
  const label = t('acts.correct.value')
  if (field === 'content') return <TextField id="correct-value" label={label} value={value} onChange={onChange} fault={fault} max={CONTENT_MAX} rows={6} />
  if (field === 'priority') return <Field id="correct-value" label={label} fault={fault}><Checkbox.Group value={linesOf(value)} options={settings.priorityKinds} onChange={(kinds) => onChange(kinds.join('\n'))} /></Field>
  if (field === 'occurredAt') return <Field id="correct-value" label={label} fault={fault}><InstantPicker id="correct-value" anyDay value={value === '' ? null : value} onChange={(at) => onChange(at ?? '')} /></Field>
  if (field === 'matter') return <Field id="correct-value" label={label} fault={fault}><MatterPicker id="correct-value" value={value === '' ? null : value} onChange={(matterId) => onChange(matterId ?? '')} /></Field>
  if (field === 'category' || field === 'channel' || field === 'urgency') {
    const used: readonly string[] = field === 'category' ? settings.categories : field === 'channel' ? settings.channels : URGENCIES
    const say = shared as (key: string) => string
    const options = CODES[field].filter((code) => used.includes(code)).map((code) => ({ value: code, label: say(`${field}.${code}`) }))
    return <Field id="correct-value" label={label} fault={fault}><Select id="correct-value" value={value} onChange={onChange} options={options} style={{ width: '100%' }} /></Field>
  }
  return <LineField id="correct-value" label={label} value={value} onChange={onChange} fault={fault} max={ROOM[field]} />
}

/** Masked data does not belong into a field: sent back it would overwrite the true value. */
function plainValue(view: CaseView, field: FieldName): string {
  switch (field) {
    case 'subject': case 'category': case 'channel': case 'urgency': return view[field]
    case 'content': case 'place': case 'involvedNames': return view[field] ?? ''
    case 'occurredAt': return view.occurredAt ?? view.registeredAt
    case 'involvedCount': return view.involvedCount?.toString() ?? ''
    case 'priority': return view.priority?.join('\n') ?? ''
    default: return ''
  }
}

const REQUESTER = { requesterName: 'name', requesterPhone: 'phone', requesterEmail: 'email', requesterOrganization: 'organization', requesterAddress: 'address' } as const

function useBefore(view: CaseView): (field: FieldName) => string {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { formatInstant } = useFormat()
  const said = (field: FieldName): string | null | undefined => {
    switch (field) {
      case 'category': return shared(`category.${view.category}`)
      case 'channel': return shared(`channel.${view.channel}`)
      case 'urgency': return shared(`urgency.${view.urgency}`)
      case 'occurredAt': return formatInstant(view.occurredAt ?? view.registeredAt)
      case 'priority': return view.priority?.join(t('fact.separator'))
      case 'matter': return view.matter?.name
      case 'subject': case 'content': case 'place': case 'involvedNames': case 'involvedCount': return view[field]?.toString()
      default: return view.requester?.[REQUESTER[field]]
    }
  }
  return (field) => said(field) || t('acts.correct.none')
}
