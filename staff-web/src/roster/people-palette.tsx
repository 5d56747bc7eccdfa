import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonDialog } from './person-dialog.tsx'
import type { Roster, RosterPerson } from './roster-query.ts'

/** With fewer one sees them all. */
const SEARCH_FROM = 12
const SHOWN_MOST = 100

/** Whom the roster offers, how many shifts each has this week; also where a shift is dropped to take it off. */
export function PeoplePalette({ roster, removing }: { roster: Roster; removing: boolean }) {
  const { t } = useTranslation('roster')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<RosterPerson | null>(null)
  const { setNodeRef, isOver } = useDroppable({ id: 'bin', disabled: !removing })
  const wanted = q.trim().toLowerCase()
  const people = wanted === '' ? roster.people : roster.people.filter((person) => `${person.name}${person.post ?? ''}${person.unitName} ${person.pinyin} ${person.initials}`.toLowerCase().includes(wanted))
  return (
    <aside ref={setNodeRef} className={isOver && removing ? 'card roster-people over' : 'card roster-people'} aria-label={t('week.people')}>
      {removing && <p className="roster-bin"><span>{t('week.bin')}</span></p>}
      <div className="roster-people-list">
        <h2>{t('week.people')} <span className="num faint">{roster.people.length}</span></h2>
        <p className="faint roster-hint">{t('week.peopleHint')}</p>
        {roster.people.length > SEARCH_FROM && <Input size="small" value={q} allowClear placeholder={t('week.findPerson')} aria-label={t('week.findPerson')} onChange={(event) => setQ(event.target.value)} />}
        <ul>{people.slice(0, SHOWN_MOST).map((person) => <Person key={person.id} person={person} count={roster.shifts.filter((shift) => shift.personId === person.id).length} away={roster.absences.find((absence) => absence.personId === person.id)?.kind ?? null} onChoose={() => setChosen(person)} />)}</ul>
        {people.length === 0 && <p className="muted">{t('week.nobodyFound')}</p>}
        {people.length > SHOWN_MOST && <p className="faint">{t('week.moreFound', { count: people.length - SHOWN_MOST })}</p>}
      </div>
      {chosen && <PersonDialog person={chosen} onClose={() => setChosen(null)} />}
    </aside>
  )
}

function Person({ person, count, away, onChoose }: { person: RosterPerson; count: number; away: Roster['absences'][number]['kind'] | null; onChoose: () => void }) {
  const { t } = useTranslation('roster')
  const { setNodeRef, listeners, attributes } = useDraggable({ id: `person:${person.id}`, attributes: { roleDescription: t('drag.what') } })
  return (
    <li>
      <span ref={setNodeRef} data-person={person.id} {...listeners} {...attributes} className="roster-chip">{person.name}</span>
      <button type="button" className="bare faint clip roster-skills" title={t('week.personTitle', { name: person.name })} onClick={onChoose}>{person.skills.length > 0 ? person.skills.join(' ') : person.post ?? person.unitName}</button>
      {away !== null && <span className="tag soon">{t(`state.${away}`)}</span>}
      <span className="num faint" title={t('week.shifts', { count })}>{count}</span>
    </li>
  )
}
