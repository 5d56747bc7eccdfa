import type { TFunction } from 'i18next'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { isAhead } from '../shared/promise-picker.tsx'
import type { Person } from '../shared/person-picker.tsx'
import type { Away } from './away.ts'
import type { Decision, BranchName, Draft, DraftPaper, Matter } from './draft.ts'

/** What a panel shows before anybody typed in it. */
export interface Prefilled {
  text: string
  citation: string
  papers: readonly DraftPaper[]
  person: Person | null
  unitId: string | null
  reason: string
  /** The colleague is away, and what is done about it. */
  away: Away | null
}

/** The fields of a branch, from the draft where somebody typed and from the matter where nobody did. */
export function prefilled(draft: Draft, branch: BranchName, matter: Matter | null, ask: { t: TFunction<'register'>; ownUnitId: string; away: Away | null }): Prefilled {
  const { t, ownUnitId, away } = ask
  const unitId = draft.unitId === undefined ? unitOf(matter, ownUnitId) : draft.unitId
  const reason = away?.way === 'report' ? t('away.reportReason', { name: away.row.name, state: t(`away.is.${away.row.state}`) }) : branch === 'otherUnit' && matter && unitId === matter.unitId ? t('panel.reasonOfMatter', { matter: matter.name, unit: matter.unitName }) : ''
  return {
    text: draft.text ?? patternText(draft, branch, matter, t),
    citation: draft.citation ?? matter?.citation ?? '',
    papers: draft.papers ?? papersOf(matter),
    person: draft.person === undefined ? personOf(matter, branch === 'colleague' ? ownUnitId : unitId) : draft.person,
    unitId,
    reason: draft.reason ?? reason,
    away,
  }
}

/** The decision, or null while something it needs is missing. */
export function decisionOf(draft: Draft, branch: BranchName, filled: Prefilled): Decision | null {
  const text = cleanText(filled.text)
  const reason = cleanText(filled.reason)
  const citation = cleanLine(filled.citation)
  if (filled.away?.way === 'report') return reportOf(draft, filled)
  switch (branch) {
    case 'onSpot': return text === undefined ? null : { branch, text, citation }
    case 'mine': return mineOf(draft, filled, text)
    case 'colleague': return filled.person === null ? null : { branch, toPersonId: receiverOf(filled, filled.person.id), reason, ...absenceOf(draft, filled) }
    case 'otherUnit': {
      if (filled.unitId === null || reason === undefined) return null
      const handed = { branch, ...placeOf(filled, filled.unitId), reason, escorted: draft.escorted || undefined } as const
      if (draft.channel !== 'phone' || draft.numberGiven === null) return { ...handed, ...absenceOf(draft, filled) }
      const numberGiven = cleanLine(draft.numberGiven)
      return numberGiven === undefined ? null : { ...handed, numberGiven }
    }
    case 'notOurs': {
      const where = cleanLine(draft.where)
      return where === undefined || text === undefined ? null : { branch, text, where, phone: cleanLine(draft.wherePhone) }
    }
    case 'unclear': return reason === undefined ? null : { branch, reason }
    default: return branch satisfies never
  }
}

/** Whoever stands in signs: by themselves where the rule says so, else because they are named. */
function receiverOf({ away }: Prefilled, personId: string): string {
  return away?.way === 'deputy' ? away.row.deputy?.personId ?? personId : personId
}

function placeOf({ away, person }: Prefilled, unitId: string) {
  const deputy = away?.way === 'deputy' ? away.row.deputy : null
  return deputy ? { toUnitId: deputy.unitId, toPersonId: deputy.personId } : { toUnitId: unitId, toPersonId: person?.id }
}

/** The leaders say what is to be done while the colleague is away. */
function reportOf(draft: Draft, filled: Prefilled): Decision | null {
  const reason = cleanText(filled.reason)
  return reason === undefined || filled.person === null ? null : { branch: 'unclear', reason, absentPersonId: filled.person.id, calls: absenceOf(draft, filled).calls }
}

function mineOf({ promisedAt }: Draft, { papers }: Prefilled, text: string | undefined): Decision | null {
  // Another time was to be chosen: what is missing or has passed is never replaced by the default in silence.
  if (promisedAt !== null && (promisedAt === '' || !isAhead(promisedAt))) return null
  return { branch: 'mine', papers: papers.length === 0 ? undefined : papers.map((paper) => ({ ...paper })), promisedAt: promisedAt ?? undefined, text }
}

/** A try noted down longer ago than this names its time; a fresh one is made now, whatever this machine's clock says. */
const FRESH_MS = 60_000

function absenceOf(draft: Draft, { person, away }: Prefilled): Pick<Extract<Decision, { branch: 'colleague' }>, 'calls' | 'relay'> {
  if (person === null) return {}
  const now = Date.now()
  const calls = draft.calls.map(({ channel, reached, note, pressedAt }) => (
    { channel, reached, note: cleanText(note), calledAt: now - pressedAt > FRESH_MS ? new Date(pressedAt).toISOString() : undefined }
  ))
  return { calls: calls.length === 0 ? undefined : calls, relay: (away ? away.way === 'relay' : draft.relay) ? { text: cleanText(draft.relayText) } : undefined }
}

function patternText(draft: Draft, branch: BranchName, matter: Matter | null, t: TFunction<'register'>): string {
  if (branch === 'onSpot') return matter?.answer ?? ''
  if (branch !== 'notOurs' || draft.where.trim() === '') return ''
  const phone = draft.wherePhone.trim()
  return phone === '' ? t('panel.notOursText', { where: draft.where.trim() }) : t('panel.notOursTextPhone', { where: draft.where.trim(), phone })
}

function papersOf(matter: Matter | null): readonly DraftPaper[] {
  return (matter?.papers ?? []).map((paper) => ({ ...paper, given: false }))
}

function unitOf(matter: Matter | null, ownUnitId: string): string | null {
  return matter && matter.unitId !== ownUnitId ? matter.unitId : null
}

function personOf(matter: Matter | null, unitId: string | null): Person | null {
  if (!matter || matter.unitId !== unitId) return null
  const id = matter.personId ?? matter.receiver?.personId
  if (id === undefined) return null
  return { id, name: matter.personName ?? matter.receiver?.personName ?? '', pinyin: '', post: null, unitId: matter.unitId, unitName: matter.unitName, phone: matter.phone, room: matter.room }
}
