import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Button, Popover, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../shared/me.ts'
import { PersonPicker } from '../shared/person-picker.tsx'
import { wallText } from '../shared/wall-time.ts'
import type { Kind, Roster, Shift } from './roster-query.ts'

interface Acts { onAdd: (kindId: string, day: string, personId: string) => void; onRemove: (shiftId: string) => void; onKind: (kind: Kind) => void }

/** Kinds of shift down, days across; on a phone one day after the other. */
export function WeekGrid({ roster, ...acts }: { roster: Roster } & Acts) {
  const { t } = useTranslation('roster')
  return (
    <div className="roster-scroll">
      <table className="card roster-grid">
        <thead>
          <tr><th scope="col"><span className="only-read">{t('week.kindName')}</span></th>{roster.days.map((day, index) => <th key={day} scope="col" className={day === roster.today ? 'today' : ''}>{t(`weekday.d${index + 1 as 1}`)} <span className="faint num">{day.slice(5)}</span></th>)}</tr>
        </thead>
        <tbody>
          {roster.kinds.map((kind) => <KindRow key={kind.id} kind={kind} roster={roster} acts={acts} />)}
          {roster.walkrounds.length > 0 && <Visits roster={roster} />}
        </tbody>
      </table>
    </div>
  )
}

/** Who comes to see the unit, day by day. */
function Visits({ roster }: { roster: Roster }) {
  const { t } = useTranslation('roster')
  const { timeZone } = useMe().institution
  return (
    <tr>
      <th scope="row"><Link to={`/roster/walkrounds?unit=${roster.unit.id}`}>{t('sections.walkrounds')}</Link></th>
      {roster.days.map((day, index) => (
        <td key={day} className={day === roster.today ? 'roster-cell today' : 'roster-cell'}>
          <span className="roster-day">{t(`weekday.d${index + 1 as 1}`)} <span className="num">{day.slice(5)}</span></span>
          {roster.walkrounds.filter(({ at }) => wallText(at, timeZone).startsWith(day)).map((one) => <span key={one.id} className="roster-visit"><span className="num">{wallText(one.at, timeZone).slice(11, 16)}</span> {one.title} {one.visitorName}</span>)}
        </td>
      ))}
    </tr>
  )
}

function KindRow({ kind, roster, acts }: { kind: Kind; roster: Roster; acts: Acts }) {
  const { t } = useTranslation('roster')
  return (
    <tr>
      <th scope="row">
        {roster.mayPlan ? <button type="button" className="bare roster-kind" title={t('week.editKind')} onClick={() => acts.onKind(kind)}>{kind.name}</button> : <b>{kind.name}</b>}
        <span className="faint num">{t('week.hours', { from: kind.from, to: kind.to })}{kind.to <= kind.from && ` ${t('week.nextDay')}`}</span>
        {kind.needs.length + kind.postNeeds.length > 0 && <span className="faint">{[...new Set([...kind.needs, ...kind.postNeeds])].join(' ')}</span>}
      </th>
      {roster.days.map((day, index) => <Cell key={day} kind={kind} day={day} index={index} roster={roster} acts={acts} />)}
    </tr>
  )
}

function Cell({ kind, day, index, roster, acts }: { kind: Kind; day: string; index: number; roster: Roster; acts: Acts }) {
  const { t } = useTranslation('roster')
  const { setNodeRef, isOver } = useDroppable({ id: `cell:${kind.id}:${day}`, disabled: !roster.mayPlan })
  const shifts = roster.shifts.filter((shift) => shift.kindId === kind.id && shift.day === day)
  const gap = roster.gaps.find((one) => one.kindId === kind.id && one.day === day)
  const weekday = t(`weekday.d${index + 1 as 1}`)
  return (
    <td ref={setNodeRef} className={['roster-cell', isOver ? 'over' : '', day === roster.today ? 'today' : '', kind.weekdays.includes(index + 1) ? '' : 'off'].filter(Boolean).join(' ')}>
      <span className="roster-day">{weekday} <span className="num">{day.slice(5)}</span></span>
      {shifts.map((shift) => <Chip key={shift.id} shift={shift} bad={roster.problems.some((one) => one.personId === shift.personId && one.kindId === kind.id && one.day === day && one.blocking)} mayPlan={roster.mayPlan} onRemove={() => acts.onRemove(shift.id)} />)}
      {gap && day >= roster.today && <span className="tag soon">{t('week.gap', { count: gap.least - gap.have })}</span>}
      {roster.mayPlan && <AddPerson label={t('week.add', { kind: kind.name, day: `${weekday} ${day.slice(5)}` })} roster={roster} taken={shifts.map((shift) => shift.personId)} onAdd={(personId) => acts.onAdd(kind.id, day, personId)} />}
    </td>
  )
}

function Chip({ shift, bad, mayPlan, onRemove }: { shift: Shift; bad: boolean; mayPlan: boolean; onRemove: () => void }) {
  const { t } = useTranslation('roster')
  const fixed = !mayPlan || shift.begunAt !== null
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id: `shift:${shift.id}`, disabled: fixed, attributes: { roleDescription: t('drag.what') } })
  const state = shift.endedAt !== null ? t('week.ended') : shift.begunAt !== null ? t('week.begun') : null
  return (
    <span className={['roster-chip', bad ? 'bad' : '', isDragging ? 'dragging' : ''].filter(Boolean).join(' ')} title={shift.overrideReason ?? undefined}>
      <span ref={setNodeRef} {...listeners} {...(fixed ? {} : attributes)} className="roster-name">{shift.personName}{state !== null && <span className="faint"> {state}</span>}</span>
      {!fixed && <button type="button" className="bare roster-x" aria-label={t('week.remove', { name: shift.personName })} onClick={onRemove}><CloseOutlined aria-hidden="true" /></button>}
    </span>
  )
}

/** The way without dragging: from the field itself. */
function AddPerson({ label, roster, taken, onAdd }: { label: string; roster: Roster; taken: readonly string[]; onAdd: (personId: string) => void }) {
  const { t } = useTranslation('roster')
  const [open, setOpen] = useState(false)
  const done = (personId: string) => { setOpen(false); onAdd(personId) }
  const options = roster.people.filter((person) => !taken.includes(person.id)).map((person) => ({ value: person.id, label: `${person.name} · ${person.post ?? person.unitName}` }))
  const content = (
    <div className="roster-add">
      <Select<string> showSearch={{ optionFilterProp: 'label' }} autoFocus defaultOpen placeholder={t('week.pick')} aria-label={label} options={options} onSelect={done} style={{ width: 240 }} />
      <details><summary className="faint">{t('week.more')}</summary><PersonPicker value={null} onChange={(person) => { if (person) done(person.id) }} /></details>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" destroyOnHidden content={content}>
      <Button type="text" size="small" className="roster-plus" aria-label={label} icon={<PlusOutlined aria-hidden="true" />} />
    </Popover>
  )
}
