import { OperatorError } from '../database/operator-error.ts'
import type { Services } from '../http/route.ts'

/** Fills an empty database with the demonstration. `services.db` is a transaction of the caller's: all of it or nothing. */
export function makeDemo(_services: Services): Promise<void> {
  return Promise.reject(new OperatorError('This build holds no demonstration; use "npm run serve".'))
}
