import { useCallback, useEffect, useState } from 'react'
import { useMe } from '../shared/me.ts'
import { randomKey } from '../shared/random-key.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'
import { type Draft, emptyDraft } from './draft.ts'

const KEY = 'daodi.register.draft'
const CHANNEL = 'daodi.register.channel'
const PAIR = 'daodi.register.pair'

/** The draft of this tab, kept until it is registered. The channel is kept beyond (a phone seat stays a phone seat), and for the day so is the other one of a pair. */
export function useDraft() {
  const me = useMe()
  const fresh = useCallback((): Draft => ({ ...emptyDraft(randomKey(), usualChannel(me.settings.channels)), together: me.settings.firstContactMode === 'pair' ? pairOf(me.id) : [] }), [me.id, me.settings.channels, me.settings.firstContactMode])
  const [draft, setDraft] = useState<Draft>(() => restored(me.id) ?? fresh())
  useEffect(() => writeStored(KEY, JSON.stringify({ of: me.id, draft }), 'session'), [draft, me.id])
  const change = useCallback((patch: Partial<Draft>) => {
    if (patch.channel) writeStored(CHANNEL, patch.channel)
    if (patch.together && me.settings.firstContactMode === 'pair') writeStored(PAIR, JSON.stringify({ of: me.id, day: today(), people: patch.together }))
    setDraft((now) => ({ ...now, ...patch }))
  }, [me.id, me.settings.firstContactMode])
  const clear = useCallback(() => setDraft(fresh()), [fresh])
  return { draft, change, clear }
}

const today = (): string => new Date().toDateString()

/** With whom this person took questions earlier today. */
function pairOf(personId: string): Draft['together'] {
  try {
    const kept = JSON.parse(readStored(PAIR) ?? 'null') as { of: string; day: string; people: Draft['together'] } | null
    return kept?.of === personId && kept.day === today() ? kept.people : []
  } catch {
    return []
  }
}

function usualChannel(offered: readonly string[]): Draft['channel'] {
  const last = readStored(CHANNEL) ?? 'visit'
  return (offered.includes(last) || offered.length === 0 ? last : offered[0]) as Draft['channel']
}

function restored(personId: string): Draft | null {
  try {
    const kept = JSON.parse(readStored(KEY, 'session') ?? 'null') as { of: string; draft: Draft } | null
    // Fields that an older page did not know begin empty.
    return kept?.of === personId && typeof kept.draft.line === 'string' ? { ...emptyDraft(randomKey(), 'visit'), ...kept.draft } : null
  } catch {
    return null
  }
}
