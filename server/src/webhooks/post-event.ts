import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookUp } from './guard-address.ts'

export type Delivered = { ok: true; answer: string } | { ok: false; answer: string }

const WHOLE_MS = 15_000
/** What a receiver answers is not kept; this much is read so that the connection ends well. */
const MOST_ANSWER = 65_536

/** Whether an address may be a receiver at all; null when it may. Plain http only into networks that the operator allowed. */
export async function faultOfUrl(text: string, privateNetworks: readonly string[]): Promise<'url-not-https' | 'url-private' | 'url-with-login' | null> {
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'url-with-login'
  const looked = await lookUp(url.hostname, privateNetworks)
  if (!looked.ok && looked.answer === 'url-private') return 'url-private'
  // A name that does not resolve today may tomorrow; each delivery looks again.
  return url.protocol === 'https:' || (looked.ok && looked.reach.isPrivate) ? null : 'url-not-https'
}

/**
 * Sends one signed event. The address is looked up and judged now, and exactly that one is connected to. No redirect is
 * followed: it would lead past that judgement. The answer is a status or a code.
 */
export async function postEvent(text: string, body: string, headers: Record<string, string>, { privateNetworks }: { privateNetworks: readonly string[] }): Promise<Delivered> {
  const url = new URL(text)
  const looked = await lookUp(url.hostname, privateNetworks)
  if (!looked.ok) return { ok: false, answer: looked.answer }
  const { address, family, isPrivate } = looked.reach
  if (url.protocol !== 'https:' && !isPrivate) return { ok: false, answer: 'url-not-https' }
  const bytes = Buffer.from(body)
  const options: RequestOptions = {
    method: 'POST', agent: false, signal: AbortSignal.timeout(WHOLE_MS), headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length, 'user-agent': 'Daodi-Webhook/1', connection: 'close' },
    lookup: (_host, { all }, done) => { if (all) done(null, [{ address, family }]); else done(null, address, family) },
  }
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, options, (response) => { drain(response); resolve(verdict(response.statusCode ?? 0)) })
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, answer: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : error.code ?? 'error' }))
    request.end(bytes)
  })
}

function verdict(status: number): Delivered {
  return { ok: status >= 200 && status < 300, answer: String(status) }
}

function drain(response: IncomingMessage): void {
  let read = 0
  response.on('data', (chunk: Buffer) => { read += chunk.length; if (read > MOST_ANSWER) response.destroy() })
  response.on('error', () => undefined)
}
