import type { Instant } from '../calendar/instant.ts'
import { canonicalJson, type JsonObject } from '../ledger/canonical-json.ts'
import { canonicalBytes } from '../ledger/entry.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Policy } from '../policy/policy.ts'
import { availableActs } from './acts.ts'
import { dueStepsOf, firedFacts } from './advance-obligation.ts'
import { reopenCase } from './close-case.ts'
import { evolve, type Happening } from './evolve.ts'
import type { CaseFact } from './fact.ts'
import { registerCase } from './register-case.ts'
import { withFollowUps } from './follow-up.ts'
import { sheetFor } from './sheet.ts'
import { hasEnded, type CaseState } from './state.ts'
import { holder as holderOf, idOf, laterBy, people, question, units } from './testing-cast.ts'
import { brokenByFact, brokenRules } from './testing-invariants.ts'
import { actorOf, MOVES, tryMove, type Move } from './testing-moves.ts'
import { bureauCalendar, wardCalendar } from './testing-policy.ts'

/** One step of the model: time passes, then somebody does something. */
export interface Step {
  /** Minutes. */
  wait: number
  who: number
  move: number
  dice: number
  /** Looks for somebody who may carry the case on, instead of anybody trying anything. */
  willing: boolean
}

const EVERYBODY = Object.values(people)
const WITHOUT_PART = new Set([people.stranger.personId, people.wu.personId])
/** All that a supervisor does to a case. */
const SUPERVISORS: readonly Move[] = ['urgeCase', 'superviseCase', 'signOffSupervision']
/** What carries a case on; without a lead most random cases would be drowned in notes. */
const CARRIES_ON: readonly Move[] = ['decideCase', 'resolveCase', 'referCase', 'returnReferral', 'replyToCase', 'returnResult', 'acceptReferral', 'closeCase', 'issueNotice',
  'askForRuling', 'recordContactAttempt', 'takePapers', 'rateCase', 'promiseCase', 'ruleCase', 'reopenCase', 'withdrawReferral', 'reopenPublicly', 'askForExtension', 'decideApproval', 'giveAssist', 'resumeCase', 'reportOnInstruction', 'signOffSupervision', 'reportOnSupervision', 'answerHelp',
  'endAppointment', 'confirmReceipt', 'archiveCase', 'askForPause', 'askForAssist', 'waiveAssist', 'makeAppointment', 'moveAppointment', 'reportRefusal',
  'promiseRelay', 'acknowledgeRelay', 'offerPapers', 'confirmPapers', 'askAdvice', 'giveAdvice', 'passUp', 'decideTransfer', 'answerInquiry', 'reportUnsolved', 'answerForward',
  'raiseEmergency', 'assignStaff', 'confirmAssignment', 'completeRecord', 'mergeCase', 'unmergeCase', 'tellWithMain', 'closeCase', 'closeCase', 'decideTransfer', 'decideTransfer', 'decideTransfer', 'decideTransfer', 'decideTransfer', 'decideTransfer', 'askForExtension', 'decideApproval',
  'decideApproval', 'decideApproval', 'askForExtension', 'fillSheet', 'completeStep', 'makeAppointment', 'endAppointment', 'flagCase', 'unflagCase', 'planEffectCheck', 'recordEffect', 'fillSheet', 'completeStep', 'takeUpDuty', 'giveSolution', 'giveSolution']

/** A case under test, its stream of facts, and a twin that only knows what comes back out of the ledger. Throws when a rule is broken. */
export class Trial {
  state: CaseState
  private twin: CaseState | null = null
  private now: Instant
  private made = 0
  private readonly stream: { fact: CaseFact; happening: Happening }[] = []
  private readonly opened = new Set<string>()
  private readonly fired = new Set<string>()
  private readonly registeredAt: Instant
  private readonly policy: Policy
  private readonly seen: Map<string, number>

  /** `seen` counts the moves that were accepted and the facts that were recorded. */
  constructor(policy: Policy, at: Instant, seen: Map<string, number>) {
    this.policy = policy
    this.now = at
    this.registeredAt = at
    this.seen = seen
    const sheet = sheetFor(policy, { matterName: null, category: 'help' })?.name
    const outcome = registerCase({ ...question, category: 'help', channel: 'visit', ...(sheet === undefined ? {} : { sheet }), pair: policy.firstContactMode === 'pair' ? [holderOf(people.zhou)] : [] }, this.rules())
    const [fact] = outcome.ok ? outcome.facts : []
    if (!fact) throw new Error('nothing registered')
    const happening = this.happening(people.li.personId)
    const [first = fact, ...others] = withFollowUps(null, [fact], happening, this.rules())
    this.state = evolve(null, first, happening)
    this.keep(first, happening)
    for (const other of others) {
      this.state = evolve(this.state, other, happening)
      this.keep(other, happening)
    }
    this.judge('registration')
  }

  take(step: Step): void {
    this.now = laterBy(this.now, step.wait)
    if (step.dice % 3 !== 0) this.letTimeWork()
    if (!step.willing) {
      this.attempt(MOVES[step.move % MOVES.length] ?? 'addNote', EVERYBODY[step.who % EVERYBODY.length] ?? people.li, step.dice)
      return
    }
    for (let n = 0; n < CARRIES_ON.length * EVERYBODY.length; n++) {
      const by = EVERYBODY[(step.who + n) % EVERYBODY.length] ?? people.li
      const move = CARRIES_ON[(step.move + 5 * Math.floor(n / EVERYBODY.length)) % CARRIES_ON.length] ?? 'addNote'
      if (this.attempt(move, by, step.dice)) return
    }
  }

  /** Nobody can do anything with it any more. */
  get isOver(): boolean {
    const { merged, unmerges, toldAt } = this.state
    if (merged && unmerges < 2 && toldAt === null) return false
    return hasEnded(this.state) && !EVERYBODY.some((by) => reopenCase(this.state, by, question.subject, this.rules()).ok)
  }

  /** From the first fact to the last: the ledger alone gives the state. */
  replay(): void {
    const replayed = this.stream.reduce<CaseState | null>((state, { fact, happening }) => evolve(state, fact, happening), null)
    demand(spelling(replayed) === spelling(this.state), 'replaying the ledger gives the state')
  }

  /** The engine, whenever it comes round: everything due fires, oldest first, and nothing twice. */
  private letTimeWork(): void {
    const due = dueStepsOf(this.state, this.now)
    demand(due.every((one, n) => n === 0 || one.step.at >= (due[n - 1]?.step.at ?? '')), 'the oldest fires first')
    const holder = (_: unknown, n: number) => (n % 2 === 0 ? people.sun : people.wei)
    for (let round = 0; dueStepsOf(this.state, this.now).length > 0; round++) {
      demand(round < 5, 'nothing that is due is left over')
      const { facts, steps } = firedFacts(this.state, this.rules(), { people: ({ roles }) => roles.map((role, n) => holder(role, n).personId), holders: (roles) => roles.map(holder).map(({ personId, unitId }) => ({ personId, unitId })) })
      for (const one of steps) if (one.step.kind !== 'warn') this.fireOnce(`${one.obligationId} ${one.step.kind} ${one.step.kind === 'rung' ? one.step.rung : ''}`)
      this.record(facts, 'system')
    }
  }

  private fireOnce(firing: string): void {
    demand(!this.fired.has(firing), `fires once: ${firing}`)
    this.fired.add(firing)
  }

  private attempt(move: Move, by: (typeof EVERYBODY)[number], dice: number): boolean {
    const outcome = tryMove(move, { state: this.state, by, rules: this.rules(), dice })
    if (!outcome.ok) return false
    this.count(move)
    const offered = availableActs(this.state, by, this.rules()).find(({ act }) => act === move)
    demand(!offered?.refusal, `${move} was accepted, so it was on offer`)
    const actor = actorOf(move, by)
    demand(!WITHOUT_PART.has(actor) || (actor === people.wu.personId && SUPERVISORS.includes(move)), `${move}: who has no part changes nothing`)
    this.record(outcome.facts, actor)
    return true
  }

  private record(facts: readonly CaseFact[], actor: string): void {
    const happening = this.happening(actor)
    for (const fact of withFollowUps(this.state, facts, happening, this.rules())) {
      const before = this.state
      this.state = evolve(before, fact, happening)
      demandNone(brokenByFact(before, fact, this.state), fact.kind)
      this.keep(fact, happening)
    }
    this.judge(facts.map(({ kind }) => kind).join())
  }

  private keep(fact: CaseFact, happening: Happening): void {
    this.count(fact.kind)
    for (const { id } of fact.opens ?? []) {
      demand(!this.opened.has(id), 'a closed obligation never comes back')
      this.opened.add(id)
    }
    this.stream.push({ fact, happening })
    const { kind, ...data } = fact
    const { institutionId, at, actor, caseId } = happening
    // Refuses undefined, fractions and everything else that would not come back out of the database as it went in.
    canonicalBytes({
      institutionId, stream: `case:${caseId}`, seq: this.stream.length, at, actor, kind, data: data as unknown as JsonObject, prev: '0'.repeat(64), algorithm: 'sha256',
    })
    this.twin = evolve(this.twin, JSON.parse(JSON.stringify(fact)) as CaseFact, happening)
  }

  private judge(act: string): void {
    demandNone(brokenRules(this.state, this.policy), act)
    demand(this.state.registeredAt === this.registeredAt, 'the clock of the person never restarts')
    demand(JSON.stringify(this.twin) === JSON.stringify(this.state), `${act}: what comes out of the ledger gives the state`)
  }

  private count(kind: string): void {
    this.seen.set(kind, (this.seen.get(kind) ?? 0) + 1)
  }

  private rules(): Rules {
    const calendar = this.policy.calendar === 'ward' ? wardCalendar : bureauCalendar
    return { policy: this.policy, calendar, at: this.now, newId: () => idOf('made', ++this.made), leaderOf: (unitId) => (unitId === units.permits ? holderOf(people.sun) : holderOf(people.wei)) }
  }

  private happening(actor: string): Happening {
    return { caseId: idOf('case', 1), institutionId: units.bureau, at: this.now, actor }
  }
}

/** The state to the last byte. Refuses undefined and everything else that JSON would drop. */
function spelling(state: CaseState | null): string {
  return canonicalJson(state as unknown as JsonObject, { numbers: 'safe-integers', maxDepth: 32, maxLength: 1_000_000 })
}

function demand(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`)
}

function demandNone(broken: readonly string[], act: string): void {
  demand(broken.length === 0, `${broken.join('; ')} (after ${act})`)
}
