import type { Translated } from '../shared/language.ts'
import type { adminZh } from './texts.zh.ts'

export const adminEn: Translated<typeof adminZh> = {
  title: 'Administration',
  sections: { accounts: 'Accounts', units: 'Units', matters: 'Matters', policy: 'Policy', calendar: 'Calendar', deadline: 'Deadline tester', mail: 'Mail', webhooks: 'Webhooks', outbox: 'Outbox' },
  sectionsLabel: 'What to administer',
  account: {
    search: 'Name, pinyin, login', create: 'New account', empty: 'No account fits', name: 'Name', login: 'Login', loginHint: 'Begins with a small letter, 3 to 32 characters', unit: 'Unit', post: 'Post', phone: 'Phone', room: 'Room', roles: 'Roles', state: 'State', lastSeen: 'Last seen', acts: 'Acts',
    active: 'Active', disabled: 'Disabled', locked: 'Locked', lockedUntil: 'Locked until {{when}}', mustChange: 'Password to be changed', never: 'Never signed in',
    edit: 'Edit', disable: 'Disable', succession: 'Succession', enable: 'Enable', unlock: 'Unlock', reset: 'Reset password', revoke: 'Sign out everywhere',
    disableHeading: 'Disable the account of {{name}}?', disableText: 'They can no longer sign in. While they hold open cases this is refused: hand those over first.', revokeHeading: 'Sign {{name}} out on every device?', revokeText: 'They have to sign in again; what they are typing is lost.',
    resetHeading: 'Reset the password of {{name}}?', resetText: 'A new initial password is made and shown once; they must change it when they next sign in.',
    password: 'Initial password', passwordOnce: 'The initial password is shown this once. Hand it over in person or safely; it must be changed at the first sign-in.', createdTitle: 'The account of {{name}} is ready', resetTitle: 'The password of {{name}} was reset', done: 'Handed over, close',
    addRole: 'Add a role', role: 'Role', roleUnit: 'For', noRoles: 'No role (ordinary staff)', saved: 'Saved', disabledDone: 'Disabled', enabledDone: 'Enabled', unlocked: 'Unlocked', revoked: 'Signed out', more: 'Load more',
    roleAt: '{{role}} ({{unit}})',
    otherPhones: 'Other phones', otherRooms: 'Other rooms', languages: 'Languages', qualifications: 'Qualifications', employment: 'Employment', employments: { regular: 'Regular', dispatched: 'Dispatched', temporary: 'Temporary' },
  },
  unit: {
    create: 'New unit', pick: 'Choose a unit', name: 'Name', kind: 'Kind', kinds: { institution: 'Institution', department: 'Department', window: 'Counter' }, parent: 'Part of', registerCode: 'Register code', registerCodeHint: '2 to 6 capital letters; empty: the register of the unit above', phone: 'Phone', room: 'Room', duties: 'Duties', authority: 'Authority', people: '{{count}} people', head: 'Head: {{name}}', noHead: 'No head named',
    posts: 'Posts', postsHint: 'Saving replaces the list: posts not named here are vacated.', post: 'Post', person: 'Person', addPost: 'Add a post', setPosts: 'Set the posts', postsUnset: 'The posts stay as they are unless you set them here.', saved: 'Saved', created: 'Created',
    postNames: { head: 'Head', leaderInCharge: 'Leader in charge', office: 'Office', principal: 'Principal', intake: 'Intake', liaison: 'Liaison', deputyLiaison: 'Deputy liaison', receptionist: 'Receptionist', arbiter: 'Arbiter' }, postOther: 'or any other name',
  },
  matter: {
    search: 'Matter or keyword', create: 'New matter', empty: 'No matter fits', name: 'Matter', unit: 'Unit', person: 'Person', category: 'Category', keywords: 'Keywords', keywordsHint: 'What people call it; Enter adds one', papers: 'Papers needed', addPaper: 'Add a paper', paper: 'Paper', copies: 'Copies', form: 'Form', workingDays: 'Promised working days', onSpot: 'Can be done on the spot', citation: 'Legal basis', answer: 'Standard answer', created: 'Created', more: 'Load more', days: '{{count}} working days', onSpotShort: 'on the spot', papersCount: 'papers ({{count}}): {{names}}', noPapers: 'no papers', remove: 'Remove',
  },
  policy: {
    unit: 'Unit', digest: 'Digest', versions: 'Inherited from these versions', version: '{{unit}}, version {{version}}', published: 'published {{when}}', by: 'by {{name}}', yes: 'yes', no: 'no', none: 'not set', readOnly: 'A case follows the version in force when it was registered. To change it, go to Edit.', 
    intro: 'Choose a unit to see what holds for it after inheritance.',
    rung: '{{after}} {{from}}: tell {{who}}', rungFrom: { due: 'after the due time', opened: 'after the beginning' }, limit: '{{amount}} {{unit}}', resolveRule: '{{when}}: {{limit}}', always: 'anything else', separator: ', ', postOf: '{{post}}, {{of}}',
    units: { workingDays: 'working days', workingHours: 'working hours', workingMinutes: 'working minutes', naturalDays: 'days', naturalHours: 'hours', naturalMinutes: 'minutes' },
    of: { handler: 'handler’s unit', firstContact: 'first contact’s unit', receiver: 'receiving unit', institution: 'institution' },
    values: { calendar_institution: 'the organisation’s working time', calendar_aroundTheClock: 'around the clock', anyone: 'anyone asked', window: 'the counters', appointed: 'appointed people', pair: 'pairs', registration: 'the registration', signFor: 'the signature', firstContact: 'first contact', handler: 'handler', requester: 'person asking', replier: 'who replies', giver: 'giver', receiver: 'receiver', never: 'never', always: 'always', complaints: 'after complaints and reports', runs: 'the clock runs on', restarts: 'the clock stops, and starts again when they are complete' },
    groups: { basics: 'Basics', limits: 'Limits', ladders: 'Ladders', handling: 'Handling', reply: 'Reply and rating', people: 'People and confidentiality', other: 'Other' },
    keys: {
      name: 'Name', systemName: 'Called', firstContactMode: 'First contact', categories: 'Categories', channels: 'Channels', required: 'Required', requester: 'Requester must be named', readBack: 'Read back for', citation: 'Legal basis for',
      limits: 'Limits', decide: 'Decide', signFor: 'Sign for', rule: 'Rule', reply: 'Reply', callBack: 'Call back', round: 'Round', handOver: 'Hand over', answerBell: 'Answer the bell', roster: 'Duty roster', roundMinutesBefore: 'Round opens so many minutes before', roundItems: 'Looked at on the round', handOverNeeded: 'A shift ends only with a signature', handOverWithin: 'Handed over within, after the shift', bellSeconds: 'A bell goes to other groups after (seconds)', resolve: 'Resolve', resolveFrom: 'Limit for resolving runs from', warnAtPercentLeft: 'Warn when so many per cent are left', ladders: 'Ladders', replyBy: 'Who replies', replyInsideLimit: 'Reply within the limit for resolving',
      when: 'When', by: 'By', returns: 'Returns', max: 'At most', within: 'Within', unclear: 'Who rules on unclear cases', papers: 'Papers', missing: 'While papers are missing', returnBeforeClose: 'Papers in custody go back before closing', contactAttempts: 'Failed attempts needed', finding: 'Finding whose matter it is', suggest: 'Below this certainty (%) ask the office', preselect: 'From this certainty (%) choose by itself', closing: 'Closing', withReply: 'Close with the reply by default',
      reopening: 'Reopening', rating: 'Rating', reasons: 'Reasons offered', forbiddenPhrases: 'Forbidden phrases', block: 'Not to be used', allow: 'Harmless', publicIntake: 'First contact for questions from the web', unitSeesItsCases: 'Staff see all cases of their unit', confidentialCategories: 'Confidential categories', supervisionLine: 'Supervision line', notices: 'Who is told (others as by default)', accepted: 'Signed for', resolved: 'Result', answered: 'Answered', ruled: 'Ruled', closed: 'Closed', reopened: 'Reopened', referred: 'Referred', registered: 'Registered', dutyWarned: 'Nearly due', dutyLate: 'Late', idleMinutes: 'Signed out after idle minutes', retentionYears: 'Kept for years', calendar: 'Calendar',
    },
  },
}
