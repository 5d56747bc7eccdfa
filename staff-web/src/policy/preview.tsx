import { previewPolicy } from '@daodi/contract/staff/policy/policy.ts'
import { Button, Progress, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { ErrorState } from '../shared/states.tsx'
import type { Preview } from './policy-query.ts'
import type { Settings } from './settings-schema.ts'

interface Tally { readonly total: number; readonly cases: number; readonly duties: number; readonly counts: Preview['counts']; readonly rows: Preview['rows']; readonly more: number; readonly done: boolean }
const LISTED = 300

/** What would have escalated in the last weeks: the draft and the policy in force, reckoned over the same real cases. */
export function PolicyPreview({ unitId, settings, disabled }: { unitId: string; settings: Settings; disabled: boolean }) {
  const { t } = useTranslation('policy')
  const [days, setDays] = useState(31)
  const [tally, setTally] = useState<Tally | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [running, setRunning] = useState(false)
  const stop = useRef<AbortController | null>(null)
  const run = async () => {
    stop.current?.abort()
    const control = new AbortController()
    stop.current = control
    setRunning(true); setError(null); setTally(null)
    let sum: Tally | null = null
    let after: string | null = null
    try {
      do {
        const part: Preview = await call(previewPolicy, { params: { unitId }, body: { settings: settings as never, days, ...(after === null ? {} : { after }) }, signal: control.signal })
        sum = together(sum, part)
        setTally(sum)
        after = part.next
      } while (after !== null)
    } catch (failure) {
      if (!control.signal.aborted) setError(failure)
    }
    setRunning(false)
  }
  return (
    <section className="card admin-pad preview" aria-labelledby="preview-head">
      <div className="preview-head">
        <h2 id="preview-head">{t('preview.title')}</h2>
        <Select aria-label={t('preview.period')} value={days} onChange={setDays} options={[7, 31, 92].map((value) => ({ value, label: t('preview.days', { count: value }) }))} />
        <Button disabled={disabled} loading={running} onClick={() => void run()}>{t('preview.run')}</Button>
        {running && <Button onClick={() => stop.current?.abort()}>{t('preview.stop')}</Button>}
      </div>
      <p className="muted">{t('preview.hint')}</p>
      {error !== null && <ErrorState error={error} onRetry={() => void run()} />}
      {tally !== null && !tally.done && <Progress percent={tally.total === 0 ? 100 : Math.round(tally.cases / tally.total * 100)} size="small" aria-label={t('preview.progress')} />}
      {tally !== null && <Counts tally={tally} />}
      {tally !== null && <Differences tally={tally} />}
    </section>
  )
}

function together(sum: Tally | null, part: Preview): Tally {
  const counts = new Map((sum?.counts ?? []).map((count) => [count.kind, count]))
  for (const count of part.counts) {
    const before = counts.get(count.kind)
    const add = (a: readonly number[], b: readonly number[]) => Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0))
    counts.set(count.kind, before === undefined ? count : {
      kind: count.kind, duties: before.duties + count.duties, lateInForce: before.lateInForce + count.lateInForce, lateDraft: before.lateDraft + count.lateDraft,
      rungsInForce: add(before.rungsInForce, count.rungsInForce), rungsDraft: add(before.rungsDraft, count.rungsDraft),
    })
  }
  const rows = [...(sum?.rows ?? []), ...part.rows]
  return {
    total: sum?.total ?? part.total ?? part.cases, cases: (sum?.cases ?? 0) + part.cases, duties: (sum?.duties ?? 0) + part.duties, counts: [...counts.values()], rows: rows.slice(0, LISTED),
    more: (sum?.more ?? 0) + part.more + Math.max(0, rows.length - LISTED), done: part.next === null,
  }
}

function Counts({ tally }: { tally: Tally }) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  if (tally.duties === 0) return <p>{t('preview.nothing')}</p>
  const pair = (before: number, after: number) => <>{before} → <b className={after > before ? 'late-text' : after < before ? 'ok-text' : undefined}>{after}</b></>
  const rungs = Math.max(0, ...tally.counts.flatMap((count) => [count.rungsInForce.length, count.rungsDraft.length]))
  return (
    <div className="admin-scroll" tabIndex={0}>
      <table className="admin-table">
        <caption>{t('preview.counts', { cases: tally.cases, duties: tally.duties })}</caption>
        <thead><tr><th>{t('preview.kind')}</th><th>{t('preview.duties')}</th><th>{t('preview.late')}</th>{Array.from({ length: rungs }, (_, index) => <th key={index}>{t('preview.rung', { n: index + 1 })}</th>)}</tr></thead>
        <tbody>{tally.counts.map((count) => (
          <tr key={count.kind}>
            <th scope="row">{shared(`obligation.${count.kind}`)}</th><td className="num">{count.duties}</td><td className="num">{pair(count.lateInForce, count.lateDraft)}</td>
            {Array.from({ length: rungs }, (_, index) => <td key={index} className="num">{pair(count.rungsInForce[index] ?? 0, count.rungsDraft[index] ?? 0)}</td>)}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Differences({ tally }: { tally: Tally }) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  const { formatDueInstant, formatInstant } = useFormat()
  if (tally.duties === 0) return null
  if (tally.rows.length === 0) return <p className="ok-text">{t('preview.same')}</p>
  const outcome = (one: Preview['rows'][number]['draft']) => `${formatDueInstant(one.dueAt, one.estimated)} · ${one.rung > 0 ? t('preview.reached', { n: one.rung }) : one.late ? shared('light.red') : t('preview.inTime')}`
  return (
    <div className="admin-scroll preview-rows" tabIndex={0}>
      <table className="admin-table">
        <caption>{t('preview.differences', { count: tally.rows.length + tally.more })}{tally.more > 0 && ` ${t('preview.listed', { count: tally.rows.length })}`}</caption>
        <thead><tr><th>{t('preview.case')}</th><th>{t('preview.kind')}</th><th>{t('preview.real')}</th><th>{t('inForce')}</th><th>{t('draft')}</th></tr></thead>
        <tbody>{tally.rows.map((row) => (
          <tr key={`${row.caseId} ${row.kind} ${row.openedAt}`}>
            <th scope="row"><Link to={`/cases/${row.caseId}`} className="num">{row.number}</Link><br /><span className="muted">{[row.unitName, shared(`category.${row.category}`), ...(row.urgency === 'normal' ? [] : [shared(`urgency.${row.urgency}`)])].join(' · ')}</span></th>
            <td>{shared(`obligation.${row.kind}`)}</td>
            <td className="num">{formatInstant(row.openedAt)} – {row.closedAt === null ? t('preview.open') : formatInstant(row.closedAt)}</td>
            <td className="num">{outcome(row.inForce)}</td><td className="num">{outcome(row.draft)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
