import { createPost, listPosts, updatePost } from '@daodi/contract/staff/directory/posts.ts'
import { lacking, type Requirements } from '@daodi/domain/directory/requirements.ts'
import { answer, route, type Db } from '../http/route.ts'
import { holdStreams, NEW_STREAMS, recordAct } from '../obligations/store-act.ts'
import { administered } from './administered.ts'
import { directoryFact, givenFields, removal, unlessTaken } from './noted.ts'
import { pageAsked, pageShown } from './page.ts'
import { unitsWithin } from './store-accounts.ts'
import { attainmentsOf, insertPost, listPostRows, lockPost, postHolders, updatePostFields, type Holder } from './store-posts.ts'

const stream = (id: string): string => `post:${id}`

export const listPostsRoute = route(listPosts, async ({ query, caller }, services) => {
  const asked = pageAsked(query)
  return answer(pageShown(await listPostRows(services.db, caller.institutionId, asked), asked, (row) => ({
    id: row.id, unitId: row.unit_id, unitName: row.unit_name, name: row.name, duties: row.duties, authority: row.authority, limits: row.limits, rank: row.rank,
    languages: row.languages, qualifications: row.qualifications, holders: row.holders,
  })))
})

export const createPostRoute = route(createPost, async ({ body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { holders, ...post } = body
  if ((await unitsWithin(db, institutionId, administered(caller), [post.unitId])).size === 0) return { ok: false, refusal: 'no-such-unit' }
  const holding = distinctHolders(holders ?? [])
  const refusal = await holdersRefused(db, institutionId, holding, { languages: post.languages ?? [], qualifications: post.qualifications ?? [] })
  if (refusal) return { ok: false, refusal }
  const id = services.newId()
  if (!await unlessTaken('posts_name', () => insertPost(db, { ...post, institutionId, id }))) return { ok: false, refusal: 'post-name-taken' }
  const fact = directoryFact(stream(id), { caller, at, services }, { kind: 'post-created', fields: givenFields(body), unitId: post.unitId, people: holding.map((holder) => holder.personId) })
  await recordAct(db, fact, NEW_STREAMS, { facts: [fact], rows: postHolders(institutionId, id, holding) })
  return { ok: true, value: { id } }
})

export const updatePostRoute = route(updatePost, async ({ params: { postId }, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const { holders, removed, ...fields } = body
  const post = await lockPost(db, institutionId, postId, administered(caller))
  if (!post) return { ok: false, refusal: 'no-such-post' }
  const holding = holders && distinctHolders(holders)
  if (holding) {
    const refusal = await holdersRefused(db, institutionId, holding, { languages: fields.languages ?? post.languages, qualifications: fields.qualifications ?? post.qualifications })
    if (refusal) return { ok: false, refusal }
  }
  if (!await unlessTaken('posts_name', () => updatePostFields(db, institutionId, postId, { ...fields, removedAt: removal(removed, at) }))) return { ok: false, refusal: 'post-name-taken' }
  const people = holding && { people: holding.map((holder) => holder.personId) }
  const fact = directoryFact(stream(postId), { caller, at, services }, { kind: removed ? 'post-removed' : 'post-changed', fields: givenFields(body), ...people })
  const held = await holdStreams(db, { institutionId, streams: [fact.stream] })
  await recordAct(db, fact, held, { facts: [fact], rows: holding ? postHolders(institutionId, postId, holding) : {} })
  return { ok: true, value: { id: postId } }
})

function distinctHolders(holders: readonly { personId: string; exceptionReason?: string | undefined }[]): Holder[] {
  return [...new Map(holders.map(({ personId, exceptionReason = null }) => [personId, { personId, exceptionReason }])).values()]
}

/** Whoever lacks what the post asks for holds it only with a reason. */
async function holdersRefused(db: Db, institutionId: string, holding: readonly Holder[], asked: Requirements): Promise<'no-such-person' | 'holder-not-qualified' | null> {
  const has = await attainmentsOf(db, institutionId, holding.map((holder) => holder.personId))
  if (has.size < holding.length) return 'no-such-person'
  return holding.some(({ personId, exceptionReason }) => exceptionReason === null && lacking(asked, has.get(personId) ?? asked).length > 0) ? 'holder-not-qualified' : null
}
