import { planShifts, type getRoster } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call, Refused } from '../shared/call.ts'
import { refusalText } from '../shared/refusal-text.ts'

export type Roster = z.output<typeof getRoster.reply>
export type Kind = Roster['kinds'][number]
export type Shift = Roster['shifts'][number]
export type RosterPerson = Roster['people'][number]
export type PlanAsk = z.input<typeof planShifts.body>

/** What the server refuses, with who, when and what is missing. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation('shared')
  return (error) => {
    const words = refusalText(error, t)
    const details = error instanceof Refused ? error.errors.map(({ detail }) => detail).filter(Boolean).slice(0, 3) : []
    return details.length === 0 ? words : `${words}（${details.join('；')}）`
  }
}

/** Plans and reads the week anew; a missing criterion is handed to `onCriteria`, which asks for a reason. */
export function usePlan(unitId: string, { onCriteria }: { onCriteria: (ask: PlanAsk) => void }) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useRefusalWords()
  return useMutation({
    mutationFn: ({ ask }: { ask: PlanAsk; done: string }) => call(planShifts, { params: { unitId }, body: ask }),
    onSuccess: (reply, { ask, done }) => { if (!ask.copyWeek) message.success(done); void reply },
    onError: (error, { ask }) => {
      if (error instanceof Refused && error.code === 'criteria-missing') onCriteria(ask)
      else message.error(words(error), 8)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  })
}

/** The date so many days later, as the server writes dates. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
