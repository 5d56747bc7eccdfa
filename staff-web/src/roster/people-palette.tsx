import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonDialog } from './person-dialog.tsx'
import type { Roster, RosterPerson } from './roster-query.ts'

/** Whom the roster offers, how many shifts each has this week; also where a shift is dropped to take it off. */
export function PeoplePalette({ roster, removing }: { roster: Roster; removing: boolean }) {
  const { t } = useTranslation('roster')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<RosterPerson | null>(null)
  const { setNodeRef, isOver } = useDroppable({ id: 'bin' })
  const people = roster.people.filter((person) => q.trim() === '' || `${person.name}${person.post ?? ''}${person.unitName}`.includes(q.trim()))
  return (
    <aside ref={setNodeRef} className={isOver && removing ? 'card roster-people over' : 'card roster-people'} aria-label={t('week.people')}>
      {removing && <p className="roster-bin">{t('week.bin')}</p>}
      <h2>{t('week.people')}</h2>
      <p className="faint">{t('week.peopleHint')}</p>
      {roster.people.length > 12 && <Input size="small" value={q} allowClear placeholder={t('week.pick')} aria-label={t('week.pick')} onChange={(event) => setQ(event.target.value)} />}
      <ul>{people.slice(0, 100).map((person) => <Person key={person.id} person={person} count={roster.shifts.filter((shift) => shift.personId === person.id).length} away={roster.absences.some((absence) => absence.personId === person.id)} onChoose={() => setChosen(person)} />)}</ul>
      {chosen && <PersonDialog person={chosen} onClose={() => setChosen(null)} />}
    </aside>
  )
}

function Person({ person, count, away, onChoose }: { person: RosterPerson; count: number; away: boolean; onChoose: () => void }) {
  const { t } = useTranslation('roster')
  const { setNodeRef, listeners, attributes } = useDraggable({ id: `person:${person.id}`, attributes: { roleDescription: t('drag.what') } })
  return (
    <li>
      <span ref={setNodeRef} {...listeners} {...attributes} className="roster-chip">{person.name}</span>
      <button type="button" className="bare faint clip roster-skills" onClick={onChoose}>{person.skills.length > 0 ? person.skills.join(' ') : person.post ?? person.unitName}</button>
      {away && <span className="tag soon">{t('state.leave')}</span>}
      <span className="num faint">{count}</span>
    </li>
  )
}
