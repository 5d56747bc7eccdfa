import { giveSolution } from '@daodi/contract/staff/cases/care.ts'
import { useTranslation } from 'react-i18next'
import type { ActProps } from './act-dialog.tsx'
import { TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

/** By the accountable leader; the person reads it. */
export function GiveSolution(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'giveSolution')
  const act = useAct(giveSolution, props.view.id, draft.done)
  return <TextPanel name="giveSolution" label={t('care.leader.solution')} intro={t('care.leader.intro')} draft={draft} act={act} onSend={(text) => act.mutate({ text })} onClose={props.onClose} />
}
