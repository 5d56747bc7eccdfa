import type { BRANCHES } from '@daodi/contract/shared/codes.ts'
import type { Decision } from '@daodi/contract/staff/cases/decision.ts'
import type { z } from 'zod'
import { isAhead } from '../shared/promise-picker.tsx'
import type { Person } from '../shared/person-picker.tsx'
import { given, type ReplyChannelName } from './fields.tsx'
import { newPaper, type PaperDraft, papersBody } from './papers-editor.tsx'
import { NO_REFERRAL, referralBody, type ReferralDraft, referralReady } from './referral-fields.tsx'

export type BranchName = (typeof BRANCHES)[number]

/** Every field of the six branches at once, so that trying another branch loses nothing. */
export interface DecisionDraft {
  readonly branch: BranchName | null
  readonly text: string
  readonly citation: string
  readonly channel: ReplyChannelName
  readonly where: string
  readonly phone: string
  readonly reason: string
  readonly colleague: Person | null
  readonly referral: ReferralDraft
  readonly promisedAt: string | null
  readonly papers: readonly PaperDraft[]
}

export function newDecision(channel: ReplyChannelName): DecisionDraft {
  return { branch: null, text: '', citation: '', channel, where: '', phone: '', reason: '', colleague: null, referral: NO_REFERRAL, promisedAt: null, papers: [newPaper()] }
}

/** The body of the chosen branch, or null while something it needs is missing. */
export function decisionBody(draft: DecisionDraft): z.input<typeof Decision> | null {
  const filled = (text: string) => text.trim() !== ''
  switch (draft.branch) {
    case null: return null
    case 'onSpot': return filled(draft.text) ? { branch: 'onSpot', text: draft.text, citation: given(draft.citation), channel: draft.channel } : null
    case 'mine': {
      if (draft.promisedAt !== null && !isAhead(draft.promisedAt)) return null
      const papers = papersBody(draft.papers)
      return { branch: 'mine', ...(papers.length > 0 ? { papers } : {}), promisedAt: draft.promisedAt ?? undefined, text: given(draft.text) }
    }
    case 'colleague': return draft.colleague === null ? null : { branch: 'colleague', toPersonId: draft.colleague.id, reason: given(draft.reason) }
    case 'otherUnit': {
      const body = referralBody(draft.referral)
      return body === null || !referralReady(draft.referral) ? null : { branch: 'otherUnit', ...body }
    }
    case 'notOurs': return filled(draft.text) && filled(draft.where) ? { branch: 'notOurs', text: draft.text, where: draft.where, phone: given(draft.phone), channel: draft.channel } : null
    case 'unclear': return filled(draft.reason) ? { branch: 'unclear', reason: draft.reason } : null
    default: return draft.branch satisfies never
  }
}
