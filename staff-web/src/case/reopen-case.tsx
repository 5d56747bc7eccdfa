import { reopenCase } from '@daodi/contract/staff/cases/reopen-case.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReopenCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} reopen`, '')
  const act = useAct(reopenCase, view.id, () => { clear(); onClose() })
  // While it is before the leader, only who decides may reopen it.
  const appeal = view.course.help.find((one) => one.of === 'appeal')
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.reopenCase')} intro={t(appeal !== undefined ? 'acts.reopen.decided' : 'acts.reopen.round', { round: view.round + 1 })} error={act.error} pending={act.isPending} ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}>
      {appeal?.text != null && <div className="quote">{appeal.text}</div>}
      <TextField id="reopen-reason" label={t('acts.reopen.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
