import type { Limit } from '../calendar/calendar.ts'
import type { Policy, RoleRef } from './policy.ts'

const hours = (amount: number): Limit => ({ amount, unit: 'workingHours' })
const office: RoleRef = { of: 'institution', post: 'office' }

/** The limits of what may be owed besides the main job. */
export const sideLimits = {
  relay: hours(4), custody: hours(4), advise: hours(4), allow: hours(4), inquire: { amount: 2, unit: 'workingDays' }, followUp: { amount: 2, unit: 'workingDays' },
  confirm: { amount: 5, unit: 'naturalMinutes' }, fillIn: { amount: 1, unit: 'workingDays' }, contact: null,
} satisfies Partial<Policy['limits']>

/** How colleagues work together, with everything free that may be free. */
export const cooperation = {
  absent: { deputy: 'automatic', report: [{ of: 'receiver', post: 'head' }, office] }, consult: [{ of: 'handler', post: 'head' }],
  transfers: { second: 'free', by: [{ of: 'handler', post: 'head' }], earlier: 'free' }, unsolved: { to: [office] },
  emergency: { notify: [office], afterHours: [{ of: 'institution', post: 'dutyOfficer' }], category: 'help', channel: 'visit' },
  officeHours: { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' },
} satisfies Partial<Policy>

/** A small complete policy; tests change what they are about. */
export const plainPolicy: Policy = {
  name: '测试', systemName: '首问负责制', firstContactMode: 'anyone', categories: ['consultation', 'complaint'], channels: ['visit', 'phone'],
  required: { requester: false, readBack: ['complaint'], citation: [] },
  limits: {
    decide: { amount: 1, unit: 'workingHours' }, signFor: { amount: 1, unit: 'workingDays' }, rule: { amount: 1, unit: 'workingDays' },
    reply: { amount: 1, unit: 'workingDays' }, callBack: { amount: 3, unit: 'workingDays' },
    approve: { amount: 1, unit: 'workingDays' }, tell: { amount: 1, unit: 'workingDays' }, assist: { amount: 3, unit: 'workingDays' },
    reportBack: { amount: 3, unit: 'workingDays' }, undone: { amount: 1, unit: 'workingDays' }, support: { amount: 1, unit: 'workingDays' },
    resolve: [
      { category: 'complaint', urgency: 'critical', limit: { amount: 4, unit: 'workingHours' } },
      { urgency: 'critical', limit: { amount: 1, unit: 'workingDays' } },
      { category: 'complaint', limit: { amount: 7, unit: 'workingDays' } },
      { limit: { amount: 10, unit: 'workingDays' } },
    ],
    ...sideLimits,
  },
  resolveFrom: 'registration', warnAtPercentLeft: 30,
  ladders: { resolve: [{ after: { amount: 1, unit: 'workingDays' }, from: 'due', tell: [{ of: 'handler', post: 'head' }] }] },
  replyBy: 'firstContact', replyInsideLimit: false, callBack: { when: 'complaints', by: { of: 'institution', post: 'office' } },
  returns: { max: 2, within: { amount: 1, unit: 'workingDays' }, basis: false, suggestion: false }, unclear: [{ of: 'institution', post: 'office' }], ...cooperation,
  extension: { max: 1, approvers: [{ by: { of: 'handler', post: 'head' }, upTo: { amount: 5, unit: 'workingDays' } }] },
  pause: { stops: 'limit', longest: { amount: 30, unit: 'naturalDays' }, approvers: [{ of: 'handler', post: 'head' }] },
  refusalReport: { categories: ['complaint'], approvers: [{ of: 'handler', post: 'head' }] },
  supervision: { general: { amount: 5, unit: 'workingDays' }, key: { amount: 3, unit: 'workingDays' }, listed: { amount: 1, unit: 'workingDays' } },
  help: { undone: [{ of: 'institution', post: 'office' }], support: [{ of: 'handler', post: 'head' }] },
  roster: { roundMinutesBefore: 20, roundItems: [], handOverNeeded: true, handOverWithin: { amount: 30, unit: 'naturalMinutes' }, bellSeconds: 30 },
  papers: { missing: 'restarts', returnBeforeClose: true }, contactAttempts: 3, closing: { withReply: true }, finding: { suggest: 40, preselect: 80 },
  reopening: { max: 2, within: { amount: 30, unit: 'naturalDays' } }, rating: { reasons: ['态度热情'] },
  forbiddenPhrases: { block: ['不知道'], allow: [] }, publicIntake: { of: 'institution', post: 'intake' }, unitSeesItsCases: true,
  confidentialCategories: ['report'], supervisionLine: '13800000100', idleMinutes: 30, retentionYears: 10, calendar: 'institution',
}
