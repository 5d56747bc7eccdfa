import { bureau, ward } from '../calendar/testing-calendars.ts'
import type { Calendar, Limit } from '../calendar/calendar.ts'
import type { Policy, RoleRef } from '../policy/policy.ts'
import { cooperation, sideLimits } from '../policy/testing-policy.ts'

const minutes = (amount: number): Limit => ({ amount, unit: 'workingMinutes' })
const hours = (amount: number): Limit => ({ amount, unit: 'workingHours' })
const days = (amount: number): Limit => ({ amount, unit: 'workingDays' })
const elapsed = (amount: number): Limit => ({ amount, unit: 'naturalHours' })

const handlersHead: RoleRef = { of: 'handler', post: 'head' }
const handlersLeader: RoleRef = { of: 'handler', post: 'leaderInCharge' }
const receiversHead: RoleRef = { of: 'receiver', post: 'head' }
const firstContactsHead: RoleRef = { of: 'firstContact', post: 'head' }
const office: RoleRef = { of: 'institution', post: 'office' }
const principal: RoleRef = { of: 'institution', post: 'principal' }

/** A county bureau: anybody may be asked first, limits in working time, papers complete before the limit runs. */
export const bureauPolicy: Policy = {
  name: '县住房和城乡建设局', systemName: '首问负责制', firstContactMode: 'anyone',
  categories: ['consultation', 'help', 'complaint', 'report', 'suggestion', 'commendation', 'application', 'other'],
  channels: ['visit', 'phone', 'letter', 'meeting', 'web', 'suggestionBox'],
  required: { requester: true, readBack: ['complaint'], citation: ['application'] },
  limits: {
    decide: hours(2), signFor: hours(4), rule: hours(7), reply: days(1), callBack: days(2),
    approve: hours(7), tell: days(1), assist: days(3), reportBack: days(3), undone: days(1), support: days(1),
    resolve: [{ urgency: 'critical', limit: hours(4) }, { category: 'consultation', limit: days(2) }, { limit: days(10) }],
    ...sideLimits,
  },
  resolveFrom: 'registration', warnAtPercentLeft: 25,
  ladders: {
    decide: [{ after: hours(1), from: 'due', tell: [firstContactsHead] }],
    signFor: [{ after: hours(0), from: 'due', tell: [receiversHead] }, { after: hours(4), from: 'due', tell: [handlersLeader, office] }],
    rule: [{ after: minutes(0), from: 'due', tell: [handlersLeader] }, { after: days(1), from: 'due', tell: [principal] }],
    resolve: [
      { after: hours(4), from: 'due', tell: [handlersHead] }, { after: days(1), from: 'due', tell: [handlersLeader, firstContactsHead] },
      { after: days(3), from: 'due', tell: [principal] },
    ],
    reply: [{ after: hours(2), from: 'due', tell: [firstContactsHead] }],
  },
  replyBy: 'firstContact', replyInsideLimit: false, callBack: { when: 'complaints', by: office },
  returns: { max: 2, within: days(1), basis: false, suggestion: false }, unclear: [handlersHead], ...cooperation,
  extension: { max: 1, approvers: [{ by: handlersHead, upTo: days(5) }, { by: handlersLeader, upTo: days(10) }] },
  pause: { stops: 'limit', longest: { amount: 30, unit: 'naturalDays' }, approvers: [handlersHead] },
  refusalReport: { categories: ['suggestion'], approvers: [handlersHead] },
  supervision: { general: days(5), key: days(3), listed: days(1) }, help: { undone: [office], support: [handlersHead] },
  roster: { roundMinutesBefore: 20, roundItems: [], handOverNeeded: true, handOverWithin: { amount: 30, unit: 'naturalMinutes' }, bellSeconds: 30 },
  papers: { missing: 'restarts', returnBeforeClose: true },
  contactAttempts: 3, closing: { withReply: false }, finding: { suggest: 40, preselect: 80 }, reopening: { max: 1, within: days(15) }, rating: { reasons: ['态度好', '速度慢'] },
  forbiddenPhrases: { block: ['不归我们管', '不清楚'], allow: ['不清楚的请随时问我'] },
  publicIntake: office, unitSeesItsCases: true, confidentialCategories: ['report'], supervisionLine: '0596-1000001',
  idleMinutes: 30, retentionYears: 10, calendar: 'bureau',
}

/** A ward: an appointed guide nurse, the clock never stops, an answer within 48 hours, four levels with two roles on two of them. */
export const wardPolicy: Policy = {
  ...bureauPolicy,
  name: '三病区护士站', systemName: '首问责任制（主责导诊护士）', firstContactMode: 'appointed',
  categories: ['help', 'complaint', 'other'], channels: ['visit', 'phone', 'bell'],
  required: { requester: false, readBack: [], citation: [] },
  limits: {
    decide: elapsed(1), signFor: elapsed(1), rule: elapsed(2), reply: elapsed(24), callBack: elapsed(24),
    approve: elapsed(2), tell: elapsed(4), assist: elapsed(12), reportBack: elapsed(24), undone: elapsed(4), support: elapsed(4),
    resolve: [{ limit: elapsed(48) }],
    ...sideLimits, contact: elapsed(4),
  },
  ladders: {
    resolve: [
      { after: elapsed(1), from: 'opened', tell: [{ of: 'handler', post: 'teamLeader' }, { of: 'handler', post: 'responsibleNurse' }] },
      { after: elapsed(23), from: 'opened', tell: [{ of: 'handler', post: 'doctor' }, { of: 'handler', post: 'headNurse' }] },
      { after: elapsed(0), from: 'due', tell: [{ of: 'institution', post: 'nursingDirector' }] },
    ],
  },
  replyBy: 'handler', replyInsideLimit: false, callBack: { when: 'always', by: { of: 'handler', post: 'headNurse' } },
  pause: { stops: 'both', longest: elapsed(96), approvers: [] },
  returns: { max: 1, within: elapsed(1), basis: false, suggestion: false }, papers: { missing: 'runs', returnBeforeClose: false }, contactAttempts: 2,
  reopening: { max: 2, within: elapsed(168) }, confidentialCategories: ['complaint'], calendar: 'ward',
}

export const bureauCalendar: Calendar = bureau
export const wardCalendar: Calendar = ward
