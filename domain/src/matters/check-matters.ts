import { plainName, type MatterDocument, type PromisedLimit } from './matter.ts'

export type ProblemKind = 'no-owner' | 'overlapping-keyword' | 'second-owner' | 'same-name' | 'overlapping-synonym' | 'no-such-unit' | 'nobody-in-unit' | 'no-such-post' | 'post-elsewhere' | 'post-without-duties'
  | 'nobody-in-post' | 'no-such-person' | 'validity-reversed' | 'promise-beyond-statute'

/** What keeps a directory from being published, with the matter it is about and what it collides with. */
export interface Problem {
  kind: ProblemKind
  /** Null: it is about a post that no matter names yet. */
  matterId: string | null
  otherId: string | null
  unitId: string | null
  /** The name, synonym, post or date it is about. */
  word: string | null
}

export interface ListedMatter extends MatterDocument { id: string }

/** The organisation that the matters are laid out on; what is disabled or given up is not in it. */
export interface MatterGround {
  units: ReadonlyMap<string, { staffed: boolean }>
  posts: ReadonlyMap<string, { unitId: string; name: string; hasDuties: boolean; held: boolean }>
  people: ReadonlySet<string>
}

/** Everything that is wrong with a directory: one matter must have one owner who is there and knows that it is theirs. */
export function checkMatters(matters: readonly ListedMatter[], ground: MatterGround): Problem[] {
  return [
    ...nameProblems(matters), ...keywordProblems(matters), ...matters.flatMap((matter) => [...ownerProblems(matter, ground), ...saidProblems(matter)]), ...idlePosts(matters, ground),
  ]
}

/** Whether it stands in the way of publishing this one matter: what is about it, and what its own unit has not settled. */
export function concerns(problem: Problem, { id, unitId }: ListedMatter): boolean {
  return problem.matterId === id || problem.otherId === id || (problem.matterId === null && problem.unitId === unitId)
}

/** Two matters under one name are one matter with two owners, or one listed twice; a synonym that is another's name or synonym leads to both. */
function nameProblems(matters: readonly ListedMatter[]): Problem[] {
  const problems: Problem[] = []
  const names = new Map<string, ListedMatter>()
  for (const matter of matters) {
    const plain = plainName(matter.name)
    const other = names.get(plain)
    if (other) problems.push({ kind: sameOwner(matter, other) ? 'same-name' : 'second-owner', matterId: matter.id, otherId: other.id, unitId: matter.unitId, word: matter.name })
    else names.set(plain, matter)
  }
  const synonyms = new Map<string, ListedMatter>()
  for (const matter of matters) {
    for (const [plain, word] of new Map(matter.synonyms.map((synonym) => [plainName(synonym), synonym]))) {
      const named = names.get(plain)
      const shared = synonyms.get(plain)
      if (named && named.id !== matter.id) problems.push({ kind: sameOwner(matter, named) ? 'overlapping-synonym' : 'second-owner', matterId: matter.id, otherId: named.id, unitId: matter.unitId, word })
      else if (shared) problems.push({ kind: 'overlapping-synonym', matterId: matter.id, otherId: shared.id, unitId: matter.unitId, word })
      else synonyms.set(plain, matter)
    }
  }
  return problems
}

/** A keyword of matters with different owners, or one that is another owner's name for a matter, leads to both; one owner may use a word as often as they like. */
function keywordProblems(matters: readonly ListedMatter[]): Problem[] {
  const problems: Problem[] = []
  const names = new Map<string, ListedMatter>()
  for (const matter of matters) for (const word of [matter.name, ...matter.synonyms]) names.set(plainName(word), names.get(plainName(word)) ?? matter)
  const keywords = new Map<string, ListedMatter>()
  for (const matter of matters) {
    for (const [plain, word] of new Map(matter.keywords.map((keyword) => [plainName(keyword), keyword]))) {
      const other = [names.get(plain), keywords.get(plain)].find((one) => one && one.id !== matter.id && !sameOwner(one, matter))
      if (other) problems.push({ kind: 'overlapping-keyword', matterId: matter.id, otherId: other.id, unitId: matter.unitId, word })
      if (!keywords.has(plain)) keywords.set(plain, matter)
    }
  }
  return problems
}

/** Posts that nobody has written down what they are for, and that no matter names: duties fall between them. */
function idlePosts(matters: readonly ListedMatter[], ground: MatterGround): Problem[] {
  const named = new Set(matters.map(({ postId }) => postId))
  return [...ground.posts].flatMap(([id, { unitId, name, hasDuties }]) => (hasDuties || named.has(id) ? [] : [{ kind: 'post-without-duties' as const, matterId: null, otherId: null, unitId, word: name }]))
}

function sameOwner(one: MatterDocument, other: MatterDocument): boolean {
  return one.unitId === other.unitId && one.postId === other.postId
}

function ownerProblems(matter: ListedMatter, ground: MatterGround): Problem[] {
  const found: Problem[] = []
  const add = (kind: ProblemKind, word: string | null = null): void => { found.push({ kind, matterId: matter.id, otherId: null, unitId: matter.unitId, word }) }
  const unit = ground.units.get(matter.unitId)
  if (!unit) add('no-such-unit')
  else if (!unit.staffed) add('nobody-in-unit')
  if (matter.postId !== null) {
    const post = ground.posts.get(matter.postId)
    if (!post) add('no-such-post')
    else {
      if (post.unitId !== matter.unitId) add('post-elsewhere', post.name)
      if (!post.hasDuties) add('post-without-duties', post.name)
      if (!post.held) add('nobody-in-post', post.name)
    }
  }
  if (matter.personId !== null && !ground.people.has(matter.personId)) add('no-such-person')
  if (matter.postId === null && matter.personId === null) add('no-owner')
  return found
}

/** A directory that contradicts itself promises what cannot be kept. */
function saidProblems(matter: ListedMatter): Problem[] {
  const found: Problem[] = []
  const about = { matterId: matter.id, otherId: null, unitId: matter.unitId }
  if (matter.validFrom !== null && matter.validUntil !== null && matter.validFrom > matter.validUntil) found.push({ kind: 'validity-reversed', ...about, word: matter.validUntil })
  const promised = matter.workingDays ?? (matter.promised ? inWorkingDays(matter.promised) : null)
  if (promised !== null && matter.statutoryDays !== null && promised > matter.statutoryDays) {
    found.push({ kind: 'promise-beyond-statute', ...about, word: `${promised} > ${matter.statutoryDays}` })
  }
  return found
}

const HOURS_OF_WORK = 8

/** At the least so many whole working days, whatever the calendar: a promise is called too long only where it is so for certain. */
function inWorkingDays({ amount, unit }: PromisedLimit): number {
  if (unit === 'workingHours') return Math.floor(amount / HOURS_OF_WORK)
  return Math.floor((unit === 'naturalDays' ? amount : amount / 24) / 7) * 5
}
