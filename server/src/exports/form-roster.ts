import { weekdayOf, workingSpansOn } from '@daodi/domain/calendar/local-moment.ts'
import type { KindRow, ShiftRow } from '../roster/store-roster.ts'
import { dutySheet, withPhone, type DutyScene, type Named } from './duty-sheet.ts'
import { field, fields, signatures, table, type Form } from './form-source.ts'

export interface RosterOnPaper {
  unitName: string
  unitPhone: string | null
  days: string[]
  kinds: KindRow[]
  shifts: ShiftRow[]
  leaders: Named[]
  people: (Named & { post: string | null })[]
}

/** Beside more kinds than this the sheet is turned. */
const KINDS_UPRIGHT = 4

/** 值班表 of a week or a month: a line for each day, a column for each shift; and the phones of everybody in it. */
export function rosterForm(scene: DutyScene, roster: RosterOnPaper): Form {
  const { duty, words } = scene
  const { unitName, unitPhone, days, kinds, shifts, leaders, people } = roster
  const [first = '', last = first] = [days[0], days.at(-1)]
  const span = duty.roster.week(first, last)
  const across = kinds.length > KINDS_UPRIGHT
  const width = Math.max(8, Math.floor(74 / Math.max(1, kinds.length)))
  const who = (day: string, kindId: string): string => shifts.filter((shift) => shift.day === day && shift.kindId === kindId).map(({ personName }) => personName).join(words.listComma)
  const rest = (day: string): string => (workingSpansOn(scene.calendar, day).length === 0 ? `（${duty.rest}）` : '')
  const pairs = Array.from({ length: Math.ceil(people.length / 2) }, (_, row) => [...lineOf(people[row * 2]), ...lineOf(people[row * 2 + 1])])
  return dutySheet(scene, {
    title: duty.title.roster, about: `${unitName}-${first}`, across, textSize: days.length > 7 || across ? 10.5 : 12,
    blocks: [
      fields([field(duty.unit, unitName), field(duty.time, span)], [field(duty.leader, leaders.map(withPhone).join(words.listComma)), field(duty.phone, unitPhone)]),
      kinds.length === 0
        ? { kind: 'paragraph', text: duty.roster.noKinds }
        : table(null, [[duty.date, 26, 'center'], ...kinds.map((kind): [string, number, 'center'] => [`${kind.name}\n${hours(scene, kind)}`, width, 'center'])],
          days.map((day) => [`${duty.shortDay(Number(day.slice(5, 7)), Number(day.slice(8)))} ${duty.weekdays[weekdayOf(day) - 1] ?? ''}${rest(day)}`, ...kinds.map((kind) => who(day, kind.id))])),
      ...(pairs.length === 0 ? [] : [table(duty.roster.people, [[duty.name, 16], [duty.post, 16], [duty.covers.phone, 18], [duty.name, 16], [duty.post, 16], [duty.covers.phone, 18]], pairs)]),
      signatures([words.register.maker, scene.by], [words.register.reviewer], [words.date]),
    ],
  })
}

function hours({ duty }: DutyScene, { from, to }: KindRow): string {
  return `${from}–${to <= from ? duty.nextDay : ''}${to}`
}

function lineOf(person: (Named & { post: string | null }) | undefined): string[] {
  return [person?.name ?? '', person?.post ?? '', person?.phone ?? '']
}
