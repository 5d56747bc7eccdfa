import type { Operation, Refusals } from '@daodi/contract/operation.ts'
import type { CaseStanding } from '@daodi/contract/staff/cases/views.ts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { CaseParams } from '@daodi/contract/staff/cases/act.ts'
import { call, Refused, Unreachable } from '../shared/call.ts'
import { cleanText } from '../shared/clean-text.ts'
import { randomKey } from '../shared/random-key.ts'
import { type CaseView, rereadCase } from './case-query.ts'

type NoQuery = z.ZodType<unknown, Record<string, never>>
type CaseAct<Body extends z.ZodType, Refused extends Refusals> = Operation<typeof CaseParams, NoQuery, Body, typeof CaseStanding, Refused>

/**
 * Performs one act on a case. A try after silence repeats the key, so that an act whose answer was lost is not done
 * twice; after a refusal the next try is a new intention. A 409 means that the page is behind: the case is read anew.
 */
export function useAct<Body extends z.ZodType, Refused_ extends Refusals>(act: CaseAct<Body, Refused_>, caseId: string, onDone: () => void) {
  const queries = useQueryClient()
  const key = useRef(randomKey())
  const seen = useRef<number | undefined>(undefined)
  const mutation = useMutation({
    mutationFn: (body: z.input<Body>) => { seen.current = entriesOf(queries, caseId); return call(act as unknown as CaseAct<z.ZodType<unknown, object>, Refusals>, { params: { caseId }, body: cleanBody(body) as object, idempotencyKey: key.current }) },
    // A panel is gone by then; a button that stays may mean the same act anew, in another round.
    onSuccess: async () => { onDone(); await rereadCase(queries, caseId); key.current = randomKey() },
    onError: async (error) => {
      if (!(error instanceof Unreachable)) key.current = randomKey()
      if (!(error instanceof Refused) || error.status !== 409) return
      try { await rereadCase(queries, caseId) } catch { return }
      const now = entriesOf(queries, caseId)
      if (seen.current !== undefined && now !== undefined && now > seen.current) behind.add(error)
    },
  })
  return mutation
}

/** Pasted texts carry signs that nobody sees and the server refuses. */
function cleanBody(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanBody)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleanBody(one)]))
}

/** Refused while the case was no longer what the reader had before them; most refusals only say what is still to be done. */
const behind = new WeakSet<Refused>()

export function isBehind(error: unknown): boolean {
  return error instanceof Refused && behind.has(error)
}

/** The course of a case only grows. */
function entriesOf(queries: QueryClient, caseId: string): number | undefined {
  return queries.getQueryData<CaseView>(['cases', caseId])?.ledger.entries
}
