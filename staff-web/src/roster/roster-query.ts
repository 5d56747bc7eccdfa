import { planShifts, type getRoster } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call, Refused } from '../shared/call.ts'
import { refusalText } from '../shared/refusal-text.ts'
import { afterPlan, undoOf } from './planning.ts'

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

/** Those that the page shows at once, before the server has answered; a copy of a week is not known beforehand. */
interface Planned { ask: PlanAsk; done: string }
interface PlanEvents { onCriteria: (ask: PlanAsk) => void; onDone: (planned: Planned & { undo: PlanAsk | null }) => void; onRefused: (ask: PlanAsk) => void }

/** Plans, one after the other, and reads the week anew; a missing criterion is handed to `onCriteria`, which asks for a reason. */
export function usePlan(unitId: string, { onCriteria, onDone, onRefused }: PlanEvents) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useRefusalWords()
  const weeks = { queryKey: ['roster', 'week', unitId] }
  return useMutation({
    scope: { id: `plan ${unitId}` },
    mutationFn: ({ ask }: Planned) => call(planShifts, { params: { unitId }, body: ask }),
    onMutate: async ({ ask }) => {
      await queries.cancelQueries(weeks)
      const held = queries.getQueriesData<Roster>(weeks)
      if (!ask.copyWeek) queries.setQueriesData<Roster>(weeks, (roster) => roster && afterPlan(roster, ask))
      return { held }
    },
    onSuccess: (reply, planned, { held }) => {
      const roster = held.flatMap(([, one]) => one ?? []).find(({ shifts }) => planned.ask.remove?.every((id) => shifts.some((shift) => shift.id === id)) ?? true)
      onDone({ ...planned, undo: roster ? undoOf(roster, planned.ask, reply) : null })
    },
    onError: (error, { ask }, context) => {
      for (const [key, roster] of context?.held ?? []) queries.setQueryData(key, roster)
      onRefused(ask)
      if (error instanceof Refused && error.code === 'criteria-missing') onCriteria(ask)
      else message.error(words(error), 8)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  })
}
