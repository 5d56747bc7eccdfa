import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A demonstration for each worker: its journeys share it, each brings questions of its own and looks for those. */
    demoUrls: string[]
  }
}

/** The demonstration that this worker's journeys share. What runs beside them works in another, and moves nothing under their eyes. */
export function demoUrl(): string {
  const urls = inject('demoUrls')
  const url = urls[(Number(process.env['VITEST_POOL_ID']) - 1) % urls.length] ?? urls[0]
  if (!url) throw new Error('the set-up started no demonstration')
  return url
}
