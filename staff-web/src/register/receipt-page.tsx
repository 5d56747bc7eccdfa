import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { call } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { readStored } from '../shared/store-locally.ts'
import { ReceiptSheet } from './receipt-sheet.tsx'
import './receipt.css'

/** The receipt the person takes home. The tracking code is known only to the tab that registered the case. */
export function ReceiptPage() {
  const { t } = useTranslation('register')
  const navigate = useNavigate()
  const caseId = useParams()['caseId'] ?? ''
  const found = useQuery({ queryKey: ['cases', caseId], queryFn: ({ signal }) => call(getCase, { params: { caseId }, signal }) })
  const code = readStored(`daodi.code.${caseId}`, 'session')
  const back = () => void navigate('/')
  useKeys([
    { key: 'p', label: t('receipt.print'), act: () => window.print() },
    { key: 'Escape', label: t('receipt.back'), act: back },
  ])
  return (
    <PageFrame title={t('receipt.title')} width="narrow" titleHidden>
      <div className="receipt-bar no-print">
        <Button type="primary" autoFocus disabled={!found.data} onClick={() => window.print()}>{t('receipt.print')} <kbd aria-hidden="true">P</kbd></Button>
        <Button onClick={back}>{t('receipt.back')} <kbd aria-hidden="true">Esc</kbd></Button>
      </div>
      {found.isPending && <LoadingState />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <ReceiptSheet found={found.data} code={code} />}
    </PageFrame>
  )
}
