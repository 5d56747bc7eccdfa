import { downloadShiftForm, downloadUnitForm, printShiftForm, printUnitForm } from '@daodi/contract/staff/exports/duty-forms.ts'
import { localDate } from '@daodi/domain/calendar/calendar.ts'
import { addDays, momentOfLocal, mondayOf } from '@daodi/domain/calendar/local-moment.ts'
import { listWholeCaseRows } from '../cases/store-list.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Db, type Request, type Services } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { rosterUnit, shiftKindsOf, shiftsBetween } from '../roster/store-roster.ts'
import { roundOf } from '../roster/store-shift.ts'
import { documentFile } from './document-file.ts'
import type { DutyScene } from './duty-sheet.ts'
import { dutyWordsIn } from './duty-words.ts'
import { COVERS_MOST, coversForm } from './form-covers.ts'
import { dutyLogForm, LOGGED_MOST } from './form-duty-log.ts'
import { rosterForm } from './form-roster.ts'
import { shiftHandOverForm } from './form-shift-hand-over.ts'
import type { Form } from './form-source.ts'
import { formWordsIn } from './form-words.ts'
import { handedOnPaper, shiftOnPaper, type ShiftOnPaper } from './shift-on-paper.ts'
import { institutionName } from './store.ts'
import { contactsOf, coversWithin, leadersDuring, onShiftDuring, unitPhone } from './store-duty.ts'
import { doneDuring } from './store-duty-done.ts'
import { wordsIn, type Language } from './words.ts'

type ShiftAsked = Pick<Request<typeof printShiftForm>, 'params' | 'body' | 'caller' | 'at'>
type UnitAsked = Pick<Request<typeof printUnitForm>, 'params' | 'body' | 'caller' | 'at'>

export const printShiftFormRoute = route(printShiftForm, async (request, services) => {
  const form = await shiftForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-shift' } : answer(form)
}, 'none')

export const downloadShiftFormRoute = route(downloadShiftForm, async (request, services) => {
  const form = await shiftForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-shift' } : { ok: true, value: undefined, sent: { file: await documentFile(form) } }
}, 'none')

export const printUnitFormRoute = route(printUnitForm, async (request, services) => {
  const form = await unitForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-unit' } : answer(form)
}, 'none')

export const downloadUnitFormRoute = route(downloadUnitForm, async (request, services) => {
  const form = await unitForm(request, services)
  return form === null ? { ok: false, refusal: 'no-such-unit' } : { ok: true, value: undefined, sent: { file: await documentFile(form) } }
}, 'none')

async function sceneOf(db: Db, { caller, language = 'zh-CN', at }: { caller: Staff; language: Language | undefined; at: string }): Promise<DutyScene> {
  const { institutionId, name: by } = caller
  return {
    institution: await institutionName(db, institutionId), by, at, calendar: await currentCalendar(db, institutionId), language, words: formWordsIn(language), duty: dutyWordsIn(language), codes: wordsIn(language),
  }
}

async function shiftForm({ params, body, caller, at }: ShiftAsked, { db }: Services): Promise<Form | null> {
  const found = await shiftOnPaper(db, caller, params.shiftId)
  if (found === null) return null
  const scene = await sceneOf(db, { caller, language: body.language, at })
  return params.form === 'handOver' ? shiftHandOverForm(scene, { ...found, ...await handedOnPaper(db, caller, found) }) : logForm(db, scene, { caller, found })
}

/** The shift's own time, and what it lasted longer: until the person left. */
async function logForm(db: Db, scene: DutyScene, { caller, found }: { caller: Staff; found: ShiftOnPaper }): Promise<Form> {
  const { institutionId } = caller
  const { shift, handover } = found
  const span = { from: shift.startsAt, to: shift.endedAt !== null && shift.endedAt > shift.endsAt ? shift.endedAt : shift.endsAt }
  const people = await onShiftDuring(db, institutionId, shift.unitId, { from: span.from, to: shift.endsAt })
  const ids = new Set(people.map(({ personId }) => personId))
  const rows = await listWholeCaseRows(db, caller, { unitId: shift.unitId, ...span }, { after: null, limit: 2 * LOGGED_MOST })
  const cases = rows.filter((row) => row.first_contact_unit_id === shift.unitId || ids.has(row.first_contact_id)).slice(0, LOGGED_MOST + 1)
  return dutyLogForm(scene, {
    shift, handover, cases, people, unitPhone: await unitPhone(db, institutionId, shift.unitId), leaders: await leadersDuring(db, institutionId, shift.unitPath, span),
    done: await doneDuring(db, institutionId, { unitId: shift.unitId, personIds: [...ids] }, span), round: await roundOf(db, institutionId, shift.id),
  })
}

async function unitForm({ params, body, caller, at }: UnitAsked, { db }: Services): Promise<Form | null> {
  const { institutionId } = caller
  const unit = await rosterUnit(db, caller, params.unitId)
  if (unit === null) return null
  const scene = await sceneOf(db, { caller, language: body.language, at })
  if (params.form === 'covers') return coversForm(scene, { unitName: unit.name, rows: await coversWithin(db, institutionId, unit.id, COVERS_MOST + 1) })
  const days = daysOf({ span: body.span ?? 'week', day: body.day ?? localDate(scene.calendar, at) })
  const [first = '', last = first] = [days[0], days.at(-1)]
  const span = { from: momentOfLocal(scene.calendar, first, '00:00'), to: momentOfLocal(scene.calendar, last, '00:00', 1) }
  const shifts = (await shiftsBetween(db, institutionId, { unitId: unit.id }, span)).filter(({ day }) => day >= first && day <= last)
  const all = await shiftKindsOf(db, institutionId, unit.id)
  const current = new Set(all.filter(({ retired }) => !retired).map(({ id }) => id))
  const people = await contactsOf(db, institutionId, [...new Set(shifts.map(({ personId }) => personId))])
  return rosterForm(scene, {
    unitName: unit.name, unitPhone: await unitPhone(db, institutionId, unit.id), days, shifts, people, leaders: await leadersDuring(db, institutionId, unit.path, span),
    kinds: all.filter(({ id }) => current.has(id) || shifts.some(({ kindId }) => kindId === id)),
  })
}

/** The days of the week, from Monday, or of the month that the day lies in. */
function daysOf({ span, day }: { span: 'week' | 'month'; day: string }): string[] {
  if (span === 'week') return Array.from({ length: 7 }, (_, index) => addDays(mondayOf(day), index))
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((one) => one.slice(0, 7) === day.slice(0, 7))
}
