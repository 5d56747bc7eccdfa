import { nextTry } from '@daodi/domain/notices/back-off.ts'
import { quietUntil } from '@daodi/domain/notices/quiet-hours.ts'
import type { Services } from '../http/route.ts'
import type { JobPayload } from '../jobs/enqueue.ts'
import { claim, settle, type Claimed, type Ending } from '../outbox/store.ts'
import { digestLetter, noticeLetter, requesterLetter, type Words } from './letters.ts'
import { digestAbout, digestSent, letterAbout, staffLetterAbout } from './store.ts'
import { mailServerOf, post } from './transport.ts'

/**
 * Sends one letter of the outbox. What it says and where it goes is looked up now, so that nothing is sent to somebody who
 * was erased or has left. It may be called again for the same letter; the Message-ID stays, so that a second one can be told.
 */
export async function sendMail({ institutionId = '', outboxId = '' }: JobPayload, services: Services): Promise<void> {
  const at = services.clock()
  const message = await claim(services.db, { institutionId, outboxId, channel: 'mail' }, at)
  if (!message) return
  await settle(services.db, message, await attempt(message, services, at), services.clock())
}

type Written = { to: string; words: Words; after?: () => Promise<void> } | { ending: Ending }

async function attempt(message: Claimed, services: Services, at: string): Promise<Ending> {
  const server = await mailServerOf(services, message.institution_id)
  if (!server) return { state: 'given-up', answer: 'no-mail-server' }
  if ('fault' in server) return notSent(message, server.fault, at)
  const written = await write(message, services, at)
  if ('ending' in written) return written.ending
  const posted = await post(server, { to: written.to, ...written.words, messageId: message.id })
  if (posted.ok) {
    await written.after?.()
    return { state: 'sent', answer: null }
  }
  services.log.warn({ msg: 'a letter could not be sent', outboxId: message.id, answer: posted.answer, attempt: message.attempts })
  return posted.forGood ? { state: 'given-up', answer: posted.answer } : notSent(message, posted.answer, at)
}

function notSent(message: Claimed, answer: string, at: string): Ending {
  const nextAt = nextTry('mail', message.attempts, at)
  return nextAt === null ? { state: 'given-up', answer } : { state: 'failed', answer, nextAt }
}

const over = (answer: string): Written => ({ ending: { state: 'given-up', answer } })

function write(message: Claimed, services: Services, at: string): Promise<Written> | Written {
  switch (message.purpose) {
    case 'notice': return writeNotice(message, services, at)
    case 'requester': return writeToRequester(message, services)
    case 'digest': return writeDigest(message, services, at)
    default: return over('unknown-purpose')
  }
}

async function writeNotice(message: Claimed, { db, outside }: Services, at: string): Promise<Written> {
  const about = await staffLetterAbout(db, message.institution_id, { personId: message.person_id ?? '', noticeId: String(message.detail['noticeId']) })
  if (!about || about.disabled || about.email === null) return over('no-address')
  if (about.read) return over('read-already')
  const until = quietEnd(about, at)
  if (until !== null) return { ending: { state: 'waiting', nextAt: until } }
  return { to: about.email, words: noticeLetter(about, outside?.publicUrl ?? null) }
}

function quietEnd({ quiet_from: from, quiet_to: to, time_zone: timeZone }: { quiet_from: string | null; quiet_to: string | null; time_zone: string }, at: string): string | null {
  return from !== null && to !== null ? quietUntil(at, timeZone, { from, to }) : null
}

async function writeToRequester(message: Claimed, { db, outside }: Services): Promise<Written> {
  const { case_id: caseId, requester_id: requesterId } = message
  const about = caseId && requesterId ? await letterAbout(db, message.institution_id, { caseId, requesterId }) : null
  if (!about || about.email === null) return over('no-address')
  return { to: about.email, words: requesterLetter(message.kind, about, outside?.publicUrl ?? null) }
}

/** At its own time whatever the quiet hours say, for the person chose both; but what is tried again waits for their end. */
async function writeDigest(message: Claimed, { db, outside }: Services, at: string): Promise<Written> {
  const person = { institutionId: message.institution_id, personId: message.person_id ?? '' }
  const about = await digestAbout(db, person, message.created_at)
  if (!about || about.disabled || about.email === null) return over('no-address')
  if (about.upto !== null && about.upto >= message.created_at) return over('digest-newer')
  const until = message.attempts > 1 ? quietEnd(about, at) : null
  if (until !== null) return { ending: { state: 'waiting', nextAt: until } }
  return { to: about.email, words: digestLetter(about, outside?.publicUrl ?? null), after: () => digestSent(db, person, message.created_at) }
}
