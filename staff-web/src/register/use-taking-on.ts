import { useState } from 'react'
import type { Draft, Matter } from './draft.ts'

/** What another unit owns is taken on by the same key twice: between them it is said whose it is. Another question or matter begins anew. */
export function useTakingOn(matter: Matter | null, draft: Draft): { asked: Matter | null; holds: () => boolean } {
  const [asked, setAsked] = useState<string | null>(null)
  const now = matter?.whose === 'otherUnit' ? `${matter.id} ${draft.line}` : null
  const isAsked = now !== null && asked === now
  return {
    asked: isAsked && (draft.branch === null || draft.branch === 'mine') ? matter : null,
    holds: () => {
      if (now === null || isAsked || draft.branch === 'mine') return false
      setAsked(now)
      return true
    },
  }
}
