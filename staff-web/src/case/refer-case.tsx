import { referCase } from '@daodi/contract/staff/cases/refer-case.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { NO_REFERRAL, referralBody, ReferralFields, referralReady } from './referral-fields.tsx'
import { useAct } from './use-act.ts'

export function ReferCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const me = useMe()
  const [draft, setDraft, clear] = useDraft(`${view.id} refer`, NO_REFERRAL)
  const act = useAct(referCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.referCase')} intro={view.handler.personId === me.id ? t('acts.refer.keeps') : t('acts.refer.keepsOther', { name: view.handler.personName })} error={act.error} pending={act.isPending} ready={referralReady(draft)} onClose={onClose}
      onSubmit={() => { const body = referralBody(draft); if (body !== null) act.mutate(body) }}
    >
      <ReferralFields draft={draft} onChange={setDraft} faults={faults} view={view} handlerId={view.handler.personId} />
    </ActForm>
  )
}
