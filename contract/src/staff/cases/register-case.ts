import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, Channel, Urgency } from '../../shared/codes.ts'
import { EmailAddress } from '../../shared/notices.ts'
import { NoParams, NoQuery } from '../../shared/page.ts'
import { Instant } from '../../shared/time.ts'
import { Content, line, PersonName, Phone, Subject } from '../../shared/text.ts'
import { DECISION_REFUSALS } from './act.ts'
import { Decision } from './decision.ts'
import { RegisteredCase } from './views.ts'

/** Who asks. Everything may be left out unless the policy requires it; `declined` says that the person would rather not. */
export const RequesterInput = z.strictObject({
  name: PersonName.optional(), phone: Phone.optional(), organization: line(120).optional(), address: line(200).optional(), email: EmailAddress.optional(),
  declined: z.boolean().optional(),
})

/** When it was asked or happened (left out: now), how many people it concerns, and who. */
const occasion = { occurredAt: Instant.optional(), involvedCount: z.int().min(1).max(9999).optional(), involvedNames: line(300).optional(),
  /** Why the person is seen to first, as the regulation calls it. */
  priority: z.array(line(40)).min(1).max(10).optional() }

export const registerCase = operation({
  id: 'registerCase', method: 'POST', path: '/api/staff/cases', gate: 'signedIn',
  summary: '首问登记：登记一件诉求，可同时作出六种处理判定之一',
  params: NoParams, query: NoQuery,
  body: z.strictObject({
    channel: Channel, subject: Subject, content: Content.optional(), requester: RequesterInput.optional(),
    category: Category.optional(), matterId: z.uuid().optional(), urgency: Urgency.optional(),
    readBack: z.boolean().optional(), confidential: z.boolean().optional(), place: line(200).optional(), decision: Decision.optional(),
    ...occasion,
    /** Somebody else was asked first and the caller only writes it down. */
    firstContactId: z.uuid().optional(),
    /** Asked together with the caller: the highest post is first contact. Where the policy wants a pair, the other one of it. */
    askedTogether: z.array(z.uuid()).max(10).optional(),
    /** The window or desk at which it was taken; where the policy gives first contacts to windows, its staff on duty is responsible. */
    deskId: z.uuid().optional(),
    /** A colleague asks: name, unit and phone are the directory's. Instead of `requester`. */
    colleagueId: z.uuid().optional(),
    /** How often the telephone rang before it was answered; for calls only. */
    rings: z.int().min(1).max(99).optional(),
    /** The regulation's steps of a reception that were ticked off, in its words. */
    receptionSteps: z.array(line(60)).min(1).max(20).optional(),
  }).refine(({ channel, rings }) => rings === undefined || channel === 'phone', { path: ['rings'], message: 'calls-only' })
    .refine(({ colleagueId, requester }) => colleagueId === undefined || requester === undefined, { path: ['requester'], message: 'colleague-or-requester' }),
  reply: RegisteredCase, status: 201,
  refusals: {
    ...DECISION_REFUSALS, 'no-such-matter': 422, 'matter-not-in-force': 422, 'category-not-used': 422, 'channel-not-used': 422, 'requester-missing': 422,
    'read-back-needed': 422, 'in-future': 422, 'priority-not-used': 422, 'reception-step-not-used': 422, 'entry-incomplete': 422, 'no-such-first-contact': 422, 'no-such-desk': 422, 'pair-needed': 422, 'not-first-contact': 403, 'already-decided': 409,
  },
})
