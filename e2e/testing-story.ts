import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { connect } from '@daodi/server/database/connect.ts'
import { startEmbedded } from '@daodi/server/database/embedded/start-embedded.ts'
import { silentLog } from '@daodi/server/database/log.ts'
import { migrate } from '@daodi/server/database/migrate.ts'
import { installJobs } from '@daodi/server/jobs/install-jobs.ts'
import type { Pages } from '@daodi/server/http/serve-pages.ts'
import { beginStory, instantOf, type Story, type StoryCast } from '@daodi/server/testing-story.ts'

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')

/** An organisation on a server of its own, whose clock the story moves; the built pages talk to it. */
export interface StorySite extends Story {
  url: string
  stop(): Promise<void>
}

export async function startStory(cast: StoryCast, start: string): Promise<StorySite> {
  if (!existsSync(join(dist, 'staff-web', 'index.html'))) throw new Error('build the pages first: npm run build')
  const folder = await mkdtemp(join(tmpdir(), `daodi-story-${process.pid}-`))
  // Run by root, the database runs as an ordinary user, who has to get into the folder.
  await chmod(folder, 0o755)
  const database = await startEmbedded({ dataDir: join(folder, 'data'), log: silentLog, settings: { fsync: 'off', synchronous_commit: 'off' } })
  await migrate(database.url, {})
  await installJobs(database.url)
  const connection = connect(database.url, { applicationName: 'daodi story', maxConnections: 8 })
  const story = await beginStory(connection.db, cast, { start, pages: builtPages })
  const url = await story.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...story, url,
    stop: async () => {
      // A page that is still open would keep its stream, and the server would wait for it.
      story.app.server.closeAllConnections()
      await story.app.close()
      await connection.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

const PORTAL_PATH = /^(?:ask\/?|track\/?|t\/[^/]{1,100}\/?)?$/
const builtPages: readonly Pages[] = [
  { folder: join(dist, 'staff-web'), prefix: '/staff/', understands: (path) => !/\.[a-z0-9]+$/i.test(path) },
  { folder: join(dist, 'portal'), prefix: '/', understands: (path) => PORTAL_PATH.test(path) },
]

/** The page's own clock, too, shows the story's time from now on; timers go on running. */
export async function showTime(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(new Date(instantOf(time)))
}
