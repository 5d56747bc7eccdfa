import type { CaseFact } from '@daodi/domain/cases/fact.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { eraseAttachments } from '../attachments/store.ts'
import { transaction } from '../database/transaction.ts'
import { forgetAllExports } from '../exports/store.ts'
import { institutionsToLearn, learnedOfErased, unlearn } from '../finding/store-learn.ts'
import type { Services } from '../http/route.ts'
import { appendFact, directoryStream, requesterStream } from '../ledger/store-append.ts'
import { eraseRulings, rulingsOfErased } from '../matters/store-precedents.ts'
import { lockDirectory } from '../matters/store-publish.ts'
import { giveUpErased } from '../outbox/store.ts'
import { eraseAnswers, eraseContacts, eraseSearch, eraseWords, hasRemains, lockRequester, subjectsIn } from './store.ts'

/** What plays facts into a case; the composition brings the case's own way of recording. */
export interface CaseKeeper {
  lock(services: Services, found: { institutionId: string; caseId: string }): Promise<{ state: CaseState; record(facts: readonly CaseFact[]): Promise<void> } | null>
}

export interface Erased { cases: number; texts: number; attachments: number; exports: number }

/**
 * Erases a person (个人信息保护法第四十七条): contacts, every word of their cases, what was learned and ruled from them,
 * attachments, search words, kept answers, exports of the institution. What stays is that something was asked, when, who did what, and that it was
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
    const subjects: string[] = []
    for (const caseId of locked.caseIds) {
      const gone = await eraseCase({ ...services, db: trx }, keeper, { institutionId, caseId })
      texts += gone.texts
      subjects.push(...gone.subjects)
    }
    await forgetQuestions({ ...services, db: trx }, { institutionId, caseIds: locked.caseIds, subjects })
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
    const { texts, subjects } = await eraseCase({ ...services, db: trx }, keeper, found)
    await forgetQuestions({ ...services, db: trx }, { institutionId, caseIds: [caseId], subjects })
    const attachments = await eraseAttachments(trx, institutionId, [caseId], services.clock())
    await eraseAnswers(trx, [caseId])
    return { cases: 1, texts, attachments, exports: await forgetAllExports(trx, institutionId) }
  })
}

async function eraseCase(services: Services, keeper: CaseKeeper, found: { institutionId: string; caseId: string }): Promise<{ texts: number; subjects: string[] }> {
  const opened = await keeper.lock(services, found)
  if (!opened) throw new Error(`the case ${found.caseId} is gone`)
  const subjects = await subjectsIn(services.db, found.institutionId, found.caseId)
  const texts = await eraseWords(services.db, found.institutionId, found.caseId)
  await opened.record([{ kind: 'requester-erased', texts }])
  await eraseSearch(services.db, found.institutionId, { caseId: found.caseId, number: opened.state.number })
  return { texts, subjects }
}

/** What was learned and ruled from the questions goes with them; after all the cases are held, for the locks here are not to be waited for with only some of them. */
async function forgetQuestions({ db, clock, ledgerAlgorithm: algorithm }: Services, erased: { institutionId: string; caseIds: readonly string[]; subjects: readonly string[] }): Promise<void> {
  const { institutionId, caseIds } = erased
  const at = clock()
  await unlearn(db, institutionId, caseIds)
  await lockDirectory(db, institutionId)
  for (const precedentId of await eraseRulings(db, { ...erased, at })) {
    await appendFact(db, { institutionId, stream: directoryStream(institutionId), kind: 'precedent-revoked', data: { precedentId }, actor: 'system', at, algorithm })
  }
}

/** Forgets what was learned and ruled from questions that were erased when erasing did not reach that far, and those of a database filled from elsewhere. */
export async function forgetErasedQuestions(services: Services): Promise<void> {
  for (const institutionId of await institutionsToLearn(services.db)) {
    await transaction(services.db, async (trx) => {
      const caseIds = [...new Set([...await learnedOfErased(trx, institutionId), ...await rulingsOfErased(trx, institutionId)])]
      if (caseIds.length > 0) await forgetQuestions({ ...services, db: trx }, { institutionId, caseIds, subjects: [] })
    })
  }
}
