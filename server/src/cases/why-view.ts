import type { z } from 'zod'
import type { ObligationView } from '@daodi/contract/staff/cases/views.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { whyDue } from '@daodi/domain/cases/why-due.ts'
import type { Rules } from '@daodi/domain/obligations/owe.ts'

type Why = NonNullable<z.input<typeof ObligationView>['why']>

/** Why an open duty of the case is due when it is; null where no limit gives the date as it stands. */
export function whyView(state: CaseState, { id }: { id: string }, rules: Rules): Why | null {
  const owed = state.obligations.find((one) => one.id === id)
  const why = owed && whyDue(state, owed, rules)
  if (!why) return null
  const { category = null, urgency = null, channel = null } = why.by === 'rule' ? why.conditions : {}
  const limit = 'limit' in why ? { amount: why.limit.amount, unit: why.limit.unit } : null
  return { by: why.by, limit, category: category as Why['category'], urgency: urgency as Why['urgency'], channel: channel as Why['channel'] }
}
