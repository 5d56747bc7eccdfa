import { endAbsence, recordAbsence, setCover, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { bothAway, overlap, type Absence } from '@daodi/domain/roster/away.ts'
import type { FieldError } from '../http/refused.ts'
import { Refused } from '../http/refused.ts'
import { route, type RefusalOf, type Services } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct } from '../obligations/store-act.ts'
import { actingAs } from './acting.ts'
import { coverNamed, endAbsenceAt, findAbsence, newAbsence, replaceSkills } from './store-absences.ts'
import { namesOf } from './store-people.ts'
import { absencesOf, awayAndOnDuty, coversAround, lockRoster, personPlaces } from './store-roster.ts'

/** One's own, or that of somebody whose duty one plans. Whoever is rostered then has to be taken off the roster first. */
export const recordAbsenceRoute = route(recordAbsence, async ({ body, caller, at }, services) => {
  const { db } = services
  const { institutionId, personId: actor } = caller
  const personId = body.personId ?? actor
  const { deputyId = null, note = null } = body
  const places = await personPlaces(db, caller, [personId, ...(deputyId === null ? [] : [deputyId])])
  const person = places.get(personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (personId !== actor && !person.mayPlan) throw new Refused('not-allowed')
  const asked = absenceOf(personId, body, at)
  if (asked.to !== null && (asked.to <= asked.from || asked.to <= at)) return { ok: false, refusal: 'absence-reversed' }
  if (deputyId !== null && (deputyId === personId || !places.has(deputyId))) return { ok: false, refusal: 'no-such-deputy' }
  await lockRoster(db, institutionId)
  const against = await standsAgainst(services, institutionId, asked, deputyId)
  if (against) return { ok: false, ...against }
  const id = services.newId()
  const stream = personStream(personId)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, actingAs(caller, at, services), held, {
    facts: [{ stream, kind: 'absence-recorded', data: { absenceId: id, kind: asked.kind, from: asked.from, to: asked.to, deputyId } }],
    rows: { absence: newAbsence(db, { ...asked, institutionId, id, deputyId, note, recordedBy: actor }) },
  })
  return { ok: true, value: { id } }
})

function absenceOf(personId: string, { kind, from, to }: { kind: Absence['kind']; from?: string | undefined; to?: string | null | undefined }, at: string): Absence {
  const instant = (value: string) => new Date(value).toISOString()
  return { personId, kind, from: from === undefined ? at : instant(from), to: to == null ? null : instant(to) }
}

type Against = { refusal: RefusalOf<typeof recordAbsence>; errors: FieldError[] }

async function standsAgainst({ db }: Services, institutionId: string, asked: Absence, deputyId: string | null): Promise<Against | null> {
  const covers = [...await coversAround(db, institutionId, asked.personId, asked), ...(deputyId === null ? [] : [{ personId: asked.personId, deputyId }])]
  const others = [...new Set(covers.flatMap((cover) => [cover.personId, cover.deputyId]))]
  const { absences, shifts } = await awayAndOnDuty(db, institutionId, [asked.personId, ...others], asked)
  const own = absences.find(({ personId, ...span }) => personId === asked.personId && overlap(span, asked))
  const error = (code: string, detail: string): FieldError[] => [{ pointer: '/from', code, detail }]
  if (own) return { refusal: 'absence-overlaps', errors: error('absence-overlaps', `${own.from} – ${own.to ?? ''}`) }
  const against = bothAway(asked, covers, absences)
  if (against) {
    const [other] = await namesOf(db, institutionId, [against.otherId])
    const refusal = against.otherId === deputyId ? 'deputy-away' as const : 'both-away' as const
    return { refusal, errors: error(refusal, `${other?.name ?? ''} ${against.from} – ${against.to ?? ''}`) }
  }
  const rostered = asked.kind === 'out' ? undefined : shifts.find(({ endedAt }) => endedAt === null)
  return rostered ? { refusal: 'rostered-then', errors: error('rostered-then', `${rostered.startsAt} – ${rostered.endsAt}`) } : null
}

export const endAbsenceRoute = route(endAbsence, async ({ params, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const absence = await findAbsence(db, institutionId, params.absenceId)
  const person = absence && (await personPlaces(db, caller, [absence.person_id])).get(absence.person_id)
  if (!absence || !person || (absence.to_at !== null && absence.to_at <= at)) return { ok: false, refusal: 'no-such-absence' }
  if (absence.person_id !== actor && !person.mayPlan) throw new Refused('not-allowed')
  await endAbsenceAt(db, institutionId, absence.id, absence.from_at >= at ? null : at)
  await appendFact(db, { institutionId, stream: personStream(absence.person_id), kind: 'absence-ended', data: { absenceId: absence.id, begun: absence.from_at < at }, actor, at, algorithm })
  return { ok: true, value: undefined }
})

/** A and B may not be away at the same time from the first moment on. */
export const setCoverRoute = route(setCover, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { deputyId } = body
  const places = await personPlaces(db, caller, [params.personId, ...(deputyId === null ? [] : [deputyId])])
  const person = places.get(params.personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (!person.mayPlan) throw new Refused('not-allowed')
  if (deputyId === person.id) return { ok: false, refusal: 'deputy-is-holder' }
  if (deputyId !== null) {
    if (!places.has(deputyId)) return { ok: false, refusal: 'no-such-deputy' }
    await lockRoster(db, institutionId)
    const absences = await absencesOf(db, institutionId, [person.id, deputyId], { from: at, to: null })
    if (absences.some((own) => own.personId === person.id && bothAway(own, [{ personId: person.id, deputyId }], absences))) return { ok: false, refusal: 'both-away' }
  }
  const stream = personStream(person.id)
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, actingAs(caller, at, services), held, { facts: [{ stream, kind: 'cover-named', data: { deputyId } }], rows: { cover: coverNamed(db, institutionId, person.id, deputyId) } })
  return { ok: true, value: undefined }
})

export const setSkillsRoute = route(setSkills, async ({ params, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const person = (await personPlaces(db, caller, [params.personId])).get(params.personId)
  if (!person) return { ok: false, refusal: 'no-such-person' }
  if (!person.mayPlan) throw new Refused('not-allowed')
  await replaceSkills(db, institutionId, person.id, body.skills)
  await appendFact(db, { institutionId, stream: personStream(person.id), kind: 'skills-recorded', data: { count: body.skills.length }, actor, at, algorithm })
  return { ok: true, value: undefined }
})
