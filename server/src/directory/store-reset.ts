import { storePassword } from '../access/store-credentials.ts'
import { forgivenTries } from '../access/store-tries.ts'
import type { Db } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import { endSignIns } from '../session/store.ts'

interface Account { institutionId: string; personId: string; login: string; passwordHash: string }

/** Another password for somebody, to be changed at the next sign-in; wrong tries are forgiven, all sign-ins and tokens end. */
export async function replacePassword(trx: Db, { institutionId, personId, login, passwordHash }: Account, { actor, at, algorithm }: Pick<LedgerEntry, 'actor' | 'at' | 'algorithm'>): Promise<void> {
  await storePassword(trx, { institutionId, personId, passwordHash, setByOther: true })
  await forgivenTries(trx, login).execute()
  const data = await endSignIns(trx, { institutionId, personId }, at)
  await appendFact(trx, { institutionId, stream: personStream(personId), kind: 'password-reset', data: { ...data }, actor, at, algorithm })
}
