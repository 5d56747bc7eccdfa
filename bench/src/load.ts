import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** One step of a connection's loop: what to send, knowing what the last answer was. */
export interface Call { method: 'GET' | 'POST'; path: string; token?: string | undefined; body?: unknown }
/** Makes the calls of one connection, one after the other, for as long as the measurement lasts. */
export type Loop = (connection: number) => () => Call

export interface Measured { connections: number; perSecond: number; p50: number; p99: number; calls: number; failed: number }

/** Keeps `connections` connections busy for `seconds` and tells what came of it; times in milliseconds. */
export async function measure(url: string, loop: Loop, { connections, seconds }: { connections: number; seconds: number }): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  const run = async (connection: number, until: number, keep: boolean): Promise<void> => {
    const next = loop(connection)
    while (performance.now() < until) {
      const started = performance.now()
      const status = await send(agent, url, next())
      if (keep) times.push(performance.now() - started)
      if (status >= 400 && keep) failed += 1
    }
  }
  const all = (until: number, keep: boolean): Promise<unknown> => Promise.all(Array.from({ length: connections }, (_, index) => run(index, until, keep)))
  await all(performance.now() + Math.min(1000, seconds * 200), false)
  const started = performance.now()
  await all(started + seconds * 1000, true)
  const took = (performance.now() - started) / 1000
  agent.destroy()
  return { connections, perSecond: Math.round(times.length / took), ...percentiles(times), calls: times.length, failed }
}

/** What came of requests sent at their times, whether or not the ones before were answered; times in milliseconds. */
export interface Paced { perSecond: number; p50: number; p99: number; calls: number; failed: number }

/** Sends requests at an even pace, as many people at work do together, until `until` is settled. */
export async function pace(url: string, loop: Loop, { perSecond, until }: { perSecond: number; until: Promise<unknown> }): Promise<Paced> {
  const agent = new Agent({ keepAlive: true })
  const next = loop(0)
  const times: number[] = []
  const under: Promise<void>[] = []
  let failed = 0
  const over = new AbortController()
  const end = until.finally(() => { over.abort() })
  const one = async (due: number): Promise<void> => {
    const status = await send(agent, url, next())
    times.push(performance.now() - due)
    if (status >= 400) failed += 1
  }
  const started = performance.now()
  for (let due = started; !over.signal.aborted; due += 1000 / perSecond) {
    await sleep(Math.max(0, due - performance.now()))
    under.push(one(due))
  }
  await Promise.all([end, ...under])
  agent.destroy()
  return { perSecond, ...percentiles(times), calls: times.length, failed }
}

function percentiles(times: number[]): { p50: number; p99: number } {
  times.sort((a, b) => a - b)
  const at = (share: number): number => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100
  return { p50: at(0.5), p99: at(0.99) }
}

function send(agent: Agent, url: string, call: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const payload = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body))
    const headers = {
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
    }
    const sent = request(`${url}${call.path}`, { method: call.method, agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(payload)
  })
}
