import { decideApproval } from '@daodi/contract/staff/cases/approvals.ts'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

/** Granting or refusing; what lies beyond one's authority goes on to the next by itself. */
export function DecideApproval({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const { formatDueInstant } = useFormat()
  const [draft, setDraft, clear] = useDraft(`${view.id} approval`, { approve: true, reason: '' })
  const act = useAct(decideApproval, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { approval, limitAt, limitEstimated } = view.course
  return (
    <ActForm
      title={t('acts.name.decideApproval')} error={act.error} pending={act.isPending} ready={draft.approve || draft.reason.trim() !== ''} onClose={onClose}
      intro={approval === null ? undefined : t(`acts.approval.${approval.of}`, { name: approval.byName, until: approval.until === null ? '' : formatDueInstant(approval.until, approval.estimated), limit: limitAt === null ? '' : formatDueInstant(limitAt, limitEstimated) })}
      onSubmit={() => act.mutate({ approve: draft.approve, reason: given(draft.reason) })}
    >
      {approval?.reason != null && <div className="quote">{approval.reason}</div>}
      <Radio.Group
        aria-label={t('acts.name.decideApproval')} optionType="button" value={draft.approve} onChange={(event) => setDraft({ ...draft, approve: event.target.value as boolean })}
        options={[{ value: true, label: t('acts.approval.yes') }, { value: false, label: t('acts.approval.no') }]}
      />
      {approval?.of === 'extension' && draft.approve && <p className="muted">{t('acts.approval.beyond')}</p>}
      {!draft.approve && <TextField id="approval-reason" label={t('acts.approval.why')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} fault={faults['/reason']} autoFocus />}
    </ActForm>
  )
}
