import { askPublicly } from '@daodi/contract/public/cases.ts'
import { dueAfter } from '@daodi/domain/calendar/calendar.ts'
import { resolveLimit } from '@daodi/domain/policy/resolve-limit.ts'
import { stepLimit } from '@daodi/domain/policy/step-limit.ts'
import { peopleOf, surroundings } from '../directory/store.ts'
import { route } from '../http/route.ts'
import { currentCalendar, policyByDigest } from '../policy/store.ts'
import { publicInstitutions } from '../public/store.ts'
import { register } from './register.ts'

/** A question from the public. The policy's intake post becomes its first contact, so that it is owned from the first second. */
export const askPubliclyRoute = route(askPublicly, async ({ body, at }, services) => {
  const { institutionId, ...input } = body
  const institutions = await publicInstitutions(services.db)
  const institution = institutionId === undefined ? institutions[0] : institutions.find((candidate) => candidate.id === institutionId)
  if (!institution) return { ok: false, refusal: institutionId === undefined ? 'nobody-receives' : 'no-such-institution' }
  const policy = await policyByDigest(services.db, institution.policy_digest)
  const root = institution.root_unit_id
  const around = await surroundings(services.db, institution.id, { unitIds: [root], personIds: [] })
  const [intake] = peopleOf(around, [policy.publicIntake, ...policy.unclear], { handler: root, firstContact: root, receiver: root, institution: root })
  if (!intake) return { ok: false, refusal: 'nobody-receives' }
  const who = { asked: intake, by: null, firstContact: intake }
  const registered = await register(services, { ...input, channel: input.channel ?? 'web', institutionId: institution.id, origin: 'public' }, who, at)
  if (!registered.ok) {
    if (registered.refusal === 'category-not-used') return { ok: false, refusal: 'category-not-used' }
    throw new Error(`a public question was refused: ${registered.refusal}`)
  }
  const { state, trackingCode } = registered
  const calendar = await currentCalendar(services.db, institution.id, policy.calendar, intake.unitId)
  const limit = resolveLimit(policy, state, { calendar, since: at })
  const resolved = dueAfter(calendar, at, limit)
  const replied = policy.replyInsideLimit ? resolved : dueAfter(calendar, resolved.at, stepLimit(policy, 'reply', state))
  return { ok: true, caseId: state.id, value: { number: state.number, trackingCode, expectedReplyBy: replied.at, estimated: resolved.estimated || replied.estimated } }
})
