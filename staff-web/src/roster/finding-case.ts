import { CATEGORIES, CHANNELS } from '@daodi/contract/shared/codes.ts'
import type { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import type { z } from 'zod'
import type { Me } from '../shared/me.ts'

type Body = z.input<(typeof registerCase)['body']>
type Settings = Pick<Me['settings'], 'categories' | 'channels' | 'readBackCategories' | 'requesterRequired'>

/**
 * What somebody found on a round, as the regulation lets it be registered: nobody asked it, so that there is nobody to
 * name and nothing to read back. Whoever found it is first contact until the unit that is to mend it has signed for it.
 */
export function findingBody(found: { subject: string; place?: string | undefined; toUnitId: string; reason: string }, settings: Settings): Body {
  const offered = <One extends string>(all: readonly One[], ours: readonly string[]) => all.filter((one) => ours.length === 0 || ours.includes(one))
  const quiet = offered(CATEGORIES, settings.categories).filter((category) => !settings.readBackCategories.includes(category))
  const all = offered(CATEGORIES, settings.categories)
  const category = quiet.find((one) => one === 'help') ?? quiet.find((one) => one === 'other') ?? quiet[0] ?? all[0]
  const channels = offered(CHANNELS, settings.channels)
  const channel = channels.find((one) => one === 'selfDiscovered') ?? channels.find((one) => one === 'other') ?? channels[0] ?? 'selfDiscovered'
  return {
    channel, category, subject: found.subject, place: found.place, ...(quiet.length === 0 && { readBack: true }), ...(settings.requesterRequired && { requester: { declined: true } }),
    decision: { branch: 'otherUnit', toUnitId: found.toUnitId, reason: found.reason },
  }
}
