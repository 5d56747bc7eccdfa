import { issueNotice } from '@daodi/contract/staff/cases/issue-notice.ts'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useMatter } from './matter-query.ts'
import { newPaper, type PaperDraft, papersBody, PapersEditor } from './papers-editor.tsx'
import { useAct } from './use-act.ts'

export function IssueNotice({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const matter = useMatter(view.matter)
  const [draft, setDraft, clear] = useDraft<readonly PaperDraft[] | null>(`${view.id} notice`, null)
  const [reason, setReason, clearReason] = useDraft(`${view.id} notice reason`, '')
  const act = useAct(issueNotice, view.id, () => { clear(); clearReason(); onClose() })
  const faults = useFaults(act.error)
  const again = view.notices.length > 0
  const usual = matter.data?.papers ?? []
  const fromMatter = () => usual.map((paper) => newPaper({ name: paper.name, copies: paper.copies, form: paper.form, note: paper.note ?? '' }))
  // Until a hand touches it the list is the matter's own; a case without a matter begins with one empty row.
  const papers = draft ?? (usual.length > 0 ? fromMatter() : [newPaper()])
  const body = papersBody(papers)
  return (
    <ActForm
      wide title={t('acts.name.issueNotice')} intro={t('acts.notice.intro')} error={act.error} pending={act.isPending} ready={body.length > 0 && (!again || reason.trim() !== '')} onClose={onClose}
      onSubmit={() => act.mutate({ papers: body, ...(again ? { reason: given(reason) } : {}) })}
    >
      {again && <Alert type="warning" showIcon title={t('acts.notice.again')} />}
      {again && <TextField id="notice-reason" label={t('acts.notice.reason')} value={reason} onChange={setReason} fault={faults['/reason']} />}
      {view.matter !== null && usual.length > 0 && <div><Button type="link" className="act-link" onClick={() => setDraft(fromMatter())}>{t('acts.notice.fromMatter', { matter: view.matter.name })}</Button></div>}
      <PapersEditor papers={papers} onChange={setDraft} autoFocus />
    </ActForm>
  )
}
