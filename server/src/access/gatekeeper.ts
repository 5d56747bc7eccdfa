import { SUPERVISORS_ACTS } from '@daodi/domain/cases/supervisors-acts.ts'
import type { FastifyRequest } from 'fastify'
import { transaction } from '../database/transaction.ts'
import { hasRole, type Caller } from '../http/caller.ts'
import { countTry, waitUnder, type Allowance } from '../http/rate-limit-store.ts'
import { Refused } from '../http/refused.ts'
import type { Route, Services } from '../http/route.ts'
import { SESSION_COOKIE } from '@daodi/contract/openapi.ts'
import type { Gatekeeper } from '../http/serve-route.ts'
import { appendFact, PHRASE_REFUSED, unitStream } from '../ledger/store-append.ts'
import { callerBySession, callerByToken, secretDigest, touchSession, touchToken } from './store.ts'
import { networkOf } from './store-tries.ts'

const TOUCH_EVERY_MS = 60_000
/** A token is used by programs, many times a second: when it was last used need not be known to the second. */
const TOUCH_TOKEN_EVERY_MS = 600_000

async function identify(request: FastifyRequest, services: Services): Promise<Caller> {
  const { authorization } = request.headers
  if (authorization !== undefined) return identifyToken(authorization, services)
  const cookie = request.cookies[SESSION_COOKIE]
  if (!cookie) return { kind: 'public' }
  const at = services.clock()
  const known = await callerBySession(services.db, secretDigest(cookie), at)
  if (!known) return { kind: 'public' }
  if (Date.parse(at) - Date.parse(known.seenAt) > TOUCH_EVERY_MS && known.staff.sessionDigest) await touchSession(services.db, known.staff.sessionDigest, at)
  return known.staff
}

async function identifyToken(authorization: string, services: Services): Promise<Caller> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1]
  if (!token) throw new Refused('not-signed-in')
  const digest = secretDigest(token)
  const at = services.clock()
  const known = await callerByToken(services.db, digest, at)
  if (!known) throw new Refused('not-signed-in')
  if (known.lastUsedAt === null || Date.parse(at) - Date.parse(known.lastUsedAt) > TOUCH_TOKEN_EVERY_MS) await touchToken(services.db, digest, at)
  return known.staff
}

/** Reachable while somebody else's password still has to be changed. */
const BEFORE_PASSWORD_CHANGE = new Set(['getSession', 'signOut', 'changePassword', 'signOutEverywhere', 'signIn', 'signInAsDemo'])
/** Never by token: what would let a leaked token make itself stronger. */
const BY_PERSON_ONLY = new Set(['changePassword', 'signOutEverywhere', 'createToken', 'revokeToken', 'listTokens', 'createRosterFeed', 'createBoard'])

function admit(caller: Caller, { operation }: Route): void {
  if (operation.gate === 'public') return
  if (caller.kind !== 'staff') throw new Refused('not-signed-in')
  if (caller.passwordChangeNeeded && !BEFORE_PASSWORD_CHANGE.has(operation.id)) throw new Refused('password-change-needed')
  if (caller.scope !== 'session' && !tokenMay(caller.scope, operation)) throw new Refused('not-allowed')
  if (operation.gate === 'administrator' && !hasRole(caller, 'administrator')) throw new Refused('not-allowed')
  if (changesCases(operation) && hasRole(caller, 'supervisor')) throw new Refused('not-allowed')
  if (operation.gate === 'head' && !hasRole(caller, 'head', 'leader', 'supervisor')) throw new Refused('not-allowed')
}

/**
 * To see how somebody can be reached, on a page or on paper, is reading, though it leaves an entry; and urging, supervision
 * and its signing off are the supervisor's own. What was put into the opinion box they write down for whoever answers for
 * it: never as first contacts themselves, which registration sees to.
 */
const SUPERVISORS_MAY = new Set<string>([...SUPERVISORS_ACTS, 'registerCase', 'printCaseForm', 'downloadCaseForm'])

/** Supervisors read everything and change nothing of the work itself. */
function changesCases({ id, method, path }: Route['operation']): boolean {
  return method !== 'GET' && (path.startsWith('/api/staff/cases') || path === '/api/staff/emergencies') && !SUPERVISORS_MAY.has(id)
}

function tokenMay(scope: 'read' | 'register' | 'act', operation: Route['operation']): boolean {
  if (BY_PERSON_ONLY.has(operation.id) || operation.gate === 'administrator') return false
  if (operation.method === 'GET' || scope === 'act') return true
  return scope === 'register' && operation.id === 'registerCase'
}

/**
 * How often one address may call, by operation. Public writing and every guess at a secret are slow on purpose; wrong
 * passwords have a count of their own besides (store-tries.ts).
 */
const ALLOWANCES: Readonly<Record<string, Allowance>> = {
  askPublicly: { most: 20, seconds: 600 }, addInformation: { most: 20, seconds: 600 }, sayNotSolved: { most: 10, seconds: 600 }, rateCase: { most: 20, seconds: 600 },
  reportUndonePublicly: { most: 10, seconds: 600 }, attachPublicly: { most: 60, seconds: 600 }, withdrawPublicly: { most: 10, seconds: 600 }, confirmPublicly: { most: 20, seconds: 600 }, getPublicAttachment: { most: 120, seconds: 600 }, hintPublicly: { most: 60, seconds: 60 },
  trackCase: { most: 120, seconds: 60 }, getRosterFeed: { most: 120, seconds: 60 }, readBoard: { most: 1200, seconds: 60 }, signIn: { most: 300, seconds: 300 }, completeSetup: { most: 10, seconds: 300 }, signInAsDemo: { most: 300, seconds: 60 },
}

/** Wrong codes: a few slips of the hand are free, then the address waits. Never the number: a stranger could lock people out of their own case. */
const WRONG_CODES: Allowance = { most: 10, seconds: 600 }

interface Asked { route: Route; address: string; params: unknown }

/** What a wrong code is counted under; null for operations that take none. */
function guessKey({ route, address }: Asked): string | null {
  return route.operation.path.startsWith('/api/public/cases/:number') ? `wrong-code|${networkOf(address)}` : null
}

async function slowDown(asked: Asked, services: Services): Promise<void> {
  const { route, address } = asked
  const at = services.clock()
  const guesses = guessKey(asked)
  const waits = guesses ? [await waitUnder(services.db, guesses, WRONG_CODES, at)] : []
  const allowance = ALLOWANCES[route.operation.id]
  if (allowance) waits.push(await countTry(services.db, `${route.operation.id}|${networkOf(address)}`, allowance, at))
  const wait = Math.max(0, ...waits)
  if (wait > 0) throw new Refused('too-fast', { retryAfter: wait })
}

async function noteRefusal(asked: Asked & { refusal: string; caller: Caller }, services: Services): Promise<void> {
  if (asked.refusal === 'forbidden-phrase') await notePhrase(asked, services)
  const guesses = asked.refusal === 'no-such-case' ? guessKey(asked) : null
  if (guesses) await countTry(services.db, guesses, WRONG_CODES, services.clock())
}

/** The words themselves are not kept: they were never said to anybody. */
async function notePhrase({ caller, route, params }: Asked & { caller: Caller }, services: Services): Promise<void> {
  if (caller.kind !== 'staff') return
  const { institutionId, unitId, personId: actor } = caller
  const { caseId = null } = params as { caseId?: string }
  const data = { operation: route.operation.id, caseId }
  await transaction(services.db, (trx) => appendFact(trx, { institutionId, stream: unitStream(unitId), kind: PHRASE_REFUSED, data, actor, at: services.clock(), algorithm: services.ledgerAlgorithm }))
}

export const gatekeeper: Gatekeeper = { identify, admit, slowDown, noteRefusal }
