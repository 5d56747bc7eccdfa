import { getRoster } from '@daodi/contract/staff/roster/roster.ts'
import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { call } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { useMe } from '../shared/me.ts'
import { PrintLink } from '../shared/print-link.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { fieldUnder, nameOfDragged, useDragSensors, useDragWords } from './dragging.ts'
import { KindDialog } from './kind-dialog.tsx'
import { PeoplePalette } from './people-palette.tsx'
import { ProblemList } from './problem-list.tsx'
import { addDays, usePlan, type Kind, type PlanAsk, type Roster } from './roster-query.ts'
import { WeekGrid } from './week-grid.tsx'

/** The roster of a unit's week: planned by dragging, by choosing, or by copying the week before. */
export function Week() {
  const { t } = useTranslation('roster')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') ?? me.unit.id
  const week = search.get('week')
  const roster = useQuery({
    queryKey: ['roster', 'week', unitId, week], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(getRoster, { params: { unitId }, query: week === null ? {} : { week }, signal }),
  })
  const go = (next: { unit?: string; week?: string | null }) => {
    const to = { unit: next.unit ?? unitId, week: next.week === undefined ? week : next.week }
    setSearch({ unit: to.unit, ...(to.week === null ? {} : { week: to.week }) })
  }
  const monday = roster.data?.days[0]
  const step = (days: number) => { if (monday !== undefined) go({ week: addDays(monday, days) }) }
  // While somebody is carried by keyboard the arrows go from field to field.
  const [carrying, setCarrying] = useState(false)
  useKeys([
    { key: 'ArrowLeft', label: t('keys.previous'), disabled: carrying, act: () => step(-7) },
    { key: 'ArrowRight', label: t('keys.next'), disabled: carrying, act: () => step(7) },
    { key: 't', label: t('keys.today'), disabled: carrying, act: () => go({ week: null }) },
  ])
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={(next) => { if (next !== null) go({ unit: next }) }} label={t('week.unit')} allowInstitution required /></div>
        <Button onClick={() => step(-7)}>{t('week.previous')}</Button>
        <Button onClick={() => go({ week: null })}>{t('week.today')}</Button>
        <Button onClick={() => step(7)}>{t('week.next')}</Button>
        <PrintLink to={`/print/unit/${unitId}/roster${monday === undefined ? '' : `?day=${monday}`}`}>{t('week.print')}</PrintLink>
      </div>
      {roster.isError && roster.data === undefined && <ErrorState error={roster.error} onRetry={() => void roster.refetch()} />}
      {roster.isPending && <LoadingState rows={8} />}
      {roster.data && <Planner key={unitId} roster={roster.data} unitId={unitId} onCarry={setCarrying} />}
    </>
  )
}

function Planner({ roster, unitId, onCarry }: { roster: Roster; unitId: string; onCarry: (carrying: boolean) => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const [kind, setKind] = useState<Kind | 'new' | null>(null)
  const [unmet, setUnmet] = useState<PlanAsk | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const plan = usePlan(unitId, { onCriteria: setUnmet })
  const sensors = useDragSensors()
  const words = useDragWords(roster)
  const carry = (id: string | null) => { setDragged(id); onCarry(id !== null) }
  const add = (kindId: string, day: string, personId: string) => plan.mutate({ ask: { add: [{ kindId, day, personId }] }, done: t('week.added') })
  const remove = (shiftId: string) => plan.mutate({ ask: { remove: [shiftId] }, done: t('week.removed') })
  const drop = ({ active, over }: DragEndEvent) => {
    carry(null)
    const [what, id = ''] = String(active.id).split(':')
    const [where, kindId = '', day = ''] = String(over?.id ?? '').split(':')
    if (where === 'bin' && what === 'shift') return remove(id)
    if (where !== 'cell') return undefined
    if (what === 'person') return add(kindId, day, id)
    const shift = roster.shifts.find((one) => one.id === id)
    if (!shift || (shift.kindId === kindId && shift.day === day)) return undefined
    return plan.mutate({ ask: { add: [{ kindId, day, personId: shift.personId }], remove: [id] }, done: t('week.moved') })
  }
  const copy = () => {
    const to = roster.days[0] ?? ''
    plan.mutate({ ask: { copyWeek: { from: addDays(to, -7), to } }, done: '' }, {
      onSuccess: ({ added, problems }) => {
        const left = problems.filter((one) => one.blocking).length
        message.success(left > 0 ? t('week.copiedPart', { count: added, left }) : t('week.copied', { count: added }))
      },
    })
  }
  return (
    <DndContext sensors={sensors} collisionDetection={fieldUnder} accessibility={words} onDragStart={({ active }) => carry(String(active.id))} onDragCancel={() => carry(null)} onDragEnd={drop}>
      {roster.mayPlan
        ? <div className="roster-bar no-print"><Button onClick={copy} loading={plan.isPending && plan.variables.ask.copyWeek !== undefined}>{t('week.copy')}</Button><Button onClick={() => setKind('new')}>{t('week.newKind')}</Button></div>
        : <p className="muted roster-note">{t('week.readOnly')}</p>}
      {roster.kinds.length === 0
        ? <EmptyState title={t('week.noKinds')} text={roster.mayPlan ? t('week.noKindsText') : undefined} />
        : (
          <div className="roster-columns">
            <div className="roster-main">
              <WeekGrid roster={roster} onAdd={add} onRemove={remove} onKind={setKind} />
              <ProblemList roster={roster} />
            </div>
            {roster.mayPlan && <PeoplePalette roster={roster} removing={dragged?.startsWith('shift:') === true} />}
          </div>
        )}
      {kind !== null && <KindDialog unitId={unitId} desks={roster.desks} kind={kind === 'new' ? null : kind} onClose={() => setKind(null)} />}
      {unmet !== null && (
        <ReasonDialog onClose={() => setUnmet(null)} title={t('week.reasonTitle')} label={t('week.reason')} save={shared('act.save')} onSave={(reason) => {
          plan.mutate({ ask: { ...unmet, add: unmet.add?.map((one) => ({ ...one, overrideReason: reason })) }, done: t('week.added') })
          setUnmet(null)
        }} />
      )}
      <DragOverlay dropAnimation={null}>{dragged === null ? null : <span className="roster-chip roster-dragged">{nameOfDragged(roster, dragged)}</span>}</DragOverlay>
    </DndContext>
  )
}

function ReasonDialog({ title, label, save, onSave, onClose }: { title: string; label: string; save: string; onSave: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => onSave(reason.trim())} okText={save} okButtonProps={{ disabled: reason.trim() === '' }}>
      <label htmlFor="roster-reason">{label}</label>
      <Input id="roster-reason" value={reason} maxLength={200} autoFocus onChange={(event) => setReason(event.target.value)} />
    </Modal>
  )
}
