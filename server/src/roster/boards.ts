import { randomBytes } from 'node:crypto'
import { createBoard, readBoard } from '@daodi/contract/staff/roster/boards.ts'
import { boardByDigest, boardDigest } from '../access/store-boards.ts'
import { touchToken } from '../access/store.ts'
import { insertToken } from '../access/store-tokens.ts'
import { transaction } from '../database/transaction.ts'
import { Refused } from '../http/refused.ts'
import { answer, route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { secondsBetween } from './bells.ts'
import { unitBellRows, type UnitBellRow } from './store-bells.ts'
import { listOnDuty } from './store-on-duty.ts'
import { rosterUnit } from './store-roster.ts'

const DAY_MS = 86_400_000
const PEOPLE_MOST = 40
const TOUCH_EVERY_MS = 600_000

/** In a transaction of its own, because the answer kept for a repeated request would hold the secret in the clear. */
export const createBoardRoute = route(createBoard, async ({ params, body, caller, at }, services) => {
  const { institutionId, personId } = caller
  const unit = await rosterUnit(services.db, caller, params.unitId)
  if (!unit) return { ok: false, refusal: 'no-such-unit' }
  if (!unit.mayPlan) throw new Refused('not-allowed')
  const token = randomBytes(32).toString('base64url')
  const id = services.newId()
  const expiresAt = new Date(Date.parse(at) + body.days * DAY_MS).toISOString()
  const isIssued = await transaction(services.db, async (trx) => {
    if (!await insertToken(trx, { institutionId, id, personId, name: body.name, digest: boardDigest(unit.id, token), scope: 'read', createdAt: at, expiresAt })) return false
    const data = { tokenId: id, boardOf: unit.id, days: body.days }
    await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'token-created', data, actor: personId, at, algorithm: services.ledgerAlgorithm })
    return true
  })
  return isIssued ? answer({ id, token, expiresAt }) : { ok: false, refusal: 'too-many-tokens' }
}, 'own')

/** The bells of the unit and what is below it, and who is on duty there. */
export const readBoardRoute = route(readBoard, async ({ params, at }, { db }) => {
  const digest = boardDigest(params.unitId, params.token)
  const board = await boardByDigest(db, params.unitId, digest, at)
  if (!board) return { ok: false, refusal: 'no-such-board' }
  const { institutionId, unitId, unitName, timeZone, expiresAt, lastUsedAt } = board
  if (lastUsedAt === null || Date.parse(at) - Date.parse(lastUsedAt) > TOUCH_EVERY_MS) await touchToken(db, digest, at)
  const bells = (await unitBellRows(db, institutionId, unitId, at)).map(bellView)
  const onDuty = await listOnDuty(db, institutionId, at, { unitId, post: null, q: null, after: null, limit: PEOPLE_MOST })
  return answer({
    at, timeZone, unitName, expiresAt, ringing: bells.filter(({ answeredAt }) => answeredAt === null), answered: bells.filter(({ answeredAt }) => answeredAt !== null),
    onDuty: onDuty.map(({ shiftId, name, kindName, team, main, endsAt }) => ({ shiftId, name, kindName, team, main, endsAt })),
  })
})

const bellView = (row: UnitBellRow) => ({ ...row, seconds: row.answeredAt === null ? null : secondsBetween(row.rungAt, row.answeredAt) })
