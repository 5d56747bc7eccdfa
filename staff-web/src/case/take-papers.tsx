import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { takePapers } from '@daodi/contract/staff/cases/take-papers.ts'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { CaseView } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { newPaper, type PaperDraft } from './papers-editor.tsx'
import { useAct } from './use-act.ts'

export function TakePapers({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [rows, setRows, clear] = useDraft<readonly PaperDraft[]>(`${view.id} take`, awaited(view))
  const act = useAct(takePapers, view.id, () => { clear(); onClose() })
  const names = rows.map((row) => row.name.trim()).filter((name) => name !== '')
  return (
    <ActForm title={t('acts.name.takePapers')} intro={t('acts.takePapers.intro')} error={act.error} pending={act.isPending} ready={names.length > 0} onSubmit={() => act.mutate({ papers: names })} onClose={onClose}>
      {rows.map((row, index) => (
        <div key={row.id} className="paper-line">
          <Input
            aria-label={`${t('acts.takePapers.paper')} ${index + 1}`} placeholder={t('acts.takePapers.paper')} value={row.name} maxLength={100} autoFocus={index === 0}
            onChange={(event) => setRows(rows.map((one) => (one.id === row.id ? { ...one, name: event.target.value } : one)))}
          />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('acts.notice.remove')} ${index + 1}`} onClick={() => setRows(rows.filter((one) => one.id !== row.id))} />
        </div>
      ))}
      <div><Button icon={<PlusOutlined />} onClick={() => setRows([...rows, newPaper()])}>{t('acts.takePapers.add')}</Button></div>
    </ActForm>
  )
}

/** What was handed in at the counter and nobody has signed for yet; else what the notice still asks for. */
function awaited(view: CaseView): readonly PaperDraft[] {
  const papers = view.notices.at(-1)?.papers ?? []
  const taken = new Set(view.custody.flatMap((custody) => custody.papers))
  const inHand = papers.filter((paper) => paper.given && !taken.has(paper.name))
  const expected = (inHand.length > 0 ? inHand : papers.filter((paper) => !paper.given)).map((paper) => newPaper({ name: paper.name }))
  return expected.length > 0 ? expected : [newPaper()]
}
