import { weekdayOf, workingSpansOn } from '@daodi/domain/calendar/local-moment.ts'
import type { KindRow, ShiftRow } from '../roster/store-roster.ts'
import { dutySheet, withPhone, type DutyScene, type Named } from './duty-sheet.ts'
import { field, fields, signatures, table, type Block, type Field, type Form } from './form-source.ts'

export interface RosterOnPaper {
  unitName: string
  unitPhone: string | null
  days: string[]
  kinds: KindRow[]
  shifts: ShiftRow[]
  leaders: Named[]
  people: (Named & { personId: string; post: string | null })[]
}

/** Beside more kinds than this the sheet is turned. */
const KINDS_UPRIGHT = 4
const WEEK = 7
/** More people than this are written smaller, so that a month of them stands on one sheet. */
const PEOPLE_AT_EASE = 18
const PEOPLE_CLOSE = 24

/** 值班表: a week by days and shifts, a month by people and days. */
export function rosterForm(scene: DutyScene, roster: RosterOnPaper): Form {
  return roster.days.length > WEEK ? monthForm(scene, roster) : weekForm(scene, roster)
}

/** A line for each day, a column for each shift; and the phones of everybody in it. */
function weekForm(scene: DutyScene, roster: RosterOnPaper): Form {
  const { duty, words } = scene
  const { days, kinds, shifts, people } = roster
  const across = kinds.length > KINDS_UPRIGHT
  const width = Math.max(8, Math.floor(74 / Math.max(1, kinds.length)))
  const who = (day: string, kindId: string): string => shifts.filter((shift) => shift.day === day && shift.kindId === kindId).map(({ personName }) => personName).join(words.listComma)
  const rest = (day: string): string => (isRest(scene, day) ? `（${duty.rest}）` : '')
  const pairs = Array.from({ length: Math.ceil(people.length / 2) }, (_, row) => [...lineOf(people[row * 2]), ...lineOf(people[row * 2 + 1])])
  return dutySheet(scene, {
    title: duty.title.roster, about: `${roster.unitName}-${days[0] ?? ''}`, across, textSize: across ? 10.5 : 12,
    blocks: [
      head(scene, roster),
      kinds.length === 0
        ? { kind: 'paragraph', text: duty.roster.noKinds }
        : table(null, [[duty.date, 26, 'center'], ...kinds.map((kind): [string, number, 'center'] => [`${kind.name}\n${hours(scene, kind)}`, width, 'center'])],
          days.map((day) => [`${duty.shortDay(Number(day.slice(5, 7)), Number(day.slice(8)))} ${duty.weekdays[weekdayOf(day) - 1] ?? ''}${rest(day)}`, ...kinds.map((kind) => who(day, kind.id))])),
      ...(pairs.length === 0 ? [] : [table(duty.roster.people, [[duty.name, 16], [duty.post, 16], [duty.covers.phone, 18], [duty.name, 16], [duty.post, 16], [duty.covers.phone, 18]], pairs)]),
      signed(scene),
    ],
  })
}

/** A line for each person, a column for each day, the shift by one sign: what fits on one sheet and is hung on the wall. */
function monthForm(scene: DutyScene, roster: RosterOnPaper): Form {
  const { duty, words } = scene
  const { unitName, days, kinds, shifts, people } = roster
  const signs = signsOf(kinds)
  const sign = (id: string): string => signs.get(id) ?? ''
  const day = (one: string): string => `${Number(one.slice(8))}\n${duty.weekdaySigns[weekdayOf(one) - 1] ?? ''}${weekdayOf(one) < 6 && isRest(scene, one) ? duty.restSign : ''}`
  const on = (personId: string, one: string): string => shifts.filter((shift) => shift.day === one && shift.personId === personId).map(({ kindId }) => sign(kindId)).join('')
  return dutySheet(scene, {
    title: duty.title.roster, about: `${unitName}-${days[0] ?? ''}`, across: true, textSize: people.length > PEOPLE_CLOSE ? 7 : people.length > PEOPLE_AT_EASE ? 7.5 : 9,
    blocks: [
      head(scene, roster, field(duty.shift, kinds.map((kind) => `${sign(kind.id)}＝${kind.name} ${hours(scene, kind)}`).join(words.listComma))),
      people.length === 0
        ? { kind: 'paragraph', text: kinds.length === 0 ? duty.roster.noKinds : duty.roster.noShifts }
        : table(null, [[duty.name, 7], [duty.covers.phone, 9], ...days.map((one): [string, number, 'center'] => [day(one), 2.7, 'center'])],
          people.map((person) => [person.name, person.phone ?? '', ...days.map((one) => on(person.personId, one))])),
      signed(scene),
    ],
  })
}

function head(scene: DutyScene, { unitName, unitPhone, days, leaders }: RosterOnPaper, ...more: Field[]): Block {
  const { duty, words } = scene
  const [first = '', last = first] = [days[0], days.at(-1)]
  return fields(
    [field(duty.unit, unitName), field(duty.time, duty.roster.week(first, last))], [field(duty.leader, leaders.map(withPhone).join(words.listComma)), field(duty.phone, unitPhone)],
    ...more.map((one) => [one]),
  )
}

function signed({ words, by }: DutyScene): Block {
  return signatures([words.register.maker, by], [words.register.reviewer], [words.date])
}

function isRest({ calendar }: DutyScene, day: string): boolean {
  return workingSpansOn(calendar, day).length === 0
}

/** The first letter of each kind's name that no kind before it has taken, else its number. */
function signsOf(kinds: readonly { id: string; name: string }[]): Map<string, string> {
  const signs = new Map<string, string>()
  for (const [index, { id, name }] of kinds.entries()) {
    const taken = new Set(signs.values())
    signs.set(id, [...name].find((letter) => /\p{L}/u.test(letter) && !taken.has(letter)) ?? String(index + 1))
  }
  return signs
}

function hours({ duty }: DutyScene, { from, to }: KindRow): string {
  return `${from}–${to <= from ? duty.nextDay : ''}${to}`
}

function lineOf(person: (Named & { post: string | null }) | undefined): string[] {
  return [person?.name ?? '', person?.post ?? '', person?.phone ?? '']
}
