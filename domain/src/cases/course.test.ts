import { describe, expect, it } from 'vitest'
import { beijing } from '../calendar/testing-calendars.ts'
import { openObligation } from './state.ts'
import { askForExtension, askForPause, reportRefusal } from './ask-for-approval.ts'
import { answerHelp, reportUndone } from './ask-for-help.ts'
import { askForAssist, giveAssist, waiveAssist } from './assist-case.ts'
import { correctCase } from './correct-case.ts'
import { decideApproval } from './decide-approval.ts'
import { archiveCase, informPerson } from './inform-person.ts'
import { endAppointment, makeAppointment, moveAppointment } from './make-appointment.ts'
import { resumeCase } from './pause-case.ts'
import { accepts, closes, mine, onSpot, promises, refers, reopens, replies, resolves, saysNotSolved } from './testing-acts.ts'
import { holder, people, text } from './testing-cast.ts'
import { bureauPolicy } from './testing-policy.ts'
import { Story } from './testing-story.ts'
import { instructCase, reportOnInstruction, reportOnSupervision, signOffSupervision, superviseCase, urgeCase } from './urge-case.ts'

type Act = Parameters<Story['does']>[1]
const { li, tao, qian, ma, wei, wu, zhou, niu } = people
const levels = [[holder(tao)], [holder(wei)]]
const story = (): Story => new Story('2026-03-02 09:00').at('09:05').does(li, mine())

const extends_ = (until: string): Act => (state, by, rules) => askForExtension(state, by, { until: beijing(until), reason: text(1), levels }, rules)
const pauses = (until: string): Act => (state, by, rules) => askForPause(state, by, { cause: 'thirdParty', until: beijing(until), reason: text(1), levels: [[holder(tao)]] }, rules)
const decides = (approve: boolean, reason = approve ? null : text(2)): Act => (state, by, rules) => decideApproval(state, by, { approve, reason, levels }, rules)
const goesOn: Act = (state, by, rules) => resumeCase(state, by, rules)
const assistedBy = (...helpers: (typeof qian)[]): Act => (state, by, rules) => askForAssist(state, by, { holders: helpers.map(holder), task: text(3), dueAt: null }, rules)

describe('more time', () => {
  it('is granted by the head within their authority, moves limit and ladder, keeps the first limit, and the person is to be told', () => {
    const granted = story().at('2026-03-03 10:00').does(li, extends_('2026-03-20 17:30')).at('11:00').does(tao, decides(true))
    expect(granted.dueAt('resolve')).toBe(beijing('2026-03-20 17:30'))
    expect(granted.state.course).toMatchObject({ extensions: 1, originalLimitAt: beijing('2026-03-16 17:30'), approval: null })
    expect(openObligation(granted.state, 'tell')).toMatchObject({ personId: li.personId })
    expect(granted.facts.at(-1)).toMatchObject({ kind: 'extension-granted', from: beijing('2026-03-16 17:30') })
    expect(granted.facts.at(-1)).not.toHaveProperty('remark')
    expect(story().at('2026-03-03 10:00').does(li, extends_('2026-03-20 17:30')).at('11:00').does(tao, decides(true, text(9))).facts.at(-1)).toMatchObject({ kind: 'extension-granted', remark: text(9) })
    const told = granted.does(li, (state, by) => informPerson(state, by, { channel: 'phone', text: text(4), confirmed: true, phrase: null }))
    expect(openObligation(told.state, 'tell')).toBeUndefined()
    expect(told.answer(li, extends_('2026-03-23 17:30'))).toBe('too-many-extensions')
  })

  it('beyond the head’s authority goes on to the leader, and is not granted before', () => {
    const asked = story().does(li, extends_('2026-03-27 17:30')).at('10:00').does(tao, decides(true))
    expect(asked.facts.at(-1)).toMatchObject({ kind: 'approval-raised', approvers: [wei.personId] })
    expect(asked.dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
    expect(asked.answer(tao, decides(true))).toBe('not-approver')
    expect(asked.does(wei, decides(true)).dueAt('resolve')).toBe(beijing('2026-03-27 17:30'))
  })

  it('is refused when asked too late, too long, not later, twice, or decided by the asker', () => {
    expect(story().at('2026-03-16 17:31').answer(li, extends_('2026-03-20 17:30'))).toBe('extension-too-late')
    expect(story().answer(li, extends_('2026-04-20 17:30'))).toBe('extension-too-long')
    expect(story().answer(li, extends_('2026-03-16 17:30'))).toBe('extension-not-later')
    expect(story().answer(zhou, extends_('2026-03-20 17:30'))).toBe('not-handler')
    const asked = story().does(li, extends_('2026-03-20 17:30'))
    expect(asked.answer(li, extends_('2026-03-20 17:30'))).toBe('approval-pending')
    expect(asked.answer(li, decides(true))).toBe('own-request')
    expect(asked.answer(tao, decides(false, null))).toBe('reason-needed')
    expect(asked.does(tao, decides(false)).dueAt('resolve')).toBe(beijing('2026-03-16 17:30'))
    expect(story().answer(li, (state, by, rules) => askForExtension(state, by, { until: beijing('2026-03-20 17:30'), reason: text(1), levels: [[holder(li)]] }, rules))).toBe('no-approver')
  })

  it('asked in time and granted late begins anew: what was late stays late', () => {
    const late = story().at('2026-03-16 15:00').does(li, extends_('2026-03-20 17:30')).at('2026-03-17 09:00')
    expect(late.timeWorks()).toContain('late resolve')
    const before = openObligation(late.state, 'resolve')?.id
    const granted = late.does(tao, decides(true))
    expect(granted.facts.at(-1)?.closes).toContainEqual({ id: before, as: 'void' })
    expect(openObligation(granted.state, 'resolve')).toMatchObject({ lateAt: null, dueAt: beijing('2026-03-20 17:30') })
  })

  it('goes with the case to another handler, and ends the promise that stood before', () => {
    const moved = story().does(li, promises('2026-03-10 17:30')).does(li, extends_('2026-03-20 17:30')).does(tao, decides(true))
    expect(moved.state.promise).toBeNull()
    expect(moved.does(li, refers(qian)).does(qian, accepts).dueAt('resolve')).toBe(beijing('2026-03-20 17:30'))
  })
})

describe('a pause', () => {
  it('agreed to lets the limit stand still, and what was left goes on', () => {
    const paused = story().at('2026-03-04 09:00').does(li, pauses('2026-03-18 17:30')).does(tao, decides(true))
    expect(openObligation(paused.state, 'resolve')?.pausedAt).toBe(beijing('2026-03-04 09:00'))
    expect(openObligation(paused.state, 'resume')).toMatchObject({ personId: li.personId, dueAt: beijing('2026-03-18 17:30') })
    expect(paused.at('2026-03-17 09:00').timeWorks().filter((step) => step.endsWith('resolve'))).toEqual([])
    // Nine working days later the limit lies nine working days later.
    const resumed = paused.does(li, goesOn)
    expect(resumed.dueAt('resolve')).toBe(beijing('2026-03-27 17:30'))
    expect(resumed.state.course).toMatchObject({ pause: null, pauses: [{ stops: 'limit' }] })
    expect(resumed.does(li, refers(qian)).does(qian, accepts).dueAt('resolve')).toBe(beijing('2026-03-27 17:30'))
  })

  it('that nobody ends is late itself', () => {
    const forgotten = story().does(li, pauses('2026-03-06 17:30')).does(tao, decides(true)).at('2026-03-09 09:00')
    expect(forgotten.timeWorks()).toContain('late resume')
  })

  it('begins at once where the policy asks nobody, and stops no clock where it says so', () => {
    const policy = { ...bureauPolicy, pause: { ...bureauPolicy.pause, stops: 'none' as const, approvers: [] } }
    const paused = new Story('2026-03-02 09:00', {}, { policy }).does(li, mine()).does(li, pauses('2026-03-06 17:30'))
    expect(paused.state.course.pause).not.toBeNull()
    expect(openObligation(paused.state, 'resolve')?.pausedAt).toBeNull()
  })

  it('is refused too long, too late, in the past; meanwhile nothing is referred or promised', () => {
    expect(story().answer(li, pauses('2026-05-01 17:30'))).toBe('pause-too-long')
    expect(story().answer(li, pauses('2026-03-01 17:30'))).toBe('due-in-past')
    expect(story().at('2026-03-17 09:00').answer(li, pauses('2026-03-20 17:30'))).toBe('already-late')
    const paused = story().does(li, pauses('2026-03-18 17:30')).does(tao, decides(true))
    expect(paused.answer(li, refers(qian))).toBe('case-paused')
    expect(paused.answer(li, promises('2026-03-10 17:30'))).toBe('case-paused')
    expect(paused.does(li, resolves()).state.course.pause).toBeNull()
  })
})

describe('co-handlers', () => {
  it('owe an opinion each; nothing is resolved before they gave it or were waived', () => {
    const asked = story().does(li, assistedBy(qian, ma))
    const [first, second] = asked.state.course.assists
    expect(asked.state.obligations.filter(({ kind }) => kind === 'assist').map(({ personId }) => personId)).toEqual([qian.personId, ma.personId])
    expect(asked.answer(li, resolves())).toBe('assist-pending')
    expect(asked.answer(zhou, (state, by) => giveAssist(state, by, { assistId: first?.id ?? '', text: text(5) }))).toBe('not-assisting')
    const one = asked.does(qian, (state, by) => giveAssist(state, by, { assistId: first?.id ?? '', text: text(5) }))
    expect(one.answer(li, resolves())).toBe('assist-pending')
    expect(one.answer(li, assistedBy(ma))).toBe('already-assisting')
    expect(one.answer(li, assistedBy(li))).toBe('same-person')
    const both = one.does(li, (state, by) => waiveAssist(state, by, { assistId: second?.id ?? '', reason: text(6) }))
    expect(both.answer(li, resolves())).toBe('accepted')
    expect(both.state.course.assists.map(({ state }) => state)).toEqual(['given', 'waived'])
  })
})

const urges: Act = (state, by) => urgeCase(state, by, null)
const supervises = (level: 'general' | 'listed'): Act => (state, by, rules) => superviseCase(state, by, { level, requirement: text(7) }, rules)

describe('from above', () => {
  it('urging is counted, and is for the first contact who does not handle it, heads, leaders and supervisors', () => {
    const passed = story().does(li, refers(qian)).does(qian, accepts)
    expect(passed.does(li, urges).does(ma, urges).does(wu, urges).state.course.urges).toBe(3)
    expect(passed.answer(qian, urges)).toBe('not-urger')
    expect(passed.answer(zhou, urges)).toBe('not-urger')
    expect(story().does(li, resolves()).does(li, replies()).answer(tao, urges)).toBe('nothing-to-urge')
  })

  it('an instruction is to be reported on, by whoever handles it now, before the case is closed', () => {
    const instructed = story().does(wei, (state, by, rules) => instructCase(state, by, text(8), rules))
    expect(instructed.answer(wu, (state, by, rules) => instructCase(state, by, text(8), rules))).toBe('not-superior')
    const passed = instructed.does(li, refers(qian)).does(qian, accepts)
    expect(openObligation(passed.state, 'reportBack')?.personId).toBe(qian.personId)
    const answered = passed.does(qian, resolves()).does(li, replies({ close: true }))
    expect(answered.state.status).toBe('answered')
    expect(answered.answer(li, closes)).toBe('report-owed')
    const id = answered.state.course.instructions[0]?.id ?? ''
    expect(answered.does(qian, (state, by) => reportOnInstruction(state, by, { instructionId: id, text: text(9) })).answer(li, closes)).toBe('accepted')
  })

  it('supervision asks for report after report until it is signed off', () => {
    const supervised = story().does(wu, supervises('listed'))
    expect(supervised.dueAt('feedback')).toBe(beijing('2026-03-03 17:30'))
    expect(supervised.answer(wu, (state, by) => signOffSupervision(state, by, text(10)))).toBe('no-report-yet')
    const reported = supervised.at('2026-03-03 10:00').does(li, (state, by, rules) => reportOnSupervision(state, by, text(11), rules))
    expect(reported.dueAt('feedback')).toBe(beijing('2026-03-04 17:30'))
    expect(reported.does(wu, supervises('general')).dueAt('feedback')).toBe(beijing('2026-03-10 17:30'))
    const off = reported.does(wu, (state, by) => signOffSupervision(state, by, text(10)))
    expect(openObligation(off.state, 'feedback')).toBeUndefined()
  })

  it('a graver urgency gets the shorter limit from now on; a lighter one gives no time back', () => {
    const corrects = (urgency: string): Act => (state, by, rules) => correctCase(state, by, { field: 'urgency', before: state.urgency, after: urgency, same: false, reason: text(12) }, rules)
    const graver = story().at('2026-03-03 09:00').does(li, corrects('critical'))
    expect(graver.dueAt('resolve')).toBe(beijing('2026-03-03 15:00'))
    expect(graver.does(li, corrects('normal')).dueAt('resolve')).toBe(beijing('2026-03-03 15:00'))
  })
})

describe('appointments, what could not be done, refusals', () => {
  const makes = (at: string): Act => (state, by, rules) => makeAppointment(state, by, { at: beijing(at), home: true, place: null, who: state.handler }, rules)

  it('a visit is owed at the agreed moment, can be moved, and ends kept or not', () => {
    const agreed = story().does(li, makes('2026-03-03 19:00'))
    expect(agreed.dueAt('visit')).toBe(beijing('2026-03-03 19:00'))
    expect(agreed.answer(li, makes('2026-03-04 19:00'))).toBe('appointment-pending')
    const moved = agreed.does(li, (state, by, rules) => moveAppointment(state, by, { at: beijing('2026-03-04 19:00'), reason: text(13) }, rules))
    expect(moved.dueAt('visit')).toBe(beijing('2026-03-04 19:00'))
    expect(moved.does(li, (state, by) => endAppointment(state, by, { kept: false, note: text(14) })).facts.at(-1)?.closes?.[0]?.as).toBe('void')
  })

  it('what could not be done goes past the handler, who cannot close the case over it', () => {
    const reports: Act = (state, _by, rules) => reportUndone(state, null, { text: text(15), to: [holder(li), holder(niu)] }, rules)
    const reported = story().does('public', reports)
    expect(openObligation(reported.state, 'undone')?.personId).toBe(niu.personId)
    const helpId = reported.state.course.help[0]?.id ?? ''
    const answers: Act = (state, by) => answerHelp(state, by, { helpId, text: text(16) })
    expect(reported.answer(li, answers)).toBe('not-asked')
    expect(reported.does(li, resolves()).does(li, replies()).answer(li, closes)).toBe('report-owed')
    expect(reported.does(niu, answers).answer(li, closes)).toBe('accepted')
  })

  it('where the policy asks for it a refusal needs the head’s consent first', () => {
    const application = new Story('2026-03-02 09:00', { category: 'suggestion' }).does(li, mine())
    expect(application.answer(li, resolves({ outcome: 'explained' }))).toBe('refusal-not-reported')
    expect(application.answer(li, resolves())).toBe('accepted')
    const reported = application.does(li, (state, by, rules) => reportRefusal(state, by, { reason: text(17), levels: [[holder(tao)]] }, rules))
    expect(reported.answer(li, resolves({ outcome: 'outside' }))).toBe('refusal-not-reported')
    expect(reported.does(tao, decides(true)).answer(li, resolves({ outcome: 'outside' }))).toBe('accepted')
    expect(story().answer(li, (state, by, rules) => reportRefusal(state, by, { reason: text(17), levels }, rules))).toBe('refusal-needs-no-report')
  })
})

describe('the archive', () => {
  it('holds what has ended; staff change it no more, the person may still say that it was not solved', () => {
    const archives: Act = (state, by) => archiveCase(state, by, text(18))
    expect(story().answer(li, archives)).toBe('case-not-ended')
    const archived = new Story('2026-03-02 09:00').does(li, onSpot()).does(li, archives)
    expect(archived.answer(li, reopens)).toBe('case-archived')
    expect(archived.answer(li, archives)).toBe('case-archived')
    expect(archived.does('public', saysNotSolved).state.course.archivedAt).toBeNull()
  })
})
