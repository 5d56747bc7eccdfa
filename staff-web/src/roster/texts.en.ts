import type { Translated } from '../shared/language.ts'
import type { rosterZh } from './texts.zh.ts'

export const rosterEn: Translated<typeof rosterZh> = {
  title: 'Duty', sectionsLabel: 'Duty',
  sections: { mine: 'My shifts', week: 'Roster', desks: 'Counters', now: 'Who is on now', bells: 'Bells' },
  state: { here: 'here', out: 'out', trip: 'travelling', leave: 'on leave', offShift: 'off shift' },
  until: 'until {{when}}', back: 'back {{when}}', deputy: 'deputy {{name}}', deputyAway: 'deputy {{name}} (away too)', noDeputy: 'no deputy named',
  weekday: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
  week: {
    unit: 'Unit', previous: 'Previous week', next: 'Next week', today: 'This week', print: 'Print the roster', copy: 'Copy last week', copied: '{{count}} shifts copied', copiedPart: '{{count}} shifts copied; {{left}} were left out because something speaks against them', undo: 'Undo',
    people: 'People', peopleHint: 'Drag somebody into a field, or choose with its “+”.', add: 'Put somebody on {{kind}}, {{day}}', pick: 'Choose', remove: 'Take {{name}} off', bin: 'Drop here to take off', added: 'Planned', removed: 'Taken off', moved: 'Moved',
    noKinds: 'No kinds of shift yet', noKindsText: 'Begin with a kind of shift: its name, its hours, its weekdays.', newKind: 'New kind of shift', editKind: 'Change the kind', kindName: 'Name', from: 'From', to: 'To', nextDay: 'next day', weekdays: 'Weekdays', post: 'Post it fills (optional)', postHint: 'With “Appointed first contact”, whoever is on duty is the first contact.',
    team: 'Team (optional)', teamHint: 'Bells go to one’s own team first.', least: 'At least so many people', needs: 'Languages and qualifications needed', needsHint: 'Without any one of them nobody can be rostered.', criteria: 'Criteria', criteriaHint: 'Somebody who does not meet them needs a reason.', retire: 'Retire', retireAsk: 'Retire “{{name}}”? Shifts already planned stay.',
    gap: '{{count}} missing', problems: 'To be settled', noProblems: 'No gaps and no conflicts', readOnly: 'Only the unit’s head and administrators plan the roster; here you may read it.', hours: '{{from}}–{{to}}',
    gapLine: '{{day}} {{kind}}: {{have}} of {{least}}', uncoveredLine: '{{when}}: nobody on duty', deskGapLine: '{{desk}}, {{when}}: open with nobody there', deskDayLine: '{{desk}}, {{when}}: nobody there all day', desk: 'Counter it staffs (optional)', noDesk: 'None in particular', deskHint: 'Whoever has the shift is at this counter.',
    problem: { overlaps: '{{day}} {{name}}: {{kind}} overlaps with {{other}}', away: '{{day}} {{name}}: {{absence}} during {{kind}}', 'needs-missing': '{{day}} {{name}}: {{kind}} needs {{missing}}', 'criteria-missing': '{{day}} {{name}}: does not meet the criteria of {{kind}} ({{missing}})', 'off-day': '{{day}} {{name}}: {{kind}} is not worked that day' },
    reasonTitle: 'Criteria not met', reason: 'Reason for planning it all the same', begun: 'begun', ended: 'ended',
    personTitle: 'Languages, qualifications and deputy of {{name}}', skills: 'Languages and qualifications', skillsHint: 'Enter adds one, for example 普通话.', cover: 'Deputy (B post)', saved: 'Saved', more: 'Somebody else',
  },
  now: { title: 'On duty now', empty: 'Nobody is rostered now', emptyText: 'The roster has no shift at this moment.', presence: 'Presence', all: 'Whole institution', to: 'until {{when}}' },
  desks: { none: 'No counters yet', noneText: 'Counters, desks and seats are kept in the directory; their opening hours are held against the roster, and the time without anybody is listed here.', some: '{{count}} of {{all}} counters are open at times with nobody there', fine: 'All {{count}} counters have somebody there while they are open', share: 'open {{open}} h, nobody {{gap}} h', wholeDay: 'all day', plan: 'Plan the roster' },
  mine: {
    shifts: 'My shifts', none: 'You have no shift in the next four weeks', absences: 'Absences', noAbsences: 'No absence recorded', kind: 'Kind', kinds: { leave: 'Leave', trip: 'Travel', out: 'Out' }, from: 'From', to: 'Until', open: 'open', deputy: 'Who stands in (optional; else the B post)', note: 'Note (optional)',
    record: 'Record an absence', recorded: 'Recorded', back: 'I am back', cancel: 'Take back', ended: 'Ended', feed: 'Calendar subscription', feedText: 'Add the address to the calendar of your phone or computer and your shifts appear by themselves. Whoever knows the address sees your shifts: keep it to yourself.', createFeed: 'Make an address', renewFeed: 'Make another address', revokeFeed: 'Revoke', feedOnce: 'The address is shown this once: copy it now.', revoked: 'Revoked', hasFeed: 'An address is in use.',
    toSign: 'Waiting for your signature', sign: 'Go and sign', handed: '{{kind}} of {{name}}, written {{when}}', presence: 'I am', open_: 'Open', successions: '{{count}} cases of somebody who leaves wait for your signature',
  },
  shift: {
    title: '{{kind}} · {{name}}', notBegun: 'not begun', begun: 'begun {{when}}', ended: 'ended {{when}}', begin: 'I have read it and begin', beginText: 'Read what is unsettled and what happened the day before; the time of your confirmation goes into the ledger.', beginDone: 'Begun', opens: 'Can be begun from {{when}}',
    unsettled: 'Unsettled cases of the unit', noUnsettled: 'Nothing is unsettled', events: 'Since the day before', noEvents: 'Nothing happened since the day before', received: 'Handed over to me', signed: 'signed', sign: 'Sign', signDone: 'Signed', notes: 'Notes',
    round: 'Round before the shift', roundText: 'Look at each; what is wrong is registered and goes to the unit that mends it.', noRound: 'The unit has no list for rounds', fine: 'fine', bad: 'wrong', place: 'Where, for example bed 5', what: 'What, for example toilet blocked', toUnit: 'Which unit mends it', finish: 'Finish the round', roundDone: 'Round done {{when}}', registered: 'registered', pickUnit: 'Say what is wrong and which unit mends it', roundSaved: 'Round recorded, {{count}} cases registered',
    mine: 'In hand', cases: 'Open cases', promises: 'promised {{when}}', papers: 'Papers in custody', papersLine: '{{number}}: {{count}}, taken {{when}}', nothing: 'Nothing is open', bells: '{{count}} bells unanswered',
    handOver: 'Hand over', successor: 'Successor', pickSuccessor: 'Next shift:', notesHint: 'Whatever the successor has to know; shown when they sign.', write: 'Write it and hand it to the successor', rewrite: 'Write the record anew', written: 'given to {{name}} {{when}}', accepted: '{{name}} signed {{when}}', waiting: 'Waiting for {{name}} to sign', end: 'End the shift', endDone: 'Shift ended', endHint: 'A shift ends only after the successor has signed.', asHandler: 'handler', asFirst: 'first contact',
    writeDone: 'The record is written', printHandOver: 'Print the hand-over sheet', printLog: 'Print the duty log',
  },
  bells: { ring: 'Ring', place: 'Bed or place', team: 'Team (optional)', unit: 'Unit', rung: 'Called: {{names}}', rungNobody: 'Recorded; nobody is on duty', waiting: 'Unanswered', none: 'No bell is ringing', answer: 'Answer', answered: '{{name}} answered after {{seconds}} s', done: 'Answered after {{seconds}} s', forAll: 'any team', forTeam: 'own team', recent: 'The last day', since: '{{seconds}} s' },
  keys: { previous: 'Previous week', next: 'Next week', today: 'This week' },
}
