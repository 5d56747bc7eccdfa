import { CATEGORIES } from '@daodi/contract/shared/codes.ts'
import { createMatter } from '@daodi/contract/staff/matters/matters.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { FormDialog } from './form-dialog.tsx'
import { MatterPapers, type MatterPaper } from './matter-papers.tsx'

interface Draft {
  readonly name: string; readonly unitId: string | null; readonly person: Person | null; readonly category: (typeof CATEGORIES)[number] | null; readonly keywords: readonly string[]
  readonly papers: readonly MatterPaper[]; readonly workingDays: number | null; readonly onSpot: boolean; readonly citation: string; readonly answer: string
}
const EMPTY: Draft = { name: '', unitId: null, person: null, category: null, keywords: [], papers: [], workingDays: null, onSpot: false, citation: '', answer: '' }

export function NewMatter({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [asDraft, setAsDraft] = useState(true)
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const create = useMutation({
    mutationFn: () => call(createMatter, { body: { ...bodyOf(draft), draft: asDraft } }),
    onSuccess: () => { message.success(t('matter.created')); void queries.invalidateQueries({ queryKey: ['matters'] }); onClose() },
  })
  const faults = fieldTexts(create.error, shared)
  return (
    <FormDialog title={t('matter.create')} error={create.error} pending={create.isPending} ready={draft.name.trim() !== '' && draft.unitId !== null} onSubmit={() => create.mutate()} onClose={onClose}>
      <Field id="matter-name" label={t('matter.name')} fault={faults['/name']}><Input id="matter-name" value={draft.name} maxLength={100} autoFocus onChange={(event) => set({ name: event.target.value })} /></Field>
      <div className="pair">
        <Field id="matter-unit" label={t('matter.unit')} fault={faults['/unitId']}><UnitPicker id="matter-unit" value={draft.unitId} onChange={(unitId) => set({ unitId, person: null })} /></Field>
        <Field id="matter-person" label={t('matter.person')} fault={faults['/personId']}><PersonPicker id="matter-person" value={draft.person} onChange={(person) => set({ person })} unitId={draft.unitId ?? undefined} label={t('matter.person')} /></Field>
      </div>
      <div className="pair">
        <Field id="matter-category" label={t('matter.category')}><Select id="matter-category" allowClear value={draft.category} onChange={(category: Draft['category'] | undefined) => set({ category: category ?? null })} options={CATEGORIES.map((value) => ({ value, label: shared(`category.${value}`) }))} /></Field>
        <Field id="matter-days" label={t('matter.workingDays')} fault={faults['/workingDays']}><InputNumber id="matter-days" min={0} max={365} precision={0} value={draft.workingDays} onChange={(workingDays) => set({ workingDays })} style={{ width: '100%' }} /></Field>
      </div>
      <Checkbox checked={asDraft} onChange={(event) => setAsDraft(event.target.checked)}>{t('edition.asDraft')}</Checkbox>
      <Checkbox checked={draft.onSpot} onChange={(event) => set({ onSpot: event.target.checked })}>{t('matter.onSpot')}</Checkbox>
      <Field id="matter-keywords" label={t('matter.keywords')} hint={t('matter.keywordsHint')} fault={faults['/keywords']}><Select<string[]> id="matter-keywords" mode="tags" open={false} suffixIcon={null} value={[...draft.keywords]} onChange={(keywords) => set({ keywords })} tokenSeparators={[' ', '，', ',', '、']} /></Field>
      <MatterPapers papers={draft.papers} onChange={(papers) => set({ papers })} />
      <Field id="matter-citation" label={t('matter.citation')} fault={faults['/citation']}><Input id="matter-citation" value={draft.citation} maxLength={300} onChange={(event) => set({ citation: event.target.value })} /></Field>
      <Field id="matter-answer" label={t('matter.answer')} fault={faults['/answer']}><Input.TextArea id="matter-answer" value={draft.answer} maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(event) => set({ answer: event.target.value })} /></Field>
    </FormDialog>
  )
}

function bodyOf(draft: Draft): z.input<(typeof createMatter)['body']> {
  return {
    name: cleanLine(draft.name) ?? '', unitId: draft.unitId ?? '', personId: draft.person?.id, category: draft.category ?? undefined,
    keywords: draft.keywords.flatMap((word) => cleanLine(word) ?? []), papers: draft.papers.flatMap((paper) => { const name = cleanLine(paper.name); return name === undefined ? [] : [{ name, copies: paper.copies, form: paper.form }] }),
    workingDays: draft.workingDays ?? undefined, onSpot: draft.onSpot, citation: cleanLine(draft.citation), answer: cleanText(draft.answer),
  }
}
