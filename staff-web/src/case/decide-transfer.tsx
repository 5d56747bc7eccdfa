import { decideTransfer } from '@daodi/contract/staff/cases/decide-transfer.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function DecideTransfer({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [approve, setApprove] = useState<boolean | null>(null)
  const [reason, setReason, clear] = useDraft(`${view.id} transfer`, '')
  const act = useAct(decideTransfer, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.decideTransfer')} intro={t('together.transfer.intro')} error={act.error} pending={act.isPending} onClose={onClose}
      ready={approve === true || (approve === false && reason.trim() !== '')} onSubmit={() => { if (approve !== null) act.mutate({ approve, reason: given(reason) }) }}
    >
      {view.cooperation.transfer?.reason != null && <div className="quote">{view.cooperation.transfer.reason}</div>}
      <Radio.Group
        vertical aria-label={t('acts.name.decideTransfer')} value={approve} onChange={(event) => setApprove(event.target.value as boolean)}
        options={[{ value: true, label: t('together.transfer.approve') }, { value: false, label: t('together.transfer.refuse') }]}
      />
      <TextField id="transfer-reason" label={t('together.transfer.reason')} value={reason} onChange={setReason} fault={faults['/reason']} rows={3} />
    </ActForm>
  )
}
