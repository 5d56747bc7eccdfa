import { listSuccessions, signSuccession } from '@daodi/contract/staff/successions/successions.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import './successions.css'

type Waiting = z.output<typeof listSuccessions.reply>['rows'][number]

/** Cases of somebody who leaves that wait for my signature. */
export function ToSignPage() {
  const { t } = useTranslation('successions')
  const waiting = useQuery({ queryKey: ['roster', 'successions'], queryFn: ({ signal }) => call(listSuccessions, { signal }) })
  const rows = waiting.data?.rows ?? []
  return (
    <PageFrame title={t('mine.title')}>
      {waiting.isPending && <LoadingState rows={5} />}
      {waiting.isError && waiting.data === undefined && <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.data && (rows.length === 0 ? <EmptyState title={t('mine.none')} /> : (
        <>
          <p className="muted">{t('mine.intro')}</p>
          <ul className="card succession-list">{rows.map((row) => <Line key={row.id} row={row} />)}</ul>
        </>
      ))}
    </PageFrame>
  )
}

function Line({ row }: { row: Waiting }) {
  const { t } = useTranslation('successions')
  const { t: shared } = useTranslation('shared')
  const { formatInstant } = useFormat()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sign = useMutation({
    mutationFn: () => call(signSuccession, { params: { successionId: row.id }, body: {} }),
    onSuccess: () => { message.success(t('mine.signed', { subject: row.subject })) }, onError: (error) => { message.error(refusalText(error, shared)) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] }), queries.invalidateQueries({ queryKey: ['cases'] })]),
  })
  return (
    <li>
      <b className="clip">{row.subject}</b> <span className="num muted">{row.number}</span>
      {row.dueAt !== null && <span className={row.late ? 'tag late' : 'tag'}>{formatInstant(row.dueAt)}</span>}
      <span className="muted succession-wide">{t('mine.line', { leaver: row.leaverName, by: row.namedByName, when: formatInstant(row.namedAt) })}</span>
      <span className="succession-end"><Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>{t('mine.sign')}</Button></span>
    </li>
  )
}
