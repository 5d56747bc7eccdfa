import type { Words, Read } from './fact-words.ts'

type Sentences = Readonly<Record<string, (params: Read, words: Words) => string>>

const channelWord = (p: Read, { t }: Words): string => (t as (key: string, options: { defaultValue: string }) => string)(`replyChannel.${p.text('channel')}`, { defaultValue: p.text('channel') })

/** What colleagues did with each other, after the actor's name. */
export const COOPERATION_SENTENCES: Sentences = {
  'colleague-called': (p, words) => words.t('together.fact.called', {
    person: p.text('person'), channel: channelWord(p, words), when: p.text('calledAt') === '' ? '' : words.format.formatInstant(p.text('calledAt')),
    result: words.t(p.is('reached') ? 'together.fact.reached' : 'together.fact.notReached'),
  }),
  'relay-promised': (p, { t }) => t('together.fact.relay', { person: [p.text('unit'), p.text('person')].filter(Boolean).join(' ') }),
  'relay-acknowledged': (_, { t }) => t('together.fact.relayRead'),
  'person-contacted': (p, words) => words.t(p.is('late') ? 'together.fact.contactedLate' : 'together.fact.contacted', { channel: channelWord(p, words) }),
  'custody-offered': (p, { t }) => t('together.fact.offered', { person: p.text('person') }),
  'custody-confirmed': (p, { t }) => t('together.fact.confirmed', { from: p.text('from') }),
  'advice-asked': (p, words) => (p.text('expectedAt') === '' ? words.t('together.fact.adviceAsked', { people: p.list('people') })
    : words.t('together.fact.adviceExpected', { people: p.list('people'), when: words.format.formatDueInstant(p.text('expectedAt'), p.is('estimated')) })) + besides(p, words),
  'advice-passed-up': (p, words) => words.t('together.fact.adviceUp', { people: p.list('people') }) + besides(p, words),
  'advice-given': (_, { t }) => t('together.fact.adviceGiven'),
  'transfer-asked': (p, { t }) => t('together.fact.transferAsked', { unit: p.text('toUnit'), people: p.list('people') }),
  'transfer-refused': (p, { t }) => t('together.fact.transferRefused', { unit: p.text('toUnit') }),
  'ruling-passed-on': (p, words) => words.t(p.text('by') === 'leader' ? 'together.fact.rulingUp' : 'together.fact.passedOn', { people: p.list('people'), level: p.text('level') }) + besides(p, words),
  'inquiry-made': (p, { t }) => t('together.fact.inquiry', { party: p.text('party') }),
  'inquiry-answered': (_, { t }) => t('together.fact.inquiryAnswered'),
  'unsolved-forwarded': (p, { t }) => t('together.fact.forwarded', { person: p.text('person'), unit: p.text('unit') }),
  'forward-answered': (_, { t }) => t('together.fact.forwardAnswered'),
  'number-given': (p, { t }) => t('together.fact.number', { number: p.text('number') }),
  'case-merged': (p, { t }) => t('together.fact.merged', { number: p.text('number') }),
  'case-joined': (p, { t }) => t('together.fact.joined', { number: p.text('number') }),
  'case-unmerged': (p, { t }) => t('together.fact.unmerged', { number: p.text('number') }),
  'case-parted': (p, { t }) => t('together.fact.parted', { number: p.text('number') }),
  'child-added': (p, { t }) => t(p.is('emergency') ? 'together.fact.emergencyChild' : 'together.fact.child', { number: p.text('number') }),
  'parent-set': (p, { t }) => t(p.is('emergency') ? 'together.fact.emergencyParent' : 'together.fact.parent', { number: p.text('number') }),
  'told-with': (p, { t }) => t('together.fact.toldWith', { number: p.text('number') }),
  'emergency-raised': (p, { t }) => t('together.fact.emergency', { people: p.list('people') }),
  'staff-assigned': (p, { t }) => t('together.fact.assigned', { people: p.list('people') }),
  'assignment-confirmed': (_, { t }) => t('together.fact.assignmentConfirmed'),
  'record-completed': (p, { t }) => (p.text('subject') === '' ? t('together.fact.completed') : t('together.fact.completedAs', { subject: p.text('subject') })) + (p.text('place') === '' ? '' : t('fact.at', { place: p.text('place') })),
}

/** What a hand-over, a return or a ruling says besides. */
export function besides(p: Read, { t }: Words): string {
  const cause = p.text('cause')
  return [
    p.text('basis') === '' ? '' : t('together.fact.returnedBasis', { basis: p.text('basis') }),
    p.text('insteadOf') === '' ? '' : t('together.fact.insteadOf', { person: p.text('insteadOf') }),
    p.text('approvedBy') === '' ? '' : t('together.fact.approvedBy', { person: p.text('approvedBy') }),
    p.text('skipped') === '' ? '' : t('together.fact.skipped', { reason: p.text('skipped') }),
    p.is('precedent') ? t('together.fact.precedent') : '',
    cause === 'dispute' || cause === 'circle' || cause === 'absent' ? t(`together.fact.cause.${cause}`) : '',
  ].join('')
}
