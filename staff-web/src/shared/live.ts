import { streamEvents } from '@daodi/contract/staff/obligations/obligations.ts'
import { getSession } from '@daodi/contract/staff/session/session.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { addressOf, call } from './call.ts'

/** What the server says has moved. */
export interface Change { obligations?: boolean; caseId?: string }
/** A new notice of the reader; or, when a stream begins, how many are unread. */
export interface NoticeNews { id?: string; kind?: string; caseId?: string | null; unread?: number }
export type LiveState = 'connecting' | 'live' | 'waiting'

const POLL_MS = 30_000
/** The server ends every stream after some minutes; only a longer silence is worth a word. */
const PATIENCE_MS = 4000
const GATHER_MS = 300
const LONGEST_WAIT_MS = 30_000

let state: LiveState = 'connecting'
const stateWatchers = new Set<() => void>()
const changeListeners = new Set<(change: Change) => void>()
const noticeListeners = new Set<(news: NoticeNews) => void>()

/** Keeps one stream open while the signed-in frame is shown and visible. */
export function useLiveConnection(): void {
  const queries = useQueryClient()
  useEffect(() => connect(queries), [queries])
}

export function useLiveState(): LiveState {
  return useSyncExternalStore((watcher) => { stateWatchers.add(watcher); return () => { stateWatchers.delete(watcher) } }, () => state)
}

/** For lists that decide themselves what a change means to them. */
export function onLiveChange(listener: (change: Change) => void): () => void {
  changeListeners.add(listener)
  return () => { changeListeners.delete(listener) }
}

export function onLiveNotice(listener: (news: NoticeNews) => void): () => void {
  noticeListeners.add(listener)
  return () => { noticeListeners.delete(listener) }
}

function setState(next: LiveState): void {
  if (state === next) return
  state = next
  for (const watcher of stateWatchers) watcher()
}

/** Changes come in flocks; within a moment they are read once. */
function newAnnouncer(queries: QueryClient): (change: Change) => void {
  const cases = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    void queries.invalidateQueries({ queryKey: ['obligations'] })
    for (const caseId of cases) void queries.invalidateQueries({ queryKey: ['cases', caseId] })
    cases.clear()
  }
  return (change) => {
    if (change.caseId) cases.add(change.caseId)
    timer ??= setTimeout(flush, GATHER_MS)
    for (const listener of changeListeners) listener(change)
  }
}

/** Whatever may have moved while nobody listened. */
function announceGap(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['obligations'] })
  void queries.invalidateQueries({ queryKey: ['cases'] })
  void queries.invalidateQueries({ queryKey: ['unit-overview'] })
  for (const listener of changeListeners) listener({ obligations: true })
}

/**
 * A browser allows six connections to one host over HTTP/1.1, and a stream holds one for good: so only the visible tab
 * holds a stream, and a tab that comes back reads anew.
 */
function connect(queries: QueryClient): () => void {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = 1000
  let missed = false
  let stopped = false
  /** Where the notices were left off: the next stream goes on from there, with none lost and none twice. */
  let place = ''
  const announce = newAnnouncer(queries)
  let patience: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    close()
    if (stopped || document.hidden) return
    source = new EventSource(addressOf(streamEvents) + (place === '' ? '' : `?after=${encodeURIComponent(place)}`))
    source.addEventListener('open', () => {
      if (missed) announceGap(queries)
      missed = false
      wait = 1000
      clearTimeout(patience)
      patience = undefined
      setState('live')
    })
    source.addEventListener('changed', (event) => announce(readEvent<Change>(event)))
    for (const name of ['notice', 'notices']) {
      source.addEventListener(name, (event) => {
        place = (event as MessageEvent<string>).lastEventId
        const news = readEvent<NoticeNews>(event)
        for (const listener of noticeListeners) listener(news)
      })
    }
    source.addEventListener('error', () => {
      close()
      missed = true
      patience ??= setTimeout(() => setState('waiting'), PATIENCE_MS)
      // A stream cannot tell why it ended; an ordinary call can, and leads to the sign-in if that is why.
      retry = setTimeout(() => { void call(getSession, {}).then(open, open) }, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    })
  }
  const close = () => { source?.close(); source = null; clearTimeout(retry) }
  const onVisibility = () => {
    close()
    clearTimeout(patience)
    patience = undefined
    if (document.hidden) missed = true
    open()
  }
  missed = document.hidden
  open()
  document.addEventListener('visibilitychange', onVisibility)
  const poll = setInterval(() => { if (state === 'waiting' && !document.hidden) announceGap(queries) }, POLL_MS)
  return () => { stopped = true; close(); clearInterval(poll); clearTimeout(patience); document.removeEventListener('visibilitychange', onVisibility); setState('connecting') }
}

function readEvent<News extends object>(event: Event): Partial<News> {
  try {
    const read: unknown = JSON.parse((event as MessageEvent<string>).data)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
