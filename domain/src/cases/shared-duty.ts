import type { Obligation } from '../obligations/obligation.ts'
import type { CaseState } from './state.ts'

/** Who may meet it besides whoever owes it: a ruling is any arbiter's, a decision on what was said again any of those asked. */
export function alsoTheirs({ ruling, course }: Pick<CaseState, 'ruling' | 'course'>, { kind, about, personId }: Obligation): string[] {
  const asked = kind === 'rule' ? ruling?.arbiters : kind === 'appeal' ? course.help.find(({ id }) => id === about)?.to : undefined
  return (asked ?? []).filter((person) => person !== personId)
}
