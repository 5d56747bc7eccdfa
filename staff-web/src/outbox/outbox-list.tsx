import { listOutbox, type OutboxRow, resendOutbox } from '@daodi/contract/staff/outbox/outbox.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import './outbox.css'

type Row = z.output<typeof OutboxRow>
const STATES = ['waiting', 'sent', 'failed', 'given-up'] as const
const CHANNELS = ['mail', 'webhook'] as const
const OUTBOX = 'outbox'

/** Everything that left or is to leave, newest first; one endpoint's deliveries by `?endpoint=`. */
export function OutboxList() {
  const { t } = useTranslation('outbox')
  const [search, setSearch] = useSearchParams()
  const endpointId = search.get('endpoint') ?? undefined
  const [state, setState] = useState<Row['state'] | ''>('')
  const [channel, setChannel] = useState<Row['channel'] | ''>('')
  const list = useInfiniteQuery({
    queryKey: [OUTBOX, state, channel, endpointId], initialPageParam: undefined as string | undefined, refetchInterval: 15_000,
    queryFn: ({ pageParam, signal }) => call(listOutbox, { query: { state: state === '' ? undefined : state, channel: channel === '' ? undefined : channel, endpointId, after: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows)
  return (
    <>
      <p className="muted outbox-lead">{t('box.lead')}</p>
      <div className="admin-bar">
        <Select aria-label={t('box.state')} className="outbox-choice" value={state} onChange={setState} options={[{ value: '' as const, label: `${t('box.state')}：${t('box.all')}` }, ...STATES.map((value) => ({ value, label: t(`box.states.${value}`) }))]} />
        <Select aria-label={t('box.channel')} className="outbox-choice" value={channel} onChange={setChannel} options={[{ value: '' as const, label: `${t('box.channel')}：${t('box.all')}` }, ...CHANNELS.map((value) => ({ value, label: t(`box.channels.${value}`) }))]} />
        {endpointId && <span className="tag">{t('box.endpoint')} <Button type="link" size="small" onClick={() => setSearch({})}>{t('box.clear')}</Button></span>}
      </div>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <div className="card"><EmptyState title={t('box.empty')} /></div>}
      {rows.length > 0 && (
        <div className="card admin-scroll" tabIndex={0}>
          <table className="admin-table">
            <thead><tr><th scope="col">{t('box.when')}</th><th scope="col">{t('box.to')}</th><th scope="col">{t('box.what')}</th><th scope="col">{t('box.state')}</th><th scope="col">{t('box.result')}</th><th scope="col"><span className="only-read">{t('box.resend')}</span></th></tr></thead>
            <tbody>{rows.map((row) => <OutboxLine key={row.id} row={row} />)}</tbody>
          </table>
          {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('box.more')}</Button></div>}
        </div>
      )}
    </>
  )
}

function OutboxLine({ row }: { row: Row }) {
  const { t } = useTranslation('outbox')
  const notices = useTranslation('notices').t
  const { formatInstant } = useFormat()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const again = useMutation({
    mutationFn: () => call(resendOutbox, { params: { outboxId: row.id }, body: {} }),
    onSuccess: () => { message.success(t('box.resent')); return queries.invalidateQueries({ queryKey: [OUTBOX] }) }, onError: (error) => { message.error(refusalText(error, t)) },
  })
  const kind = row.purpose === 'notice' ? notices(`kind.${row.kind as 'closed'}`)
    : row.purpose === 'requester' ? t(`box.told.${row.kind as 'closed'}`, { defaultValue: t('box.told.other') })
      : row.purpose === 'event' ? t(`box.event.${row.kind as 'duty.late'}`) : null
  return (
    <tr>
      <td className="num">{formatInstant(row.createdAt)}</td>
      <th scope="row">{row.personName ?? row.endpointName ?? (row.purpose === 'requester' ? t('box.requester') : '—')}</th>
      <td>{t(`box.purpose.${row.purpose}`)}{kind && <> · {kind}</>}{row.caseNumber && <> · <span className="num">{row.caseNumber}</span></>}</td>
      <td><span className={row.state === 'failed' ? 'tag soon' : row.state === 'given-up' ? 'tag late' : 'tag'}>{t(`box.states.${row.state}`)}</span></td>
      <td className="faint"><Result row={row} /></td>
      <td>{row.state !== 'waiting' && row.purpose !== 'digest' && <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>{t('box.resend')}</Button>}</td>
    </tr>
  )
}

function Result({ row }: { row: Row }) {
  const { t } = useTranslation('outbox')
  const { formatInstant } = useFormat()
  const answer = row.answer === null ? null : t(`box.answer.${row.answer as 'timeout'}`, { defaultValue: row.answer })
  const next = row.state === 'failed' && row.nextAt !== null && t('box.next', { when: formatInstant(row.nextAt) })
  return [answer, row.attempts > 1 && t('box.attempts', { count: row.attempts }), next].filter(Boolean).join(' · ')
}
