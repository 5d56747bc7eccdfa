import type { TestProject } from 'vitest/node'
import { startSite } from './testing-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The demonstration that all journeys share: each brings questions of its own and looks for those. */
    demoUrl: string
  }
}

/**
 * One demonstration for the whole run: making its sixty days takes longer than most journeys. DEMO_URL names one that
 * runs already, for somebody who is writing a journey.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['DEMO_URL']
  if (running) {
    project.provide('demoUrl', running)
    return undefined
  }
  // Visitors of the portal say by this header where they come from, so that one journey's haste does not slow down another.
  const site = await startSite('demo', { TRUSTED_PROXIES: '127.0.0.1' })
  project.provide('demoUrl', site.url)
  return () => site.stop()
}
