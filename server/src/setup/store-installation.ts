import type { Db } from '../http/route.ts'

export interface Installation { kind: 'demo' | 'real'; setupNeeded: boolean; ledgerAlgorithm: 'sha256' | 'sm3' }

/** What this database was made as; null while nobody has decided. */
export async function readInstallation(db: Db): Promise<Installation | null> {
  const row = await db.selectFrom('installation').select(['kind', 'setup_digest', 'ledger_algorithm']).executeTakeFirst()
  return row ? { kind: row.kind, setupNeeded: row.setup_digest !== null, ledgerAlgorithm: row.ledger_algorithm } : null
}

/** The key of digests that nobody outside may be able to try words against. It never leaves the server. */
export async function installationSecret(db: Db): Promise<Buffer> {
  return (await db.selectFrom('installation').select('secret').executeTakeFirstOrThrow()).secret
}

export async function hasInstitutions(db: Db): Promise<boolean> {
  return (await db.selectFrom('institutions').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Decides once and for all what the database is. Two processes may try at once: the first has decided. */
export async function createInstallation(db: Db, kind: 'demo' | 'real', setupDigest: Buffer | null): Promise<void> {
  await db.insertInto('installation').values({ kind, setup_digest: setupDigest }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** A new one-time token, as long as the set-up has not been done; the old one is worth nothing from now on. */
export async function renewSetupToken(db: Db, setupDigest: Buffer): Promise<void> {
  await db.updateTable('installation').set({ setup_digest: setupDigest }).where('setup_digest', 'is not', null).execute()
}

/** Digest of the token that the set-up waits for; null once it has been done, or where nobody has made the database anything yet. */
export async function setupDigest(db: Db): Promise<Buffer | null> {
  return (await db.selectFrom('installation').select('setup_digest').executeTakeFirst())?.setup_digest ?? null
}

/** False when somebody else has finished meanwhile: the row is locked until the transaction ends, so only one can. */
export async function endSetup(trx: Db, digest: Buffer): Promise<boolean> {
  const ended = await trx.updateTable('installation').set({ setup_digest: null }).where('setup_digest', '=', digest).executeTakeFirst()
  return ended.numUpdatedRows > 0n
}
