import { useState } from 'react'
import type { Draft, Matter } from './draft.ts'

/** `asked`: the matter of whose owner it was said; `guessed`: only likely. */
export interface Taking { readonly asked: Matter | null; readonly guessed: boolean; readonly holds: () => boolean }

/** What another unit owns is taken on by the same key twice: between them it is said whose it is. Another question or matter begins anew. */
export function useTakingOn({ matter: chosen, guess }: { matter: Matter | null; guess: Matter | null }, draft: Draft): Taking {
  const matter = chosen ?? guess
  const [asked, setAsked] = useState<string | null>(null)
  const now = matter?.whose === 'otherUnit' ? `${matter.id} ${draft.line}` : null
  const isAsked = now !== null && asked === now
  return {
    asked: isAsked && (draft.branch === null || draft.branch === 'mine') ? matter : null,
    guessed: chosen === null,
    holds: () => {
      if (now === null || isAsked || draft.branch === 'mine') return false
      setAsked(now)
      return true
    },
  }
}
