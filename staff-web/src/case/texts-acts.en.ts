import { courseActsEn, courseNamesEn } from './texts-course.en.ts'
import type { actsZh } from './texts-acts.zh.ts'
import { careEn } from './texts-care.en.ts'
import { cooperationEn } from './texts-cooperation.en.ts'

export const actsEn: typeof actsZh = {
  name: {
    decideCase: 'Decide', promiseCase: 'Promise a time', issueNotice: 'One-time notice', takePapers: 'Take papers', returnPapers: 'Give papers back',
    referCase: 'Refer', acceptReferral: 'Sign for', returnReferral: 'Return', withdrawReferral: 'Withdraw referral', askForRuling: 'Ask for a ruling', ruleCase: 'Name the handler',
    resolveCase: 'Resolve', returnResult: 'Return the result', replyToCase: 'Reply', recordContactAttempt: 'Could not reach', closeCase: 'Close', reopenCase: 'Reopen',
    withdrawCase: 'Withdrawn by requester', addNote: 'Add a note', correctCase: 'Correct', addAttachment: 'Attach a file', revealRequester: 'Show contact data',
    ...courseNamesEn, ...cooperationEn.name, ...careEn.name,
  },
  submit: 'Submit', cancel: 'Cancel',
  reason: 'Reason',
  decide: {
    intro: 'Choose how to handle it.', onSpot: 'Answer now', straight: 'Answer straight away', mine: 'Mine, later', colleague: 'A colleague', otherUnit: 'Another unit', notOurs: 'Not ours', unclear: 'Unclear',
    onSpotHint: 'Write the answer; it closes at once', mineHint: 'List the papers, promise a time', colleagueHint: 'Lead there or hand over; they sign', otherUnitHint: 'Yours until they sign for it', notOursHint: 'Say where to go, and the phone', unclearHint: 'A leader names the handler',
    answer: 'Answer', explanation: 'Explanation', promisedAt: 'Promised time (may be left out: the set limit applies)', colleagueWho: 'To whom',
  },
  refer: { toUnit: 'To which unit', toPerson: 'To whom (may be left out: the unit decides)', reason: 'Why, and what is asked of them', contacted: 'I have contacted the unit', contactedWho: 'Whom did you reach', contactedHint: 'Who and when is kept in the course of the case.', escorted: 'I have led the person there', keeps: 'Until they sign for it, the case stays yours.', keepsOther: 'Until they sign for it, the case stays with {{name}}.' },
  accept: { intro: 'Once signed for it is yours, and your clock starts.', from: 'Reason for the referral' },
  lacks: 'Still empty: {{fields}}', lacksOther: 'Not complete yet, or the same as now', lacksComma: ', ',
  return: { reason: 'Why it does not belong here (the requester does not see this)', suggested: 'Which unit should have it (may be left out)', suggestedNeeded: 'Which unit should have it', goesBack: 'It goes back to the person who referred it.' },
  withdrawReferral: { intro: 'The case stays with you.', reason: 'Reason (may be left out)' },
  askForRuling: { intro: 'Somebody with the authority names the handler; until then it stays yours.', reason: 'What is in question, and what the sides say' },
  rule: { intro: 'Why it was asked', handler: 'Who handles it', instruction: 'Instruction (may be left out)', binding: 'After a ruling it may not be returned again.' },
  promise: { date: 'Promised date', limit: 'Limit for this case: {{when}}', beyond: 'Later than the limit; it will be refused.', current: 'Present promise: {{when}}. A new one can only be earlier.', text: 'What to tell the person (may be left out)' },
  notice: {
    intro: 'List every paper this needs, once. A second notice is recorded as a breach of one-time notice.', again: 'A notice has been given already. A second one is recorded as a breach of one-time notice.', reason: 'Why another notice (what the first one left out, and why)',
    name: 'Paper', copies: 'Copies', form: 'Form', given: 'Handed in', note: 'Note', add: 'Add a paper', remove: 'Remove', fromMatter: 'From the matter “{{matter}}”', 
  },
  takePapers: { intro: 'List the papers you take; a receipt number is issued.', paper: 'Paper and quantity', add: 'Add a paper' },
  returnPapers: { which: 'Which ones', item: '{{number}}: {{papers}}', none: 'No papers are in custody.' },
  resolve: { leader: 'the leader', outcome: 'Outcome', solved: 'Solved', explained: 'Not possible, explained', outside: 'Outside our remit', text: 'Explanation for the person', citation: 'Legal basis', citationNeeded: 'This kind of request needs a legal basis', where: 'Where to go', phone: 'Phone', next: 'Next, {{name}} replies to the person.' },
  returnResult: { intro: 'The person has not been answered yet. {{name}} carries on with it; the limit does not begin anew.', reason: 'What is wrong with the result, and what is wanted' },
  reply: { files: 'Files for the person', filesHint: 'What is ticked can be downloaded with number and code; the rest stays inside.', channel: 'How', text: 'Reply', prefilled: 'Filled in from the resolution; change it as you like.', close: 'Close the case with this reply' },
  attempt: { channel: 'How did you try', note: 'What happened (may be left out)', count: '{{count}} recorded in this round' },
  close: { intro: 'Nothing is owed afterwards. The person may still rate it, or have it reopened within the set time.', confirm: 'Close', heading: 'Close this case?' },
  reopen: { reason: 'Why', round: 'Round {{round}} begins; the person’s clock does not start again. Where it was reopened as often as may be, a leader decides.', decided: 'You decide on another round: round {{round}} begins; the person’s clock does not start again. If it is not to be handled again, give the reason under “Answer a report or request”; the person reads it.' },
  withdraw: { intro: 'Only when the person asks for it. The case ends.', reason: 'What the person said', heading: 'Has the person withdrawn it?', confirm: 'Withdrawn' },
  addNote: { kind: 'Kind', progress: 'Progress, internal', interim: 'Interim explanation to the person', text: 'Text', public: 'The person can see it' },
  correct: { field: 'Which field', before: 'Before', value: 'Change to', reason: 'Why', kept: 'Both values stay in the ledger.', none: '(empty)' },
  ...courseActsEn,
}
