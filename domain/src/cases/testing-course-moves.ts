import type { Instant } from '../calendar/instant.ts'
import type { Rules } from '../obligations/owe.ts'
import type { Outcome } from '../outcome.ts'
import type { Actor } from './actor.ts'
import { askForExtension, askForPause, reportRefusal, type Levels } from './ask-for-approval.ts'
import { answerHelp, askForSupport, reportUndone } from './ask-for-help.ts'
import { askForAssist, giveAssist, waiveAssist } from './assist-case.ts'
import { decideApproval } from './decide-approval.ts'
import type { CaseFact } from './fact.ts'
import { archiveCase, confirmReceipt, informPerson } from './inform-person.ts'
import { endAppointment, makeAppointment, moveAppointment } from './make-appointment.ts'
import { resumeCase } from './pause-case.ts'
import { openObligation, type CaseState } from './state.ts'
import { holder, laterBy, people, text } from './testing-cast.ts'
import { instructCase, reportOnInstruction, reportOnSupervision, signOffSupervision, superviseCase, urgeCase } from './urge-case.ts'

interface Throw { state: CaseState; by: Actor; rules: Rules; dice: number }
type Trial = Outcome<CaseFact, string>

const HELPERS = [people.gu, people.he, people.zhou, people.ma]
/** Heads, then leaders, as the policies name them; sometimes nobody. */
const LEVELS: Levels = [[people.tao, people.ma, people.ding].map(holder), [people.wei, people.sun].map(holder)]

function pick<Item>(items: readonly Item[], dice: number): Item {
  const item = items[dice % items.length]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

const levels = (dice: number): Levels => (dice % 11 === 0 ? [] : LEVELS)
const someDay = (at: Instant, dice: number): Instant => laterBy(at, pick([30, 600, 1_500, 4_000, 9_000, -60], dice))
const idAt = (items: readonly { id: string }[], dice: number): string => items[dice % (items.length + 1)]?.id ?? 'none'
const phrase = (dice: number): string | null => (dice % 13 === 0 ? '不归我们管' : null)

/** More time than there was: a little, or more than the lowest authority may grant, or more than anybody. */
function later({ state, rules, dice }: Throw): Instant {
  return laterBy(openObligation(state, 'resolve')?.limitAt ?? rules.at, pick([600, 1_500, 9_000, 9_000, 15_000, 90_000, -60], dice))
}

export const COURSE_MOVES = {
  askForExtension: (thrown: Throw) => askForExtension(thrown.state, thrown.by, { reason: text(1), levels: levels(thrown.dice), until: later(thrown) }, thrown.rules),
  askForPause: ({ state, by, rules, dice }: Throw) =>
    askForPause(state, by, { reason: text(1), levels: levels(dice), cause: pick(['papers', 'thirdParty', 'appointment'] as const, dice), until: someDay(rules.at, dice) }, rules),
  reportRefusal: ({ state, by, rules, dice }: Throw) => reportRefusal(state, by, { reason: text(dice), levels: levels(dice) }, rules),
  decideApproval: ({ state, by, rules, dice }: Throw) => decideApproval(state, by, { approve: dice % 4 !== 0, reason: dice % 3 === 0 ? null : text(dice), levels: levels(dice) }, rules),
  resumeCase: ({ state, by, rules }: Throw) => resumeCase(state, by, rules),
  askForAssist: ({ state, by, rules, dice }: Throw) =>
    askForAssist(state, by, { holders: HELPERS.slice(dice % 4).map(holder), task: text(dice), dueAt: dice % 3 === 0 ? someDay(rules.at, dice) : null }, rules),
  giveAssist: ({ state, by, dice }: Throw) => giveAssist(state, by, { assistId: idAt(state.course.assists, dice), text: text(dice) }),
  waiveAssist: ({ state, by, dice }: Throw) => waiveAssist(state, by, { assistId: idAt(state.course.assists, dice), reason: text(dice) }),
  urgeCase: ({ state, by, dice }: Throw) => urgeCase(state, by, dice % 2 === 0 ? null : text(dice)),
  instructCase: ({ state, by, rules, dice }: Throw) => instructCase(state, by, text(dice), rules),
  reportOnInstruction: ({ state, by, dice }: Throw) => reportOnInstruction(state, by, { instructionId: idAt(state.course.instructions, dice), text: text(dice) }),
  superviseCase: ({ state, by, rules, dice }: Throw) => superviseCase(state, by, { level: pick(['general', 'key', 'listed'] as const, dice), requirement: text(dice) }, rules),
  reportOnSupervision: ({ state, by, rules, dice }: Throw) => reportOnSupervision(state, by, text(dice), rules),
  signOffSupervision: ({ state, by, dice }: Throw) => signOffSupervision(state, by, text(dice)),
  makeAppointment: ({ state, by, rules, dice }: Throw) =>
    makeAppointment(state, by, { at: someDay(rules.at, dice), home: dice % 2 === 0, place: dice % 3 === 0 ? null : text(dice), who: dice % 4 === 0 ? holder(by) : state.handler }, rules),
  moveAppointment: ({ state, by, rules, dice }: Throw) => moveAppointment(state, by, { at: someDay(rules.at, dice), reason: text(dice) }, rules),
  endAppointment: ({ state, by, dice }: Throw) => endAppointment(state, by, { kept: dice % 2 === 0, note: dice % 3 === 0 ? null : text(dice) }),
  reportUndone: ({ state, by, rules, dice }: Throw) => reportUndone(state, by, { text: text(dice), to: dice % 7 === 0 ? [] : [people.niu, people.sun].map(holder) }, rules),
  askForSupport: ({ state, by, rules, dice }: Throw) => askForSupport(state, by, { text: text(dice), to: [people.tao, people.ma, people.wei].map(holder) }, rules),
  answerHelp: ({ state, by, dice }: Throw) => answerHelp(state, by, { helpId: idAt(state.course.help, dice), text: text(dice) }),
  informPerson: ({ state, by, dice }: Throw) => informPerson(state, by, { channel: 'phone', text: text(dice), confirmed: dice % 2 === 0, phrase: phrase(dice) }),
  confirmReceipt: ({ state, by, dice }: Throw) => confirmReceipt(state, by, { channel: 'phone', note: dice % 2 === 0 ? null : text(dice) }),
  archiveCase: ({ state, by, dice }: Throw) => archiveCase(state, by, text(dice)),
} satisfies Record<string, (thrown: Throw) => Trial>
