import { recordContactAttempt } from '@daodi/contract/staff/cases/record-contact-attempt.ts'
import { replyToCase } from '@daodi/contract/staff/cases/reply-to-case.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { recordContactAttempt as attempt, replyToCase as reply } from '@daodi/domain/cases/reply-to-case.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { keptOfCase } from '../attachments/store.ts'
import { actRoute } from './act-route.ts'
import { tellRelatives } from './merge-cases.ts'
import { aroundCase, roleHolders } from './scene.ts'
import { openChildren } from './store-family.ts'

export const replyToCaseRoute = actRoute(replyToCase, async (scene, by, { body }) => {
  const { policy } = scene.rules
  const attachments = [...new Set(body.attachmentIds ?? [])]
  const kept = await keptOfCase(scene.services.db, scene.state, attachments)
  if (attachments.some((one) => !kept.has(one))) return refuse('no-such-attachment')
  const caller = policy.callBack.when === 'never' ? null : roleHolders(scene.state, await aroundCase(scene), [policy.callBack.by])[0] ?? null
  const ask = {
    channel: body.channel, text: scene.texts.add('reply', body.text), phrase: forbiddenPhrase(body.text, policy), close: body.close ?? policy.closing.withReply, caller, attachments,
  }
  const { joined, children, institutionId, id } = scene.state
  const outcome = reply(scene.state, by, ask, scene.rules)
  if (!outcome.ok || joined.length + children.length === 0) return outcome
  await tellRelatives(scene, { channel: body.channel, text: body.text, close: ask.close, by: by.personId })
  // Closing waits for the children, and some of them have ended just now.
  return reply(scene.state, by, { ...ask, openChildren: await openChildren(scene.services.db, institutionId, id) }, scene.rules)
})

export const recordContactAttemptRoute = actRoute(recordContactAttempt, (scene, by, { body }) =>
  attempt(scene.state, by, { channel: body.channel, note: scene.texts.maybe('attempt', body.note) }))
