import { reopenCase } from '@daodi/contract/staff/cases/reopen-case.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReopenCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const me = useMe()
  const [reason, setReason, clear] = useDraft(`${view.id} reopen`, '')
  const act = useAct(reopenCase, view.id, () => { clear(); onClose() })
  const decides = view.course.help.some((one) => one.of === 'appeal' && one.to.some((person) => person.personId === me.id))
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.reopenCase')} intro={t(decides ? 'acts.reopen.decided' : 'acts.reopen.round', { round: view.round + 1 })} error={act.error} pending={act.isPending} ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}>
      <TextField id="reopen-reason" label={t('acts.reopen.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
