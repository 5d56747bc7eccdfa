import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import ical from 'ical-generator'
import { getRosterFeed } from '@daodi/contract/public/roster-feed.ts'
import { createRosterFeed, getMyRoster, revokeRosterFeed } from '@daodi/contract/staff/roster/roster.ts'
import { secretDigest } from '../access/store.ts'
import { transaction } from '../database/transaction.ts'
import { answer, route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { absenceView, shiftView } from './roster-view.ts'
import { presenceOf } from './store-duty.ts'
import { feedOwner, feedShifts, handoversToSign, hasFeed, putFeed, removeFeed } from './store-feed.ts'
import { namesOf } from './store-people.ts'
import { absencesOf, shiftsBetween } from './store-roster.ts'
import { walkroundsBetween } from './store-walkrounds.ts'
import { walkroundView } from './walkrounds.ts'

const DAY_MS = 86_400_000
/** A calendar needs an end. */
const WALKROUND_MS = 3_600_000
const after = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString()

/** From yesterday, so that a shift that has run over is still there to be ended. */
export const getMyRosterRoute = route(getMyRoster, async ({ caller, at }, services) => {
  const { db } = services
  const { institutionId, personId } = caller
  const span = { from: after(at, -1), to: after(at, 28) }
  const shifts = await shiftsBetween(db, institutionId, { personIds: [personId] }, span)
  const presence = (await presenceOf(db, institutionId, [personId], at)).get(personId)
  if (!presence) throw new Error('whoever is signed in works here')
  const [me] = await namesOf(db, institutionId, [personId])
  return answer({
    shifts: shifts.map((row) => ({ ...shiftView(row), kindName: row.kindName, unitName: row.unitName })),
    absences: (await absencesOf(db, institutionId, [personId], { from: at, to: null })).map(absenceView), presence: { ...presence, name: caller.name, post: me?.post ?? null },
    feed: await hasFeed(db, institutionId, personId), toSign: await handoversToSign(db, institutionId, personId),
    walkrounds: (await walkroundsBetween(db, institutionId, { personId }, { from: after(at, -1), to: span.to })).map((row) => walkroundView(row, caller, at)),
  })
})

/** In a transaction of its own, because the answer kept for a repeated request would hold the address in the clear. */
export const createRosterFeedRoute = route(createRosterFeed, async ({ caller, at }, services) => {
  const { institutionId, personId } = caller
  const token = randomBytes(24).toString('base64url')
  await transaction(services.db, async (trx) => {
    await putFeed(trx, { institutionId, personId, digest: secretDigest(token), at })
    await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'roster-feed-created', data: {}, actor: personId, at, algorithm: services.ledgerAlgorithm })
  })
  return answer({ path: `/api/public/roster-feeds/${token}` })
}, 'own')

export const revokeRosterFeedRoute = route(revokeRosterFeed, async ({ caller, at }, services) => {
  const { institutionId, personId } = caller
  if (await removeFeed(services.db, institutionId, personId)) {
    await appendFact(services.db, { institutionId, stream: personStream(personId), kind: 'roster-feed-revoked', data: {}, actor: personId, at, algorithm: services.ledgerAlgorithm })
  }
  return answer(undefined)
})

/** Three months each way; a calendar program asks every few hours. */
export const getRosterFeedRoute = route(getRosterFeed, async ({ params, at }, services) => {
  const owner = await feedOwner(services.db, secretDigest(params.token))
  if (!owner) return { ok: false, refusal: 'no-such-feed' }
  const shifts = await feedShifts(services.db, owner.institution_id, owner.person_id, { from: after(at, -92), to: after(at, 92) })
  const calendar = ical({ name: `${owner.institution_name} ${owner.name} 值班`, prodId: { company: 'daodi', product: 'roster', language: 'ZH' }, ttl: 3600 })
  for (const shift of shifts) {
    calendar.createEvent({ id: `${shift.id}@daodi`, stamp: new Date(at), start: new Date(shift.startsAt), end: new Date(shift.endsAt), summary: `${shift.kindName} ${shift.unitName}`, location: shift.room ?? shift.unitName })
  }
  for (const one of await walkroundsBetween(services.db, owner.institution_id, { personId: owner.person_id }, { from: after(at, -92), to: after(at, 92) })) {
    calendar.createEvent({ id: `${one.id}@daodi`, stamp: new Date(at), start: new Date(one.at), end: new Date(Date.parse(one.at) + WALKROUND_MS), summary: `${one.title} ${one.unitName}`, location: one.unitName })
  }
  const text = calendar.toString()
  return { ok: true, value: undefined, sent: { file: { stream: Readable.from([text]), name: 'roster.ics', mediaType: 'text/calendar; charset=utf-8', size: Buffer.byteLength(text) } } }
})
