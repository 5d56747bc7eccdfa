import { withdrawReferral } from '@daodi/contract/staff/cases/withdraw-referral.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function WithdrawReferral({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} withdraw-referral`, '')
  const act = useAct(withdrawReferral, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.withdrawReferral')} intro={t('acts.withdrawReferral.intro')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({ reason: given(reason) })} onClose={onClose}>
      <TextField id="withdraw-reason" label={t('acts.withdrawReferral.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
