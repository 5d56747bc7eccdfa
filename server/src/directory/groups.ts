import { createGroup, listGroups, updateGroup } from '@daodi/contract/staff/directory/groups.ts'
import { answer, route } from '../http/route.ts'
import { holdStreams, NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { administered } from './administered.ts'
import { directoryFact, distinct, givenFields, removal, unlessTaken } from './noted.ts'
import { pageAsked, pageShown } from './page.ts'
import { unitsWithin } from './store-accounts.ts'
import { insertGroup, listGroupRows, lockGroup, groupMembers, updateGroupFields, type Member } from './store-groups.ts'
import { countPeople } from './store-units.ts'

const stream = (id: string): string => `group:${id}`

export const listGroupsRoute = route(listGroups, async ({ query, caller }, services) => {
  const asked = pageAsked(query)
  return answer(pageShown(await listGroupRows(services.db, caller.institutionId, asked), asked, (row) => ({
    id: row.id, unitId: row.unit_id, unitName: row.unit_name, kind: row.kind, name: row.name, mandate: row.mandate, members: row.members,
    manager: row.manager_id === null || row.manager_name === null ? null : { personId: row.manager_id, personName: row.manager_name },
  })))
})

export const createGroupRoute = route(createGroup, async ({ body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { members, ...group } = body
  if ((await unitsWithin(db, institutionId, administered(caller), [group.unitId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  const belonging = distinctMembers(members ?? [])
  const people = peopleIn(belonging, group.managerId)
  if (await countPeople(db, institutionId, people) < people.length) return { ok: false, refusal: 'no-such-person' }
  const id = services.newId()
  if (!await unlessTaken('groups_name', () => insertGroup(db, { ...group, institutionId, id }))) return { ok: false, refusal: 'group-name-taken' }
  const fact = directoryFact(stream(id), { caller, at, services }, { kind: 'group-created', fields: givenFields(body), unitId: group.unitId, people })
  await recordAct(db, fact, NEW_STREAMS, { facts: [fact], rows: groupMembers(institutionId, id, belonging) })
  return { ok: true, value: { id } }
})

export const updateGroupRoute = route(updateGroup, async ({ params: { groupId }, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { members, removed, ...fields } = body
  if (!await lockGroup(db, institutionId, groupId, administered(caller))) return { ok: false, refusal: 'no-such-group' }
  const belonging = members && distinctMembers(members)
  const people = peopleIn(belonging ?? [], fields.managerId)
  if (await countPeople(db, institutionId, people) < people.length) return { ok: false, refusal: 'no-such-person' }
  if (!await unlessTaken('groups_name', () => updateGroupFields(db, institutionId, groupId, { ...fields, removedAt: removal(removed, at) }))) return { ok: false, refusal: 'group-name-taken' }
  const fact = directoryFact(stream(groupId), { caller, at, services }, { kind: removed ? 'group-removed' : 'group-changed', fields: givenFields(body), people })
  const held = await holdStreams(db, { institutionId, streams: [fact.stream] })
  await recordAct(db, fact, held, { facts: [fact], rows: belonging ? groupMembers(institutionId, groupId, belonging) : {} })
  return { ok: true, value: { id: groupId } }
})

function distinctMembers(members: readonly { personId: string; part?: Member['part'] | undefined }[]): Member[] {
  return [...new Map(members.map(({ personId, part = 'member' }) => [personId, { personId, part }])).values()]
}

function peopleIn(members: readonly Member[], managerId: string | null | undefined): string[] {
  return distinct([...members.map((member) => member.personId), ...(managerId ? [managerId] : [])])
}
