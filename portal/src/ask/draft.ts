import { cleanLine, cleanPhone, cleanProse } from '../shared/clean-text.ts'
import type { Faults } from '../shared/faults.ts'
import { recall, remember } from '../shared/storage.ts'
import type { Category, Question } from '../shared/wire.ts'
import type { Texts } from '../texts.zh.ts'

/** The contract's limits, in UTF-16 units. */
export const LIMITS = { subject: 200, content: 20_000, place: 200, name: 60, phone: 30, email: 200 }

export interface Draft {
  institutionId: string
  subject: string
  content: string
  category: Category | 'unsure'
  place: string
  contact: 'give' | 'decline'
  name: string
  phone: string
  email: string
}

const blank: Draft = { institutionId: '', subject: '', content: '', category: 'unsure', place: '', contact: 'give', name: '', phone: '', email: '' }

export function blankDraft(institutionId: string): Draft {
  return { ...blank, institutionId }
}

/** What was kept may come from an older page: only fields still known, and only strings, are taken over. */
export function recallDraft(institutionId: string): Draft {
  const draft = blankDraft(institutionId)
  try {
    const kept: unknown = JSON.parse(recall('session', 'draft') ?? '{}')
    if (typeof kept !== 'object' || kept === null) return draft
    for (const [name, value] of Object.entries(kept)) {
      if (name in draft && typeof value === 'string' && value) Object.assign(draft, { [name]: value })
    }
    return draft
  } catch {
    return draft
  }
}

export function keepDraft(draft: Draft): void {
  remember('session', 'draft', JSON.stringify(draft))
}

/** Only what can be seen at once; everything else is the server's to say. */
export function faultsIn(draft: Draft, texts: Texts): Faults {
  const faults: Faults = {}
  if (!draft.institutionId) faults['/institutionId'] = texts.ask.institutionMissing
  if (!cleanLine(draft.subject)) faults['/subject'] = texts.ask.subjectMissing
  if (draft.contact === 'give') {
    const phone = cleanPhone(draft.phone)
    if (!phone && !cleanLine(draft.name)) faults['/requester/phone'] = texts.ask.contactMissing
    const wrong = phone ? phoneFault(phone, texts) : null
    if (wrong !== null) faults['/requester/phone'] = wrong
    const email = cleanLine(draft.email)
    if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) faults['/requester/email'] = texts.fieldFaults['email-format'] ?? texts.fieldFaultOther
  }
  return faults
}

function phoneFault(phone: string, texts: Texts): string | null {
  if (!/^\+?[0-9][0-9 ()-]{0,28}$/.test(phone)) return texts.fieldFaults['phone-format'] ?? texts.fieldFaultOther
  if (phone.replace(/\D/g, '').length < 7) return texts.fieldFaults['phone-short'] ?? texts.fieldFaultOther
  return isSlipOfMobile(phone) ? texts.ask.mobileWrong : null
}

/** A mobile number with a digit too many, too few or impossible; area code and landline, 400 numbers and numbers abroad pass. */
function isSlipOfMobile(phone: string): boolean {
  if (/^\+(?!86)/.test(phone)) return false
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (digits.length === 11) return !/^(?:0|1[3-9])/.test(digits)
  return /^1[3-9]/.test(digits) && (digits.length === 10 || digits.length === 12)
}

export function questionOf(draft: Draft, channel: NonNullable<Question['channel']>): Question {
  const given = (text: string) => text || undefined
  return {
    institutionId: draft.institutionId, subject: cleanLine(draft.subject), content: given(cleanProse(draft.content)),
    category: draft.category === 'unsure' ? undefined : draft.category, place: given(cleanLine(draft.place)), channel,
    requester: draft.contact === 'decline' ? { declined: true } : { name: given(cleanLine(draft.name)), phone: given(cleanPhone(draft.phone)), email: given(cleanLine(draft.email)) },
  }
}
