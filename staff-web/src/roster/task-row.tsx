import { answerOffer, reopenTask, tickTask } from '@daodi/contract/staff/roster/tasks.ts'
import type { ShiftTaskView } from '@daodi/contract/staff/roster/views.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanText } from '../shared/clean-text.ts'
import { useFormat } from '../shared/format.ts'
import { useRefusalWords } from './roster-query.ts'
import { useShiftAct } from './use-shift-act.ts'

export type Task = z.output<typeof ShiftTaskView>

/** One thing to be done: what, whose, until when; ticked point by point where it has points. */
export function TaskRow({ task, onShift = false }: { task: Task; onShift?: boolean }) {
  return (
    <li className={task.mayTake ? 'roster-ringing' : ''}>
      <b>{task.occasion !== null && <span className="roster-occasion">{task.occasion} </span>}{task.task}</b>
      <Whose task={task} onShift={onShift} />
      {task.doneAt === null ? <Open task={task} /> : <DoneBy task={task} />}
    </li>
  )
}

/** On the shift's own page its person goes without saying. */
function Whose({ task, onShift }: { task: Task; onShift: boolean }) {
  const { t } = useTranslation('roster')
  const from = task.receivedByName !== null && task.receivedByName !== task.personName ? t('tasks.from', { name: task.receivedByName }) : null
  return (
    <span className="muted">
      {!onShift && <Link to={`/roster/shifts/${task.shiftId}`} title={t('tasks.shift')}>{task.personName}</Link>}{!onShift && from !== null && ' · '}{from}
    </span>
  )
}

function Open({ task }: { task: Task }) {
  const { t } = useTranslation('roster')
  const { formatDueInstant } = useFormat()
  return (
    <>
      {task.offeredToName !== null && <span className="tag soon">{t('tasks.waitsFor', { name: task.offeredToName })}</span>}
      <span className={task.late ? 'tag late roster-right' : 'tag roster-right'}>{t('tasks.by', { when: formatDueInstant(task.dueAt, task.dueEstimated) })}</span>
      {(task.mayTake || task.mayGiveBack) && <Offer task={task} />}
      {task.mayTick && <Points task={task} />}
      {!task.mayTick && task.items.length > 0 && <p className="roster-wide faint">{task.items.map(({ item, at }) => `${at === null ? '○' : '✓'} ${item}`).join('　')}</p>}
    </>
  )
}

function DoneBy({ task }: { task: Task }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const undo = useShiftAct(() => call(reopenTask, { params: { taskId: task.id }, body: {} }), t('tasks.undone'))
  return (
    <>
      <span className="roster-second">
        <span className="tag ok">{t('tasks.doneBy', { name: task.doneByName ?? '', when: formatInstant(task.doneAt ?? '') })}</span>
        {task.grade !== null && <> <span className="tag">{t('tasks.graded', { grade: t(`tasks.grades.g${task.grade as 5}`) })}</span></>}
      </span>
      {task.mayTick && <Button size="small" type="text" className="roster-right" loading={undo.isPending} onClick={() => undo.mutate()}>{t('tasks.undo')}<span className="only-read"> {task.task}</span></Button>}
      {task.comment !== null && <p className="roster-wide roster-words">{task.comment}</p>}
    </>
  )
}

function Offer({ task }: { task: Task }) {
  const { t } = useTranslation('roster')
  const act = useShiftAct((take: boolean) => call(answerOffer, { params: { taskId: task.id }, body: { take } }), task.mayTake ? t('tasks.taken') : t('tasks.gaveBack'))
  return (
    <div className="roster-acts">
      {task.mayTake && <Button type="primary" loading={act.isPending && act.variables} onClick={() => act.mutate(true)}>{t('tasks.take')}</Button>}
      <Button loading={act.isPending && !act.variables} onClick={() => act.mutate(false)}>{t(task.mayTake ? 'tasks.busy' : 'tasks.back')}</Button>
    </div>
  )
}

/** Each point is kept as soon as it is ticked; the last one asks for the grade where one belongs to it. */
function Points({ task }: { task: Task }) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const [grade, setGrade] = useState<number | null | undefined>(undefined)
  const [comment, setComment] = useState('')
  const tick = useMutation({
    mutationFn: (items: string[] | undefined) => call(tickTask, { params: { taskId: task.id }, body: { items, grade, comment: cleanText(comment) } }),
    onSuccess: ({ done }) => { if (done) message.success(t('tasks.ticked')) }, onError: (error) => { message.error(words(error), 8) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] })]),
  })
  const left = task.items.filter(({ at }) => at === null)
  const asks = task.satisfaction && left.length <= 1
  return (
    <>
      {task.items.length > 0 && (
        <div className="roster-points">
          {task.items.map(({ item, at, byName }) => (
            <Checkbox key={item} checked={at !== null || (tick.isPending && (tick.variables?.includes(item) ?? true))} disabled={at !== null || tick.isPending || (task.satisfaction && left.length === 1 && grade === undefined)} onChange={() => tick.mutate([item])}>
              {item}{byName !== null && <span className="faint"> {byName}</span>}
            </Checkbox>
          ))}
        </div>
      )}
      {task.satisfaction && (
        <fieldset className="roster-grade">
          <legend className="muted">{t('tasks.grade')}</legend>
          <Radio.Group value={grade === null ? 0 : grade} onChange={(event) => setGrade(event.target.value === 0 ? null : event.target.value as number)} options={[...[5, 4, 3, 2, 1].map((one) => ({ value: one, label: t(`tasks.grades.g${one as 5}`) })), { value: 0, label: t('tasks.grades.none') }]} />
          <Input value={comment} maxLength={500} placeholder={t('tasks.comment')} aria-label={t('tasks.comment')} onChange={(event) => setComment(event.target.value)} />
        </fieldset>
      )}
      {(task.items.length === 0 || left.length > 1 || asks) && (
        <Button size="small" loading={tick.isPending} disabled={task.satisfaction && grade === undefined} className={task.items.length === 0 ? '' : 'roster-finish'} onClick={() => tick.mutate(undefined)}>
          {t(task.items.length === 0 ? 'tasks.tick' : 'tasks.finish')}<span className="only-read"> {task.task}</span>
        </Button>
      )}
    </>
  )
}
