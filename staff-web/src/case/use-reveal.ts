import { revealRequester } from '@daodi/contract/staff/cases/reveal-requester.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { rereadCase } from './case-query.ts'

export interface Reveal { readonly shown: z.output<(typeof revealRequester)['reply']> | null; readonly show: () => void; readonly pending: boolean; readonly error: Error | null }

/** The full contact data, kept in this page alone: leaving it masks them again. */
export function useReveal(caseId: string): Reveal {
  const queries = useQueryClient()
  const reveal = useMutation({
    mutationFn: () => call(revealRequester, { params: { caseId }, body: {} }),
    onSuccess: () => rereadCase(queries, caseId), gcTime: 0,
  })
  return { shown: reveal.data ?? null, show: () => { if (!reveal.isPending && reveal.data === undefined) reveal.mutate() }, pending: reveal.isPending, error: reveal.error }
}
