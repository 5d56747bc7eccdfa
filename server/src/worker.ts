import { purgeSessions } from './access/store-idle.ts'
import { purgeAttachments } from './attachments/purge-attachments.ts'
import { caseKeeper } from './cases/keeper.ts'
import { purgeExports } from './exports/purge-exports.ts'
import { purgeRequests } from './http/purge-store.ts'
import { spellNames } from './directory/store-spellings.ts'
import { learnFromCases } from './finding/learn.ts'
import type { Services } from './http/route.ts'
import { releaseAbandoned } from './jobs/release-abandoned.ts'
import { repeat } from './jobs/repeat.ts'
import { runJobs } from './jobs/run-jobs.ts'
import { sealLedger } from './ledger/seal-ledger.ts'
import { writeDueDigests } from './mail/write-digests.ts'
import { advanceObligations } from './obligations/advance.ts'
import { nextWake } from './obligations/store.ts'
import { forgetOld } from './outbox/forget-old.ts'
import { queueDue } from './outbox/store.ts'
import { forgetErasedQuestions } from './requester/erase.ts'
import { advanceStandIns } from './roster/advance-stand-ins.ts'
import { tasks } from './tasks.ts'

export interface RunningWorker {
  /** Finishes the job and the rounds in hand, seals the ledger a last time, and takes up nothing new. */
  stop: () => Promise<void>
}

const ROUND_MS = 1_000
const CASES_A_ROUND = 200
const SEAL_EVERY_MS = 60_000
const OUTBOX_EVERY_MS = 10_000
const OUTBOX_A_ROUND = 200
/** A message's own job, queued when it was written, comes first. */
const OUTBOX_LATE_MS = 15_000
const DIGESTS_EVERY_MS = 30_000
const STAND_INS_EVERY_MS = 2_000
const LEARN_EVERY_MS = 30_000
const SPELL_EVERY_MS = 3_600_000
const PURGE_EVERY_MS = 600_000
const FORGET_ERASED_EVERY_MS = 86_400_000
const PURGE_FILES_EVERY_MS = 86_400_000

/**
 * Everything that happens without a request: obligations that come due, queued jobs, sealing the ledger, forgetting
 * what has expired. Any number of processes may run it against one database at once. `url` is for the job queue,
 * which keeps connections of its own.
 */
export async function startWorker(services: Services, { url }: { url: string }): Promise<RunningWorker> {
  const { log } = services
  const seal = async (): Promise<number> => { await sealLedger(services); return SEAL_EVERY_MS }
  const rounds = [
    repeat('advancing obligations', log, (signal) => advanceRound(services, signal)),
    repeat('sealing the ledger', log, seal),
    repeat('sending what waits', log, async () => {
      const queued = await queueDue(services.db, services.clock(), { limit: OUTBOX_A_ROUND, lateMs: OUTBOX_LATE_MS })
      return queued === OUTBOX_A_ROUND ? 1_000 : OUTBOX_EVERY_MS
    }),
    repeat('telling who stands in', log, async () => { await advanceStandIns(services); return STAND_INS_EVERY_MS }),
    repeat('writing digests', log, async () => { await writeDueDigests(services); return DIGESTS_EVERY_MS }),
    repeat('forgetting what is over', log, async (signal) => {
      const at = services.clock()
      await purgeRequests(services.db, at, signal)
      await purgeSessions(services.db, at)
      await purgeExports(services)
      await forgetOld(services, signal)
      await releaseAbandoned(services.db)
      return PURGE_EVERY_MS
    }),
    repeat('learning from handled cases', log, async (signal) => { await learnFromCases(services, signal); return LEARN_EVERY_MS }),
    repeat('forgetting what erased cases taught', log, async () => { await forgetErasedQuestions(services); return FORGET_ERASED_EVERY_MS }),
    repeat('spelling names', log, async (signal) => { await spellNames(services.db, signal); return SPELL_EVERY_MS }),
    repeat('removing files that nothing speaks of', log, async () => { await purgeAttachments(services); return PURGE_FILES_EVERY_MS }),
  ]
  const jobs = await runJobs(tasks, services, url)
  return {
    stop: async () => {
      await Promise.all([jobs.stop(), ...rounds.map((round) => round.stop())])
      await sealLedger(services).catch((error: unknown) => log.warn({ msg: 'the ledger was not sealed at the stop', error: error instanceof Error ? error.name : 'unknown' }))
    },
  }
}

/** Fires what is due and says when to look again: at once where more waits, else when the next step is due, at most a second later. */
async function advanceRound(services: Services, signal: AbortSignal): Promise<number> {
  while (!signal.aborted) {
    const taken = await advanceObligations(services, caseKeeper, { limit: CASES_A_ROUND })
    if (taken > 0) services.log.info({ msg: 'obligations advanced', steps: taken })
    if (taken === 0) break
  }
  const next = await nextWake(services.db)
  const inMs = next === null ? ROUND_MS : Date.parse(next) - Date.parse(services.clock())
  // What is overdue though nothing was taken is in another worker's hands, or wrong; asking without a pause would help neither.
  return inMs > 0 ? Math.min(inMs, ROUND_MS) : ROUND_MS
}
