import { mergeCase } from '@daodi/contract/staff/cases/merge-cases.ts'
import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { z } from 'zod'
import { call, Refused } from '../shared/call.ts'
import { randomKey } from '../shared/random-key.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'
import type { MergeTarget } from './aside.tsx'
import type { Body, BranchName, Draft } from './draft.ts'

export type Registered = z.output<(typeof registerCase)['reply']> & { subject: string; requesterName: string; branch: BranchName | null; merged?: { id: string; number: string; done: boolean } }

const LAST = 'daodi.register.last'

/** The page was open before in this reading of it: the way back leads to it. The browser keeps the way's state beyond a page read anew, which begins with the next person. */
let visited = false

function storedLast(): Registered | null {
  return JSON.parse(readStored(LAST, 'session') ?? 'null') as Registered | null
}

function isOf(state: unknown, last: Registered | null): boolean {
  return last !== null && (state as { registered?: string } | null)?.registered === last.id
}

/** Sends the draft once. What was registered stays on the page until the next person, another page or a page read anew; it is there again on the way back from its receipt, and for whoever asks for the last one. */
export function useRegistration(draft: Draft, change: (patch: Partial<Draft>) => void, clear: () => void) {
  const { t } = useTranslation('register')
  const queries = useQueryClient()
  const { state, key } = useLocation() as { state: unknown; key: string }
  const [last, setLast] = useState(storedLast)
  const [registered, setRegistered] = useState<Registered | null>(() => (visited && isOf(state, last) ? last : null))
  const [place, setPlace] = useState(key)
  if (place !== key) {
    setPlace(key)
    if (!isOf(state, registered)) setRegistered(null)
  }
  const keep = (one: Registered) => { setRegistered(one); setLast(one); writeStored(LAST, JSON.stringify(one), 'session') }
  // Keys pressed in a flurry come before the page is drawn anew: nothing more is sent until this one is refused or the next begins.
  const busy = useRef(false)
  useEffect(() => {
    visited = true
    if (registered === null) busy.current = false
  }, [registered])
  const sending = useMutation({
    mutationFn: async ({ body, key, into }: { body: Body; key: string; into: MergeTarget | null }) => {
      const reply = await call(registerCase, { body, idempotencyKey: key })
      if (into === null) return { reply, merged: undefined }
      // Registered it is in any case; what cannot be merged is decided on its own page.
      const standing = await call(mergeCase, { params: { caseId: reply.id }, body: { intoCaseId: into.id, reason: t('mergeReason') }, idempotencyKey: `${key}-m` }).catch((error: unknown) => { if (error instanceof Refused && error.status < 500) return null; throw error })
      return { reply: { ...reply, ...standing }, merged: { ...into, done: standing !== null } }
    },
    onSuccess: ({ reply, merged }, { body }) => {
      writeStored(`daodi.code.${reply.id}`, reply.trackingCode, 'session')
      keep({ ...reply, subject: body.subject, requesterName: draft.colleague?.name ?? draft.name, branch: body.decision?.branch ?? null, ...(merged && { merged }) })
      clear()
      void queries.invalidateQueries({ queryKey: ['obligations'] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
    onError: (error) => {
      busy.current = false
      // A refusal wrote nothing, so the mended draft is a new request. After silence nobody knows: the key stays.
      if (error instanceof Refused && error.code !== 'idempotency-in-progress' && error.status < 500) change({ key: randomKey() })
    },
  })
  return {
    registered,
    error: sending.error,
    sending: sending.isPending,
    send: (body: Body, into: MergeTarget | null = null) => {
      if (busy.current) return
      busy.current = true
      sending.mutate({ body, key: draft.key, into })
    },
    /** After silence: the same once more, under the same key. */
    sendAgain: () => { if (sending.variables) { busy.current = true; sending.mutate(sending.variables) } },
    forget: () => { setRegistered(null); sending.reset() },
    last,
    showLast: () => setRegistered(last),
    forgetError: () => sending.reset(),
  }
}
