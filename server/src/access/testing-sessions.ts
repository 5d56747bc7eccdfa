import { randomBytes } from 'node:crypto'
import type { Who, World } from '../testing-world.ts'
import { secretDigest } from './store.ts'

/** A browser in which this person is signed in, as the header it sends. The session begins now. */
export async function sessionOf(world: World, institutionId: string, personId: string): Promise<{ cookie: string }> {
  const value = randomBytes(32).toString('base64url')
  const at = world.services.clock()
  await world.db.insertInto('sessions').values({ digest: secretDigest(value), institution_id: institutionId, person_id: personId, created_at: at, seen_at: at }).execute()
  return { cookie: `daodi_session=${value}` }
}

export function sessionFor(world: World, who: Who): Promise<{ cookie: string }> {
  return sessionOf(world, who === 'out' ? world.otherInstitutionId : world.institutionId, world.people[who])
}

/** An API token of somebody's, as the header that a program sends, and its id. */
export async function tokenFor(world: World, who: Who, scope: 'read' | 'register' | 'act'): Promise<{ id: string; authorization: string }> {
  const token = `daodi_${randomBytes(32).toString('base64url')}`
  const id = world.services.newId()
  await world.db.insertInto('api_tokens').values({
    institution_id: who === 'out' ? world.otherInstitutionId : world.institutionId, id, person_id: world.people[who], name: 'passing', digest: secretDigest(token), scope,
    created_at: world.services.clock(), expires_at: '2099-01-01T00:00:00.000Z', last_used_at: null, revoked_at: null,
  }).execute()
  return { id, authorization: `Bearer ${token}` }
}
