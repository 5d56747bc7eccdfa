import { listShiftTasks, receiveOccasion } from '@daodi/contract/staff/roster/tasks.ts'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { useMe } from '../shared/me.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { hasReadableDuty, UnitPicker } from '../shared/unit-picker.tsx'
import { useRefusalWords } from './roster-query.ts'
import { TaskRow } from './task-row.tsx'

type Board = z.output<typeof listShiftTasks.reply>
const REREAD_MS = 15_000

/** What a unit's shifts have to do now, and somebody who has come or goes. */
export function Tasks() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') || me.unit.id
  const [state, setState] = useState<'open' | 'done'>('open')
  const tasks = useInfiniteQuery({
    queryKey: ['roster', 'tasks', unitId, state], initialPageParam: '', getNextPageParam: (page: Board) => page.next, placeholderData: keepPreviousData, refetchInterval: REREAD_MS,
    queryFn: ({ pageParam, signal }) => call(listShiftTasks, { params: { unitId }, query: { state, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
  })
  const rows = tasks.data?.pages.flatMap((page) => page.rows) ?? []
  const [board] = tasks.data?.pages ?? []
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={(next) => { if (next !== null) setSearch({ unit: next }) }} label={t('week.unit')} among={hasReadableDuty} required /></div>
        <Segmented aria-label={t('sections.tasks')} value={state} onChange={setState} options={[{ value: 'open', label: t('tasks.open') }, { value: 'done', label: t('tasks.done') }]} />
      </div>
      {tasks.isError && board === undefined && <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && <LoadingState rows={8} />}
      {board && (
        <div className="roster-halves roster-board">
          <section className="card roster-pad" aria-label={t(state === 'open' ? 'tasks.open' : 'tasks.done')}>
            {rows.length === 0 && <EmptyState title={t(state === 'open' ? 'tasks.none' : 'tasks.noneDone')} />}
            <ul className="roster-list">{rows.map((task) => <TaskRow key={task.id} task={task} />)}</ul>
            {tasks.hasNextPage && <Button loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>{t('tasks.more')}</Button>}
          </section>
          <div className="roster-stack">
            <Receive key={unitId} board={board} unitId={unitId} />
            {board.satisfaction.count > 0 && <p className="muted num">{t('tasks.satisfaction', { average: board.satisfaction.average ?? '', count: board.satisfaction.count })}</p>}
          </div>
        </div>
      )}
    </>
  )
}

function Receive({ board, unitId }: { board: Board; unitId: string }) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const [draft, setDraft] = useState({ occasion: board.occasions[0]?.name ?? '', task: '' })
  const receive = useMutation({
    mutationFn: () => call(receiveOccasion, { params: { unitId }, body: { occasion: draft.occasion, task: cleanLine(draft.task) ?? '' } }),
    onSuccess: ({ person, offeredTo }) => {
      message.success(offeredTo === null ? t('tasks.given', { name: person.name }) : t('tasks.offered', { name: offeredTo.name }), 6)
      setDraft({ ...draft, task: '' })
    },
    onError: (error) => { message.error(words(error), 8) },
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  })
  const chosen = board.occasions.find(({ name }) => name === draft.occasion)
  const ready = chosen !== undefined && draft.task.trim() !== ''
  return (
    <section className="card roster-pad" aria-labelledby="tasks-receive">
      <h2 id="tasks-receive">{t('tasks.receive')}</h2>
      <p className="muted">{board.onDuty.length === 0 ? t('tasks.nobody') : `${t('tasks.onDuty')} ${board.onDuty.map(({ name, main }) => (main ? `${name}（${t('tasks.main')}）` : name)).join('、')}`}</p>
      {board.occasions.length === 0 && <p className="muted">{t('tasks.noOccasions')}</p>}
      {board.occasions.length > 0 && (
        <form className="roster-form" onSubmit={(event) => { event.preventDefault(); if (ready && !receive.isPending) receive.mutate() }}>
          <Radio.Group aria-label={t('tasks.occasion')} optionType="button" value={draft.occasion} onChange={(event) => setDraft({ ...draft, occasion: event.target.value as string })} options={board.occasions.map(({ name }) => ({ value: name, label: name }))} />
          {chosen && <p className="muted">{chosen.next !== null ? t('tasks.next', { name: chosen.next.name }) : t(chosen.turn === 'main' ? 'tasks.toMain' : 'tasks.toMe')} · {chosen.items.join('、')}</p>}
          <Field id="task-what" label={t('tasks.what')} hint={t('tasks.whatHint')}><Input id="task-what" value={draft.task} maxLength={80} onChange={(event) => setDraft({ ...draft, task: event.target.value })} /></Field>
          <div><Button type="primary" htmlType="submit" disabled={!ready} loading={receive.isPending}>{t('tasks.save')}</Button></div>
        </form>
      )}
    </section>
  )
}
