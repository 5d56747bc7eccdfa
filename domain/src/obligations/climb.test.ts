import { describe, expect, it } from 'vitest'
import { bureau, beijing } from '../calendar/testing-calendars.ts'
import { stepFact } from '../cases/advance-obligation.ts'
import { bureauPolicy } from '../cases/testing-policy.ts'
import type { RoleRef, Rung } from '../policy/policy.ts'
import { meantBy, peopleTold, type Around } from './climb.ts'

const role = (of: RoleRef['of'], post: string): RoleRef => ({ of, post })
const rung: Rung = { after: { amount: 0, unit: 'workingHours' }, from: 'due', tell: [role('handler', 'head')], afterHours: [role('institution', 'dutyOfficer')] }
const rulesAt = (time: string) => ({ policy: bureauPolicy, calendar: bureau, at: beijing(time) })

describe('whom a rung means', () => {
  it.each([
    ['2026-03-02 08:30', false], ['2026-03-02 13:00', false], ['2026-03-02 17:29', false],
    ['2026-03-02 08:29', true], ['2026-03-02 17:30', true], ['2026-03-07 10:00', true], ['2026-05-01 10:00', true],
  ])('at %s, after hours: %s', (time, afterHours) => {
    expect(meantBy([rung], { rung: 1, late: null }, rulesAt(time))).toMatchObject({ roles: afterHours ? rung.afterHours : rung.tell, afterHours })
    const { afterHours: _none, ...plain } = rung
    expect(meantBy([plain], { rung: 1, late: null }, rulesAt(time))).toMatchObject({ roles: rung.tell, afterHours: false })
  })

  it('is who comes next, where only the late person is there', () => {
    const above: Rung = { after: { amount: 1, unit: 'workingHours' }, from: 'due', tell: [role('institution', 'principal')] }
    const instead = (time: string, at: number) => meantBy([rung, above], { rung: at, late: 'Tao' }, rulesAt(time)).instead
    expect(instead('2026-03-02 10:00', 1)).toEqual([above.tell])
    expect(instead('2026-03-02 20:00', 1)).toEqual([rung.tell, above.tell])
    expect(instead('2026-03-02 10:00', 2)).toEqual([])
  })

  it('is judged by when it is reached, however long ago it was planned', () => {
    const policy = { ...bureauPolicy, ladders: { ...bureauPolicy.ladders, decide: [rung] } }
    const due = { obligationId: 'one', duty: 'decide' as const, step: { at: beijing('2026-03-02 20:00'), kind: 'rung' as const, rung: 1 } }
    const toldAt = (time: string) => stepFact(due, { ...rulesAt(time), policy, newId: () => 'none' }, ({ roles }) => roles.map(({ post }) => post))
    expect(toldAt('2026-03-02 20:00')).toMatchObject({ people: ['dutyOfficer'] })
    expect(toldAt('2026-03-03 09:00')).toMatchObject({ people: ['head'], scheduledAt: beijing('2026-03-02 20:00') })
  })
})

describe('who is told', () => {
  const posts: Record<string, string[]> = { head: ['Tao'], office: ['An'] }
  const around: Around = {
    holders: (roles) => roles.flatMap(({ post }) => (posts[post] ?? []).map((personId) => ({ personId, unitId: 'permits' }))),
    onDuty: [{ personId: 'Zhou', unitId: 'permits', post: 'dutyOfficer' }, { personId: 'Bao', unitId: 'permits', post: 'head' }, { personId: 'Far', unitId: 'elsewhere', post: 'dutyOfficer' }],
    pathOf: (of) => (of === 'institution' ? null : ['bureau', 'permits']),
  }

  it.each<[string, RoleRef[], boolean, string[]]>([
    ['the holder of the post by day', [role('handler', 'head')], false, ['Tao']],
    ['whoever is on duty for it after hours', [role('handler', 'head')], true, ['Bao']],
    ['whoever is on duty for a post that nobody holds', [role('handler', 'dutyOfficer')], false, ['Zhou']],
    ['whoever is on duty anywhere, where the institution is meant', [role('institution', 'dutyOfficer')], true, ['Zhou', 'Far']],
    ['the holder of a post for which nobody is on duty', [role('institution', 'office')], true, ['An']],
    ['somebody, where nobody is found', [role('handler', 'nobody')], false, ['An']],
    ['each once', [role('handler', 'head'), role('institution', 'head')], false, ['Tao']],
  ])('is %s', (...[, roles, afterHours, told]) => {
    expect(peopleTold({ roles, afterHours, instead: [[role('institution', 'office')]], late: null }, around)).toEqual(told)
  })

  it.each<[string, RoleRef[], RoleRef[][], string[]]>([
    ['the rung above, where only the late person holds the post', [role('handler', 'deputy')], [[role('handler', 'deputy')], [role('institution', 'principal')]], ['Du']],
    ['the others of the rung alone', [role('handler', 'deputy'), role('institution', 'office')], [[role('institution', 'principal')]], ['An']],
    ['whoever is on duty for the post beside the late person', [role('handler', 'dutyOfficer')], [[role('institution', 'principal')]], ['Zhou']],
    ['the last resort where no rung is left', [role('handler', 'deputy')], [], ['Du']],
    ['the last resort where nobody holds the post', [role('handler', 'nobody')], [[role('institution', 'office')]], ['Du']],
  ])('but never the late person: %s', (...[, roles, instead, told]) => {
    const held: Record<string, string[]> = { deputy: ['Late'], leaderInCharge: ['Late'], principal: ['Du'], office: ['An'], dutyOfficer: ['Late'] }
    const holders: Around['holders'] = (asked) => asked.flatMap(({ post }) => (held[post] ?? []).map((personId) => ({ personId, unitId: 'permits' })))
    expect(peopleTold({ roles, afterHours: false, instead, late: 'Late' }, { ...around, holders })).toEqual(told)
  })

  it('is the late person where there is nobody else', () => {
    const holders: Around['holders'] = (asked) => asked.flatMap(({ of }) => (of === 'handler' ? [{ personId: 'Late', unitId: 'permits' }] : []))
    expect(peopleTold({ roles: [role('handler', 'head')], afterHours: false, instead: [], late: 'Late' }, { ...around, holders, onDuty: [] })).toEqual(['Late'])
  })
})
