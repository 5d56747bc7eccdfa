import { caseKeeper } from '../cases/keeper.ts'
import { newIdAt } from '../database/new-id.ts'
import type { Services } from '../http/route.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { advanceObligations } from '../obligations/advance.ts'
import { nextWake } from '../obligations/store.ts'
import { currentCalendar } from '../policy/store.ts'
import { createDirectory } from './demo-directory.ts'
import { newStage } from './demo-stage.ts'
import { bureauDesk } from './demo/bureau-desk.ts'
import { bureau } from './demo/bureau.ts'
import { bureauHistory, bureauPlot } from './demo/bureau-plot.ts'
import { bureauCare, wardCare } from './demo/care-casts.ts'
import { careStories } from './demo/care-stories.ts'
import { bureauRoster } from './demo/roster.ts'
import { Random } from './demo/random.ts'
import type { Story } from './demo/stage.ts'
import { wardDesk, wardHistory, wardPlot } from './demo/ward-plot.ts'
import { ward } from './demo/ward.ts'
import { wardRoster } from './demo/ward-roster.ts'
import { secretOf } from '../webhooks/store.ts'
import { countDemo, inventEndpoint, readOldNotices, type DemoCounts } from './store-demo.ts'

const SEED = 20_100_701
const WORKING_DAYS = 60
const DAY_MS = 86_400_000

/**
 * Fills an empty database with an invented bureau and an invented ward and lets them work for the sixty working days
 * before `services.clock()`, through the very operations that staff and public use, obligations climbing on the way.
 * Equal clocks give equal numbers and words. Inside a transaction the ledger cannot be sealed yet; the worker does it.
 */
export async function makeDemo(services: Services): Promise<DemoCounts> {
  const now = Date.parse(services.clock())
  const time = { ms: now - 120 * DAY_MS }
  const staged: Services = { ...services, clock: () => new Date(time.ms).toISOString(), newId: () => newIdAt(time.ms) }
  const random = new Random(SEED)
  const open = async (demo: typeof bureau, position: number) => {
    const directory = await createDirectory(staged, demo, position)
    return newStage(staged, directory, { calendar: await currentCalendar(services.db, directory.institutionId), now, workingDays: WORKING_DAYS })
  }
  const stageOfBureau = await open(bureau, 0)
  const stageOfWard = await open(ward, 1)
  const ofBureau = bureauPlot(stageOfBureau, random.fork())
  const ofWard = wardPlot(stageOfWard, random.fork())
  // What lies on the desks chooses its words first, so that they are not worn out by the history.
  const stories = [...bureauDesk(ofBureau), ...wardDesk(ofWard), ...bureauHistory(ofBureau), ...wardHistory(ofWard), bureauRoster(stageOfBureau), wardRoster(stageOfWard),
    ...careStories(stageOfBureau, bureauCare), ...careStories(stageOfWard, wardCare)]
  await play(staged, stories, { time, now })
  await readOldNotices(services.db, services.clock())
  const [{ institutionId }, id] = [stageOfBureau, staged.newId()]
  await inventEndpoint(services.db, { institutionId, id, secretBox: services.secrets.close('whsec_ZGVtb25zdHJhdGlvbg==', secretOf(institutionId, id)), now: services.clock() })
  if (!services.db.isTransaction) await sealLedger(services)
  return countDemo(services.db)
}

/** All stories at once, each when its time has come, and between them whatever falls due. */
async function play(services: Services, stories: readonly Story[], { time, now }: { time: { ms: number }; now: number }): Promise<void> {
  const waiting: { at: number; order: number; story: Story }[] = []
  const goOn = async (story: Story, order: number): Promise<void> => {
    const { value, done } = await story.next()
    if (done !== true && value <= now) waiting.push({ at: Math.max(value, time.ms), order, story })
  }
  for (const [order, story] of stories.entries()) await goOn(story, order)
  while (waiting.length > 0) {
    const next = waiting.reduce((first, other) => (other.at < first.at || (other.at === first.at && other.order < first.order) ? other : first))
    waiting.splice(waiting.indexOf(next), 1)
    await fallDue(services, time, next.at)
    time.ms = next.at
    await goOn(next.story, next.order)
  }
  await fallDue(services, time, now)
}

/** Every step of an obligation at its own moment, as a server that was running would have taken it. */
async function fallDue(services: Services, time: { ms: number }, until: number): Promise<void> {
  for (;;) {
    const wake = await nextWake(services.db)
    if (wake === null || Date.parse(wake) > until) return
    time.ms = Math.max(time.ms, Date.parse(wake))
    await advanceObligations(services, caseKeeper, { limit: 50 })
  }
}
