import type { Sentence } from './fact-words.ts'

/** Sentences about a case's course: time, help, and pressure from above. */
export const COURSE_SENTENCES: Readonly<Record<string, Sentence>> = {
  'approval-asked': (p, { t, format }) => t(`fact.approvalAsked.${approvalOf(p.text('of'))}`, {
    until: p.text('until') === '' ? '' : format.formatDueInstant(p.text('until'), p.is('estimated')), people: p.list('people'), cause: causeWord(p.text('cause'), t),
  }),
  'approval-raised': (p, { t }) => t('fact.approvalRaised', { people: p.list('people') }),
  'approval-refused': (p, { t }) => t(`fact.approvalRefused.${approvalOf(p.text('of'))}`),
  'extension-granted': (p, { t, format }) => t('fact.extensionGranted', { when: format.formatDueInstant(p.text('dueAt'), p.is('estimated')), from: format.formatDueInstant(p.text('from'), p.is('fromEstimated')), count: p.count('count') }),
  'pause-begun': (p, { t, format }) => t('fact.pauseBegun', { cause: causeWord(p.text('cause'), t), until: format.formatDueInstant(p.text('until'), p.is('estimated')) }),
  'pause-ended': (_, { t }) => t('fact.pauseEnded'),
  'refusal-agreed': (_, { t }) => t('fact.refusalAgreed'),
  'assist-asked': (p, { t }) => t('fact.assistAsked', { people: p.list('people') }),
  'assist-given': (_, { t }) => t('fact.assistGiven'),
  'assist-waived': (_, { t }) => t('fact.assistWaived'),
  'case-urged': (p, { t }) => t('fact.urged', { count: p.count('count') }),
  'instruction-given': (_, { t }) => t('fact.instructed'),
  'instruction-reported': (_, { t }) => t('fact.instructionReported'),
  'supervision-opened': (p, { t }) => t('fact.supervised', { level: (t as (key: string, options: { defaultValue: string }) => string)(`course.level.${p.text('level')}`, { defaultValue: p.text('level') }) }),
  'supervision-reported': (p, { t }) => t('fact.supervisionReported', { count: p.count('count') }),
  'supervision-signed-off': (_, { t }) => t('fact.signedOff'),
  'appointment-made': (p, { t, format }) => t(p.is('home') ? 'fact.visitMade' : 'fact.appointmentMade', { when: format.formatInstant(p.text('at')), person: p.text('person') }),
  'appointment-moved': (p, { t, format }) => t('fact.appointmentMoved', { when: format.formatInstant(p.text('at')) }),
  'appointment-ended': (p, { t }) => t(!p.is('kept') ? 'fact.appointmentMissed' : p.is('home') ? 'fact.visitKept' : 'fact.appointmentKept'),
  'help-asked': (p, { t }) => t(p.text('of') === 'undone' ? 'fact.undoneAsked' : p.text('of') === 'appeal' ? 'fact.appealAsked' : 'fact.supportAsked', { people: p.list('people') }),
  'help-answered': (p, { t }) => t(p.text('of') === 'undone' ? 'fact.undoneAnswered' : p.text('of') === 'appeal' ? 'fact.appealAnswered' : 'fact.supportAnswered'),
  'person-informed': (p, { t }) => t(p.is('confirmed') ? 'fact.informedConfirmed' : 'fact.informed', { channel: channelWord(p.text('channel'), t) }),
  'receipt-confirmed': (p, { t }) => t('fact.receiptConfirmed', { channel: channelWord(p.text('channel'), t) }),
  'case-archived': (_, { t }) => t('fact.archived'),
}

function approvalOf(of: string): 'extension' | 'pause' | 'refusal' | 'other' {
  return of === 'extension' || of === 'pause' || of === 'refusal' ? of : 'other'
}

type Say = (key: string, options: { defaultValue: string }) => string

function causeWord(cause: string, t: unknown): string {
  return (t as Say)(`course.cause.${cause}`, { defaultValue: cause })
}

function channelWord(channel: string, t: unknown): string {
  return (t as Say)(`replyChannel.${channel}`, { defaultValue: channel })
}
