import type { cooperationZh } from './texts-cooperation.zh.ts'

export const cooperationEn: typeof cooperationZh = {
  name: {
    callColleague: 'Call a colleague', promiseRelay: 'Pass on and assist', acknowledgeRelay: 'I have read it', recordContact: 'Spoke with the person', offerPapers: 'Hand papers over', confirmPapers: 'Confirm the papers',
    askAdvice: 'Ask before answering', giveAdvice: 'Answer a question', decideTransfer: 'Allow a second transfer', makeInquiry: 'Ask outside', answerInquiry: 'Answer from outside', reportUnsolved: 'Cannot be solved',
    answerForward: 'Deal with what was reported', addChild: 'Split off a part', mergeCase: 'Merge', unmergeCase: 'Undo the merging', assignStaff: 'Assign staff', confirmAssignment: 'Confirm the assignment', completeRecord: 'Fill in the record',
  },
  call: { intro: 'When you tried to reach your colleague and what came of it. Until they sign for it, the case stays yours.', who: 'Whom', channel: 'How', reached: 'Result', yes: 'Reached', no: 'Not reached', at: 'When (now, if left out)', note: 'What happened (may be left out)' },
  relay: { intro: 'You promise the person to pass it on and to assist. It stays yours until your colleague has read it; if that takes too long, you are reminded and your head is told.', who: 'To whom', text: 'What is passed on (may be left out)', acknowledge: 'Now contact the person and handle it within the limit.' },
  contact: { intro: 'You have spoken with the person. That is not yet a result.', note: 'What was said (may be left out)' },
  papers: { which: 'Which ones', who: 'To whom', intro: 'Until they confirm, whoever keeps the papers now answers for them.', confirm: 'Count them and confirm; from now on you keep them.', none: 'There are no papers to hand over.' },
  advice: { intro: 'Ask first when you are not sure. Without names the policy says who is asked; of several, the first answer counts.', question: 'What do you ask', who: 'Whom (may be left out)', expected: 'When the person was told to expect an answer (may be left out)', answer: 'Answer', which: 'Which question' },
  transfer: { intro: 'The unit has signed for this case; passing it on again needs approval.', approve: 'Approve', refuse: 'Refuse: the handler keeps it', reason: 'Remark (needed to refuse)' },
  inquiry: { party: 'Organisation', phone: 'Phone (may be left out)', question: 'What do you ask', due: 'Answer agreed by (as the policy says, if left out)', which: 'Which inquiry', text: 'What they answered', tell: 'Tell the person at once' },
  unsolved: { intro: 'What can be neither solved nor settled is explained patiently and reported to the leader.', text: 'Explanation for the person', who: 'To whom (as the policy says, if left out)', answer: 'What is to be done' },
  child: { intro: 'A part becomes a case of its own. It closes before this one, and is answered together with it.', subject: 'Subject of the part', content: 'Details (may be left out)' },
  merge: { intro: 'This case ends; the main case’s reply tells the person.', into: 'Merge into', reason: 'Reason (not needed for the same person or matter)', others: 'Other open cases', search: 'Number or subject', none: 'No open case found', undo: 'Why the merging is undone', undoIntro: 'It stands on its own again, with what was owed and when.' },
  emergency: { assignIntro: 'Without names everybody on duty in the unit is assigned; each of them confirms.', who: 'Whom (may be left out)', note: 'What to do (may be left out)', confirm: 'You have received the assignment.', completeIntro: 'Fill in what happened; the case cannot be closed before.', subject: 'Subject', content: 'Details', place: 'Place', name: 'Name', phone: 'Phone' },
  ruling: { level: 'Who is asked', skip: 'Why the others are passed over', absent: 'A colleague is travelling: tell their leaders (may be left out)', future: 'Apply this to the like in future', basis: 'Basis of the return (article of duties)', people: '{{post}}: {{names}}' },
  papersReceived: 'The papers came with it',
  card: {
    title: 'Together', relay: '{{by}} promised to pass it on to {{to}}; not read yet', question: '{{by}} asks {{of}}', expected: 'The person expects an answer by {{when}}', transfer: '{{by}} asks to pass it on to {{to}}; {{of}} decides',
    inquiry: '{{party}} was asked', inquiryDue: 'Answer due by {{when}}', forward: 'Reported to {{to}}', parent: 'Main case', children: 'Parts', joined: 'Merged into this', mergedInto: 'Merged into',
    emergency: 'Emergency', filled: 'Record complete', toFill: 'Record to be filled in', confirmed: '{{name}} confirmed {{when}}', waiting: '{{name}} has not confirmed', offered: '{{name}} is to confirm', chain: 'Kept by: {{chain}}',
  },
  fact: {
    called: 'called {{person}} ({{channel}}, {{when}}): {{result}}', reached: 'reached', notReached: 'not reached',
    relay: 'promised to pass it on to {{person}} and to assist', relayRead: 'has read what was passed on', contacted: 'spoke with the person ({{channel}})', contactedLate: 'spoke with the person ({{channel}}), later than the limit',
    offered: 'handed the papers to {{person}}, to be confirmed', confirmed: 'confirmed the papers from {{from}}', adviceAsked: 'asked {{people}} before answering', adviceExpected: 'asked {{people}} before answering; the person expects it by {{when}}', adviceGiven: 'answered the question',
    transferAsked: 'asked to pass it on to {{unit}}; {{people}} decides', transferRefused: 'refused to have it passed on to {{unit}}', passedOn: 'no ruling in time; {{people}} is asked now (level {{level}})',
    inquiry: 'asked {{party}}', inquiryAnswered: 'recorded the answer from outside', forwarded: 'reported it to {{person}} ({{unit}})', forwardAnswered: 'said what is to be done', number: 'gave the number: {{number}}',
    merged: 'merged into {{number}}', joined: '{{number}} was merged into this case', unmerged: 'taken out of {{number}} again', parted: '{{number}} was taken out again', child: 'split off {{number}}', parent: 'split off from {{number}}', emergencyChild: 'recorded {{number}}, an emergency in the course of this case', emergencyParent: 'recorded as an emergency in the course of {{number}}', toldWith: 'told the person together with {{number}}',
    emergency: 'raised an emergency; {{people}} notified', assigned: 'assigned {{people}}', assignmentConfirmed: 'confirmed the assignment', completed: 'filled in the record', completedAs: 'filled in the record: {{subject}}',
    returnedBasis: '; basis: {{basis}}', insteadOf: ' (B post for {{person}}, who is away)', approvedBy: ' (approved by {{person}})', skipped: '; passed over because: {{reason}}', precedent: '; to be applied in future',
    cause: { unclear: '', dispute: ' (disputed)', circle: ' (back to an earlier holder)', absent: ' (colleague travelling)' },
  },
}
