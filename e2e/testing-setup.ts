import type { TestProject } from 'vitest/node'
import { startSite } from './testing-site.ts'

/**
 * As many demonstrations for the whole run as files can run side by side: making the sixty days of one takes longer
 * than most journeys. DEMO_URL names one that runs already, for somebody who is writing a journey.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['DEMO_URL']
  if (running) {
    project.provide('demoUrls', [running])
    return undefined
  }
  // Visitors of the portal say by this header where they come from, so that one journey's haste does not slow down another.
  const started = await Promise.allSettled(Array.from({ length: await filesSideBySide(project) }, () => startSite('demo', { TRUSTED_PROXIES: '127.0.0.1' })))
  const sites = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async (): Promise<void> => { await Promise.all(sites.map((site) => site.stop())) }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  project.provide('demoUrls', sites.map(({ url }) => url))
  return stop
}

/** Somebody who runs a single file waits for one demonstration only. */
async function filesSideBySide(project: TestProject): Promise<number> {
  const asked: unknown = Reflect.get(project.vitest, 'filenamePattern')
  const { testFiles } = await project.globTestFiles(Array.isArray(asked) ? asked.map(String) : undefined)
  return Math.max(1, Math.min(project.config.maxWorkers, testFiles.length))
}
