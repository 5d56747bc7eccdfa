export const directoryEn = {
  title: 'Directory', comma: ', ', lineColon: '{{label}}: {{text}}', sectionsLabel: 'Parts of the directory',
  sections: { book: 'Phone book', posts: 'Posts', desks: 'Desks', groups: 'Groups', outside: 'Outside contacts', gaps: 'Gaps', workbook: 'Import and export' },
  book: {
    open: 'Phone book', key: 'Open the phone book', search: 'Name, pinyin, initials, post, room, duty, number, unit', label: 'Search the phone book', empty: 'Nothing found', emptyText: 'Try another character, or the initials only.', start: 'A character or two will do.', all: 'See all',
    kinds: { all: 'All', person: 'People', desk: 'Desks', unit: 'Units', outside: 'Outside' }, count_one: '{{count}} entry listed', count_other: '{{count}} entries listed', chosen: 'Choose with the arrow keys, open with Enter', noPhone: 'No phone',
  },
  person: {
    duties: 'Duties', authority: 'Authority', limits: 'Limits', posts: 'Posts', noPosts: 'No post yet', noDuties: 'The duties of this post are not written down yet', unitDuties: 'Duties of the unit', matters: 'Responsible for', unitMatters: 'Other matters of the unit', noMatters: 'No matters listed', contact: 'Contact', roles: 'Roles', unitRoles: 'Acts for a unit as',
    desks: 'Desks', groups: 'Groups', languages: 'Languages', qualifications: 'Qualifications', employment: 'Employment', employments: { regular: 'Regular', dispatched: 'Dispatched', temporary: 'Temporary' }, left: 'Has left', mine: 'My duties', days_one: '{{count}} working day', days_other: '{{count}} working days', onSpot: 'On the spot',
    parts: { manager: 'Manager', member: 'Member', trainer: 'Trainer' }, room: 'Room', phone: 'Phone', unit: 'Unit', titleOf: 'Title', of: '{{unit}} · {{what}}',
  },
  unitRole: {
    head: 'Head', leaderInCharge: 'Leader in charge', office: 'Office', principal: 'Principal', intake: 'Intake', arbiter: 'Arbiter', liaison: 'Liaison', deputyLiaison: 'Deputy liaison', receptionist: 'Receptionist',
    firstContact: 'Appointed first contact', teamLeader: 'Team leader', responsibleNurse: 'Responsible nurse', doctorInCharge: 'Doctor in charge', headNurse: 'Head nurse', nursingDirector: 'Nursing director',
  },
  edit: { morePeople: '{{count}} more', create: 'New', change: 'Change', remove: 'Give up', removeAsk: 'Give up “{{name}}”?', removeText: 'It is no longer listed; what is recorded stays.', saved: 'Saved', removed: 'Given up', more: 'Load more', empty: 'Nothing here yet', search: 'Search', name: 'Name', unit: 'Unit', people: 'People', addPerson: 'Add somebody', nobody: 'Nobody', person: 'Person {{number}}', kind: 'Kind' },
  post: { printCovers: 'Print posts and deputies',
    create: 'New post', duties: 'Duties', authority: 'Authority', limits: 'Limits', limitsHint: 'Where it ends, and what has to be reported', rank: 'Rank', rankHint: '0 to 99; where several are asked together, the highest is asked first', languages: 'Languages required', qualifications: 'Qualifications required', wordsHint: 'One at a time; Enter adds it',
    holders: 'Held by', holder: 'Holder {{number}}', reason: 'Reason for the exception', reasonHint: 'Needed where a language or qualification is lacking', noDuties: 'Duties not written down', noHolder: 'Held by nobody', exception: 'exception', empty: 'No posts yet', emptyText: 'Write down duties and authority of each post, then say who holds it.',
  },
  desk: {
    create: 'New desk', kinds: { window: 'Window', desk: 'Service desk', office: 'Office', seat: 'Seat' }, scope: 'What is dealt with here', room: 'Room', phone: 'Phone', hours: 'Opening hours', hoursUnit: 'As the unit works', hoursHint: 'Closed on holidays; on make-up workdays open as on an ordinary working day; closed over the lunch break of the organisation unless somebody is rostered then.', addHours: 'Add hours', days: 'Weekdays', from: 'From', to: 'To', public: 'Shown to the public', publicShort: 'Public', internal: 'Internal', staff: 'Staff',
    empty: 'No desks yet', emptyText: 'Say what each desk deals with, when it is open and who is there.', dayNames: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' }, week: '{{days}} {{from}}–{{to}}', range: '{{first}}–{{last}}',
  },
  group: { create: 'New group', kinds: { leading: 'Leading group', working: 'Working group', firstContact: 'First-contact team', other: 'Other' }, mandate: 'Mandate', manager: 'Manager', work: 'Its open cases and load', noManager: 'No manager', members: 'Members', part: 'Part', count_one: '{{count}} member', count_other: '{{count}} members', empty: 'No groups yet' },
  outside: {
    create: 'New outside contact', scope: 'What they deal with', keywords: 'Keywords', keywordsHint: 'What people would say; Enter adds it', phone: 'Phone', address: 'Address', hours: 'Office hours', empty: 'No outside contacts yet', emptyText: 'For what is often asked here and is not ours: where to go, whom to call.',
  },
  gaps: {
    none: 'Nothing is missing', noneText: 'Every post has duties, every unit a head, a receptionist and a liaison, everybody a post.', more: 'Load more', count_one: '{{count}} gap', count_other: '{{count}} gaps',
    kinds: {
      postWithoutDuties: 'Posts without duties', postWithoutHolder: 'Posts held by nobody', holderLacksRequirement: 'Holders lacking what their post asks for', unitWithoutHead: 'Units without a head', unitWithoutReceptionist: 'Units without a receptionist', unitWithoutLiaison: 'Units without a liaison', unitWithoutDuties: 'Units without duties', personWithoutPost: 'People without a post', holderWithoutDeputy: 'People without a B post: it has left, or nobody stands in while they are away',
    },
  },
  workbook: {
    exportTitle: 'Export', exportText: 'The whole directory as one workbook, which can be imported again when it has been changed.', export: 'Export the directory', template: 'Empty template',
    importTitle: 'Import', importText: 'A trial run first lists every problem and every change to come; once confirmed, all of it is written or nothing. What the file does not name stays as it is. Matters become drafts and take effect with the next edition. New people have no password; an administrator issues a one-time password under Accounts.',
    choose: 'Choose a workbook', checking: 'Trying it out; thousands of rows take some seconds', problems_one: '{{count}} problem; nothing was changed', problems_other: '{{count}} problems; nothing was changed', problemsShown: 'The first {{count}}', where: 'Where', whatAndHow: 'What is wrong and what to do', row: 'row {{row}}', column: 'column {{column}}', good: 'No problems; confirm to write it', same: 'The same as the directory; nothing to import',
    sheet: 'Sheet', rows: 'Rows', new: 'New', changed: 'Changed', unchanged: 'Unchanged', absent: 'Not named', changes: 'Changes to come', changesShown: 'The first {{count}} of {{all}}; the others are written too', byMatter: 'by matter', changesOf: 'Changes to come, {{count}} in all', absentTitle: 'Not in the file, stays as it is', apply: 'Import', again: 'Another file', applied: 'Imported: {{created}} new, {{changed}} changed', none: 'empty',
    sheets: { units: 'Units', posts: 'Posts', people: 'People', matters: 'Matters', papers: 'Papers' },
    fields: {
      name: 'Name', parent: 'Parent', kind: 'Kind', registerCode: 'Register code', phone: 'Phone', room: 'Room', duties: 'Duties', authority: 'Authority', head: 'Head', liaison: 'Liaison', deputyLiaison: 'Deputy liaison', receptionist: 'Receptionist', unit: 'Unit', limits: 'Limits', rank: 'Rank',
      post: 'Post', person: 'Handler', category: 'Category', synonyms: 'Other names', keywords: 'Keywords', examples: 'Examples', conditions: 'Conditions for applying', procedure: 'Procedure', fee: 'Fee', feeBasis: 'Basis of the fee', statutoryDays: 'Statutory days', workingDays: 'Promised days', validFrom: 'Valid from', validUntil: 'Valid until', onSpot: 'On the spot', lenient: 'Lenient acceptance', citationRequired: 'Citation required', everyday: 'Everyday', citation: 'Basis', answer: 'Standard answer', papers: 'Papers',
      languages: 'Languages', qualifications: 'Qualifications', posts: 'Posts', title: 'Title', phones: 'Phones', rooms: 'Rooms', employment: 'Employment', roles: 'Roles', state: 'State', id: 'Id', login: 'Login',
    },
    faults: {
      'matter-unknown': 'There is no matter “{{value}}”. Correct the name, or add it to the matters first', 'date-format': '“{{value}}” is not a day. Write it like 2026-03-02', reversed: 'Before the first day of validity. Check both days',
      unknown: 'Something is wrong here ({{code}})',
      merged: 'Cells {{value}} are merged. Unmerge them and fill in each row', formula: 'This is a formula. Paste its value instead', 'column-unknown': 'The head “{{value}}” is not known. Use the template’s, or remove the column', 'column-twice': 'This column occurs twice. Remove one', 'column-missing': 'The column “{{value}}” is missing. Compare the template', 'sheet-twice': 'This sheet occurs twice. Make it one',
      missing: 'Empty. Fill it in', 'too-long': 'Too long or too many; at most {{max}}. Shorten it', 'bad-characters': 'Holds line breaks, slashes or invisible characters. Type it again', 'phone-format': '“{{value}}” does not look like a phone number. Digits, spaces, hyphens and brackets only', 'login-format': 'A login begins with a lower-case letter and has 3 to 32 lower-case letters, digits, dots, underscores and hyphens',
      'register-code-format': 'A register code is 2 to 6 capital letters', 'number-format': 'A whole number from {{from}} to {{to}}', 'not-in-list': '“{{value}}” is not one of those allowed: {{list}}', twice: 'The same as row {{row}}. Remove or correct one of them', 'id-unknown': 'The directory has no such id. Leave it empty for a new row',
      'unit-circular': 'These are above each other: {{chain}}. Correct the parent in one of the rows', 'unit-parent-missing': 'No parent. Only the institution’s own row may leave it empty', 'unit-parent-unknown': 'There is no unit “{{value}}”, nor a row that adds it. Correct the name, or add a row', 'unit-unknown': 'There is no unit “{{value}}”. Correct the name, or add it to the units first', 'unit-ambiguous': 'Several units are called “{{value}}”. Write the whole path, such as 许可科/一号窗口',
      'unit-moved': 'Importing does not move a unit. Put its former parent back', 'unit-kind-fixed': 'The kind cannot be changed so; a new unit is a department or a window', 'register-code-fixed': 'Importing does not change a register code (now “{{value}}”). Put it back', 'register-code-taken': 'The register code “{{value}}” is taken. Use another',
      'post-moved': 'Importing does not move a post. Put its former unit back, or empty the id to add another', 'post-unknown': '“{{unit}}” has no post “{{value}}”. Correct it, or add it to the posts first; for another unit’s write unit/post', 'person-unknown': 'There is nobody “{{value}}”. Write the login, or add a row to the people first', 'person-ambiguous': 'Several people are called “{{value}}”. Write the login', 'person-left': '“{{value}}” is disabled. Name somebody else',
      'one-only': 'One only. Keep one', 'login-elsewhere': 'The login “{{value}}” is of somebody in another institution; a person belongs to one only. Use another login, or disable it there first', 'person-twice': 'Name and mobile phone are those of row {{row}}. A person has one row', 'state-fixed': 'Importing neither disables nor enables. Do it under Accounts, where open cases are checked',
      'holder-not-qualified': 'The post “{{post}}” asks for: {{missing}}. Add it to the person, name somebody else, or record an exception at the post',
    },
  },
}
