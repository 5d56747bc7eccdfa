import { PlusOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { Button, Popover, Select } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../shared/me.ts'
import { PersonPicker } from '../shared/person-picker.tsx'
import { wallText } from '../shared/wall-time.ts'
import { keyOf, speaksAgainst, type Against, type Place } from './planning.ts'
import type { Kind, Roster, Shift } from './roster-query.ts'
import { ShiftChip } from './shift-chip.tsx'

interface Acts { onAdd: (place: Place) => void; onRemove: (shift: Shift) => void; onKind: (kind: Kind) => void }
interface Grid { roster: Roster; dragged: string | null; acts: Acts }

/** Kinds of shift down, days across; on a phone one day after the other. */
export function WeekGrid({ roster, dragged, ...acts }: { roster: Roster; dragged: string | null } & Acts) {
  const { t } = useTranslation('roster')
  const grid = { roster, dragged, acts }
  return (
    <div className="roster-scroll">
      <table className="card roster-grid" onKeyDown={dragged === null ? moveFocus : undefined}>
        <thead>
          <tr><th scope="col"><span className="only-read">{t('week.kindName')}</span></th>{roster.days.map((day, index) => <th key={day} scope="col" className={day === roster.today ? 'today' : ''}>{t(`weekday.d${index + 1 as 1}`)} <span className="faint num">{day.slice(5)}</span></th>)}</tr>
        </thead>
        <tbody>
          {roster.kinds.map((kind) => <KindRow key={kind.id} kind={kind} grid={grid} />)}
          {roster.walkrounds.length > 0 && <Visits roster={roster} />}
        </tbody>
      </table>
    </div>
  )
}

/** The arrows go from field to field; outside the table they turn the week. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const cell = (event.target as HTMLElement).closest('td')
  const row = cell?.parentElement
  if (!cell || !row || event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return
  const beside = { ArrowLeft: cell.previousElementSibling, ArrowRight: cell.nextElementSibling, ArrowUp: row.previousElementSibling?.children[cell.cellIndex], ArrowDown: row.nextElementSibling?.children[cell.cellIndex] }[event.key]
  event.preventDefault()
  beside?.querySelector<HTMLElement>('[data-shift][tabindex], button')?.focus()
}

/** Who comes to see the unit, day by day. */
function Visits({ roster }: { roster: Roster }) {
  const { t } = useTranslation('roster')
  const { institution: { timeZone }, settings: { walkroundName } } = useMe()
  if (walkroundName === null && roster.walkrounds.length === 0) return null
  return (
    <tr>
      <th scope="row"><Link to={`/roster/walkrounds?unit=${roster.unit.id}`}>{walkroundName ?? t('sections.walkrounds')}</Link></th>
      {roster.days.map((day, index) => {
        const visits = roster.walkrounds.filter(({ at }) => wallText(at, timeZone).startsWith(day))
        return (
          <td key={day} className={['roster-cell', day === roster.today ? 'today' : '', visits.length === 0 ? 'empty' : ''].filter(Boolean).join(' ')}>
            <span className="roster-day">{t(`weekday.d${index + 1 as 1}`)} <span className="num">{day.slice(5)}</span></span>
            {visits.map((one) => <span key={one.id} className="roster-visit"><span className="num">{wallText(one.at, timeZone).slice(11, 16)}</span> {one.title} {one.visitorName}{one.receiver === null && <b> {t('walk.nobody')}</b>}</span>)}
          </td>
        )
      })}
    </tr>
  )
}

function KindRow({ kind, grid }: { kind: Kind; grid: Grid }) {
  const { t } = useTranslation('roster')
  const { roster, acts } = grid
  return (
    <tr>
      <th scope="row">
        {roster.mayPlan ? <button type="button" className="bare roster-kind" title={t('week.editKind')} onClick={() => acts.onKind(kind)}>{kind.name}</button> : <b>{kind.name}</b>}
        <span className="faint num">{t('week.hours', { from: kind.from, to: kind.to })}{kind.to <= kind.from && ` ${t('week.nextDay')}`}</span>
        {kind.needs.length + kind.postNeeds.length > 0 && <span className="faint">{[...new Set([...kind.needs, ...kind.postNeeds])].join(' ')}</span>}
      </th>
      {roster.days.map((day, index) => <Field key={day} kind={kind} day={day} index={index} grid={grid} />)}
    </tr>
  )
}

function Field({ kind, day, index, grid: { roster, dragged, acts } }: { kind: Kind; day: string; index: number; grid: Grid }) {
  const { t } = useTranslation('roster')
  const { timeZone } = useMe().institution
  const { setNodeRef, isOver } = useDroppable({ id: `cell:${kind.id}:${day}`, disabled: !roster.mayPlan })
  const shifts = roster.shifts.filter((shift) => shift.kindId === kind.id && shift.day === day)
  const gap = roster.gaps.find((one) => one.kindId === kind.id && one.day === day)
  const weekday = t(`weekday.d${index + 1 as 1}`)
  const against = dragged === null ? null : againstCarried(roster, dragged, { kindId: kind.id, day }, timeZone)
  const hindered = against === null || against.why === 'there' ? null : againstWords(against, t)
  const classes = ['roster-cell', isOver ? 'over' : '', hindered === null ? '' : isOver ? 'refuses' : 'hindered', day === roster.today ? 'today' : '', kind.weekdays.includes(index + 1) ? '' : 'off', shifts.length === 0 && !gap ? 'empty' : '']
  return (
    <td ref={setNodeRef} data-field={`${kind.id}:${day}`} className={classes.filter(Boolean).join(' ')}>
      <span className="roster-day">{weekday} <span className="num">{day.slice(5)}</span></span>
      {shifts.map((shift) => <ShiftChip key={keyOf(shift)} shift={shift} bad={roster.problems.some((one) => one.personId === shift.personId && one.kindId === kind.id && one.day === day && one.blocking)} mayPlan={roster.mayPlan} onRemove={() => acts.onRemove(shift)} />)}
      {hindered !== null && isOver && <span className="roster-against">{hindered}</span>}
      {gap && day >= roster.today && <span className="tag soon">{t('week.gap', { count: gap.least - gap.have })}</span>}
      {roster.mayPlan && <AddPerson label={t('week.add', { kind: kind.name, day: `${weekday} ${day.slice(5)}` })} roster={roster} place={{ kindId: kind.id, day }} onAdd={acts.onAdd} />}
    </td>
  )
}

type Field = Pick<Place, 'kindId' | 'day'>

function againstCarried(roster: Roster, dragged: string, field: Field, timeZone: string): Against | null {
  const carried = dragged.startsWith('shift:') ? dragged.slice(6) : null
  const personId = carried === null ? dragged.slice(7) : roster.shifts.find((shift) => keyOf(shift) === carried)?.personId
  if (personId === undefined || carried === keyOf({ ...field, personId })) return null
  return speaksAgainst(roster, { ...field, personId }, { carried, timeZone })
}

function againstWords(against: Exclude<Against, { why: 'there' }>, t: ReturnType<typeof useTranslation<'roster'>>['t']): string {
  switch (against.why) {
    case 'shift': return t('against.shift', { kind: against.kindName })
    case 'away': return t(`state.${against.absence}`)
    case 'missing': return t('against.missing', { missing: against.missing.join('、') })
    default: return against satisfies never
  }
}

interface Offered { value: string; label: string; post: string; words: string; against: boolean; found: string }

function drawOption({ data: { label, post, against, words } }: { data: Offered }) {
  return <span className="person-option"><b>{label}</b><span className="muted clip">{post}</span><span className={against ? 'tag late roster-right' : 'faint num roster-right'}>{words}</span></span>
}

/** The way without dragging: from the field itself. Whoever cannot take the shift is listed last, with the reason. */
function AddPerson({ label, roster, place, onAdd }: { label: string; roster: Roster; place: Field; onAdd: (place: Place) => void }) {
  const { t } = useTranslation('roster')
  const { timeZone } = useMe().institution
  const [open, setOpen] = useState(false)
  const done = (personId: string) => { setOpen(false); onAdd({ ...place, personId }) }
  const options = (): Offered[] => roster.people.flatMap((person) => {
    const against = speaksAgainst(roster, { ...place, personId: person.id }, { timeZone })
    if (against?.why === 'there') return []
    const count = roster.shifts.filter((shift) => shift.personId === person.id).length
    const words = against === null ? t('week.shifts', { count }) : againstWords(against, t)
    return [{ value: person.id, label: person.name, words, post: person.post ?? person.unitName, against: against !== null, found: `${person.name}${person.post ?? ''}${person.unitName} ${person.pinyin} ${person.initials}`.toLowerCase() }]
  }).toSorted((one, other) => Number(one.against) - Number(other.against))
  const content = () => (
    <div className="roster-add">
      <Select<string, Offered>
        showSearch={{ filterOption: (typed, option) => option?.found.includes(typed.trim().toLowerCase()) ?? false }} autoFocus defaultOpen placeholder={t('week.pick')} aria-label={label} options={options()} onSelect={done} style={{ width: 280 }} listHeight={320}
        optionRender={drawOption}
      />
      <details><summary className="faint">{t('week.more')}</summary><PersonPicker value={null} onChange={(person) => { if (person) done(person.id) }} /></details>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" destroyOnHidden content={content}>
      <Button type="text" size="small" className="roster-plus" aria-label={label} icon={<PlusOutlined aria-hidden="true" />} />
    </Popover>
  )
}
