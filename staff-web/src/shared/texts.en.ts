import type { Translated } from './language.ts'
import type { sharedZh } from './texts.zh.ts'

export const sharedEn: Translated<typeof sharedZh> = {
  brand: 'Daodi',
  status: { registered: 'Registered', handling: 'In progress', resolved: 'To be answered', answered: 'Answered', closed: 'Closed', withdrawn: 'Withdrawn', merged: 'Merged' },
  outcome: { solved: 'Solved', explained: 'Explained, not possible', outside: 'Not ours', withdrawn: 'Withdrawn', merged: 'Merged' },
  urgency: { normal: 'Normal', urgent: 'Urgent', critical: 'Critical' },
  category: { consultation: 'Consultation', help: 'Help request', complaint: 'Complaint', report: 'Report', suggestion: 'Suggestion', commendation: 'Commendation', application: 'Application', other: 'Other' },
  channel: {
    visit: 'Visit', phone: 'Phone', letter: 'Letter', meeting: 'Meeting', web: 'Web', wechat: 'WeChat', sms: 'SMS', qr: 'QR code', suggestionBox: 'Suggestion box',
    leaderReception: 'Leader’s reception', hotline: 'Hotline', assigned: 'Assigned from above', instruction: 'Leader’s instruction', media: 'Media', selfDiscovered: 'Found on patrol', bell: 'Call bell', other: 'Other',
  },
  limit: {
    workingDays_one: '{{count}} working day', workingDays_other: '{{count}} working days', naturalDays_one: '{{count}} day', naturalDays_other: '{{count}} days', workingHours_one: '{{count}} working hour', workingHours_other: '{{count}} working hours',
    naturalHours_one: '{{count}} hour', naturalHours_other: '{{count}} hours', workingMinutes_one: '{{count}} working minute', workingMinutes_other: '{{count}} working minutes', naturalMinutes_one: '{{count}} minute', naturalMinutes_other: '{{count}} minutes',
  },
  reception: { title_one: 'One unit has nobody to receive people today', title_other: '{{count}} units have nobody to receive people today', hint: 'No receptionist is there, nobody is on a shift and no desk has staff. Plan a shift, or name a receptionist in the unit’s settings.', nobody: 'no receptionist named', away: '{{names}} away today' },
  obligation: { decide: 'Decide', signFor: 'Sign for', rule: 'Rule', resolve: 'Resolve', reply: 'Reply', callBack: 'Call back', approve: 'Approve', tell: 'Tell the person', resume: 'Resume', assist: 'Assist', reportBack: 'Report on an instruction', feedback: 'Report to supervision', visit: 'Keep an appointment', undone: 'Hear what could not be done', support: 'Answer a request for support', round: 'Round before the shift', handOver: 'Hand over', answerBell: 'Answer the bell', task: 'Task of a shift', walkround: 'Record a walk-round', relay: 'Pass it on', contact: 'Contact the person', custody: 'Confirm the papers', advise: 'Answer a question', allow: 'Allow a second transfer', inquire: 'Follow up outside', followUp: 'Deal with what was reported', confirm: 'Confirm having been told', fillIn: 'Fill in the record', keepInTouch: 'Keep in touch', checkEffect: 'Look at the effect', settle: 'Settle what was taken up', appeal: 'Decide on another round', solve: 'Give a solution' },
  obligationState: { open: 'Owed', met: 'Met', void: 'Void' },
  branch: { onSpot: 'Answer now', mine: 'Mine, later', colleague: 'A colleague', otherUnit: 'Another unit', notOurs: 'Not ours', unclear: 'Unclear' },
  role: { receptionist: 'First contact', head: 'Unit head', leader: 'Leader in charge', supervisor: 'Supervisor', administrator: 'Administrator' },
  demoRole: { handler: 'Handler', office: 'Office', guideNurse: 'Guide nurse', headNurse: 'Head nurse' },
  light: { red: 'Late', amber: 'Due soon', green: 'In time', grey: 'Paused', none: 'No limit' },
  grade: { g1: 'Very dissatisfied', g2: 'Dissatisfied', g3: 'Acceptable', g4: 'Satisfied', g5: 'Very satisfied' },
  printedForm: { receipt: 'Receipt', notice: 'One-time notice', slip: 'Referral or assignment slip', handling: 'Handling sheet', returned: 'Request to return', extension: 'Request for an extension', handOver: 'Hand-over sheet' },
  paperForm: { original: 'original', copy: 'copy', either: 'original or copy' },
  month: { m1: 'Jan', m2: 'Feb', m3: 'Mar', m4: 'Apr', m5: 'May', m6: 'Jun', m7: 'Jul', m8: 'Aug', m9: 'Sep', m10: 'Oct', m11: 'Nov', m12: 'Dec' },
  format: { day: '{{day}} {{monthName}}', yearDay: '{{day}} {{monthName}} {{year}}', estimated: '{{text}} (est.)' },
  span: {
    minute_one: '{{count}} minute', minute_other: '{{count}} minutes', hour_one: '{{count}} hour', hour_other: '{{count}} hours', day_one: '{{count}} day', day_other: '{{count}} days',
    workingDay_one: '{{count}} working day', workingDay_other: '{{count}} working days', both: '{{hours}} {{minutes}}', rest_one: '{{count}} minute', rest_other: '{{count}} minutes',
  },
  due: { ofDuty: 'The limit of this duty, “{{kind}}”', ofCase: 'The limit of the whole case', late: '{{span}} late', left: '{{span}} left', today: 'due today {{clock}}', tomorrow: 'due tomorrow {{clock}}', none: 'no limit', calendar: '{{text}} by the calendar' },
  clocks: { short: 'person {{requester}} d · unit {{unit}} d', requester_one: 'The person’s time: since registration {{since}}, one working day', requester_other: 'The person’s time: since registration {{since}}, {{count}} working days', unit_one: 'The unit’s time: since {{since}}, one working day', unit_other: 'The unit’s time: since {{since}}, {{count}} working days' },
  estimatedWhy: 'This day lies beyond the published holiday notices; it was reckoned by weekends and may still move.',
  state: {
    loading: 'Loading', retry: 'Try again', failed: 'This could not be loaded', empty: 'Nothing here yet', more: 'Load more', end: 'That is all',
    crashed: 'Something on this page broke', crashedText: 'Whatever was registered is safe. Please load the page again.', reload: 'Load again',
  },
  form: { lacks: 'Something that is needed is still missing.' },
  act: {
    ok: 'OK', cancel: 'Cancel', close: 'Close', save: 'Save', submit: 'Submit', copy: 'Copy', copied: 'Copied', copyFailed: 'This browser does not allow copying; please select the text', print: 'Print', back: 'Back', search: 'Search', more: 'More', required: 'required', optional: 'optional',
    choose: 'Choose', clear: 'Clear', remove: 'Remove',
  },
  anonymousRequester: 'somebody unnamed',
  promise: { past: 'The promised time has passed; choose another.', rests: '{{day}} is a day of rest; nobody is here. ', lastBefore: 'The last working time before it ends at {{when}}.', choose: 'Choose the promised time, or go back to the default.' },
  picker: {
    matter: 'Find a matter by name', noMatter: 'No such matter', person: 'Name, pinyin or initials', unit: 'Choose a unit', nobody: 'No such colleague', nobodyHere: 'No such colleague in this unit; choose another unit, or refer to it', noUnit: 'No such unit', head: 'head {{name}}', instant: 'Choose date and time', personLabel: 'Choose a colleague', unitLabel: 'Choose a unit', post: 'Choose a role, or write one', vacantPost: '{{post}} (vacant)', instead: '{{name}} instead' },
  live: { waiting: 'Live updates are interrupted, reconnecting', waitingLong: 'The page still refreshes every half minute' },
  keys: { title: 'Keys on this page', hint: 'Press ? outside of a field at any time', groupHere: 'This page', groupEverywhere: 'Everywhere', help: 'Show keys' },
  list: { count_one: '{{count}} entry', count_other: '{{count}} entries' },
  password: { next: 'New password', again: 'Once more', hint: 'At least {{min}} characters. Length beats tricks: four unrelated words will do.', differ: 'The two differ.', short_one: '{{count}} character short', short_other: '{{count}} characters short', good: 'Long enough', strong: 'Well long enough' },
  listComma: ', ',
  notFound: { title: 'There is no such page', text: 'The address may be wrong, or you may not see it.', home: 'Back to the register' },
  emergency: { raise: 'Emergency', inCourse: 'Emergency in this case', again: 'Press again: register at once and notify whoever is on duty', sending: 'Registering…', key: 'Emergency (press twice)' },
}
