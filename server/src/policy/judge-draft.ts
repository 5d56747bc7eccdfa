import type { PolicyOverlay as Overlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { gapsTogether, roleGaps, type RoleGap } from '@daodi/domain/policy/role-coverage.ts'
import type { Db } from '../http/route.ts'
import { checkDocument, problemsIn } from './check-document.ts'
import type { PolicyProblem } from './problem.ts'
import { nobodyHolds } from './problem-texts.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'
import { resolveAlong, type LaidDown } from './store.ts'
import { regulation, type EditedUnit, type TreeUnit } from './store-editor.ts'

/** What a draft would come to. `resolve` gives the policy of a unit below as it would be, or as it is. */
export interface Judged {
  problems: PolicyProblem[]
  warnings: PolicyProblem[]
  document: Overlay | null
  subtree: TreeUnit[]
  laidDown: LaidDown
  inForce: (unit: { path: readonly string[] }) => Policy
  drafted: (unit: { path: readonly string[] }) => Policy
}

type LineOf = (path: readonly PropertyKey[]) => number | null

/**
 * A draft against the schema, and against the directory: settings under which a case would find nobody to receive it, to
 * rule on it or to be told of it are refused. What the unit only inherits is reported, but is not its to put right; nor does
 * a vacancy that the version in force has as well keep anybody from publishing another, or the old one anew.
 */
export async function judgeDraft(db: Db, unit: EditedUnit, { institutionId, settings, lineOf }: { institutionId: string; settings: unknown; lineOf?: LineOf }): Promise<Judged> {
  const { tree, laidDown } = await regulation(db, institutionId)
  const stored = laidDown.settings
  const subtree = tree.filter((one) => one.path.includes(unit.id))
  const inForce: Judged['inForce'] = ({ path }) => resolveAlong(path, stored)
  const checked = checkDocument<Overlay>(settings, unit.parent_id === null ? PolicyDocument : PolicyOverlay)
  if (!checked.ok) return { problems: problemsIn('policy', checked.findings, lineOf), warnings: [], document: null, subtree, laidDown, inForce, drafted: inForce }
  const document = checked.document
  const withDraft = new Map(stored).set(unit.id, document)
  const drafted: Judged['drafted'] = ({ path }) => resolveAlong(path, withDraft)
  const staffed = subtree.filter((one) => one.staffed)
  const units = staffed.length > 0 ? staffed : subtree.filter((one) => one.id === unit.id)
  const before = stored.get(unit.id)
  const known = new Set(before ? roleGaps(before, units, tree).map(vacancyOf) : [])
  const own = new Set(refused(roleGaps(document, units, tree)).filter((gap) => !known.has(vacancyOf(gap))).map(keyOf))
  const gaps = roleGaps(drafted(unit), units, tree)
  const told = (some: RoleGap[]): PolicyProblem[] => gapsTogether(some).flatMap(({ gap, alsoAt }) =>
    problemsIn('policy', [{ path: pathOf(gap.path), alsoAt: alsoAt.map(pathOf), ...nobodyHolds(gap, 1 + alsoAt.length) }], lineOf))
  return { problems: told(gaps.filter((gap) => own.has(keyOf(gap)))), warnings: told(gaps.filter((gap) => !own.has(keyOf(gap)))), document, subtree, laidDown, inForce, drafted }
}

/** Settings that decide who has the case: without anybody, it would be without a handler. */
const CHARGED: ReadonlySet<string> = new Set(['unclear', 'publicIntake'])

/**
 * A role that is nobody at all, in no unit, is refused wherever it stands: a slip of the pen or a vacant post. Who receives
 * and who rules has to be somebody in every unit; a rung that finds nobody in one unit is passed over at work, and reported.
 */
function refused(gaps: readonly RoleGap[]): RoleGap[] {
  return gaps.filter((gap) => gap.everywhere || CHARGED.has(gap.path))
}

function keyOf({ path, role }: RoleGap): string {
  return `${path} ${role?.of ?? ''} ${role?.post ?? ''}`
}

/** The same vacancy, wherever in the list its setting stands now. */
function vacancyOf(gap: RoleGap): string {
  return `${gap.path.replace(/\[\d+\]/g, '')} ${keyOf({ ...gap, path: '' })} ${gap.everywhere ? 'everywhere' : gap.units.join(' ')}`
}

/** `ladders.resolve[0].tell` as keys, so that the line of a text can be found. */
function pathOf(path: string): PropertyKey[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
}
