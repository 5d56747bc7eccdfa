import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { useTranslation } from 'react-i18next'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useAct } from './use-act.ts'

/** Shown only when signing for it at once was refused, so that the reason can be read and tried again. */
export function AcceptReferral({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(acceptReferral, view.id, onClose)
  return (
    <ActForm title={t('acts.name.acceptReferral')} intro={t('acts.accept.intro')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({})} onClose={onClose}>
      {view.referral?.reason != null && <div><span className="muted">{t('acts.accept.from')}</span><div className="quote">{view.referral.reason}</div></div>}
    </ActForm>
  )
}
