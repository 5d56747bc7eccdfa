import type { Translated } from '../shared/language.ts'
import type { successionsZh } from './texts.zh.ts'

export const successionsEn: Translated<typeof successionsZh> = {
  leaver: { title: 'Succession of {{name}}', intro: 'Name a successor for each case first. When they sign, the case with everything owed in it becomes theirs. Only when all is signed for can the account be disabled.', count: '{{count}} open cases', signed: '{{count}} signed for', shifts: '{{count}} shifts are still planned: take them off the roster first', none: 'Nothing is open', noneText: 'The account can be disabled.', all: 'Give all that have no successor to', name: 'Name', named: '{{count}} named', number: 'Number', unit: 'Handling unit', as: 'As', due: 'Due', successor: 'Successor', waiting: 'waits for signature', toAccounts: 'Back to accounts', confirm: 'Please check: {{count}} cases go to {{name}}' },
  as: { firstContact: 'first contact', handler: 'handler', other: 'other' },
  mine: { title: 'Successions that wait for my signature', intro: 'With your signature the case, and everything owed in it until the same moments, is yours.', none: 'Nothing to sign for', line: 'was {{leaver}}’s; {{by}} named you {{when}}', sign: 'Sign', signed: 'Signed for: {{subject}}', signAll: 'Sign for all' },
}
