import { updateUnit } from '@daodi/contract/staff/directory/directory.ts'
import { brokenConstraint } from '../database/connection-errors.ts'
import { route } from '../http/route.ts'
import { unitStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct, type ActFact } from '../obligations/store-act.ts'
import { administered } from './administered.ts'
import { unitsWithin } from './store-accounts.ts'
import { countPeople, lockUnit, unitPosts, updateUnitFields, type HeldPost } from './store-units.ts'

/** `posts` replaces who holds which post here: the ladder, rulings and public questions go to them from now on. */
export const updateUnitRoute = route(updateUnit, async ({ params: { unitId }, body, caller, at }, services) => {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const { posts: asked, ...fields } = body
  if ((await unitsWithin(db, institutionId, administered(caller), [unitId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  const posts = asked && distinctPosts(asked)
  if (posts?.some((held, index) => ONE_ONLY.has(held.post) && posts.findIndex((other) => other.post === held.post) !== index)) return { ok: false, refusal: 'liaison-twice' }
  const people = [...new Set((posts ?? []).map((held) => held.personId))]
  if (await countPeople(db, institutionId, people) < people.length) return { ok: false, refusal: 'no-such-person' }
  const stream = unitStream(unitId)
  const facts: ActFact[] = []
  if (Object.keys(fields).length > 0) {
    try {
      await updateUnitFields(db, institutionId, unitId, fields)
    } catch (error) {
      if (brokenConstraint(error) === 'units_name') return { ok: false, refusal: 'unit-name-taken' }
      throw error
    }
    facts.push({ stream, kind: 'unit-changed', data: { fields: Object.keys(fields) } })
  }
  if (posts) {
    await lockUnit(db, institutionId, unitId)
    facts.push({ stream, kind: 'posts-changed', data: { posts: posts.map(({ post, personId }) => ({ post, personId })) } })
  }
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, { facts, rows: posts ? unitPosts(institutionId, unitId, posts) : {} })
  return { ok: true, value: { id: unitId } }
})

/** Whoever asks a unit for something across departments must not have to choose whom. */
const ONE_ONLY = new Set(['liaison', 'deputyLiaison'])

function distinctPosts(posts: readonly HeldPost[]): HeldPost[] {
  return posts.filter((held, index) => posts.findIndex((other) => other.post === held.post && other.personId === held.personId) === index)
}
