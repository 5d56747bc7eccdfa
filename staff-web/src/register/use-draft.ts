import { useCallback, useEffect, useState } from 'react'
import { useMe } from '../shared/me.ts'
import { randomKey } from '../shared/random-key.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'
import { type Draft, emptyDraft } from './draft.ts'

const KEY = 'daodi.register.draft'
const CHANNEL = 'daodi.register.channel'

/** The draft of this tab, kept until it is registered. The channel is kept beyond: a phone seat stays a phone seat. */
export function useDraft() {
  const me = useMe()
  const [draft, setDraft] = useState<Draft>(() => restored(me.id) ?? emptyDraft(randomKey(), usualChannel(me.settings.channels)))
  useEffect(() => writeStored(KEY, JSON.stringify({ of: me.id, draft }), 'session'), [draft, me.id])
  const change = useCallback((patch: Partial<Draft>) => {
    if (patch.channel) writeStored(CHANNEL, patch.channel)
    setDraft((now) => ({ ...now, ...patch }))
  }, [])
  const clear = useCallback(() => setDraft(emptyDraft(randomKey(), usualChannel(me.settings.channels))), [me.settings.channels])
  return { draft, change, clear }
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
