import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { askForExtension, askForPause, grantableUntil, reportRefusal, type Levels } from './ask-for-approval.ts'
import { answerHelp, askForSupport, reportUndone } from './ask-for-help.ts'
import { askForAssist, giveAssist, waiveAssist } from './assist-case.ts'
import { decideApproval } from './decide-approval.ts'
import { archiveCase, confirmReceipt, informPerson } from './inform-person.ts'
import { endAppointment, makeAppointment, moveAppointment } from './make-appointment.ts'
import { resumeCase } from './pause-case.ts'
import type { CaseState } from './state.ts'
import { instructCase, reportOnInstruction, reportOnSupervision, signOffSupervision, superviseCase, urgeCase } from './urge-case.ts'
import { laterBy } from '../calendar/instant.ts'

export interface Trying { state: CaseState; by: Actor; rules: Rules }

export const NOBODY = '00000000-0000-4000-8000-000000000000'
export const WORDS = { id: NOBODY, digest: '0'.repeat(64) }

/** Somebody at every authority, so that only the case, the moment and the person can speak against it. */
function levels({ rules }: Trying): Levels {
  return rules.policy.extension.approvers.map(() => [{ personId: NOBODY, unitId: NOBODY }])
}

const soon = ({ rules }: Trying): string => laterBy(rules.at, 1)
export const SOMEBODY = [{ personId: NOBODY, unitId: NOBODY }]

/** The acts of a case's course, each tried with complete input that nothing is wrong with. */
export const COURSE_TRIALS = {
  askForExtension: (trying: Trying) => askForExtension(trying.state, trying.by, { reason: WORDS, levels: levels(trying), until: longestExtension(trying) }, trying.rules),
  askForPause: (trying: Trying) => askForPause(trying.state, trying.by, { reason: WORDS, levels: [SOMEBODY], cause: 'thirdParty', until: soon(trying) }, trying.rules),
  reportRefusal: ({ state, by, rules }: Trying) => reportRefusal(state, by, { reason: WORDS, levels: [SOMEBODY] }, rules),
  // Refusing is always open to whoever may decide.
  decideApproval: (trying: Trying) => decideApproval(trying.state, trying.by, { approve: false, reason: WORDS, levels: levels(trying) }, trying.rules),
  resumeCase: ({ state, by, rules }: Trying) => resumeCase(state, by, rules),
  askForAssist: ({ state, by, rules }: Trying) => askForAssist(state, by, { holders: SOMEBODY, task: WORDS, dueAt: null }, rules),
  giveAssist: ({ state, by }: Trying) => firstOf(state.course.assists.map(({ id }) => id), (assistId) => giveAssist(state, by, { assistId, text: WORDS })),
  waiveAssist: ({ state, by }: Trying) => firstOf(state.course.assists.map(({ id }) => id), (assistId) => waiveAssist(state, by, { assistId, reason: WORDS })),
  urgeCase: ({ state, by }: Trying) => urgeCase(state, by, null),
  instructCase: ({ state, by, rules }: Trying) => instructCase(state, by, WORDS, rules),
  reportOnInstruction: ({ state, by }: Trying) =>
    firstOf(state.course.instructions.map(({ id }) => id), (instructionId) => reportOnInstruction(state, by, { instructionId, text: WORDS })),
  superviseCase: ({ state, by, rules }: Trying) => superviseCase(state, by, { level: 'general', requirement: WORDS }, rules),
  reportOnSupervision: ({ state, by, rules }: Trying) => reportOnSupervision(state, by, WORDS, rules),
  signOffSupervision: ({ state, by }: Trying) => signOffSupervision(state, by, WORDS),
  makeAppointment: (trying: Trying) => makeAppointment(trying.state, trying.by, { at: soon(trying), home: false, place: null, who: trying.state.handler }, trying.rules),
  moveAppointment: (trying: Trying) => moveAppointment(trying.state, trying.by, { at: soon(trying), reason: WORDS }, trying.rules),
  endAppointment: ({ state, by }: Trying) => endAppointment(state, by, { kept: true, note: null }),
  reportUndone: ({ state, by, rules }: Trying) => reportUndone(state, by, { text: WORDS, to: SOMEBODY }, rules),
  askForSupport: ({ state, by, rules }: Trying) => askForSupport(state, by, { text: WORDS, to: SOMEBODY }, rules),
  answerHelp: ({ state, by }: Trying) => firstOf(state.course.help.map(({ id }) => id), (helpId) => answerHelp(state, by, { helpId, text: WORDS })),
  informPerson: ({ state, by }: Trying) => informPerson(state, by, { channel: 'phone', text: WORDS, confirmed: false, phrase: null }),
  confirmReceipt: ({ state, by }: Trying) => confirmReceipt(state, by, { channel: 'phone', note: null }),
  archiveCase: ({ state, by }: Trying) => archiveCase(state, by, WORDS),
} satisfies Record<string, (trying: Trying) => Outcome<unknown, string>>

/** Longer than the limit by a moment: allowed if any extension is. */
function longestExtension({ state, rules }: Trying): string {
  const { approvers } = rules.policy.extension
  return approvers.length === 0 ? laterBy(rules.at, 1) : grantableUntil(state, approvers.length - 1, rules)
}

/** Allowed when it may be done with any of them; else what speaks against the last. */
function firstOf(ids: readonly string[], attempt: (id: string) => Outcome<unknown, string>): Outcome<unknown, string> {
  const tried = ids.map((id) => attempt(id))
  return tried.find((outcome) => outcome.ok) ?? tried.at(-1) ?? attempt(NOBODY)
}
