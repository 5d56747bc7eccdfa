import { savePolicyDraft } from '@daodi/contract/staff/policy/policy.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../shared/call.ts'
import { useDebounced } from '../shared/use-debounced.ts'
import { checkDraft, type Checked, type Edited } from './policy-query.ts'
import type { Settings } from './settings-schema.ts'

const SETTLE_MS = 700

export interface PolicyDraft {
  readonly settings: Settings
  readonly basedOn: number
  readonly touched: boolean
  readonly saved: 'clean' | 'saving' | 'saved' | 'failed'
  readonly change: (settings: Settings) => void
  /** Begins again from these settings: those in force, or an old version's. */
  readonly begin: (settings: Settings, touched: boolean) => void
}

/** What is being written: kept on the server a moment after each change, so that neither a reload nor another machine loses it. */
export function usePolicyDraft(unitId: string, edited: Edited): PolicyDraft {
  const [settings, setSettings] = useState<Settings>(edited.draft?.settings ?? edited.own)
  const [touched, setTouched] = useState(edited.draft !== null)
  const [saved, setSaved] = useState<PolicyDraft['saved']>(edited.draft === null ? 'clean' : 'saved')
  const settled = useDebounced(settings, SETTLE_MS)
  const last = useRef(settings)
  const basedOn = edited.draft?.basedOn ?? edited.version
  const save = useSaving(unitId, basedOn)
  useEffect(() => {
    if (!touched || settled === last.current) return
    last.current = settled
    setSaved('saving')
    save(settled).then(() => setSaved('saved'), () => setSaved('failed'))
  }, [settled, touched, save])
  // Whoever turns to another page within that moment loses nothing either.
  const written = useRef({ settings, touched, save })
  useEffect(() => { written.current = { settings, touched, save } })
  useEffect(() => () => {
    const left = written.current
    if (left.touched && left.settings !== last.current) left.save(left.settings).catch(() => undefined)
  }, [])
  const change = (next: Settings) => { setSettings(next); setTouched(true) }
  const begin = (next: Settings, isDraft: boolean) => { setSettings(next); setTouched(isDraft); setSaved('clean'); if (!isDraft) last.current = next }
  return { settings, basedOn, touched, saved, change, begin }
}

/** Keeps a draft on the server, and in what was read: whoever comes back to the editor goes on from there. */
function useSaving(unitId: string, basedOn: number): (settings: Settings) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async (settings) => {
    await call(savePolicyDraft, { params: { unitId }, body: { settings: settings as never, basedOn } })
    queries.setQueryData<Edited>(['policy', 'settings', unitId], (held) => held && { ...held, draft: { settings: settings as Edited['own'], basedOn, savedAt: new Date().toISOString() } })
  }, [queries, unitId, basedOn])
}

/** What the server says of the draft, a moment after each change. */
export function useVerdict(unitId: string, settings: Settings) {
  const settled = useDebounced(settings, SETTLE_MS)
  const query = useQuery<Checked>({
    queryKey: ['policy', 'check', unitId, settled], queryFn: ({ signal }) => checkDraft(unitId, { settings: settled }, signal), placeholderData: (before) => before, gcTime: 0, staleTime: Infinity,
  })
  return { verdict: query.data, error: query.error, isPending: query.isFetching || settled !== settings }
}
