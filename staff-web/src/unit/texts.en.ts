import type { Translated } from '../shared/language.ts'
import type { unitZh } from './texts.zh.ts'

export const unitEn: Translated<typeof unitZh> = {
  title: 'My unit',
  choose: 'Unit',
  noUnit: 'You are not the head of a unit.',
  ofCases_one: 'of {{count}} case', ofCases_other: 'of {{count}} cases', reassign: 'Reassign', reassignOf: 'Reassign {{subject}}',
  counts: { open: 'Open cases', late: 'Late duties', dueToday: 'Duties due today', waitingToSign: 'To be signed for', registeredToday: 'Registered today', closedToday: 'Closed today' },
  people: 'People',
  person: 'Name', post: 'Post', handling: 'Handling', firstContact: 'First contact', owed: 'Owed', amber: 'Due soon', late: 'Late',
  nobody: 'Nobody belongs to this unit yet.',
  load: '{{owed}} owed, of which {{late}} late and {{amber}} due soon',
  casesHandled: 'Open cases handled by {{name}}:', casesAsked: 'Open cases first asked of {{name}}:',
  hiddenCases_one: 'One more is of another unit or beyond what you may see, and not in the list.', hiddenCases_other: '{{count}} more are of other units or beyond what you may see, and not in the list.',
  toSign: 'To be signed for', nothingToSign: 'Nothing is waiting to be signed for.',
  lateList: 'Late duties', nothingLate: 'No duty is late.',
  since: 'referred {{when}}',
  duty: '{{owner}}: {{kind}}',
  escalated: 'Reported to {{names}}',
  hidden_one: 'One more is owed for another unit or confidential, and not listed here.', hidden_other: '{{count}} more are owed for other units or confidential, and not listed here.',
  more: 'Load more',
  toCases: 'The unit’s cases',
  figures: {
    title: 'Asked of this unit in the last {{days}} days', answers: { onSpot: 'Answered at once', mine: 'Answered later', colleague: 'To a colleague', otherUnit: 'To another unit', notOurs: 'Not ours', unclear: 'Put to a ruling', undecided: 'Not decided yet' },
    open: 'Still open', outside: 'Outside our remit (explained)', passedOn: 'Passed on or sent back more than once', onTime: 'Finished in time', withoutExtension: 'In time, without extensions', period: '{{from}} to {{to}}', note: 'Finished in time: of the cases that fell due in the period, the share finished by then, granted extensions included. Those still open count, as late; paused, withdrawn and merged ones do not. “—” where nothing fell due. Everything else goes by the day a question was registered.', refusedPhrases: 'Forbidden phrases stopped', phone_one: 'Telephone answered at the first ring', phone_other: 'Telephone answered within {{count}} rings', noCalls: 'not recorded', inTime: '{{inTime}} of {{calls}}', desk: 'of these: {{desk}}', noDesk: 'at no counter',
  },
  team: { title: 'First-contact team', choose: 'Team', none: 'You coordinate no first-contact team.', members: 'Members', counts: { open: 'Open', late: 'Late cases', waitingToSign: 'To be signed for' }, trainer: 'trainer', open: 'Open cases', noOpen: 'No open cases.', lateCases: 'Late cases', nothingLate: 'No case is late.', all: 'All of its cases', nobody: 'The team has no members yet.', hidden: 'Confidential cases are not listed here.' },
}
