import { returnPapers } from '@daodi/contract/staff/cases/return-papers.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useAct } from './use-act.ts'

export function ReturnPapers({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const kept = view.custody.filter((custody) => custody.returnedAt === null)
  const [chosen, setChosen] = useState<string | null>(kept[0]?.id ?? null)
  const act = useAct(returnPapers, view.id, onClose)
  return (
    <ActForm
      title={t('acts.name.returnPapers')} intro={kept.length === 0 ? t('acts.returnPapers.none') : undefined} error={act.error} pending={act.isPending} ready={chosen !== null} onClose={onClose}
      onSubmit={() => { if (chosen !== null) act.mutate({ custodyId: chosen }) }}
    >
      <Radio.Group
        vertical aria-label={t('acts.returnPapers.which')} value={chosen} onChange={(event) => setChosen(event.target.value as string)}
        options={kept.map((custody) => ({ value: custody.id, label: t('acts.returnPapers.item', { number: custody.receiptNumber, papers: custody.papers.join(t('fact.separator')) }) }))}
      />
    </ActForm>
  )
}
