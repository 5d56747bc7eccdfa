import { withdrawCase } from '@daodi/contract/staff/cases/withdraw-case.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function WithdrawCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} withdraw`, '')
  const act = useAct(withdrawCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.withdraw.heading')} intro={t('acts.withdraw.intro')} submit={t('acts.withdraw.confirm')} danger error={act.error} pending={act.isPending}
      ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}
    >
      <TextField id="withdraw-reason" label={t('acts.withdraw.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
