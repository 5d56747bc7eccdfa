import { dueAfter } from '../calendar/calendar.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { owe, type Rules } from '../obligations/owe.ts'
import { evolve, type Happening } from './evolve.ts'
import type { CaseFact } from './fact.ts'
import { withFollowed } from './followed.ts'
import { isHeard } from './heard.ts'
import { askedLeader, withoutSolution } from './solve.ts'
import { openObligation, type CaseState } from './state.ts'
import { withSettled } from './take-up.ts'

/**
 * What follows from facts by the regulation, whatever act they come from: as long as a case is in hand the person hears
 * from us every so often (联络计划), and after the end somebody looks at the effect. Told in the facts themselves, so that
 * replaying them needs no regulation.
 */
export function withFollowUps(before: CaseState | null, acted: readonly CaseFact[], happening: Happening, rules: Rules): readonly CaseFact[] {
  const facts = before === null ? acted : acted.map((fact) => withFollowed(before, fact, happening.actor))
  if (!before?.obligations.some(({ kind }) => kind === 'keepInTouch' || kind === 'settle') && !rules.policy.limits.keepInTouch && !rules.policy.effectCheck && !rules.policy.leaderSolves) return facts
  let state = before
  const settled = new Set<string>()
  return facts.flatMap((given) => {
    const one = withoutSolution(state, given)
    // An act of several facts, a reply that closes the case, decided all of them before the first was over.
    const said = one.closes?.some(({ id }) => settled.has(id)) ? { ...one, closes: one.closes.filter(({ id }) => !settled.has(id)) } : one
    const fact = withSettled(evolve(state, said, happening), said)
    if (fact !== said) for (const { id } of fact.closes ?? []) settled.add(id)
    const plain = evolve(state, fact, happening)
    const more = fact.kind === 'case-closed' ? withEffect(plain, fact, { happening, rules }) : withContact(state, plain, fact, rules)
    const after = more === fact ? plain : evolve(state, more, happening)
    const asked = askedLeader({ before: state, after, fact: more, all: facts }, rules)
    state = asked ? evolve(after, asked, happening) : after
    return asked ? [more, asked] : [more]
  })
}

function withContact(before: CaseState | null, after: CaseState, fact: CaseFact, rules: Rules): CaseFact {
  const owed = openObligation(after, 'keepInTouch')
  if (after.status !== 'handling') return owed && before ? { ...fact, closes: [...(fact.closes ?? []), { id: owed.id, as: 'void' }] } : fact
  if (owed && isHeard({ kind: fact.kind, data: fact })) return { ...fact, closes: [...(fact.closes ?? []), { id: owed.id, as: 'met' }], ...opening(fact, nextContact(after, rules)) }
  if (!owed) return { ...fact, ...opening(fact, nextContact(after, rules)) }
  const { personId, unitId } = after.handler
  return owed.personId === personId ? fact : { ...fact, changes: [...(fact.changes ?? []).filter(({ id }) => id !== owed.id), { ...owed, personId, unitId }] }
}

/** Nobody needs to be told anything on the way that is to be over before. */
function nextContact(state: CaseState, rules: Rules): Obligation[] {
  const limit = rules.policy.limits.keepInTouch
  if (!limit) return []
  const resolve = openObligation(state, 'resolve')
  if (resolve && resolve.pausedAt === null && dueAfter(rules.calendar, rules.at, limit).at >= resolve.dueAt) return []
  return [owe({ kind: 'keepInTouch', ...state.handler, limit }, rules)]
}

function opening(fact: CaseFact, more: Obligation[]): Pick<CaseFact, 'opens'> {
  return more.length > 0 ? { opens: [...(fact.opens ?? []), ...more] } : {}
}

function withEffect(after: CaseState, fact: CaseFact, { happening, rules }: { happening: Happening; rules: Rules }): CaseFact {
  const { effectCheck } = rules.policy
  if (!effectCheck || after.outcome !== 'solved' || !effectCheck.categories.includes(after.category)) return fact
  const owed = owe({ kind: 'checkEffect', ...after.firstContact, limit: effectCheck.after }, { ...rules, at: happening.at })
  return { ...fact, opens: [...(fact.opens ?? []), owed] }
}
