import { closeCase } from '@daodi/contract/staff/cases/close-case.ts'
import { useTranslation } from 'react-i18next'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useAct } from './use-act.ts'

export function CloseCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(closeCase, view.id, onClose)
  return <ActForm title={t('acts.close.heading')} intro={t('acts.close.intro')} submit={t('acts.close.confirm')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({})} onClose={onClose} />
}
