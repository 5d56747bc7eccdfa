import type { CaseStanding } from '@daodi/contract/staff/cases/views.ts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'

type StatusName = z.output<typeof CaseStanding>['status']

const LOOKS = { registered: 'soon', handling: 'act', resolved: 'soon', answered: 'ok', closed: 'ok', withdrawn: '', merged: '' } as const satisfies Record<StatusName, string>

export function StatusTag({ status }: { status: StatusName }) {
  const { t } = useTranslation('shared')
  return <span className={`tag ${LOOKS[status]}`}>{t(`status.${status}`)}</span>
}
