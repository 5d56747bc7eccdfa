import { endAbsence, recordAbsence, setCover, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { bothAway, overlap, type Absence } from '@daodi/domain/roster/away.ts'
import type { FieldError } from '../http/refused.ts'
import { Refused } from '../http/refused.ts'
import { route, type RefusalOf, type Services } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { endAbsenceAt, findAbsence, insertAbsence, replaceCover, replaceSkills } from './store-absences.ts'
import { namesOf } from './store-people.ts'
import { absencesOf, coversAround, lockRoster, personPlace, shiftsBetween } from './store-roster.ts'

const FAR = '2199-12-31T00:00:00.000Z'

/** One's own, or that of somebody whose duty one plans. Whoever is rostered then has to be taken off the roster first. */
export const recordAbsenceRoute = route(recordAbsence, async ({ body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const personId = body.personId ?? actor
  const person = await personPlace(db, caller, personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (personId !== actor && !person.mayPlan) throw new Refused('not-allowed')
  const asked = absenceOf(personId, body, at)
  if (asked.to !== null && (asked.to <= asked.from || asked.to <= at)) return { ok: false, refusal: 'absence-reversed' }
  const { deputyId = null, note = null } = body
  if (deputyId !== null && (deputyId === personId || (await namesOf(db, institutionId, [deputyId])).length === 0)) return { ok: false, refusal: 'no-such-deputy' }
  await lockRoster(db, institutionId)
  const against = await standsAgainst(services, institutionId, asked, deputyId)
  if (against) return { ok: false, ...against }
  const id = services.newId()
  await insertAbsence(db, { ...asked, institutionId, id, deputyId, note, recordedBy: actor })
  const data = { absenceId: id, kind: asked.kind, from: asked.from, to: asked.to, deputyId }
  await appendFact(db, { institutionId, stream: personStream(personId), kind: 'absence-recorded', data, actor, at, algorithm })
  return { ok: true, value: { id } }
})

function absenceOf(personId: string, { kind, from, to }: { kind: Absence['kind']; from?: string | undefined; to?: string | null | undefined }, at: string): Absence {
  const instant = (value: string) => new Date(value).toISOString()
  return { personId, kind, from: from === undefined ? at : instant(from), to: to == null ? null : instant(to) }
}

type Against = { refusal: RefusalOf<typeof recordAbsence>; errors: FieldError[] }

async function standsAgainst({ db }: Services, institutionId: string, asked: Absence, deputyId: string | null): Promise<Against | null> {
  const covers = [...await coversAround(db, institutionId, [asked.personId]), ...(deputyId === null ? [] : [{ personId: asked.personId, deputyId }])]
  const others = [...new Set(covers.flatMap((cover) => [cover.personId, cover.deputyId]))]
  const absences = await absencesOf(db, institutionId, [asked.personId, ...others], { from: asked.from, to: asked.to })
  const own = absences.find(({ personId, ...span }) => personId === asked.personId && overlap(span, asked))
  const error = (code: string, detail: string): FieldError[] => [{ pointer: '/from', code, detail }]
  if (own) return { refusal: 'absence-overlaps', errors: error('absence-overlaps', `${own.from} – ${own.to ?? ''}`) }
  const against = bothAway(asked, covers, absences)
  if (against) {
    const [other] = await namesOf(db, institutionId, [against.otherId])
    const refusal = against.otherId === deputyId ? 'deputy-away' as const : 'both-away' as const
    return { refusal, errors: error(refusal, `${other?.name ?? ''} ${against.from} – ${against.to ?? ''}`) }
  }
  const [rostered] = asked.kind === 'out' ? [] : (await shiftsBetween(db, institutionId, { personIds: [asked.personId] }, { from: asked.from, to: asked.to ?? FAR })).filter(({ endedAt }) => endedAt === null)
  return rostered ? { refusal: 'rostered-then', errors: error('rostered-then', `${rostered.startsAt} – ${rostered.endsAt}`) } : null
}

export const endAbsenceRoute = route(endAbsence, async ({ params, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const absence = await findAbsence(db, institutionId, params.absenceId)
  const person = absence && await personPlace(db, caller, absence.person_id)
  if (!absence || !person || (absence.to_at !== null && absence.to_at <= at)) return { ok: false, refusal: 'no-such-absence' }
  if (absence.person_id !== actor && !person.mayPlan) throw new Refused('not-allowed')
  await endAbsenceAt(db, institutionId, absence.id, absence.from_at >= at ? null : at)
  await appendFact(db, { institutionId, stream: personStream(absence.person_id), kind: 'absence-ended', data: { absenceId: absence.id, begun: absence.from_at < at }, actor, at, algorithm })
  return { ok: true, value: undefined }
})

/** A and B may not be away at the same time from the first moment on. */
export const setCoverRoute = route(setCover, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const person = await personPlace(db, caller, params.personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (!person.mayPlan) throw new Refused('not-allowed')
  const { deputyId } = body
  if (deputyId === person.id) return { ok: false, refusal: 'deputy-is-holder' }
  if (deputyId !== null) {
    if ((await namesOf(db, institutionId, [deputyId])).length === 0) return { ok: false, refusal: 'no-such-deputy' }
    await lockRoster(db, institutionId)
    const absences = await absencesOf(db, institutionId, [person.id, deputyId], { from: at, to: null })
    if (absences.some((own) => own.personId === person.id && bothAway(own, [{ personId: person.id, deputyId }], absences))) return { ok: false, refusal: 'both-away' }
  }
  await replaceCover(db, institutionId, person.id, deputyId)
  await appendFact(db, { institutionId, stream: personStream(person.id), kind: 'cover-named', data: { deputyId }, actor, at, algorithm })
  return { ok: true, value: undefined }
})

export const setSkillsRoute = route(setSkills, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const person = await personPlace(db, caller, params.personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (!person.mayPlan) throw new Refused('not-allowed')
  await replaceSkills(db, institutionId, person.id, body.skills)
  await appendFact(db, { institutionId, stream: personStream(person.id), kind: 'skills-recorded', data: { count: body.skills.length }, actor, at, algorithm })
  return { ok: true, value: undefined }
})
