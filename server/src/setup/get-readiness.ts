import type { z } from 'zod'
import { getReadiness } from '@daodi/contract/staff/setup/readiness.ts'
import { localParts } from '@daodi/domain/calendar/calendar.ts'
import { roleGaps, type RoleGap } from '@daodi/domain/policy/role-coverage.ts'
import { countGaps, type GapKind } from '../directory/store-gaps.ts'
import { answer, route, type Outside } from '../http/route.ts'
import { calendarAlong, policyByDigest } from '../policy/store.ts'
import { regulation } from '../policy/store-editor.ts'
import { readinessCounts, type ReadinessCounts } from './store-readiness.ts'

type Point = z.input<typeof getReadiness.reply>['points'][number]
const NAMES_MOST = 12

/** What a new organisation still has to do before its people rely on it, seen from the data as they are. */
export const getReadinessRoute = route(getReadiness, async ({ caller, at }, services) => {
  const { db } = services
  const { institutionId } = caller
  const counts = await readinessCounts(db, institutionId)
  const { tree } = await regulation(db, institutionId)
  const root = tree.find(({ path }) => path.length === 1)
  if (!root) throw new Error('an institution has a root unit')
  const staffed = tree.filter((unit) => unit.staffed)
  const policy = await policyByDigest(db, root.policy_digest)
  const vacant = roleGaps(policy, staffed.length > 0 ? staffed : [root], tree)
  const gaps = await countGaps(db, institutionId, [root.id], at)
  const calendar = await calendarAlong(db, caller)
  const points = [...organisationPoints(counts), ...rolePoints(vacant, gaps), ...matterPoints(counts, yearKnown(calendar.knownThrough, localParts(calendar, at))), asked('supervisionLine', policy.supervisionLine !== null, 'optional'), ...outsidePoints(counts, services.outside)]
  return answer({ missing: points.filter(({ state }) => state === 'missing').length, points })
})

const counted = (point: Point['point'], count: number, without: 'missing' | 'optional' = 'missing'): Point => ({ point, state: count > 0 ? 'done' : without, count, names: [] })
const lacking = (point: Point['point'], count: number, names: readonly string[] = []): Point => ({ point, state: count > 0 ? 'missing' : 'done', count, names: names.slice(0, NAMES_MOST) })
const asked = (point: Point['point'], there: boolean, without: 'missing' | 'optional'): Point => ({ point, state: there ? 'done' : without, count: 0, names: [] })

function organisationPoints({ units, people, published, soleHolder }: ReadinessCounts): Point[] {
  return [
    counted('units', units), { point: 'people', state: people > 1 ? 'done' : 'missing', count: people, names: [] }, asked('policy', published, 'missing'),
    lacking('soleHolder', soleHolder?.roles ?? 0, soleHolder ? [soleHolder.name] : []),
  ]
}

/** Who rules on what is unclear and who receives the public's questions must be somebody; the other roles of the regulation are told together. */
function rolePoints(vacant: readonly RoleGap[], gaps: Record<GapKind, number>): Point[] {
  const postsOf = (some: readonly RoleGap[]): string[] => [...new Set(some.flatMap(({ role }) => (role ? [role.post] : [])))]
  const charged = postsOf(vacant.filter(({ path }) => path === 'unclear' || path === 'publicIntake'))
  const others = postsOf(vacant.filter(({ everywhere }) => everywhere)).filter((post) => !charged.includes(post))
  return [lacking('rulers', charged.length, charged), lacking('vacantRoles', others.length, others), lacking('heads', gaps.unitWithoutHead), lacking('postHolders', gaps.postWithoutHolder)]
}

const matterPoints = ({ matters, desks }: ReadinessCounts, known: boolean): Point[] => [counted('matters', matters), asked('calendar', known, 'missing'), counted('desks', desks, 'optional')]

/** The next year's holidays are published in late autumn: from December on they have to be there as well. */
function yearKnown(knownThrough: string, { year, month }: { year: number; month: number }): boolean {
  return knownThrough >= `${month === 12 ? year + 1 : year}-12-31`
}

function outsidePoints({ mail }: ReadinessCounts, outside: Outside | undefined): Point[] {
  return [asked('mail', mail || (outside?.smtp ?? null) !== null, 'optional'), asked('publicUrl', (outside?.publicUrl ?? null) !== null, 'missing'), { point: 'backup', state: 'check', count: 0, names: [] }]
}
