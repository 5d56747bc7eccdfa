import { hash, verify } from '@node-rs/argon2'
import type { Db } from '../http/route.ts'

/** argon2id as OWASP's cheat sheet has it: 19 MiB, two passes, one lane; some 15 ms on an ordinary core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Of a password that nobody has, made with the same parameters: an unknown login must cost as much time as a known one. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$Ueoz7PrC0bcLIO/3gzXOgw$KC8vckRif60SbJa5U1m+nM4FVeo6pr902OmpMf/7J8Y'

/** Keyboards differ in how they compose the same character. */
const composed = (password: string): string => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), PARAMETERS)
}

/** `kept`: the stored hash; null for an unknown login or somebody without a password, and then never true. */
export async function passwordIs(password: string, kept: string | null): Promise<boolean> {
  const isRight = await verify(kept ?? NOBODYS, composed(password))
  return isRight && kept !== null
}

/** A new password also ends a lock and forgets the failures before it. */
export async function storePassword(trx: Db, stored: { institutionId: string; personId: string; passwordHash: string; setByOther: boolean }): Promise<void> {
  await trx.updateTable('people').set({ password_hash: stored.passwordHash, password_set_by_other: stored.setByOther, failed_sign_ins: 0, locked_until: null })
    .where('institution_id', '=', stored.institutionId).where('id', '=', stored.personId).execute()
}
