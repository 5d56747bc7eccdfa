import { destination, pino, type DestinationStream, type Logger } from 'pino'

const PERSONAL = ['body', 'query', 'params', 'headers', 'url', 'name', 'phone', 'address', 'password', 'token', 'payload', 'detail', 'where', 'message']

/**
 * Lines of JSON, on the standard output. What is logged is chosen field by field where it is logged; the list above is
 * a second fence, for the day somebody logs a whole request or a whole error.
 */
export function newLog(level: string, to: DestinationStream = destination({ fd: 1, sync: true })): Logger {
  const inside = ['request', 'req', 'reply', 'err'].flatMap((holder) => PERSONAL.map((field) => `${holder}.${field}`))
  const top = ['body', 'query', 'params', 'headers', 'phone', 'password', 'token', 'payload']
  const ofError = ['message', 'detail', 'where', 'body']
  return pino({
    level, base: { pid: process.pid }, timestamp: () => `,"at":"${new Date().toISOString()}"`, formatters: { level: (label) => ({ level: label }) },
    redact: { paths: [...top, ...inside, ...ofError.map((field) => `error.${field}`)], remove: true },
  }, to)
}
