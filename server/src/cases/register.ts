import { createHash, randomInt } from 'node:crypto'
import { categoryOfQuestion } from '@daodi/domain/finding/only-asks.ts'
import { decideCase, type DecideRefusal } from '@daodi/domain/cases/decide-case.ts'
import { raiseEmergency } from '@daodi/domain/cases/emergency.ts'
import { evolve } from '@daodi/domain/cases/evolve.ts'
import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import { withFollowUps } from '@daodi/domain/cases/follow-up.ts'
import { given } from '@daodi/domain/given.ts'
import { missingFields, registerCase, type RegisterRefusal } from '@daodi/domain/cases/register-case.ts'
import type { CaseState, Holder } from '@daodi/domain/cases/state.ts'
import type { Actor } from '@daodi/domain/cases/actor.ts'
import { sheetFor } from '@daodi/domain/cases/sheet.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'
import { holdersOf } from '../directory/store.ts'
import { callForHelp } from './call-for-help.ts'
import type { FieldError } from '../http/refused.ts'
import type { Services } from '../http/route.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { onDutyNow } from '../roster/store-duty.ts'
import { atDesksNow } from '../roster/store-desk-duty.ts'
import { chainFacts } from './chain-facts.ts'
import { decisionAsk, utc, type DecisionInput } from './decision-ask.ts'
import { leaderIn } from './scene.ts'
import { searchWords } from './store-read.ts'
import { notifiedOf } from './notified.ts'
import { renewSearch } from './store-search.ts'
import { registerScene, requesterInsertion, requesterRenewal, type RegisterScene } from './store-register.ts'
import { record } from './store-record.ts'
import { decidedInPlace } from './stand-in.ts'
import { newTexts, PRIORITY_BETWEEN, type Texts } from './texts.ts'

interface Occasion { occurredAt?: string | null | undefined; involvedCount?: number | null | undefined; involvedNames?: string | null | undefined; priority?: readonly string[] | undefined }

export interface RegisterInput extends Occasion {
  institutionId: string
  origin: 'staff' | 'public' | 'paper'
  channel: string
  subject: string
  content?: string | undefined
  place?: string | undefined
  requester?: { name?: string | undefined; phone?: string | undefined; organization?: string | undefined; address?: string | undefined; email?: string | undefined; declined?: boolean | undefined } | undefined
  category?: string | undefined
  matterId?: string | undefined
  urgency?: string | undefined
  readBack?: boolean | undefined
  confidential?: boolean | undefined
  rings?: number | undefined
  receptionSteps?: string[] | undefined
  /** A colleague asks, by their id in the directory; what is known of them takes the place of `requester`. */
  colleagueId?: string | undefined
  decision?: DecisionInput | undefined
  /** The case that this one is split off from; its person is this one's too. */
  childOf?: { requesterId: string | null } | undefined
  /** Registered at one press: nothing is required, the record is filled in afterwards. */
  emergency?: { note?: string | undefined } | undefined
}

/** Who was really asked; who writes it down (null: the person, on the web); who is first contact if that is somebody else. */
export interface Asked { asked: Holder; by: Actor | null; firstContact: Holder | null; others?: readonly Holder[]; desk?: DeskPlace | undefined }

/** A window or desk, and the unit it belongs to. */
interface DeskPlace { id: string; unitId: string }

export type RegistrationRefusal = 'pair-needed' | RegisterRefusal | DecideRefusal | 'no-such-matter' | 'matter-not-in-force' | 'no-such-person' | 'no-such-unit' | 'nobody-in-unit' | 'no-arbiter' | 'not-by-phone'
export type Registered = { ok: true; state: CaseState; scene: RegisterScene; trackingCode: string } | { ok: false; refusal: RegistrationRefusal; errors?: FieldError[] }

interface Preparing { input: RegisterInput; scene: RegisterScene; rules: Rules; texts: Texts; caseId: string; firstContact: Holder; asked: Holder; pair: Holder[]; by: Actor | null; desk: DeskPlace | undefined; notified: Holder[] }

/** Registration, from whichever side the question comes: one statement to look, one to write; more only when a known person's data change. */
export async function register(services: Services, asked: RegisterInput, who: Asked, at: string): Promise<Registered> {
  const first = who.firstContact ?? who.asked
  const named = namedIn(asked.decision)
  const unitIds = [first.unitId, who.asked.unitId, ...(who.desk ? [who.desk.unitId] : []), ...named.unitIds]
  const personIds = [first.personId, who.asked.personId, ...named.personIds, ...(asked.colleagueId === undefined ? [] : [asked.colleagueId])]
  const scene = await registerScene(services.db, {
    institutionId: asked.institutionId, unitId: first.unitId, at, matterId: asked.matterId ?? null,
    phoneDigits: asked.requester?.phone?.replace(/\D/g, '') ?? null, requesterName: asked.requester?.name ?? null, unitIds, personIds,
  })
  const input = withColleague(asked, scene)
  if (input === null) return refuse('no-such-person')
  const unfit = matterRefusal(scene, input)
  if (unfit !== null) return refuse(unfit)
  const policy = await policyByDigest(services.db, scene.policyDigest)
  if (isHalfAPair(policy, input, who)) return refuse('pair-needed')
  const calendar = await calendarOf(services.db, input.institutionId, scene.workingTime, policy.calendar)
  const rules: Rules = { policy, calendar, at, newId: services.newId, ...accountable(policy, scene, first) }
  const firstContact = who.firstContact ?? await responsible(services, { scene, mode: policy.firstContactMode, asked: who.asked, desk: who.desk, institutionId: input.institutionId, at })
  const pair = policy.firstContactMode === 'pair' ? othersOf(who, firstContact) : []
  const preparing = { input, pair, scene, rules, texts: newTexts(services), caseId: services.newId(), firstContact, asked: who.asked, by: who.by, desk: who.desk, notified: [] as Holder[] }
  if (input.emergency) preparing.notified = await notifiedOf(services, preparing)
  return write(services, preparing)
}

/** Who answers for a unit's cases, where the regulation has leaders give a solution. */
function accountable({ leaderSolves }: Rules['policy'], { around }: RegisterScene, first: Holder): Pick<Rules, 'leaderOf'> {
  return leaderSolves ? { leaderOf: (unitId) => leaderIn(around, { unitId, firstContactUnitId: first.unitId }, leaderSolves.by) } : {}
}

/** Of those asked together, everybody but whoever is first contact. */
function othersOf({ asked, others = [] }: Asked, firstContact: Holder): Holder[] {
  return [...new Map([asked, ...others].map((one) => [one.personId, one])).values()].filter(({ personId }) => personId !== firstContact.personId)
}

/** A colleague is who the directory says they are; null where it knows nobody of that id who works here. */
function withColleague(input: RegisterInput, { around: { people, units } }: RegisterScene): RegisterInput | null {
  if (input.colleagueId === undefined) return input
  const person = people.get(input.colleagueId)
  if (!person) return null
  const unit = units.get(person.unit_id)
  return { ...input, requester: { name: person.name, phone: person.phone ?? unit?.phone ?? undefined, organization: unit?.name } }
}

/** Nobody is sent away by it: the question is registered without the matter, or under the one in force. In an emergency nothing is asked. */
function matterRefusal({ matter }: RegisterScene, { matterId, emergency }: RegisterInput): 'no-such-matter' | 'matter-not-in-force' | null {
  if (matterId !== undefined && !matter) return 'no-such-matter'
  return matter?.in_force === false && !emergency ? 'matter-not-in-force' : null
}

/** The units and people that a decision names. */
function namedIn(decision: DecisionInput | undefined): { unitIds: string[]; personIds: string[] } {
  const people = [decision && 'toPersonId' in decision ? decision.toPersonId : undefined, decision && 'absentPersonId' in decision ? decision.absentPersonId : undefined, decision && 'contacted' in decision ? decision.contacted?.personId : undefined]
  return { unitIds: decision && 'toUnitId' in decision ? [decision.toUnitId] : [], personIds: people.filter((id) => id !== undefined) }
}

/** A person who asks on the web, or whoever is named as first contact, needs no second one. */
function isHalfAPair({ firstContactMode }: Rules['policy'], { origin }: RegisterInput, { firstContact, others }: Asked): boolean {
  return firstContactMode === 'pair' && origin === 'staff' && firstContact === null && !others?.length
}

interface Responsible { scene: RegisterScene; mode: Rules['policy']['firstContactMode']; asked: Holder; desk: DeskPlace | undefined; institutionId: string; at: string }

/**
 * Where the policy appoints first contacts, or gives them to the windows, the one on duty is responsible, whoever was asked:
 * at the window it came through, or where none is named at any of the unit's; where there are no windows, on the unit's
 * roster. Without a roster it is the holders of the post, and where nobody is, whoever was asked: nobody is sent away.
 */
async function responsible({ db }: Services, { scene, mode, asked, desk, institutionId, at }: Responsible): Promise<Holder> {
  if (mode === 'anyone' || mode === 'pair') return asked
  const atDesk = desk || mode === 'window' ? await atDesksNow(db, institutionId, at, desk ? { deskId: desk.id } : { unitId: asked.unitId }) : []
  if (atDesk.length > 0) return atDesk.find((holder) => holder.personId === asked.personId) ?? atDesk[0] ?? asked
  const duty = (await onDutyNow(db, institutionId, at, { unitId: asked.unitId, ...(mode === 'appointed' ? { post: 'firstContact' } : {}) })).filter(({ unitId }) => unitId === asked.unitId)
  const onDuty = duty.map(({ personId, unitId }) => ({ personId, unitId }))
  const appointed = mode === 'appointed' ? holdersOf(scene.around, asked.unitId, 'firstContact') : []
  // Whoever is appointed and was asked stays it, on duty or not.
  return [...onDuty, ...appointed].find((holder) => holder.personId === asked.personId) ?? onDuty[0] ?? appointed[0] ?? asked
}

async function write(services: Services, preparing: Preparing): Promise<Registered> {
  const { input, scene, rules, texts, caseId, by, firstContact } = preparing
  if (!scene.book) throw new Error('no unit above the first contact keeps a register')
  const who = requesterPlan(preparing, services)
  const facts = await decideAll(preparing, who.id, services)
  if (!facts.ok) return facts
  const trackingCode = newTrackingCode()
  const standing = { state: null, head: null }
  const acting = { caseId, institutionId: input.institutionId, actor: by?.personId ?? 'public', at: rules.at, algorithm: services.ledgerAlgorithm, tells: rules.policy }
  const recording = chainFacts(standing, withFollowUps(null, facts.facts, acting, rules), acting)
  await record(services.db, recording, {
    texts: texts.rows, requester: who.row, requesterHasMail: Boolean(who.found?.email), unitSeesItsCases: rules.policy.unitSeesItsCases,
    search: searchWords({ number: recording.state.number, subject: input.subject, content: input.content ?? null, place: input.place ?? null, requester: who.found }),
    fresh: { registerDay: scene.book.day, registerSerial: scene.book.serial, codeDigest: codeDigest(recording.state.number, trackingCode), unitPath: (unitId) => scene.around.units.get(unitId)?.path },
  })
  if (recording.state.priority !== undefined) await callForHelp(services, recording.state, rules)
  if (who.id && who.row && !who.isNew) await renewSearch(services.db, { institutionId: input.institutionId, requesterId: who.id, exceptCaseId: caseId })
  return { ok: true, state: recording.state, scene: { ...scene, book: scene.book, around: { ...scene.around, rootUnitId: scene.around.rootUnitId || firstContact.unitId } }, trackingCode }
}

type Facts = { ok: true; facts: CaseFact[] } | { ok: false; refusal: RegistrationRefusal; errors?: FieldError[] }

/** Where in the registration each field stands. */
const POINTERS = {
  content: '/content', name: '/requester/name', phone: '/requester/phone', place: '/place', occurredAt: '/occurredAt', involvedCount: '/involvedCount', involvedNames: '/involvedNames',
} as const

function missing(field: keyof typeof POINTERS): FieldError {
  return { pointer: POINTERS[field], code: 'missing', detail: 'The regulation asks for it of such a question; fill it in.' }
}

/** By which way it came and what kind it is; in an emergency as the regulation says. */
function kindOf({ input, scene, rules }: Pick<Preparing, 'input' | 'scene' | 'rules'>): { channel: string; category: string } {
  if (input.emergency) return { channel: rules.policy.emergency.channel, category: rules.policy.emergency.category }
  return { channel: input.channel, category: input.category ?? categoryOfQuestion(input.subject, scene.matter?.category ?? null, rules.policy.categories) }
}

/** With the sheet that the regulation has for such a case. */
function kindAndSheet(about: Pick<Preparing, 'input' | 'scene' | 'rules'>): { channel: string; category: string; sheet?: string } {
  const kind = kindOf(about)
  const sheet = sheetFor(about.rules.policy, { matterName: about.scene.matter?.name ?? null, category: kind.category })
  return sheet ? { ...kind, sheet: sheet.name } : kind
}

function matterOf({ matter, edition }: RegisterScene) {
  return { matterId: matter?.id ?? null, matterDays: matter?.working_days || null, ...(matter?.promised ? { matterLimit: matter.promised } : {}), matterEdition: edition, matterCites: matter?.citation_required ?? false }
}

function registrationAsk({ input, scene, texts, rules, firstContact, asked, pair, desk }: Preparing, book: NonNullable<RegisterScene['book']>, requesterId: string | null): Parameters<typeof registerCase>[0] {
  const { requester } = input
  return {
    number: numberOf(book), ...kindAndSheet({ input, scene, rules }), pair, urgency: input.urgency ?? 'normal',
    confidential: input.confidential ?? false, origin: input.origin, requesterId, ...matterOf(scene),
    subject: texts.add('subject', input.subject), content: texts.maybe('content', input.content), place: texts.maybe('place', input.place),
    registerUnitId: book.unitId, ...given({ deskId: desk?.id, rings: input.rings, receptionSteps: input.receptionSteps, colleague: input.colleagueId === undefined ? undefined : true as const }), ...occasionOf(input, texts), firstContact, asked: asked.personId, policy: scene.policyDigest, readBack: input.readBack ?? false,
    requesterFields: requester?.declined || input.colleagueId !== undefined ? ['name', 'phone'] : (['name', 'phone'] as const).filter((field) => requester?.[field]),
    requesterGiven: Boolean(requester && (requester.name || requester.phone || requester.declined)), decides: input.decision !== undefined || input.emergency !== undefined,
    waived: input.emergency !== undefined || input.childOf !== undefined,
  }
}

/** When it was asked or happened and whom it concerns, as far as somebody said. */
export function occasionOf({ occurredAt, involvedCount, involvedNames, priority }: Occasion, texts: Texts) {
  return {
    ...(occurredAt == null ? {} : { occurredAt: utc(occurredAt) }), ...(involvedCount == null ? {} : { involvedCount }),
    ...(involvedNames == null ? {} : { involvedNames: texts.add('involved', involvedNames) }),
    ...(priority === undefined ? {} : { priority: texts.add('priority', priority.join(PRIORITY_BETWEEN)), priorityKinds: priority }),
  }
}

async function decideAll(preparing: Preparing, requesterId: string | null, services: Services): Promise<Facts> {
  const { input, scene, rules, texts, caseId, firstContact, by } = preparing
  const { decision } = input
  if (!scene.book) throw new Error('no register')
  const entry = registrationAsk(preparing, scene.book, requesterId)
  const registered = registerCase(entry, rules)
  if (!registered.ok) return registered.refusal === 'entry-incomplete' ? { ...registered, errors: missingFields(entry, rules).map(missing) } : registered
  const [fact] = registered.facts
  if (!by || !fact || (!decision && !input.emergency)) return { ok: true, facts: [...registered.facts] }
  const state = evolve(null, fact, { caseId, institutionId: input.institutionId, at: rules.at, actor: by.personId })
  if (input.emergency) return { ok: true, facts: [fact, ...raiseEmergency(state, { notified: preparing.notified, note: texts.maybe('note', input.emergency.note) }, rules)] }
  if (!decision) return { ok: true, facts: [fact] }
  const ready = decisionAsk(decision, { channel: input.channel, firstContact, policy: rules.policy, around: scene.around, texts, at: rules.at })
  if (!ready.ok) return ready
  const ask = await decidedInPlace(services, { institutionId: input.institutionId, policy: rules.policy, at: rules.at }, ready.ask)
  const decided = decideCase(state, by, ask, rules)
  return decided.ok ? { ok: true, facts: [fact, ...decided.facts] } : decided
}

export function numberOf(book: { code: string; day: string; serial: number }): string {
  return `${book.code}${book.day.replace(/-/g, '')}-${String(book.serial).padStart(4, '0')}`
}

const KEPT = ['name', 'organization', 'address', 'email'] as const
const CONTACTS = [...KEPT, 'phone'] as const

/** Somebody with this phone number and this name (or no other name) is the same person; everybody else is new. */
export function requesterPlan(
  { input, scene, rules }: Pick<Preparing, 'scene' | 'rules'> & { input: Pick<RegisterInput, 'institutionId' | 'requester' | 'origin' | 'childOf'> }, services: Services,
) {
  if (input.childOf) return { id: input.childOf.requesterId, found: null, isNew: false, row: null }
  const told = input.requester
  if (!told || !CONTACTS.some((field) => told[field])) return { id: null, found: null, isNew: false, row: null }
  // Nobody unknown may change what is known of a person, or join their cases, by giving their number.
  const mayBeKnown = input.origin === 'staff'
  const known = mayBeKnown && scene.requester && (!told.name || !scene.requester.name || scene.requester.name === told.name) ? scene.requester : null
  const found = toldOrKnown(told, known)
  if (!known) {
    const id = services.newId()
    return { id, found, isNew: true, row: requesterInsertion(input.institutionId, { id, ...found, declined: told.declined ?? false }, rules.at) }
  }
  const changed = KEPT.some((field) => found[field] !== known[field])
  const { phone: _phone, ...renewed } = found
  return { id: known.id, found, isNew: false, row: changed ? requesterRenewal(services.db, input.institutionId, known.id, renewed) : null }
}

/** Somebody of whom nothing was known yet. */
export function newRequester({ institutionId, told, at }: { institutionId: string; told: RegisterInput['requester']; at: string }, services: Services) {
  if (!told || !(told.name || told.phone || told.organization || told.address)) return null
  return newPerson({ institutionId, told, at }, services)
}

export function newPerson({ institutionId, told, at }: { institutionId: string; told: NonNullable<RegisterInput['requester']>; at: string }, services: Pick<Services, 'newId'>) {
  const id = services.newId()
  return { id, row: requesterInsertion(institutionId, { id, ...toldOrKnown(told, null), declined: told.declined ?? false }, at) }
}

function toldOrKnown(told: NonNullable<RegisterInput['requester']>, known: RegisterScene['requester']) {
  return {
    name: told.name ?? known?.name ?? null, phone: told.phone ?? null, organization: told.organization ?? known?.organization ?? null, address: told.address ?? known?.address ?? null,
    email: told.email ?? known?.email ?? null,
  }
}

/** Without characters that look alike; a thousand million codes, and guesses are slowed down. */
const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export function newTrackingCode(): string {
  return Array.from({ length: 6 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
}

export function codeDigest(number: string, code: string): Buffer {
  return createHash('sha256').update(`${number}|${code.toUpperCase()}`).digest()
}
