import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import { beijing } from '../calendar/testing-calendars.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import type { Policy, RoleRef } from '../policy/policy.ts'
import type { Actor } from './actor.ts'
import { firedFacts } from './advance-obligation.ts'
import type { CaseFact } from './fact.ts'
import { registerCase, type Register } from './register-case.ts'
import { openObligation, type CaseState } from './state.ts'
import { idOf, people, playOut, question } from './testing-cast.ts'
import { bureauCalendar, bureauPolicy } from './testing-policy.ts'

type Act = (state: CaseState, by: Actor, rules: Rules) => Outcome<CaseFact, string>

/** A case told from its beginning: who does what, at what time on the clocks in China. */
export class Story {
  state: CaseState
  now: Instant
  readonly facts: CaseFact[] = []
  private made = 0
  private readonly policy: Policy
  private readonly calendar: Calendar

  constructor(time: string, asked: Partial<Register> = {}, { policy = bureauPolicy, calendar = bureauCalendar }: { policy?: Policy; calendar?: Calendar } = {}) {
    this.policy = policy
    this.calendar = calendar
    this.now = beijing(time)
    const outcome = registerCase({ ...question, ...asked }, this.rules())
    if (!outcome.ok) throw new Error(outcome.refusal)
    this.facts.push(...outcome.facts)
    this.state = playOut(null, outcome.facts, this.now, people.li.personId)
  }

  /** `2026-03-02 09:00`, or `10:30` of the same day. */
  at(time: string): this {
    this.now = beijing(time.includes(' ') ? time : `${beijingDay(this.now)} ${time}`)
    return this
  }

  does(by: Actor | 'public', act: Act): this {
    const outcome = act(this.state, by === 'public' ? people.stranger : by, this.rules())
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
    this.facts.push(...outcome.facts)
    this.state = playOut(this.state, outcome.facts, this.now, by === 'public' ? by : by.personId)
    return this
  }

  /** The refusal, or that there was none; nothing changes either way. */
  answer(by: Actor, act: Act): string {
    const outcome = act(this.state, by, this.rules())
    return outcome.ok ? 'accepted' : outcome.refusal
  }

  /** What fires by now, as `late resolve` or `rung 2 rule`. */
  timeWorks(holders: (roles: RoleRef[]) => string[] = () => []): string[] {
    const { facts, steps } = firedFacts(this.state, this.rules(), { people: (meant) => holders([...meant.roles]), holders: (roles) => holders(roles).map((personId) => ({ personId, unitId: people.sun.unitId })) })
    this.facts.push(...facts)
    this.state = playOut(this.state, facts, this.now, 'system')
    return steps.map(({ step, duty }) => `${step.kind === 'rung' ? `rung ${step.rung}` : step.kind} ${duty}`)
  }

  dueAt(kind: Parameters<typeof openObligation>[1]): Instant | undefined {
    return openObligation(this.state, kind)?.dueAt
  }

  kinds(): string[] {
    return this.facts.map(({ kind }) => kind)
  }

  rules(): Rules {
    return { policy: this.policy, calendar: this.calendar, at: this.now, newId: () => idOf('made', ++this.made) }
  }
}

function beijingDay(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}
