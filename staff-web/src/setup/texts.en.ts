import type { Translated } from '../shared/language.ts'
import type { setupZh } from './texts.zh.ts'

export const setupEn: Translated<typeof setupZh> = {
  english: 'English', chinese: '中文',
  title: 'Set-up', lead: 'On first use, enter your organisation and its first administrator. Units, people and rules can follow later.',
  token: 'Set-up token', tokenHint: 'It was printed on the server’s console at the start and can be used once.',
  institution: 'Organisation', name: 'Full name', namePlaceholder: 'for example: Qinghe County Bureau of Natural Resources', shortName: 'Short name', registerCode: 'Register code', registerCodeHint: '2 to 6 capital letters at the head of every case number; cannot be changed later.', phone: 'Switchboard (optional)', needed: 'Please fill this in.', lacking: 'Something is still missing, as marked at the fields; the password has to be typed twice the same.',
  preset: 'Kind of organisation', presetHint: 'Sets who may be first contact, the limits, the calendar and the ladder; all can be changed later.',
  administrator: 'First administrator', person: 'Name', login: 'Login', loginHint: 'Begins with a lower-case letter, 3 to 32 characters.', password: 'Password',
  submit: 'Finish the set-up', done: 'The set-up is done', doneText: 'You can now sign in with the login and password just chosen.', toSignIn: 'Sign in', notNeeded: 'This system is set up already', notNeededText: 'Please sign in; ask an administrator if you forgot your password.',
}
