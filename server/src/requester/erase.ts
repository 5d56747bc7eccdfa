import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { eraseAttachments } from '../attachments/store.ts'
import { transaction } from '../database/transaction.ts'
import { forgetAllExports } from '../exports/store.ts'
import type { Services } from '../http/route.ts'
import { giveUpErased } from '../outbox/store.ts'
import { appendFact, requesterStream } from '../ledger/store-append.ts'
import { eraseAnswers, eraseContacts, eraseSearch, eraseWords, hasRemains, lockRequester } from './store.ts'

/** What plays facts into a case; the composition brings the case's own way of recording. */
export interface CaseKeeper {
  lock(services: Services, found: { institutionId: string; caseId: string }): Promise<{ state: CaseState; record(facts: readonly CaseFact[]): Promise<void> } | null>
}

export interface Erased { cases: number; texts: number; attachments: number; exports: number }

/**
 * Erases a person (个人信息保护法第四十七条): contacts, every word of their cases, attachments, search words, kept
 * answers, exports of the institution. What stays is that something was asked, when, who did what, and that it was
 * erased: an entry in each case's stream and one in the person's own. All in one transaction; the files go by jobs
 * queued in it, so that they go even if this process dies. It may be done again for what was written
 * since, as long as a case goes on. Null when there is nobody, or nothing any more.
 */
export async function eraseRequester(services: Services, keeper: CaseKeeper, person: { institutionId: string; requesterId: string }): Promise<Erased | null> {
  const { institutionId, requesterId } = person
  return transaction(services.db, async (trx) => {
    const at = services.clock()
    const locked = await lockRequester(trx, institutionId, requesterId)
    if (!locked) return null
    let texts = 0
    for (const caseId of locked.caseIds) texts += await eraseCase({ ...services, db: trx }, keeper, { institutionId, caseId })
    const attachments = await eraseAttachments(trx, institutionId, locked.caseIds, at)
    await eraseAnswers(trx, locked.caseIds)
    await eraseContacts(trx, institutionId, requesterId, at)
    await giveUpErased(trx, institutionId, requesterId, at)
    const exports = await forgetAllExports(trx, institutionId)
    const cases = locked.caseIds.length
    await appendFact(trx, {
      institutionId, stream: requesterStream(requesterId), kind: 'requester-erased', data: { cases, texts, attachments, exports }, actor: 'system', at, algorithm: services.ledgerAlgorithm,
    })
    return { cases, texts, attachments, exports }
  })
}

/**
 * Erases the words and attachments of one case whose asker gave neither name nor contacts, so that no person leads to
 * it. Null when there is no such case, when somebody is recorded as having asked, or when nothing is left in it.
 */
export async function eraseUnnamedCase(services: Services, keeper: CaseKeeper, found: { institutionId: string; caseId: string }): Promise<Erased | null> {
  const { institutionId, caseId } = found
  return transaction(services.db, async (trx) => {
    const opened = await keeper.lock({ ...services, db: trx }, found)
    if (!opened || opened.state.requesterId !== null || !await hasRemains(trx, institutionId, caseId)) return null
    const texts = await eraseCase({ ...services, db: trx }, keeper, found)
    const attachments = await eraseAttachments(trx, institutionId, [caseId], services.clock())
    await eraseAnswers(trx, [caseId])
    return { cases: 1, texts, attachments, exports: await forgetAllExports(trx, institutionId) }
  })
}

async function eraseCase(services: Services, keeper: CaseKeeper, found: { institutionId: string; caseId: string }): Promise<number> {
  const opened = await keeper.lock(services, found)
  if (!opened) throw new Error(`the case ${found.caseId} is gone`)
  const texts = await eraseWords(services.db, found.institutionId, found.caseId)
  await opened.record([{ kind: 'requester-erased', texts }])
  await eraseSearch(services.db, found.institutionId, { caseId: found.caseId, number: opened.state.number })
  return texts
}
