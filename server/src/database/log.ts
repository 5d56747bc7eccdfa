/** The part of a logger the database plumbing needs; a pino logger fits. Messages never hold passwords or row contents. */
export interface DatabaseLog {
  info: (message: string) => void
  warn: (message: string) => void
}

/** For callers that have nobody to tell. */
export const silentLog: DatabaseLog = { info: () => undefined, warn: () => undefined }
