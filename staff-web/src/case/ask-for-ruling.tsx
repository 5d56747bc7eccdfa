import { askForRuling } from '@daodi/contract/staff/cases/ask-for-ruling.ts'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function AskForRuling({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} ask`, '')
  const act = useAct(askForRuling, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.askForRuling')} intro={t('acts.askForRuling.intro')} error={act.error} pending={act.isPending} ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}>
      <TextField id="ask-reason" label={t('acts.askForRuling.reason')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}
