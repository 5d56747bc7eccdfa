import type { Operation, Refusals } from '@daodi/contract/operation.ts'
import type { CaseStanding } from '@daodi/contract/staff/cases/views.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { CaseParams } from '@daodi/contract/staff/cases/act.ts'
import { call, Refused, Unreachable } from '../shared/call.ts'
import { cleanText } from '../shared/clean-text.ts'
import { randomKey } from '../shared/random-key.ts'
import { rereadCase } from './case-query.ts'

type NoQuery = z.ZodType<unknown, Record<string, never>>
type CaseAct<Body extends z.ZodType, Refused extends Refusals> = Operation<typeof CaseParams, NoQuery, Body, typeof CaseStanding, Refused>

/**
 * Performs one act on a case. A try after silence repeats the key, so that an act whose answer was lost is not done
 * twice; after a refusal the next try is a new intention. A 409 means that the page is behind: the case is read anew.
 */
export function useAct<Body extends z.ZodType, Refused_ extends Refusals>(act: CaseAct<Body, Refused_>, caseId: string, onDone: () => void) {
  const queries = useQueryClient()
  const key = useRef(randomKey())
  const mutation = useMutation({
    mutationFn: (body: z.input<Body>) => call(act as unknown as CaseAct<z.ZodType<unknown, object>, Refusals>, { params: { caseId }, body: cleanBody(body) as object, idempotencyKey: key.current }),
    // A panel is gone by then; a button that stays may mean the same act anew, in another round.
    onSuccess: async () => { onDone(); await rereadCase(queries, caseId); key.current = randomKey() },
    onError: (error) => {
      if (!(error instanceof Unreachable)) key.current = randomKey()
      if (error instanceof Refused && error.status === 409) void rereadCase(queries, caseId)
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

/** The case moved under the reader's hands, as far as a refusal can tell. */
export function isBehind(error: unknown): boolean {
  return error instanceof Refused && error.status === 409 && error.code !== 'idempotency-in-progress'
}
