import type { Translated } from '../shared/language.ts'
import type { registerZh } from './texts.zh.ts'

export const registerEn: Translated<typeof registerZh> = {
  title: 'Register',
  line: { full: 'This line holds {{count}} characters at most, and what came after was not kept; put long texts into the details.', label: 'What is asked, in one line', placeholder: 'What is asked? One line, a phone number may be in it', hint: '↑ ↓ choose a matter, Enter answers on the spot (a standing answer is shown first, Enter again registers it), Alt + digit for the other ways, Esc leaves the line so that plain digits work', content: 'A long text; all of it is kept as details' },
  who: {
    label: 'Who asks, and how', channel: 'Channel', category: 'Category', categoryAuto: 'Category', urgency: 'Urgency', name: 'Name', phone: 'Phone', phoneSeen: '{{phone}}', visits_one: 'was here once', visits_other: 'was here {{count}} times', more: 'Address, organization, time, details…', less: 'Less', organization: 'Organization', address: 'Address', email: 'E-mail', place: 'Place', occurredAt: 'Asked or happened at (empty: now)', involvedCount: 'Persons', colleague: 'A colleague asks', inside: 'Colleague · {{unit}}', involvedNames: 'Who is concerned', firstServed: 'Seen to first',
    content: 'Details', declined: 'Rather not say', readBack: 'Read back to the person', confidential: 'Confidential', known: 'Known from an earlier visit', priority: 'Urgency',
    together: 'Asked together with', togetherHint: 'Of several asked together, the one with the highest post becomes first contact.', pair: 'The other of the pair', pairHint: 'Here two people take questions together; the higher post becomes first contact. Remembered for today.', desk: 'Counter', noDesk: 'Not at a counter', rings: 'Rings', ring_one: '{{count}} ring', ring_other: '{{count}} rings',
  },
  askedFirst: {
    label: 'Asked first', hint: 'Where a colleague was asked first and you only write it down, name them: they become first contact. Left empty it is you.', needed: 'You register for others only: name the colleague who was asked first; they become first contact.', title: 'To the first contact',
    choose: 'Choose the colleague who was asked first.', decides: 'Once registered, {{name}} ({{unit}}) is first contact and decides what to do.', register: 'Register for the first contact', registerTo: 'Register for {{name}}',
  },
  reception: { greeting: 'Say first', quoted: '“{{text}}”', steps: 'Steps of the reception' },
  matters: {
    title: 'Is it this?', hint: 'choose with the arrow keys', hintOpen: 'choose another with Alt + arrow keys', none: 'No matter fits; choose what to do below.', empty: 'Type, and the matters it could be appear here, with the unit in charge and the papers needed.', because: 'for {{words}}', cases: '{{count}} cases with “{{word}}” were handled there', ruling: 'as ruled on {{number}}', askOffice: 'Not sure enough: ask {{unit}} {{name}} {{phone}}', outside: 'Perhaps another organisation’s: {{name}} {{phone}}', unitIs: 'Perhaps for {{unit}}', high: 'likely', medium: 'possible', chosen: 'chosen', unchosen: 'No matter', papers_one: '{{count}} paper: {{names}}', papers_other: '{{count}} papers: {{names}}', promised: 'promise {{limit}}', onSpot: 'can be done at once',
    failed: 'No suggestions could be read; you can register all the same.',
  },
  everyday: { title: 'Everyday requests', goes: 'Dealt with by {{unit}}' },
  aside: { samePerson: 'the same person', otherPerson: '{{name}}’s', repeats: 'The same question may be open already', repeatsHint: 'Open it and add to it, or register and merge.', mergeInto: 'Register and merge with {{number}}', sure: '{{count}}% alike', earlier: 'Other cases of {{name}}', earlierAnonymous: 'Other cases of this person', similar: 'Similar open cases', answer: 'Can be answered', citation: 'Basis: {{citation}}', useAnswer: 'edit before answering' },
  branch: {
    onSpot: 'registered and answered', onSpotReady: 'with the matter’s answer, after a look', mine: 'papers and a promise', colleague: 'lead there or hand over', otherUnit: 'theirs once signed for', notOurs: 'say where, and the phone', unclear: 'ask who is to handle it', title: 'What to do',
  },
  confirm: { title: 'Check, then register', subject: 'Asked', matter: 'Matter', told: 'The person is told', result: 'Outcome', closed: 'Answered on the spot: registered and closed, not to be undone', confirm: 'Confirm: register and close' },
  panelLacks: {
    onSpot: 'Write the answer first, and the basis where one is required.', mine: 'Complete the papers’ names or correct the promised time first.', colleague: 'Choose a colleague first.', otherUnit: 'Choose a unit and give a reason first.', notOurs: 'Write the explanation and where to go first.', unclear: 'Say first why it is unclear.',
  },
  panel: {
    guess: '{{unit}} is filled in from a likely matter, “{{matter}}”. Please check it before you register.',
    register: 'Register', answer: 'Answer', answerPlaceholder: 'What the person is told', citation: 'Basis', citationPlaceholder: 'law or document and article, optional', citationNeeded: 'law or document and article, required here',
    papers: 'Papers of the one-time notice', papersHint: 'Tick what was handed in; the rest goes into the notice.', paperAdd: 'Add a paper, Enter puts it in', paperCopies_one: '{{count}} copy', paperCopies_other: '{{count}} copies', paperGiven: 'handed in', promise: 'Promise', promiseByMatter: 'By the matter: {{limit}}, reckoned by the system', promiseByRule: 'By the rules, reckoned by the system', promiseChange: 'choose another time', promiseReset: 'back to the default', promiseNote: 'A word to the person (optional)',
    colleague: 'Which colleague', reason: 'A word along with it (optional)', unit: 'Which unit', unitPerson: 'A person there (optional; otherwise the unit signs for it)', unitReason: 'Reason', escorted: 'I have led the person there', reasonOfMatter: '“{{matter}}” is handled by {{unit}}.',
    where: 'Where to go', wherePlaceholder: 'for example: Bureau of Natural Resources, 12 Renmin Road', wherePhone: 'Phone', notOursText: 'This is not within our remit. Please turn to {{where}}.', notOursTextPhone: 'This is not within our remit. Please turn to {{where}}, phone {{phone}}.',
    unclear: 'What is unclear', unclearPlaceholder: 'The situation and your view; the leader names the handler', unclearNote: 'Until then it is yours; the reply remains yours afterwards.',
    needSubject: 'Please type what is asked first.', entryNeeded: 'The regulation asks for more of such a question: {{fields}}.', listComma: ', ', ahead: 'The time it was asked or happened cannot lie ahead; please put it right.', submitKey: 'Ctrl Enter', back: 'back to the line', pairNeeded: 'Here two people take questions together: choose the other one.', readBackNeeded: 'This category must be read back to the person first; please tick it.', requesterNeeded: 'Enter the person’s name or phone; who would rather not is marked under “Address, organization, time, details”.',
  },
  mergeReason: 'The same question again, merged when registered',
  absent: {
    title: '{{name}} now', channel: 'How', channels: { phone: 'by phone', visit: 'in person', wechat: 'WeChat', sms: 'SMS' }, result: 'Result', no: 'not reached', yes: 'reached', note: 'What was said (optional)', remove: 'Remove this try', addNo: 'Note a try: not reached', addYes: 'Note a try: reached',
    relay: 'The colleague is away; I promised the person to pass it on and to assist', relayText: 'What to pass on (optional)', numberGiven: 'By phone: the caller was given the unit’s number, and that settles it', number: 'Number given',
  },
  away: {
    title: 'The colleague is away: what to do', next: 'another way', report: 'Report to the leaders', is: { here: 'here', out: 'out', trip: 'on a trip', leave: 'on leave', offShift: 'off duty', notRostered: 'not rostered' }, reportReason: '{{name}} is {{state}}; please name a handler.',
    why: { report: '{{name}} is {{state}}: by the rules the leaders name the handler; until then it is yours.', deputy: '{{name}} is {{state}}: {{deputy}} stands in and signs for it.', relay: '{{name}} is {{state}}: you pass it on and assist until they have read it.', plain: '{{name}} is {{state}}: handed over all the same; until signed for it is yours.' },
    way: { report: 'Report to the leaders', deputy: 'To {{deputy}}, who stands in', relay: 'The colleague is away; I promised the person to pass it on and to assist', plain: 'Hand over all the same and wait for the signature' },
  },
  done: {
    dueMerged: 'with the main case', merged: 'Merged with {{number}}, which is answered for both.', notMerged: 'Registered, but it could not be merged with {{number}}. Please open the case.', title: 'Registered', number: 'Number', code: 'Code', firstContact: 'First contact', handler: 'Handler', due: 'Due', noDue: 'answered, nothing due', next: 'Next', receipt: 'Print receipt', open: 'Open the case', codeWhy: 'Give number and code to the person: with them the case can be followed on the web.', pending: 'waits to be signed for; until then it is yours',
  },
  keys: { together: 'colleagues asked together', line: 'Back to the line', clear: 'Clear and start anew', submit: 'Submit', escape: 'Leave the line or close the panel', edit: 'Edit the answer before registering', receipt: 'Print receipt', next: 'Next person', open: 'Open the case', up: 'Previous matter', down: 'Next matter' },
  taking: { owner: '“{{matter}}” belongs to {{owner}}.', likely: 'It looks like “{{matter}}”, which belongs to {{owner}}.', again: 'Press “Mine, later” once more to take it on all the same, or refer it to {{unit}}.', taken: 'Once you take it on, it is yours to the end.' },
  last: 'Receipt of the last one, {{number}}',
  clear: 'Clear', cleared: 'Cleared', undo: 'Undo',
}
