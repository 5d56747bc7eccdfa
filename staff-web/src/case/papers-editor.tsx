import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Paper } from '@daodi/contract/shared/papers.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { NumberInput } from '../shared/number-input.tsx'
import { randomKey } from '../shared/random-key.ts'

export interface PaperDraft { readonly id: string; readonly name: string; readonly copies: number; readonly form: 'original' | 'copy' | 'either'; readonly given: boolean; readonly note: string }
const FORMS = ['either', 'original', 'copy'] as const
const MOST = 60

export function newPaper(from: Partial<PaperDraft> = {}): PaperDraft {
  return { id: randomKey(), name: '', copies: 1, form: 'either', given: false, note: '', ...from }
}

/** Rows without a name are rows nobody filled in. */
export function papersBody(papers: readonly PaperDraft[]): z.input<typeof Paper>[] {
  return papers.filter((paper) => paper.name.trim() !== '').map((paper) => ({
    name: paper.name.trim(), copies: paper.copies, form: paper.form, given: paper.given, ...(paper.note.trim() === '' ? {} : { note: paper.note.trim() }),
  }))
}

/** The papers of a one-time notice, a row each. */
export function PapersEditor({ papers, onChange, autoFocus = false }: { papers: readonly PaperDraft[]; onChange: (papers: readonly PaperDraft[]) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('case')
  const change = (id: string, changes: Partial<PaperDraft>) => onChange(papers.map((paper) => (paper.id === id ? { ...paper, ...changes } : paper)))
  return (
    <fieldset className="papers-editor">
      <legend className="only-read">{t('papersToGive')}</legend>
      {papers.map((paper, index) => (
        <PaperRow key={paper.id} paper={paper} place={index + 1} autoFocus={autoFocus && index === 0} onChange={(changes) => change(paper.id, changes)} onRemove={() => onChange(papers.filter((one) => one.id !== paper.id))} />
      ))}
      {papers.length < MOST && <Button icon={<PlusOutlined />} onClick={() => onChange([...papers, newPaper()])}>{t('acts.notice.add')}</Button>}
    </fieldset>
  )
}

function PaperRow({ paper, place, autoFocus, onChange, onRemove }: { paper: PaperDraft; place: number; autoFocus: boolean; onChange: (changes: Partial<PaperDraft>) => void; onRemove: () => void }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const said = (what: string) => `${what} ${place}`
  return (
    <div className="paper-row">
      <Input className="paper-name" aria-label={said(t('acts.notice.name'))} placeholder={t('acts.notice.name')} value={paper.name} maxLength={100} autoFocus={autoFocus} onChange={(event) => onChange({ name: event.target.value })} />
      <NumberInput className="paper-copies" aria-label={said(t('acts.notice.copies'))} min={1} max={99} precision={0} value={paper.copies} onChange={(copies) => onChange({ copies: copies ?? 1 })} />
      <Select className="paper-form" aria-label={said(t('acts.notice.form'))} value={paper.form} options={FORMS.map((value) => ({ value, label: shared(`paperForm.${value}`) }))} onChange={(form) => onChange({ form })} />
      <Checkbox checked={paper.given} onChange={(event) => onChange({ given: event.target.checked })}>{t('acts.notice.given')}</Checkbox>
      <Button type="text" icon={<DeleteOutlined />} aria-label={said(t('acts.notice.remove'))} onClick={onRemove} />
      <Input className="paper-note" aria-label={said(t('acts.notice.note'))} placeholder={t('acts.notice.note')} value={paper.note} maxLength={200} onChange={(event) => onChange({ note: event.target.value })} />
    </div>
  )
}
