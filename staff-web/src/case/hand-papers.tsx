import { confirmPapers, offerPapers } from '@daodi/contract/staff/cases/hand-papers.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { CaseView } from './case-query.ts'
import { useAct } from './use-act.ts'

export function OfferPapers({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const kept = view.custody.filter((one) => one.returnedAt === null)
  const [chosen, setChosen] = useState<string | null>(kept[0]?.id ?? null)
  const [person, setPerson] = useState<Person | null>(null)
  const act = useAct(offerPapers, view.id, onClose)
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.offerPapers')} intro={kept.length === 0 ? t('together.papers.none') : t('together.papers.intro')} error={act.error} pending={act.isPending}
      ready={chosen !== null && person !== null} onClose={onClose}
      onSubmit={() => { if (chosen !== null && person !== null) act.mutate({ custodyId: chosen, toPersonId: person.id }) }}
    >
      <WhichPapers items={kept} chosen={chosen} onChoose={setChosen} />
      <Field id="papers-who" label={t('together.papers.who')} fault={faults['/toPersonId']}>
        <PersonPicker standIn id="papers-who" value={person} onChange={setPerson} label={t('together.papers.who')} autoFocus />
      </Field>
    </ActForm>
  )
}

export function ConfirmPapers({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const offered = view.custody.filter((one) => one.offeredTo !== null)
  const [chosen, setChosen] = useState<string | null>(offered[0]?.id ?? null)
  const act = useAct(confirmPapers, view.id, onClose)
  return (
    <ActForm
      title={t('acts.name.confirmPapers')} intro={t('together.papers.confirm')} error={act.error} pending={act.isPending} ready={chosen !== null} onClose={onClose}
      onSubmit={() => { if (chosen !== null) act.mutate({ custodyId: chosen }) }}
    >
      <WhichPapers items={offered} chosen={chosen} onChoose={setChosen} />
    </ActForm>
  )
}

function WhichPapers({ items, chosen, onChoose }: { items: CaseView['custody']; chosen: string | null; onChoose: (id: string) => void }) {
  const { t } = useTranslation('case')
  return (
    <Radio.Group
      vertical aria-label={t('together.papers.which')} value={chosen} onChange={(event) => onChoose(event.target.value as string)}
      options={items.map((one) => ({ value: one.id, label: t('acts.returnPapers.item', { number: one.receiptNumber, papers: one.papers.join(t('fact.separator')) }) }))}
    />
  )
}
