import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MatterSheet } from '../shared/matter-sheet.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import type { CaseView } from './case-query.ts'
import { useMatter } from './matter-query.ts'

/** The matter by name; opened, all that the edition says of it under which the case is handled, whatever the directory says today. */
export function CaseMatter({ matter }: { matter: NonNullable<CaseView['matter']> }) {
  const { t } = useTranslation('case')
  const [open, setOpen] = useState(false)
  const said = useMatter(matter, open)
  return (
    <>
      <span>{t('matter')} <Button type="link" size="small" className="act-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>{matter.name}</Button></span>
      <Modal open={open} title={matter.name} footer={null} width={680} onCancel={() => setOpen(false)} destroyOnHidden>
        {matter.edition !== null && <p className="muted">{t('matterEdition', { number: matter.edition })}</p>}
        {said.isError ? <ErrorState error={said.error} onRetry={() => void said.refetch()} /> : said.data === undefined ? <LoadingState rows={8} /> : <MatterSheet matter={said.data} />}
      </Modal>
    </>
  )
}
