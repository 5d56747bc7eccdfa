import { acceptReferral } from '@daodi/domain/cases/accept-referral.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { decideCase, type Decide } from '@daodi/domain/cases/decide-case.ts'
import { replier } from '@daodi/domain/cases/duties.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { rateCase } from '@daodi/domain/cases/rate-case.ts'
import { registerCase } from '@daodi/domain/cases/register-case.ts'
import { replyToCase } from '@daodi/domain/cases/reply-to-case.ts'
import { resolveCase } from '@daodi/domain/cases/resolve-case.ts'
import type { CaseState, Holder, TextRef } from '@daodi/domain/cases/state.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { done, type Outcome } from '@daodi/domain/outcome.ts'
import type { Services } from '../http/route.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { chainFacts, type DutyRow, type Recording } from './chain-facts.ts'
import { codeDigest, newTrackingCode, numberOf, occasionOf, requesterPlan, type RegisterInput } from './register.ts'
import { searchWords } from './store-read.ts'
import { registerScene, type RegisterScene } from './store-register.ts'
import { record } from './store-record.ts'
import { newTexts, type Texts } from './texts.ts'

/** A line of a paper register, read and checked: who was asked, when, what became of it. Times are instants in order. */
export interface PastCase {
  institutionId: string
  firstContact: Holder
  registeredAt: string
  channel: string
  category: string
  subject: string
  content: string | null
  requester: RegisterInput['requester']
  occurredAt?: string | null
  place?: string | null
  involvedCount?: number | null
  involvedNames?: string | null
  /** Who took it over, and when they did; null: the first contact kept it. */
  handler: { holder: Holder; at: string } | null
  /** Null: it is still open. `onSpot`: answered when it was asked. */
  end: { at: string; toldAt: string; outcome: 'solved' | 'explained' | 'outside'; text: string; channel: string; onSpot: boolean; grade: number | null } | null
  /** Where it was taken from; stands last in the timeline, at the moment of taking over. */
  note: string
}

export type PastRegistered = { ok: true; number: string; caseId: string; status: string; isLate: boolean } | { ok: false; refusal: string }

/**
 * Makes a case of a line of a paper register, by the same acts as any case, each at the moment that the paper names. The
 * entries are the system's, because nobody acted here; the facts name the people. Limits of today are not held against
 * the past: nothing that has ended is marked late. Texts are taken as they are, without looking for forbidden phrases.
 */
export async function registerPast(services: Services, past: PastCase): Promise<PastRegistered> {
  const { institutionId, firstContact, registeredAt: at, requester } = past
  const scene = await registerScene(services.db, {
    institutionId, unitId: firstContact.unitId, at, matterId: null, phoneDigits: requester?.phone?.replace(/\D/g, '') ?? null,
    requesterName: requester?.name ?? null, unitIds: [firstContact.unitId], personIds: [],
  })
  const policy = await policyByDigest(services.db, scene.policyDigest)
  const calendar = await calendarOf(services.db, institutionId, scene.workingTime, policy.calendar)
  const who = requesterPlan({ input: { ...past, origin: 'staff' }, scene, rules: { policy, calendar, at, newId: services.newId } }, services)
  const telling = new Telling(services, past, { policy, calendar })
  const refusal = tellAll(telling, scene, who.id)
  if (refusal !== null) return { ok: false, refusal }
  const recording = telling.recording()
  const { state } = recording
  await record(services.db, recording, {
    // What the product knows of a person is newer than any paper.
    texts: telling.texts.rows, requester: who.isNew ? who.row : null, unitSeesItsCases: policy.unitSeesItsCases,
    search: searchWords({ number: state.number, subject: past.subject, content: past.content, place: past.place ?? null, requester: who.found }),
    fresh: { registerDay: scene.book?.day ?? '', registerSerial: scene.book?.serial ?? 0, codeDigest: codeDigest(state.number, newTrackingCode()), unitPath: (unitId) => scene.around.units.get(unitId)?.path },
  })
  return { ok: true, number: state.number, caseId: state.id, status: state.status, isLate: state.obligations.some((duty) => duty.dueAt < services.clock()) }
}

/** Plays one act after the other, each at its own time, and gathers what is to be written in one go. */
class Telling {
  readonly texts: Texts
  readonly past: PastCase
  readonly #services: Services
  readonly #caseId: string
  readonly #fixed: Pick<Rules, 'policy' | 'calendar'>
  readonly importedAt: string
  #parts: Recording[] = []

  constructor(services: Services, past: PastCase, fixed: Pick<Rules, 'policy' | 'calendar'>) {
    this.#services = services
    this.past = past
    this.#fixed = fixed
    this.importedAt = services.clock()
    this.texts = newTexts(services)
    this.#caseId = services.newId()
  }

  rulesAt(at: string): Rules {
    return { ...this.#fixed, at, newId: this.#services.newId }
  }

  /** The refusal, or null when the facts have been taken in. */
  tell(outcome: Outcome<CaseFact, string>, at: string): string | null {
    if (!outcome.ok) return outcome.refusal
    const last = this.#parts.at(-1)
    const acting = { caseId: this.#caseId, institutionId: this.past.institutionId, actor: 'system', at, algorithm: this.#services.ledgerAlgorithm }
    this.#parts.push(chainFacts({ state: last?.state ?? null, head: last?.head ?? null }, outcome.facts, acting))
    return null
  }

  get state(): CaseState {
    const state = this.#parts.at(-1)?.state
    if (!state) throw new Error('nothing has been told yet')
    return state
  }

  /** The case did not exist before; an obligation that was opened and closed meanwhile is written as it ended. */
  recording(): Recording {
    const last = this.#parts.at(-1)
    if (!last) throw new Error('nothing has been told yet')
    const duties = new Map<string, DutyRow>()
    for (const duty of this.#parts.flatMap((part) => part.duties)) {
      duties.set(duty.id, { ...duty, opened_seq: duty.opened_seq || (duties.get(duty.id)?.opened_seq ?? 0) })
    }
    return { before: null, state: last.state, head: last.head, entries: this.#parts.flatMap((part) => part.entries), duties: [...duties.values()], rungs: [], told: last.told }
  }
}

function tellAll(telling: Telling, scene: RegisterScene, requesterId: string | null): string | null {
  return tellRegistration(telling, scene, requesterId) ?? tellDecision(telling) ?? tellHandOver(telling) ?? tellEnd(telling) ?? tellOrigin(telling)
}

function tellRegistration(telling: Telling, scene: RegisterScene, requesterId: string | null): string | null {
  const { past, texts } = telling
  const { book } = scene
  if (!book) return 'no-register'
  return telling.tell(registerCase({
    number: numberOf(book), channel: past.channel, category: past.category, urgency: 'normal', confidential: false, origin: 'paper', requesterId, matterId: null, matterDays: null, matterEdition: null, matterCites: false,
    subject: texts.add('subject', past.subject), content: texts.maybe('content', past.content ?? undefined), place: texts.maybe('place', past.place ?? undefined), ...occasionOf(past, texts), registerUnitId: book.unitId,
    firstContact: past.firstContact, asked: past.firstContact.personId, policy: scene.policyDigest, readBack: false, requesterGiven: requesterId !== null, decides: true,
  }, telling.rulesAt(past.registeredAt)), past.registeredAt)
}

function tellDecision(telling: Telling): string | null {
  const { past } = telling
  return telling.tell(decideCase(telling.state, actor(past.firstContact), decisionOf(telling), telling.rulesAt(past.registeredAt)), past.registeredAt)
}

function decisionOf(telling: Telling): Decide {
  const { past: { handler, end, firstContact }, texts } = telling
  if (handler) {
    const { personId, unitId } = handler.holder
    return { branch: unitId === firstContact.unitId ? 'colleague' : 'otherUnit', toUnitId: unitId, toPersonId: personId, reason: null, escorted: false }
  }
  if (!end?.onSpot || end.outcome === 'explained') return { branch: 'mine', notice: null, promisedAt: null, text: null }
  const settled = { text: texts.add('resolution', end.text), citation: citationOf(telling), direction: null, channel: end.channel, phrase: null }
  return { branch: end.outcome === 'outside' ? 'notOurs' : 'onSpot', ...settled }
}

function tellHandOver(telling: Telling): string | null {
  const { handler } = telling.past
  return handler && telling.tell(acceptReferral(telling.state, actor(handler.holder), { papersReceived: true }, telling.rulesAt(handler.at)), handler.at)
}

function tellEnd(telling: Telling): string | null {
  const { past: { end }, texts } = telling
  if (!end) return null
  const { outcome, text, channel, at, toldAt, grade } = end
  const rules = telling.rulesAt(toldAt)
  if (telling.state.status === 'handling') {
    const resolution = { outcome, text: texts.add('resolution', text), citation: citationOf(telling), direction: null, phrase: null }
    const resolved = telling.tell(resolveCase(telling.state, actor(telling.state.handler), resolution, telling.rulesAt(at)), at)
    if (resolved !== null) return resolved
    const reply = { channel, text: texts.add('reply', text), phrase: null, close: true, caller: null }
    const told = telling.tell(replyToCase(telling.state, actor(replier(telling.state, rules)), reply, rules), toldAt)
    if (told !== null) return told
  }
  return grade === null ? null : telling.tell(rateCase(telling.state, { grade, reasons: [], comment: null, solved: null }, rules.policy), toldAt)
}

/** About the record rather than the case, so it is said of an ended case too. */
function tellOrigin(telling: Telling): string | null {
  const text = telling.texts.add('note', telling.past.note)
  return telling.tell(done<CaseFact>({ kind: 'note-added', note: 'progress', text, public: false }), telling.importedAt)
}

/** Where the regulation asks for one today, the paper's silence is what can be cited. */
function citationOf(telling: Telling): TextRef | null {
  const { required } = telling.rulesAt(telling.past.registeredAt).policy
  return required.citation.includes(telling.past.category) ? telling.texts.add('citation', '原登记簿未载依据') : null
}

function actor({ personId, unitId }: Holder): Actor {
  return { personId, unitId, heads: [] }
}
