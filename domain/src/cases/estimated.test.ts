import { expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { askForExtension, askForPause } from './ask-for-approval.ts'
import { askForAssist } from './assist-case.ts'
import { decideApproval } from './decide-approval.ts'
import { planEffectCheck } from './effect.ts'
import { makeInquiry } from './inquire.ts'
import { makeAppointment, moveAppointment } from './make-appointment.ts'
import { openObligation } from './state.ts'
import { accepts, mine, onSpot, promises, refers } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'

type Act = Parameters<Story['does']>[1]
type Kind = Parameters<typeof openObligation>[1]
const { li, tao, qian } = people
const levels = [[holder(tao)]]
const policy = { ...bureauPolicy, pause: { ...bureauPolicy.pause, approvers: [] }, limits: { ...bureauPolicy.limits, visit: null } }
const story = (): Story => new Story('2026-12-28 09:00', {}, { policy }).at('09:05').does(li, mine())
const grants: Act = (state, by, rules) => decideApproval(state, by, { approve: true, reason: null, levels }, rules)

const chosen: [Kind, (at: string) => Story][] = [
  ['resolve', (at) => story().does(li, promises(at))],
  ['resolve', (at) => new Story('2026-12-28 09:00', {}, { policy }).at('09:05').does(li, mine({ promisedAt: beijing(at) }))],
  ['assist', (at) => story().does(li, (state, by, rules) => askForAssist(state, by, { holders: [holder(qian)], task: text(1), dueAt: beijing(at) }, rules))],
  ['inquire', (at) => story().does(li, (state, by, rules) => makeInquiry(state, by, { party: text(1), question: text(2), dueAt: beijing(at) }, rules))],
  ['resume', (at) => story().does(li, (state, by, rules) => askForPause(state, by, { cause: 'thirdParty', until: beijing(at), reason: text(1), levels }, rules))],
  ['visit', (at) => story().does(li, (state, by, rules) => makeAppointment(state, by, { at: beijing(at), home: false, place: null, who: holder(li) }, rules))],
  ['visit', (at) => story().does(li, (state, by, rules) => makeAppointment(state, by, { at: beijing('2026-12-29 10:00'), home: false, place: null, who: holder(li) }, rules))
    .does(li, (state, by, rules) => moveAppointment(state, by, { at: beijing(at), reason: text(2) }, rules))],
  ['checkEffect', (at) => new Story('2026-12-28 09:00', {}, { policy }).does(li, onSpot()).does(li, (state, by, rules) => planEffectCheck(state, by, beijing(at), rules))],
]

it.each(chosen)('%s by a date that somebody chose is an estimate beyond the notices, and none within them', (kind, until) => {
  expect(openObligation(until('2026-12-31 10:00').state, kind)).toMatchObject({ dueAt: beijing('2026-12-31 10:00'), estimated: false })
  expect(openObligation(until('2027-01-05 10:00').state, kind)).toMatchObject({ dueAt: beijing('2027-01-05 10:00'), estimated: true })
})

it('more time, asked for and granted, and with whoever takes the case over', () => {
  const asked = new Story('2026-12-14 09:00', {}, { policy }).at('09:05').does(li, mine())
    .does(li, (state, by, rules) => askForExtension(state, by, { until: beijing('2027-01-04 17:30'), reason: text(1), levels }, rules))
  expect(openObligation(asked.state, 'resolve')?.estimated).toBe(false)
  expect(asked.state.course.approval).toMatchObject({ estimated: true })
  const granted = asked.does(tao, grants)
  expect(granted.facts.at(-1)).toMatchObject({ kind: 'extension-granted', estimated: true })
  expect(openObligation(granted.state, 'resolve')?.estimated).toBe(true)
  const handedOn = granted.at('2026-12-15 09:00').does(li, refers(qian)).at('09:30').does(qian, accepts)
  expect(openObligation(handedOn.state, 'resolve')).toMatchObject({ dueAt: beijing('2027-01-04 17:30'), estimated: true })
})
