import type { Translated } from '../shared/language.ts'
import type { calendarZh } from './calendar-texts.zh.ts'

export const calendarEn: Translated<typeof calendarZh> = {
  unit: 'Unit', year: '{{year}}', yearBefore: 'The year before', yearAfter: 'The year after', tester: 'Deadline tester', legend: 'Legend', none: 'none',
  month: '{{name}} ({{count}} working days)', monthName: { m1: 'January', m2: 'February', m3: 'March', m4: 'April', m5: 'May', m6: 'June', m7: 'July', m8: 'August', m9: 'September', m10: 'October', m11: 'November', m12: 'December' },
  weekday: { d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' }, weekdayShort: { d1: 'M', d2: 'T', d3: 'W', d4: 'T', d5: 'F', d6: 'S', d7: 'S' },
  kind: { work: 'working day', weekend: 'weekend', holiday: 'public holiday', makeUp: 'make-up workday', localRest: 'closed by own decision', localWork: 'open by own decision', halfDay: 'half day', localHours: 'other hours' },
  mark: { holiday: 'off', makeUp: 'work', localRest: 'shut', localWork: 'open', halfDay: 'half', localHours: 'hrs' },
  estimated: 'estimated (no notice yet)', estimatedTag: 'estimated', changedDay: 'changed in the draft',
  panes: 'What to edit', pane: { none: 'The year', notice: 'Import a notice', hours: 'Hours and seasons', versions: 'Versions' },
  knownThrough: 'Notices are known through {{day}}. Choose a day to close, open or halve it.', allInherited: 'This unit has no calendar of its own and inherits all (notices known through {{day}}).', ownParts: 'This unit sets some of it and inherits the rest (notices known through {{day}}).',
  part: { kind: 'Kind of work', weekdays: 'Working days', sessions: 'Hours', seasons: 'Summer and winter hours', holidays: 'Public holidays' }, kinds: { sessions: 'by hours', aroundTheClock: 'around the clock' }, holidays: { national: 'off, by the State Council’s notice', none: 'worked' },
  setHere: 'set here', inherited: 'inherited', inheritAgain: 'Inherit again', setIt: 'Set it here', fromN: 'Start of session {{n}}', toN: 'End of session {{n}}', addSession: 'Add a session', through: 'through', seasonFrom: 'Start of season {{n}} (MM-DD)', seasonTo: 'End of season {{n}} (MM-DD)', addSeason: 'Add a season', removeSeason: 'Remove season {{n}}',
  dayTitle: '{{date}}, {{weekday}}', dayNow: 'Now: {{kind}}', dayChoice: 'This day', choice: { usual: 'as usual', rest: 'closed', work: 'open all day', half: 'morning only', own: 'other hours' }, dayNote: 'Note (optional)',
  draft_one: 'Draft of the calendar: one day of this year changes', draft_other: 'Draft of the calendar: {{count}} days of this year change', draftOf: 'Version {{n}} again', problems: 'Put these right before publishing', publishHint: 'Limits that begin from then on follow the new calendar; what is already due keeps its moment. Who published it and when goes into the ledger.', note: 'Note', publish: 'Publish the calendar', drop: 'Discard the draft', published: 'Calendar version {{version}} is published',
  version: 'Version', versionN: 'Version {{n}}', publishedAt: 'Published', acts: 'Acts', inForce: 'in force', restored: 'version {{n}} anew', bySystem: 'the system', take: 'Publish anew…', noVersions: 'No versions of its own.',
  notice: {
    title: 'Import the State Council’s holiday notice', hint: 'Paste the notice or its sentences, or choose a JSON or CSV file of days. What was read is shown first; with one contradiction not a single day is used.', text: 'Text of the notice', example: '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
    file: 'Choose a file…', year: 'Year', yearAuto: 'as written', read: 'Read', refused: 'The notice contradicts itself; nothing of it was used', found: '{{year}}: {{rest}} days off with weekends, {{work}} make-up workdays.', restDays: 'Off:', workDays: 'Work:', ignored: 'Sentences not used:', use: 'Use it in the draft',
  },
  test: {
    since: 'From', limit: 'Limit', unit: 'By the calendar of', run: 'Work it out', due: 'Due:', steps: 'Day by day', date: 'Date', weekday: 'Weekday', day: 'The day', counted_one: 'Counted (one day)', counted_other: 'Counted ({{count}} days)', cut: 'Later days are not listed.',
    why: { received: 'day of receipt, not counted', counted: 'counted, day {{nth}}', passed: 'rest, not counted', moved: 'the last day rests, so it moves on', worked: 'counted, {{used}}', elapsed: 'elapsed, {{used}}' },
  },
}
