import { createDesk, listDesks, updateDesk } from '@daodi/contract/staff/directory/desks.ts'
import { isMuddled } from '@daodi/domain/directory/opening-hours.ts'
import { answer, route } from '../http/route.ts'
import { holdStreams, NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { administered } from './administered.ts'
import { directoryFact, distinct, givenFields, removal, unlessTaken } from './noted.ts'
import { pageAsked, pageShown } from './page.ts'
import { unitsWithin } from './store-accounts.ts'
import { insertDesk, listDeskRows, lockDesk, deskStaff, updateDeskFields } from './store-desks.ts'
import { countPeople } from './store-units.ts'

const stream = (id: string): string => `desk:${id}`

export const listDesksRoute = route(listDesks, async ({ query, caller }, services) => {
  const asked = pageAsked(query)
  return answer(pageShown(await listDeskRows(services.db, caller.institutionId, asked), asked, (row) => ({
    id: row.id, unitId: row.unit_id, unitName: row.unit_name, kind: row.kind, name: row.name, scope: row.scope, room: row.room, phone: row.phone, hours: row.hours, public: row.public, staff: row.staff,
  })))
})

export const createDeskRoute = route(createDesk, async ({ body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { staff, ...desk } = body
  if ((await unitsWithin(db, institutionId, administered(caller), [desk.unitId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  const people = distinct(staff ?? [])
  if (await countPeople(db, institutionId, people) < people.length) return { ok: false, refusal: 'no-such-person' }
  if (isMuddled(desk.hours ?? [])) return { ok: false, refusal: 'hours-overlap' }
  const id = services.newId()
  if (!await unlessTaken('desks_name', () => insertDesk(db, { ...desk, institutionId, id }))) return { ok: false, refusal: 'desk-name-taken' }
  const fact = directoryFact(stream(id), { caller, at, services }, { kind: 'desk-created', fields: givenFields(body), unitId: desk.unitId, people })
  await recordAct(db, fact, NEW_STREAMS, { facts: [fact], rows: deskStaff(institutionId, id, people) })
  return { ok: true, value: { id } }
})

export const updateDeskRoute = route(updateDesk, async ({ params: { deskId }, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { staff, removed, ...fields } = body
  if (!await lockDesk(db, institutionId, deskId, administered(caller))) return { ok: false, refusal: 'no-such-desk' }
  const people = staff && distinct(staff)
  if (people && await countPeople(db, institutionId, people) < people.length) return { ok: false, refusal: 'no-such-person' }
  if (isMuddled(fields.hours ?? [])) return { ok: false, refusal: 'hours-overlap' }
  if (!await unlessTaken('desks_name', () => updateDeskFields(db, institutionId, deskId, { ...fields, removedAt: removal(removed, at) }))) return { ok: false, refusal: 'desk-name-taken' }
  const fact = directoryFact(stream(deskId), { caller, at, services }, { kind: removed ? 'desk-removed' : 'desk-changed', fields: givenFields(body), ...(people && { people }) })
  const held = await holdStreams(db, { institutionId, streams: [fact.stream] })
  await recordAct(db, fact, held, { facts: [fact], rows: people ? deskStaff(institutionId, deskId, people) : {} })
  return { ok: true, value: { id: deskId } }
})
