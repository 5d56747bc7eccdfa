import type { z } from 'zod'
import { updateAccount } from '@daodi/contract/staff/directory/directory.ts'
import { forgivenTries } from '../access/store-tries.ts'
import type { Staff } from '../http/caller.ts'
import { Refused } from '../http/refused.ts'
import { route, type Db, type Services } from '../http/route.ts'
import { personStream } from '../ledger/store-append.ts'
import { holdStreams, recordAct, type ActFact } from '../obligations/store-act.ts'
import { endSignIns } from '../session/store.ts'
import { administered, distinctGrants } from './administered.ts'
import { lockAccount, lockAccounts, owesWork, ownGrants, particularColumns, personMark, unitsWithin, type Account, type Grant } from './store-accounts.ts'
import { samePersonFault } from './same-person-fault.ts'
import { samePerson } from './store-same-person.ts'

type Changes = z.output<typeof updateAccount.body>
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
  if (wouldLeaveNobody({ services, caller, account, at }, { roles, disabled: body.disabled })) return { ok: false, refusal: 'last-administrator' }
  if (body.disabled && !account.disabled && await owesWork(db, institutionId, account.id)) return { ok: false, refusal: 'has-open-cases' }
  const same = await becomesAnother({ db, institutionId, account }, body)
  if (same) return { ok: false, refusal: same, errors: samePersonFault(same) }
  await apply({ services, caller, account, at }, body, roles)
  return { ok: true, value: { id: account.id } }
})

/** A new name or number, or coming back, may make two accounts one person's. */
async function becomesAnother({ db, institutionId, account }: { db: Db; institutionId: string; account: Account }, { name = account.name, phone = account.phone, otherPhones = account.other_phones, disabled }: Changes): ReturnType<typeof samePerson> {
  const phones = [phone, ...otherPhones]
  const isSame = name === account.name && JSON.stringify(phones) === JSON.stringify([account.phone, ...account.other_phones])
  return (isSame && !(account.disabled && disabled === false)) || disabled ? null : samePerson(db, institutionId, { name, phones, except: account.id })
}

/** An institution without anybody to administer the whole of it could never be put right again. */
function wouldLeaveNobody({ caller, account }: Act, { roles, disabled }: { roles: Grant[] | undefined; disabled: boolean | undefined }): boolean {
  if (!account.is_root_administrator || account.disabled) return false
  const stays = disabled !== true && (roles === undefined || roles.some((grant) => grant.role === 'administrator' && grant.unitId === caller.unitPath[0]))
  return !stays && account.other_root_administrators === 0
}

async function apply({ services, caller, account, at }: Act, changes: Changes, roles: Grant[] | undefined): Promise<void> {
  const { db, ledgerAlgorithm: algorithm } = services
  const { institutionId, personId: actor } = caller
  const stream = personStream(account.id)
  const facts: ActFact[] = []
  const { name, unitId, post, phone, room, otherPhones, otherRooms, languages, qualifications, employment, disabled, unlock } = changes
  const particulars = { name, unitId, post, phone, room, otherPhones, otherRooms, languages, qualifications, employment }
  const fields = Object.entries(particulars).filter(([, value]) => value !== undefined).map(([field]) => field)
  if (fields.length > 0) facts.push({ stream, kind: 'person-changed', data: { fields, ...(unitId === undefined ? {} : { unitId }) } })
  if (roles) facts.push({ stream, kind: 'roles-changed', data: { roles: roles.map((grant) => ({ role: grant.role, unitId: grant.unitId })) } })
  const switched = disabled !== undefined && disabled !== account.disabled
  if (switched) facts.push({ stream, ...(disabled ? { kind: 'account-disabled', data: { ...await endSignIns(db, { institutionId, personId: account.id }, at) } } : { kind: 'account-enabled', data: {} }) })
  if (unlock) facts.push({ stream, kind: 'account-unlocked', data: {} })
  if (facts.length === 0) return
  const columns = { ...particularColumns(particulars), ...(switched ? { disabled_at: disabled ? at : null } : {}), ...(unlock ? { failed_sign_ins: 0, locked_until: null } : {}) }
  const held = await holdStreams(db, { institutionId, streams: [stream] })
  await recordAct(db, { institutionId, actor, at, algorithm }, held, {
    facts, rows: { person: personMark(db, institutionId, account.id, columns), ...(roles ? ownGrants(institutionId, account.id, roles) : {}), tries: unlock ? forgivenTries(db, account.login) : null },
  })
}
