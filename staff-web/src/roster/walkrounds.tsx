import { cancelWalkround, listWalkrounds } from '@daodi/contract/staff/roster/walkrounds.ts'
import type { WalkroundView } from '@daodi/contract/staff/roster/views.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { hasReadableDuty, UnitPicker } from '../shared/unit-picker.tsx'
import { wallText } from '../shared/wall-time.ts'
import { useShiftAct } from './use-shift-act.ts'
import { PlanWalkrounds } from './walkround-plan.tsx'
import { RecordWalkround } from './walkround-record.tsx'

export type Walkround = z.output<typeof WalkroundView>

/** Who comes to see a unit and when, who receives them, and what was found. */
export function Walkrounds() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') || me.unit.id
  const [state, setState] = useState<'planned' | 'done'>('planned')
  const [planning, setPlanning] = useState(false)
  const list = useInfiniteQuery({
    queryKey: ['roster', 'walkrounds', unitId, state], initialPageParam: '', getNextPageParam: (page: z.output<typeof listWalkrounds.reply>) => page.next, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call(listWalkrounds, { params: { unitId }, query: { state, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const [first] = list.data?.pages ?? []
  const name = first?.name ?? t('walk.titleDefault')
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={(next) => { if (next !== null) setSearch({ unit: next }) }} label={t('week.unit')} among={hasReadableDuty} required /></div>
        <Segmented aria-label={t('sections.walkrounds')} value={state} onChange={setState} options={[{ value: 'planned', label: t('walk.upcoming') }, { value: 'done', label: t('walk.past') }]} />
        {first?.mayPlan && <Button type="primary" onClick={() => setPlanning(true)}>{t('walk.plan', { name })}</Button>}
      </div>
      {list.isError && first === undefined && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingState rows={6} />}
      {first && <List rows={rows} state={state} more={list.hasNextPage ? () => void list.fetchNextPage() : null} />}
      {planning && <PlanWalkrounds unitId={unitId} title={name} onClose={() => setPlanning(false)} />}
    </>
  )
}

function List({ rows, state, more }: { rows: readonly Walkround[]; state: 'planned' | 'done'; more: (() => void) | null }) {
  const { t } = useTranslation('roster')
  return (
    <section className="card roster-pad" aria-label={t('sections.walkrounds')}>
      {rows.length === 0 && <EmptyState title={t(state === 'planned' ? 'walk.none' : 'walk.nonePast')} text={state === 'planned' ? t('walk.noneText') : undefined} />}
      <ul className="roster-list">{rows.map((one) => <WalkroundRow key={one.id} walkround={one} />)}</ul>
      {more !== null && <Button onClick={more}>{t('tasks.more')}</Button>}
    </section>
  )
}

function WalkroundRow({ walkround: one }: { walkround: Walkround }) {
  const { t } = useTranslation('roster')
  const { timeZone } = useMe().institution
  const { formatInstant } = useFormat()
  const [recording, setRecording] = useState(false)
  const cancel = useShiftAct(() => call(cancelWalkround, { params: { walkroundId: one.id }, body: {} }), t('walk.cancelled'))
  return (
    <li>
      <b>{one.title}</b> <span className="num">{formatInstant(one.at)}</span>
      <span className="muted roster-second">{t('walk.by', { name: one.visitorName })} · {one.receiver !== null && t('walk.with', { name: one.receiver.name })}{one.receiver === null && <Link to={`/roster/week?unit=${one.unitId}&week=${wallText(one.at, timeZone).slice(0, 10)}`} className="tag soon">{t('walk.nobody')}</Link>}</span>
      {one.findings !== null && <span className="tag ok roster-right">{one.findings.length === 0 ? t('walk.fine') : t('walk.findings', { count: one.findings.length })} · {t('walk.recordedBy', { name: one.recordedByName ?? '' })}</span>}
      {one.mayRecord && !recording && <Button type="primary" size="small" className="roster-right" onClick={() => setRecording(true)}>{t('walk.record')}</Button>}
      {one.mayCancel && !one.mayRecord && <Popconfirm title={t('walk.cancelAsk', { title: one.title, when: formatInstant(one.at) })} onConfirm={() => cancel.mutate()}><Button size="small" type="text" className="roster-right" loading={cancel.isPending}>{t('walk.cancel')}<span className="only-read"> {one.title} {formatInstant(one.at)}</span></Button></Popconfirm>}
      {one.findings !== null && one.findings.length > 0 && (
        <ul className="roster-wide roster-found-list">{one.findings.map((finding, index) => <li key={index}>{finding.text} {finding.caseId !== null && <Link to={`/cases/${finding.caseId}`} className="tag soon">{t('walk.openCase')}</Link>}</li>)}</ul>
      )}
      {recording && <RecordWalkround walkround={one} onDone={() => setRecording(false)} />}
    </li>
  )
}
