import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { titleOfDuty } from '../shared/duty-subject.ts'
import { refusalText } from '../shared/refusal-text.ts'
import type { Obligation } from './use-obligations.ts'

/** Signing for a referral needs nothing but the word, so it is done from the list. */
export function useSignFor(onSigned: () => void) {
  const { t } = useTranslation('obligations')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const signing = useMutation({
    mutationFn: (row: Obligation) => call(acceptReferral, { params: { caseId: row.caseId ?? '' }, body: {} }),
    onSuccess: (_, row) => {
      message.success(t('row.signed', { subject: titleOfDuty(row) }))
      void queries.invalidateQueries({ queryKey: ['obligations'] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
    onError: (error) => { message.error(refusalText(error, t)) },
    // Also after a refusal: somebody else may have signed.
    onSettled: onSigned,
  })
  return {
    signing: signing.isPending ? signing.variables.id : null,
    sign: (row: Obligation) => { if (!signing.isPending && row.kind === 'signFor' && row.caseId !== null && row.mine) signing.mutate(row) },
  }
}
