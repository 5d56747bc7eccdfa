import type { Translated } from '../shared/language.ts'
import type { sessionZh } from './texts.zh.ts'

export const sessionEn: Translated<typeof sessionZh> = {
  nav: { label: 'Main', register: 'Register', todo: 'My to-do', cases: 'Cases', roster: 'Duty', unit: 'My unit', team: 'Team', admin: 'Admin', skip: 'Skip to the content', late_one: '{{count}} duty late', late_other: '{{count}} duties late' },
  find: { placeholder: 'Search words, number, name, phone', key: 'Search cases' },
  menu: {
    duties: 'My duties',
    open: 'personal menu', language: '中文', large: 'Large type', normal: 'Normal type', password: 'Change password', tokens: 'API tokens', signOut: 'Sign out', everywhere: 'Sign out everywhere', keys: 'Show keys',
    everywhereAsk: 'Your sessions on other computers and phones end as well; what is not registered yet is not kept.', everywhereDone: 'Signed out everywhere.',
  },
  demo: { label: 'About this demonstration', banner: 'Demonstration: units, people and cases are invented. Enter no real data.' },
  signIn: {
    title: 'Sign in', lead: 'Whoever is asked first owns it to the end.', login: 'Login', password: 'Password', submit: 'Sign in', showPassword: 'Show password', hidePassword: 'Hide password',
    demoTitle: 'Look around as …', demoText: 'One click signs you in as this person; there is one for each role.', back: 'You will return to the page you were on.', again: 'Your session has ended, please sign in again',
    againText: 'The page and what you typed are still here; go on after signing in.', other: 'Somebody else', wait: 'Try again in {{seconds}} seconds.', setup: 'This system is not set up yet: go to the set-up',
  },
  idle: { title: 'Are you still there?', text_one: 'Nothing has happened for a while; you will be signed out in {{count}} second.', text_other: 'Nothing has happened for a while; you will be signed out in {{count}} seconds.', stay: 'I am here' },
  password: {
    title: 'Change password', forced: 'Please set your own password first', forcedText: 'Your present password was set by somebody else. Choose one that only you know to go on.', current: 'Present password',
    submit: 'Change password', done: 'Your password was changed. Other devices have been signed out.',
  },
  token: {
    title: 'API tokens', text: 'Let other programs call the interface in your name. A token is as good as your password and is shown once only.', create: 'New token', name: 'Purpose', namePlaceholder: 'for example: kiosk registration', days: 'Days valid', scope: 'Scope',
    scopes: { read: 'Read only', register: 'Read and register', act: 'Everything I may do, except accounts and tokens' }, once: 'This token is shown only now. Copy it.', created: 'Created', expires: 'Expires', used: 'Last used', never: 'never', noExpiry: 'never',
    revoke: 'Revoke', revokeAsk: 'Revoke “{{name}}”? Programs that use it stop working at once.', revoked: 'Revoked.', empty: 'No tokens yet', emptyText: 'Create one when another program is to register or look up cases.', done: 'I have saved it',
  },
}
