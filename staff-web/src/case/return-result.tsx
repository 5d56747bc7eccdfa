import { returnResult } from '@daodi/contract/staff/cases/return-result.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function ReturnResult({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} return-result`, '')
  const act = useAct(returnResult, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.returnResult')} intro={t('acts.returnResult.intro', { name: view.handler.personName })} error={act.error} pending={act.isPending}
      ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}
    >
      <TextField id="return-result-reason" label={t('acts.returnResult.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
