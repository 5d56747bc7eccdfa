import { recordAbsence } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { PersonPicker, type Person } from '../shared/person-picker.tsx'
import { useRefusalWords } from './roster-query.ts'

interface Draft { kind: 'leave' | 'trip' | 'out'; from: string | null; to: string | null; deputy: Person | null; note: string }
const EMPTY: Draft = { kind: 'out', from: null, to: null, deputy: null, note: '' }

/** Leave, travel or going out; without a beginning it is now. */
export function AbsenceForm() {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const record = useMutation({
    mutationFn: () => call(recordAbsence, { body: { kind: draft.kind, from: draft.from ?? undefined, to: draft.to ?? undefined, deputyId: draft.deputy?.id, note: cleanLine(draft.note) } }),
    onSuccess: () => { message.success(t('mine.recorded')); setDraft(EMPTY); void queries.invalidateQueries({ queryKey: ['roster'] }) },
  })
  return (
    <form className="roster-form" onSubmit={(event) => { event.preventDefault(); record.mutate() }}>
      {record.error !== null && <Alert type="error" showIcon role="alert" title={words(record.error)} />}
      <Radio.Group aria-label={t('mine.kind')} value={draft.kind} onChange={(event) => setDraft({ ...draft, kind: event.target.value as Draft['kind'] })} options={(['out', 'trip', 'leave'] as const).map((kind) => ({ value: kind, label: t(`mine.kinds.${kind}`) }))} />
      <div className="pair">
        <Field id="away-from" label={t('mine.from')}><InstantPicker id="away-from" value={draft.from} onChange={(from) => setDraft({ ...draft, from })} /></Field>
        <Field id="away-to" label={t('mine.to')}><InstantPicker id="away-to" value={draft.to} onChange={(to) => setDraft({ ...draft, to })} /></Field>
      </div>
      <div className="pair">
        <Field id="away-deputy" label={t('mine.deputy')}><PersonPicker id="away-deputy" value={draft.deputy} onChange={(deputy) => setDraft({ ...draft, deputy })} /></Field>
        <Field id="away-note" label={t('mine.note')}><Input id="away-note" value={draft.note} maxLength={200} onChange={(event) => setDraft({ ...draft, note: event.target.value })} /></Field>
      </div>
      <div><Button htmlType="submit" loading={record.isPending}>{t('mine.record')}</Button></div>
    </form>
  )
}
