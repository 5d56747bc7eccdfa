import { localParts } from '@daodi/domain/calendar/calendar.ts'
import type { WholeCaseRow } from '../cases/store-list.ts'
import type { HandoverRow, ShiftPlace } from '../roster/store-shift.ts'
import { dutySheet, spanText, withPhone, type DutyScene, type Named } from './duty-sheet.ts'
import { dayOf, field, fields, momentOf, signatures, table, type Form } from './form-source.ts'
import type { Done } from './store-duty-done.ts'

/** More than anybody takes down in one shift. */
export const LOGGED_MOST = 200

export interface LogOnPaper {
  shift: ShiftPlace
  unitPhone: string | null
  leaders: Named[]
  people: Named[]
  /** Newest first, one more than are shown where there are more. */
  cases: WholeCaseRow[]
  done: Done
  round: { at: string; items: { fine: boolean }[] } | null
  handover: HandoverRow | undefined
}

/** 值班日志 of one shift: who was on, who came and called, what was done, what was handed over. */
export function dutyLogForm(scene: DutyScene, log: LogOnPaper): Form {
  const { duty, words } = scene
  const { log: names } = duty
  const { shift, leaders, people } = log
  const cases = log.cases.slice(0, LOGGED_MOST).toReversed()
  const list = (named: readonly Named[]): string => named.map(withPhone).join(words.listComma)
  return dutySheet(scene, {
    title: duty.title.log, about: `${shift.unitName}-${shift.kindName}-${dayOf(scene, shift.startsAt)}`,
    blocks: [
      fields(
        [field(duty.date, `${dayOf(scene, shift.startsAt)} ${duty.weekdays[weekdayIn(scene, shift.startsAt)] ?? ''}`), field(duty.unit, shift.unitName)],
        [field(duty.shift, shift.kindName), field(duty.time, spanText(scene, shift))],
        [field(duty.leader, list(leaders)), field(duty.phone, log.unitPhone)], field(duty.person, list(people)),
      ),
      table(names.came, [[duty.serial, 7, 'center'], [names.at, 9, 'center'], [names.channel, 8, 'center'], [duty.number, 16], [duty.subject, 22], [names.done, 24], [names.passed, 14]],
        cases.length > 0 ? cases.map((row, index) => lineOf(scene, row, index)) : [['', '', '', '', duty.none, '', '']]),
      ...(log.cases.length > LOGGED_MOST ? [{ kind: 'paragraph' as const, text: names.cut(LOGGED_MOST) }] : []),
      fields(field(names.summary, summary(scene, cases, log.done), 2), field(names.round, roundText(scene, log.round), 1), field(names.handed, handedText(scene, log.handover), 1), field(names.more, null, 4)),
      signatures([duty.person], [duty.leader], [duty.handOver.to], [words.date]),
    ],
  })
}

function weekdayIn({ calendar }: DutyScene, at: string): number {
  const { year, month, day } = localParts(calendar, at)
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

const isPassed = (row: WholeCaseRow): boolean => row.handler_id !== row.first_contact_id || row.pending_unit !== null

function lineOf(scene: DutyScene, row: WholeCaseRow, index: number): string[] {
  const { codes, duty } = scene
  const { hour, minute } = localParts(scene.calendar, row.registered_at)
  const done = [row.outcome === null ? codes.status[row.status] ?? row.status : codes.outcome[row.outcome] ?? row.outcome, row.result === null ? '' : row.result.length > 40 ? `${row.result.slice(0, 40)}…` : row.result].filter(Boolean).join(codes.clause)
  const passed = row.pending_unit !== null ? codes.waitingFor(row.pending_unit) : isPassed(row) ? `${row.handler_unit} ${row.handler_name}` : ''
  return [String(index + 1), `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, codes.channel[row.channel] ?? row.channel, row.number, row.subject ?? duty.erased, done, passed]
}

function summary({ duty: { log }, words }: DutyScene, cases: readonly WholeCaseRow[], done: Done): string {
  const spot = cases.filter(({ state }) => state.branch === 'onSpot').length
  const sentences = [log.counts(cases.length, spot, cases.filter(isPassed).length), log.acts(done.told, done.signed, done.ended), ...(done.bells === 0 ? [] : [log.bells(done.bells)])]
  return sentences.join(words.listComma === ', ' ? ' ' : '')
}

function roundText(scene: DutyScene, round: LogOnPaper['round']): string {
  return round === null ? scene.duty.none : scene.duty.log.roundDone(momentOf(scene, round.at), round.items.length, round.items.filter(({ fine }) => !fine).length)
}

function handedText(scene: DutyScene, handover: HandoverRow | undefined): string {
  const { log } = scene.duty
  if (handover === undefined) return ''
  const { successorName, writtenAt, acceptedAt, contents } = handover
  return `${log.handedTo(successorName, momentOf(scene, writtenAt), contents.cases.length)}${acceptedAt === null ? log.waiting : log.accepted(momentOf(scene, acceptedAt))}`
}
