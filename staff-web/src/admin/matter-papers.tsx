import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { NumberInput } from '../shared/number-input.tsx'
import { randomKey } from '../shared/random-key.ts'
import type { MatterPaper } from './matter-draft.ts'

const FORMS = ['either', 'original', 'copy'] as const
const WORDS = [['note', 200], ['sample', 300], ['source', 200]] as const

/** The papers a matter needs: what the one-time notice will list. */
export function MatterPapers({ papers, onChange }: { papers: readonly MatterPaper[]; onChange: (papers: readonly MatterPaper[]) => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const change = (id: string, changes: Partial<MatterPaper>) => onChange(papers.map((paper) => (paper.id === id ? { ...paper, ...changes } : paper)))
  return (
    <fieldset className="admin-fieldset">
      <legend>{t('matter.papers')}</legend>
      {papers.map((paper, index) => (
        <div key={paper.id} className="matter-paper">
          <Input aria-label={`${t('matter.paper')} ${index + 1}`} placeholder={t('matter.paper')} value={paper.name} maxLength={100} onChange={(event) => change(paper.id, { name: event.target.value })} />
          <NumberInput aria-label={`${t('matter.copies')} ${index + 1}`} min={1} max={99} precision={0} value={paper.copies} onChange={(copies) => change(paper.id, { copies: copies ?? 1 })} />
          <Select aria-label={`${t('matter.form')} ${index + 1}`} value={paper.form} onChange={(form) => change(paper.id, { form })} options={FORMS.map((value) => ({ value, label: shared(`paperForm.${value}`) }))} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('matter.remove')} ${index + 1}`} onClick={() => onChange(papers.filter((one) => one.id !== paper.id))} />
          <details className="matter-paper-more" open={paper.note !== '' || paper.sample !== '' || paper.source !== ''}>
            <summary className="muted">{t('matter.paperMore')}</summary>
            {WORDS.map(([word, max]) => (
              <Input key={word} aria-label={`${t(`matter.paperWords.${word}`)} ${index + 1}`} placeholder={t(`matter.paperWords.${word}`)} value={paper[word]} maxLength={max} onChange={(event) => change(paper.id, { [word]: event.target.value })} />
            ))}
          </details>
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...papers, { id: randomKey(), name: '', copies: 1, form: 'either', note: '', sample: '', source: '' }])}>{t('matter.addPaper')}</Button>
    </fieldset>
  )
}
