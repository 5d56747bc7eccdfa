import { takeUpDuty } from '@daodi/contract/staff/cases/care.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { Choice } from './text-panel.tsx'
import { useAct } from './use-act.ts'

/** What has climbed to the reader; who has it already is said, also to whoever comes second. */
export function TakeUpDuty({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const { formatDueInstant } = useFormat()
  const me = useMe()
  const climbed = view.obligations.filter((duty) => duty.state === 'open' && duty.kind !== 'settle' && duty.escalatedTo.some(({ personId }) => personId === me.id))
  // The link that led here may name the duty, or what kind it is.
  const [search] = useSearchParams()
  const meant = search.get('duty')
  const first = climbed.find(({ id, kind }) => id === meant || kind === meant) ?? climbed.find(({ takenUpBy }) => takenUpBy == null) ?? climbed[0]
  const [chosen, choose] = useState<string | null>(first?.id ?? null)
  const act = useAct(takeUpDuty, view.id, onClose)
  const options = climbed.map(({ id, kind, takenUpBy, owner, dueAt, estimated }) => {
    const duty = t('care.takeUp.duty', { owner: owner.personName ?? owner.unitName, duty: shared(`obligation.${kind}`), when: formatDueInstant(dueAt, estimated) })
    return { value: id, label: takenUpBy == null ? duty : t('care.takeUp.taken', { duty, name: takenUpBy.personName }) }
  })
  return (
    <ActForm title={t('acts.name.takeUpDuty')} intro={t('care.takeUp.intro')} error={act.error} pending={act.isPending} ready atSubmit={options.length < 2} submit={t('acts.name.takeUpDuty')} onClose={onClose} onSubmit={() => act.mutate(chosen === null ? {} : { obligationId: chosen })}>
      {options.length > 0 && <Choice id="take-up-which" label={t('care.takeUp.which')} value={chosen} onChange={choose} options={options} />}
    </ActForm>
  )
}
