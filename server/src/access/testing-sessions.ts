import { randomBytes } from 'node:crypto'
import type { Who, World } from '../testing-world.ts'
import { secretDigest } from './store.ts'

/** A browser in which somebody of the cast is signed in, as the header it sends. The session begins now. */
export async function sessionFor(world: World, who: Who): Promise<{ cookie: string }> {
  const value = randomBytes(32).toString('base64url')
  const at = world.services.clock()
  const institutionId = who === 'out' ? world.otherInstitutionId : world.institutionId
  await world.db.insertInto('sessions').values({ digest: secretDigest(value), institution_id: institutionId, person_id: world.people[who], created_at: at, seen_at: at }).execute()
  return { cookie: `daodi_session=${value}` }
}
