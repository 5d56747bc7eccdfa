import type { Translated } from '../shared/language.ts'
import type { obligationsZh } from './texts.zh.ts'

export const obligationsEn: Translated<typeof obligationsZh> = {
  title: 'My to-do',
  scope: { label: 'Scope', mine: 'Mine', late: 'Late' },
  items_one: '{{count}} duty', items_other: '{{count}} duties', hint: 'A case may have several duties. The times here are those of each duty; the whole case’s stands with the case.',
  group: { red: 'Late', amber: 'Due soon', green: 'In time', grey: 'Paused' },
  kind: { decide: 'Decide what to do', signFor: 'Sign for the referral', rule: 'Rule who handles it', resolve: 'Resolve', reply: 'Reply to the person', callBack: 'Call back', approve: 'Approve', tell: 'Tell the person', resume: 'Resume', assist: 'Assist', reportBack: 'Report on an instruction', feedback: 'Report to supervision', visit: 'Keep an appointment', undone: 'Hear what could not be done', support: 'Answer a request for support', round: 'Do the round', handOver: 'Hand the shift over', answerBell: 'Answer the bell', task: 'Do a task of the shift', walkround: 'Record what the walk-round found', relay: 'Pass it on', contact: 'Contact the person', custody: 'Confirm the papers', advise: 'Answer a question', allow: 'Allow a second transfer', inquire: 'Follow up outside', followUp: 'Deal with what was reported', confirm: 'Confirm having been told', fillIn: 'Fill in the record', keepInTouch: 'Keep in touch', checkEffect: 'Look at the effect', settle: 'Settle what you took up', appeal: 'Decide on another round', solve: 'Give a solution' },
  supervision: { general: 'Supervised', key: 'Key supervision', listed: 'Listed supervision' }, firstServed: 'First', urged: 'Urged {{count}}×',
  owes: { unit: 'owed by {{unit}}', other: 'owed by {{name}}', escalated: 'climbed up to you', takenUp: 'taken up by {{name}}', inPlaceOf: 'in the place of {{name}}' },
  rungs: { one: 'head reminded', more_one: 'climbed {{count}} rung', more_other: 'climbed {{count}} rungs' },
  row: { anonymous: 'no name given', open: 'Open', sign: 'Sign for', return: 'Return', next: 'Go on', takeUp: 'Take up', look: 'Open', signed: 'Signed for: {{subject}}' },
  empty: { mine: 'All done', mineText: 'You owe nothing to anybody. New duties appear here by themselves.', late: 'Nothing is late', lateText: 'Everything owed is within its time.' },
  news: 'Something changed; show it', more: 'Load more',
  keys: { down: 'Next', up: 'Previous', open: 'Open', sign: 'Sign for', return: 'Return the referral', next: 'Do this one', takeUp: 'Take it up', mine: 'Mine', late: 'Late' },
  toRegister: 'To the register',
}
