import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shared/keys.tsx'
import { PrintLink } from '../shared/print-link.tsx'
import { EmptyState } from '../shared/states.tsx'
import { fieldUnder, nameOfDragged, useDragSensors, useDragWords } from './dragging.ts'
import { KindDialog } from './kind-dialog.tsx'
import { PeoplePalette } from './people-palette.tsx'
import { addDays, keyOf, type Place } from './planning.ts'
import { ProblemList } from './problem-list.tsx'
import { usePlan, type Kind, type PlanAsk, type Roster, type Shift } from './roster-query.ts'
import { useFocusAfter } from './use-focus-after.ts'
import { WeekGrid } from './week-grid.tsx'

const nameAt = (place: Place) => `[data-shift="${keyOf(place)}"]`
const fieldOf = ({ kindId, day }: Pick<Place, 'kindId' | 'day'>) => `[data-field="${kindId}:${day}"]`

/** What is put on, moved and taken off stands at once; each step can be taken back. */
function usePlanSteps(roster: Roster, unitId: string) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const [unmet, setUnmet] = useState<PlanAsk | null>(null)
  const [last, setLast] = useState<PlanAsk | null>(null)
  const focusAfter = useFocusAfter()
  const places = (ask: PlanAsk) => [...(ask.add ?? []).map(nameAt), ...roster.shifts.filter(({ id }) => ask.remove?.includes(id)).map(fieldOf).map((field) => `${field} button`)]
  const plan = usePlan(unitId, {
    onCriteria: setUnmet,
    onRefused: (ask) => focusAfter(roster.shifts.filter(({ id }) => ask.remove?.includes(id)).map(nameAt)),
    onDone: ({ done, undo }) => {
      setLast(undo)
      if (done !== '') message.success({ key: 'planned', duration: 6, content: <>{done}{undo !== null && <Button type="link" size="small" onClick={() => takeBack(undo)}>{t('week.undo')}</Button>}</> })
    },
  })
  const run = (ask: PlanAsk, done: string) => plan.mutate({ ask, done })
  const takeBack = (undo: PlanAsk) => {
    message.destroy('planned')
    setLast(null)
    focusAfter(places(undo))
    run(undo, t('week.undone'))
  }
  useKeys([{ key: 'ctrl+z', label: t('keys.undo'), disabled: last === null, act: () => { if (last !== null) takeBack(last) } }])
  const remove = (shift: Shift) => {
    if (shift.id === '') return
    focusAfter([`${fieldOf(shift)} [data-shift]:not(${nameAt(shift)})`, `${fieldOf(shift)} button`])
    run({ remove: [shift.id] }, t('week.removed', { name: shift.personName }))
  }
  const add = (place: Place) => {
    focusAfter([nameAt(place), `${fieldOf(place)} button`])
    run({ add: [place] }, t('week.added'))
  }
  const move = (shift: Shift, to: Place) => {
    // Its own answer is still on the way.
    if (shift.id === '' || keyOf(shift) === keyOf(to)) return
    focusAfter([nameAt(to)])
    run({ add: [to], remove: [shift.id] }, t('week.moved'))
  }
  return { plan, run, add, remove, move, unmet, setUnmet }
}

export function Planner({ roster, unitId, onCarry }: { roster: Roster; unitId: string; onCarry: (carrying: boolean) => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const [kind, setKind] = useState<Kind | 'new' | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const focusAfter = useFocusAfter()
  const { plan, run, add, remove, move, unmet, setUnmet } = usePlanSteps(roster, unitId)
  const sensors = useDragSensors()
  const words = useDragWords(roster)
  const carry = (id: string | null) => { setDragged(id); onCarry(id !== null) }
  const carried = (id: string) => roster.shifts.find((one) => `shift:${keyOf(one)}` === id)
  const letGo = (id: string) => { carry(null); focusAfter([id.startsWith('shift:') ? `[data-shift="${id.slice(6)}"]` : `[data-person="${id.slice(7)}"]`]) }
  const drop = ({ active, over }: DragEndEvent) => {
    const id = String(active.id)
    const [where, kindId = '', day = ''] = String(over?.id ?? '').split(':')
    letGo(id)
    const shift = carried(id)
    if (where === 'bin' && shift) return remove(shift)
    if (where !== 'cell') return undefined
    return shift ? move(shift, { kindId, day, personId: shift.personId }) : add({ kindId, day, personId: id.slice(7) })
  }
  const copy = () => {
    const to = roster.days[0] ?? ''
    plan.mutate({ ask: { copyWeek: { from: addDays(to, -7), to } }, done: '' }, {
      onSuccess: ({ added, problems }) => {
        const left = problems.filter((one) => one.blocking).length
        if (added === 0 && left === 0) message.info(t('week.copiedNone'))
        else message.success(left > 0 ? t('week.copiedPart', { count: added, left }) : t('week.copied', { count: added }), 6)
      },
    })
  }
  return (
    <DndContext sensors={sensors} collisionDetection={fieldUnder} accessibility={words} onDragStart={({ active }) => carry(String(active.id))} onDragCancel={({ active }) => letGo(String(active.id))} onDragEnd={drop}>
      <div className="roster-bar no-print">
        {roster.mayPlan && <Button onClick={copy} disabled={roster.kinds.length === 0} loading={plan.isPending && plan.variables.ask.copyWeek !== undefined}>{t('week.copy')}</Button>}
        {roster.mayPlan && <Button onClick={() => setKind('new')}>{t('week.newKind')}</Button>}
        <PrintLink to={`/print/unit/${unitId}/roster?day=${roster.days[0] ?? ''}`}>{t('week.print')}</PrintLink>
        {!roster.mayPlan && <span className="muted">{t('week.readOnly')}</span>}
      </div>
      {roster.kinds.length === 0
        ? <EmptyState title={t('week.noKinds')} text={roster.mayPlan ? t('week.noKindsText') : undefined} />
        : (
          <div className="roster-columns" data-plans={roster.mayPlan || undefined}>
            <div className="roster-main">
              <WeekGrid roster={roster} dragged={dragged} onAdd={add} onRemove={remove} onKind={setKind} />
              <ProblemList roster={roster} />
            </div>
            {roster.mayPlan && <PeoplePalette roster={roster} removing={dragged?.startsWith('shift:') === true} />}
          </div>
        )}
      {kind !== null && <KindDialog unitId={unitId} desks={roster.desks} kind={kind === 'new' ? null : kind} onClose={() => setKind(null)} />}
      {unmet !== null && (
        <ReasonDialog onClose={() => setUnmet(null)} title={t('week.reasonTitle')} label={t('week.reason')} save={shared('act.save')} onSave={(reason) => {
          run({ ...unmet, add: unmet.add?.map((one) => ({ ...one, overrideReason: reason })) }, t('week.added'))
          setUnmet(null)
        }} />
      )}
      <DragOverlay dropAnimation={null} zIndex={1200}>{dragged === null ? null : <span className="roster-chip roster-dragged">{nameOfDragged(roster, dragged)}</span>}</DragOverlay>
    </DndContext>
  )
}

function ReasonDialog({ title, label, save, onSave, onClose }: { title: string; label: string; save: string; onSave: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => onSave(reason.trim())} okText={save} okButtonProps={{ disabled: reason.trim() === '' }}>
      <label htmlFor="roster-reason">{label}</label>
      <Input id="roster-reason" value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} onPressEnter={() => { if (reason.trim() !== '') onSave(reason.trim()) }} />
    </Modal>
  )
}
