import { useEffect } from 'react'
import type { Draft, Suggestions } from './draft.ts'
import { phoneOf } from './draft.ts'

/** Fills in who it is when the phone number is known from an earlier visit, never over what somebody typed. */
export function useKnownRequester(draft: Draft, suggestions: Suggestions | undefined, change: (patch: Partial<Draft>) => void): void {
  const requester = draft.colleague !== null || phoneOf(draft) === '' ? null : suggestions?.requester ?? null
  const known = requester && { name: requester.name ?? '', organization: requester.organization ?? '', address: requester.address ?? '' }
  const seen = JSON.stringify(known)
  useEffect(() => {
    const next = JSON.parse(seen) as Draft['known']
    const before = draft.known
    if (JSON.stringify(before) === seen) return
    const fill = (name: 'name' | 'organization' | 'address') => draft[name] === '' || draft[name] === before?.[name] ? next?.[name] ?? '' : draft[name]
    change({ known: next, name: fill('name'), organization: fill('organization'), address: fill('address') })
    // Only a new finding fills; later changes by hand stay.
    // oxlint-disable-next-line react/exhaustive-deps -- the draft is read, not followed
  }, [seen])
}
