import type { z } from 'zod'
import { updateAccount } from '@daodi/contract/staff/directory/directory.ts'
import { forgivePasswordTries } from '../access/store-tries.ts'
import { revokeTokensOf } from '../access/store-tokens.ts'
import type { Staff } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type Services } from '../http/route.ts'
import { appendFacts, personStream } from '../ledger/store-append.ts'
import { closeSessionsOf } from '../session/store.ts'
import { administered, distinctGrants } from './administered.ts'
import {
  clearLock, lockAccount, lockAccounts, otherRootAdministrators, owesWork, replaceGrants, rootUnitOf, setDisabled, unitsWithin, updateParticulars, type Account, type Grant,
} from './store-accounts.ts'

type Changes = z.output<typeof updateAccount.body>
type Noted = Parameters<typeof appendFacts>[2][number]
interface Act { services: Services; caller: Staff; account: Account; at: string }

export const updateAccountRoute = route(updateAccount, async ({ params, body, caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const scopes = administered(caller)
  const roles = body.roles && distinctGrants(body.roles)
  await lockAccounts(db, institutionId)
  const account = await lockAccount(db, institutionId, params.personId, scopes)
  if (!account?.in_scope) return { ok: false, refusal: 'no-such-person' }
  if (!account.grants_in_scope) throw new Refused('not-allowed')
  const unitIds = [...new Set([...(body.unitId ? [body.unitId] : []), ...(roles ?? []).map((grant) => grant.unitId)])]
  if ((await unitsWithin(db, institutionId, scopes, unitIds)).size < unitIds.length) return { ok: false, refusal: 'no-such-unit' }
  if (await wouldLeaveNobody({ services, caller, account, at }, { roles, disabled: body.disabled })) return { ok: false, refusal: 'last-administrator' }
  if (body.disabled && !account.disabled && await owesWork(db, institutionId, account.id)) return { ok: false, refusal: 'has-open-cases' }
  await apply({ services, caller, account, at }, body, roles)
  return { ok: true, value: { id: account.id } }
})

/** An institution without anybody to administer the whole of it could never be put right again. */
async function wouldLeaveNobody({ services, caller, account }: Act, { roles, disabled }: { roles: Grant[] | undefined; disabled: boolean | undefined }): Promise<boolean> {
  if (!account.is_root_administrator || account.disabled) return false
  const root = await rootUnitOf(services.db, caller.institutionId)
  const stays = disabled !== true && (roles === undefined || roles.some((grant) => grant.role === 'administrator' && grant.unitId === root))
  return !stays && await otherRootAdministrators(services.db, caller.institutionId, account.id) === 0
}

async function apply(act: Act, changes: Changes, roles: Grant[] | undefined): Promise<void> {
  const { services: { db, ledgerAlgorithm: algorithm }, caller: { institutionId, personId: actor }, account, at } = act
  const facts: Noted[] = []
  const { name, unitId, post, phone, room, otherPhones, otherRooms, languages, qualifications, employment, disabled } = changes
  const particulars = { name, unitId, post, phone, room, otherPhones, otherRooms, languages, qualifications, employment }
  const fields = Object.entries(particulars).filter(([, value]) => value !== undefined).map(([field]) => field)
  if (fields.length > 0) {
    await updateParticulars(db, institutionId, account.id, particulars)
    facts.push({ kind: 'person-changed', data: { fields, ...(unitId === undefined ? {} : { unitId }) } })
  }
  if (roles) {
    await replaceGrants(db, institutionId, account.id, roles)
    facts.push({ kind: 'roles-changed', data: { roles: roles.map((grant) => ({ role: grant.role, unitId: grant.unitId })) } })
  }
  if (disabled !== undefined && disabled !== account.disabled) facts.push(await switchAccount(act, disabled))
  if (changes.unlock) {
    await clearLock(db, institutionId, account.id)
    await forgivePasswordTries(db, account.login)
    facts.push({ kind: 'account-unlocked', data: {} })
  }
  await appendFacts(db, { institutionId, stream: personStream(account.id), actor, at, algorithm }, facts)
}

async function switchAccount({ services: { db }, caller: { institutionId }, account, at }: Act, disabled: boolean): Promise<Noted> {
  await setDisabled(db, institutionId, account.id, disabled ? at : null)
  if (!disabled) return { kind: 'account-enabled', data: {} }
  const person = { institutionId, personId: account.id }
  return { kind: 'account-disabled', data: { sessions: await closeSessionsOf(db, person), tokens: await revokeTokensOf(db, person, at) } }
}
