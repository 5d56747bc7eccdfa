import { z } from 'zod'

/** What somebody is told of inside the product. */
export const NoticeKind = z.enum(['referred', 'accepted', 'returned', 'referralWithdrawn', 'rulingAsked', 'ruled', 'registered', 'succeeded', 'promised', 'resolved',
  'resultReturned', 'answered', 'closed', 'reopened', 'caseWithdrawn', 'informationAdded', 'papersComplete', 'rated', 'asked', 'decided', 'urged', 'extended', 'paused', 'dutyWarned', 'dutyLate', 'dutyClimbed', 'dutyTakenUp', 'liaisonTold', 'taskGiven', 'taskOffered', 'taskBack', 'walkroundPlanned', 'walkroundCancelled', 'walkroundUnattended', 'standInBegun', 'standInEnded', 'webhookOff'])

/** What other systems are told of by webhook. */
export const EventKind = z.enum(['case.registered', 'case.decided', 'case.referred', 'case.accepted', 'case.returned', 'case.rulingAsked', 'case.ruled', 'case.promised', 'case.resolved',
  'case.answered', 'case.closed', 'case.reopened', 'case.withdrawn', 'case.rated', 'duty.late', 'duty.climbed'])

export const OutboxState = z.enum(['waiting', 'sent', 'failed', 'given-up'])

export const EmailAddress = z.string().trim().toLowerCase().max(200, 'text-too-long').pipe(z.email('email-format'))
