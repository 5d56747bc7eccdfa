import { z } from 'zod'

/** The six branches of the first contact's decision, in the order of the keys on the register page. */
export const BRANCHES = ['onSpot', 'mine', 'colleague', 'otherUnit', 'notOurs', 'unclear'] as const
export const STATUSES = ['registered', 'handling', 'resolved', 'answered', 'closed', 'withdrawn', 'merged'] as const
export const OUTCOMES = ['solved', 'explained', 'outside', 'withdrawn', 'merged'] as const
export const URGENCIES = ['normal', 'urgent', 'critical'] as const
export const CATEGORIES = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'commendation', 'application', 'other'] as const
export const CHANNELS = ['visit', 'phone', 'letter', 'meeting', 'web', 'wechat', 'sms', 'qr', 'suggestionBox', 'leaderReception',
  'hotline', 'assigned', 'instruction', 'media', 'selfDiscovered', 'bell', 'other'] as const
/** The person is there, or on the telephone: only then is an answer one on the spot. */
export const FACE_TO_FACE: readonly (typeof CHANNELS)[number][] = ['visit', 'phone', 'bell', 'meeting', 'leaderReception']
/** How the person was told: the ways a reply can travel. */
export const REPLY_CHANNELS = ['visit', 'phone', 'letter', 'web', 'sms', 'wechat', 'other'] as const
export const OBLIGATION_KINDS = ['decide', 'signFor', 'rule', 'resolve', 'reply', 'callBack',
  'approve', 'tell', 'resume', 'assist', 'reportBack', 'feedback', 'visit', 'undone', 'support',
  'relay', 'contact', 'custody', 'advise', 'allow', 'inquire', 'followUp', 'confirm', 'fillIn', 'keepInTouch', 'checkEffect', 'settle', 'appeal', 'solve',
  // Of a shift, a bell or a walk-round, not of a case.
  'round', 'handOver', 'answerBell', 'task', 'walkround'] as const
/** What somebody else has to agree to: more time, a pause, a refusal. */
export const APPROVALS = ['extension', 'pause', 'refusal'] as const
export const HELPS = ['undone', 'support', 'appeal'] as const
export const PAUSE_CAUSES = ['papers', 'thirdParty', 'appointment'] as const
export const SUPERVISION_LEVELS = ['general', 'key', 'listed'] as const
export const OBLIGATION_STATES = ['open', 'met', 'void'] as const
export const ROLES = ['receptionist', 'head', 'leader', 'supervisor', 'administrator'] as const

export const Status = z.enum(STATUSES)
export const Outcome = z.enum(OUTCOMES)
export const Urgency = z.enum(URGENCIES)
export const Category = z.enum(CATEGORIES)
export const Channel = z.enum(CHANNELS)
export const ReplyChannel = z.enum(REPLY_CHANNELS)
export const ObligationKind = z.enum(OBLIGATION_KINDS)
export const PauseCause = z.enum(PAUSE_CAUSES)
export const SupervisionLevel = z.enum(SUPERVISION_LEVELS)
export const Role = z.enum(ROLES)
export const Grade = z.int().min(1).max(5)
