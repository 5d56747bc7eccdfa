import type { Obligation } from '../obligations/obligation.ts'
import { standsStill } from './course.ts'
import { hasEnded, type CaseState } from './state.ts'

type Rule = [broken: boolean, rule: string]

/** What is asked for is owed, and what is owed was asked for. */
export function brokenCourse(state: CaseState): Rule[] {
  const { course } = state
  const about = (kind: Obligation['kind']): string[] => state.obligations.filter((one) => one.kind === kind).map((one) => one.about ?? '').toSorted()
  const count = (kind: Obligation['kind']): number => about(kind).length
  const ids = (items: readonly { id: string }[]): string => items.map(({ id }) => id).toSorted().join()
  const resolve = state.obligations.find(({ kind }) => kind === 'resolve')
  return [
    [count('approve') !== (course.approval ? 1 : 0), 'what is asked for is decided by somebody'],
    [course.approval !== null && course.approval.approvers.includes(course.approval.askedBy.personId) && course.approval.approvers.length === 1, 'nobody grants their own request'],
    [count('resume') !== (course.pause ? 1 : 0), 'a pause has an end'],
    [standsStill(course) && resolve?.pausedAt === null, 'the limit stands still as long as the pause lasts'],
    [course.pause !== null && state.status !== 'handling', 'only work in hand is paused'],
    [about('assist').join() !== ids(course.assists.filter((one) => one.state === 'open')), 'every co-handler owes an opinion until it is given or waived'],
    [course.assists.some((one) => one.state === 'open') && state.status !== 'handling', 'nothing is resolved before the co-handlers have finished'],
    [about('reportBack').join() !== ids(course.instructions), 'every instruction is to be reported on'],
    [count('feedback') !== (course.supervision ? 1 : 0), 'a supervised case owes the next report'],
    [count('visit') !== (course.appointment ? 1 : 0), 'an appointment is owed'],
    [[...about('undone'), ...about('support'), ...about('appeal')].toSorted().join() !== ids(course.help), 'whoever is asked for help owes an answer'],
    [count('solve') > (hasEnded(state) || state.leader?.solvedAt !== null ? 0 : 1), 'one leader gives a solution, once'],
    [count('tell') > 1, 'the person is told once'],
    [hasEnded(state) && state.obligations.some(({ kind }) => kind !== 'checkEffect' && kind !== 'appeal'), 'nothing but a look at the effect or a decision on what was said again is owed after the end'],
    [course.archivedAt !== null && !hasEnded(state), 'only what has ended is archived'],
  ]
}
