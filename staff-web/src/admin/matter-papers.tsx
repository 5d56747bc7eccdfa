import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { randomKey } from '../shared/random-key.ts'

export interface MatterPaper { readonly id: string; readonly name: string; readonly copies: number; readonly form: 'original' | 'copy' | 'either' }
const FORMS = ['either', 'original', 'copy'] as const

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
          <InputNumber aria-label={`${t('matter.copies')} ${index + 1}`} min={1} max={99} precision={0} value={paper.copies} onChange={(copies) => change(paper.id, { copies: copies ?? 1 })} />
          <Select aria-label={`${t('matter.form')} ${index + 1}`} value={paper.form} onChange={(form) => change(paper.id, { form })} options={FORMS.map((value) => ({ value, label: shared(`paperForm.${value}`) }))} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('matter.remove')} ${index + 1}`} onClick={() => onChange(papers.filter((one) => one.id !== paper.id))} />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...papers, { id: randomKey(), name: '', copies: 1, form: 'either' }])}>{t('matter.addPaper')}</Button>
    </fieldset>
  )
}
