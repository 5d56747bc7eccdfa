import { listSuccessions, signSuccessions } from '@daodi/contract/staff/successions/successions.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { codeText, refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { TwoClocks } from '../shared/two-clocks.tsx'
import './successions.css'

type Waiting = z.output<typeof listSuccessions.reply>['rows'][number]

/** Cases of somebody who leaves that wait for my signature: looked through, and signed for in one step. */
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
          <ToSign rows={rows} />
        </>
      ))}
    </PageFrame>
  )
}

/** All are chosen until some are left out. */
function ToSign({ rows }: { rows: readonly Waiting[] }) {
  const { t } = useTranslation('successions')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const chosen = rows.filter(({ id }) => !leftOut.has(id))
  const sign = useMutation({
    mutationFn: () => call(signSuccessions, { body: { ids: chosen.map(({ id }) => id) } }),
    onSuccess: ({ signed, results }) => {
      setRefused(new Map(results.flatMap(({ id, refusal }) => (refusal === null ? [] : [[id, codeText(refusal, shared)]]))))
      if (signed === results.length) message.success(t('mine.signed', { count: signed }))
      else message.warning(t('mine.partly', { count: signed, left: results.length - signed }))
    },
    onError: (error) => { message.error(refusalText(error, shared)) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] }), queries.invalidateQueries({ queryKey: ['cases'] })]),
  })
  const choose = (id: string, on: boolean) => setLeftOut((before) => { const after = new Set(before); if (on) after.delete(id); else after.add(id); return after })
  return (
    <>
      <div className="succession-sign">
        <Checkbox checked={chosen.length === rows.length} indeterminate={chosen.length > 0 && chosen.length < rows.length} onChange={({ target }) => setLeftOut(target.checked ? new Set() : new Set(rows.map(({ id }) => id)))}>{t('mine.all', { count: rows.length })}</Checkbox>
        <Popconfirm title={t('mine.confirm', { count: chosen.length })} okText={t('mine.sign')} disabled={chosen.length === 0} onConfirm={() => sign.mutate()}>
          <Button type="primary" disabled={chosen.length === 0} loading={sign.isPending}>{chosen.length === rows.length ? t('mine.signAll', { count: rows.length }) : t('mine.signSome', { count: chosen.length })}</Button>
        </Popconfirm>
      </div>
      <ul className="card succession-list">
        {rows.map((row) => <Line key={row.id} row={row} chosen={!leftOut.has(row.id)} refused={refused.get(row.id)} onChoose={(on) => choose(row.id, on)} />)}
      </ul>
    </>
  )
}

function Line({ row, chosen, refused, onChoose }: { row: Waiting; chosen: boolean; refused: string | undefined; onChoose: (on: boolean) => void }) {
  const { t } = useTranslation('successions')
  const { formatDueInstant, formatInstant } = useFormat()
  return (
    <li>
      <Checkbox checked={chosen} onChange={({ target }) => onChoose(target.checked)}><b>{row.subject}</b> <span className="num muted">{row.number}</span></Checkbox>
      <span className="due-clocks">{row.dueAt !== null && <span className={row.late ? 'tag late' : 'tag'}>{formatDueInstant(row.dueAt, row.dueEstimated)}</span>}<TwoClocks clocks={row.clocks} /></span>
      {refused !== undefined && <span className="late-text" role="alert">{refused}</span>}
      <span className="muted succession-wide">{t('mine.line', { leaver: row.leaverName, by: row.namedByName, when: formatInstant(row.namedAt) })}</span>
    </li>
  )
}
