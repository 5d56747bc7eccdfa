import type { Status } from '../shared/wire.ts'
import type { Cast, StepKind, StepWords } from './step-kinds.ts'
import type { trackZh } from './words.zh.ts'

const branches: Record<string, string> = {
  onSpot: 'Answered straight away.', mine: 'Taken on by the person who received it.', colleague: 'Passed to a colleague in the same unit.',
  otherUnit: 'Needs to be handled by another unit.', notOurs: 'Not within this organisation’s remit; you were told where to go.',
  unclear: 'Important, or not yet clear whose it is: a leader has been asked to decide.',
}
const causes: Record<string, string> = { papers: 'papers from you are awaited', thirdParty: 'another body’s result is awaited', appointment: 'the agreed time is awaited' }
const grades = ['', 'Very dissatisfied', 'Dissatisfied', 'Fairly satisfied', 'Satisfied', 'Very satisfied']
const datesAgain: Record<string, string> = {
  kept: ' The time you were given for the answer stays as it was.', moved: ' The time you were given was very near; it moves only as far as the work needs.', anew: ' The time for the answer is counted anew from here.',
}
const join = (names: readonly string[]) => names.join(', ')

const steps: Record<StepKind, (words: StepWords) => string> = {
  'case-registered': ({ who, person }) => `${who ? `Received and registered by ${who}.` : 'Received and registered.'}${person ? ` ${person} stays responsible until you have an answer.` : ''}`,
  'case-decided': ({ branch }) => branches[branch] ?? 'It has been decided how this will be handled.',
  'referral-made': ({ toUnit }) => toUnit ? `Passed to ${toUnit}, who must sign for it.` : 'Passed to another unit, who must sign for it.',
  'referral-accepted': ({ who }) => who ? `${who} signed for it and started work.` : 'Signed for; work has started.',
  'referral-returned': ({ who }) => `${who || 'The other unit'} explained that it is not theirs and returned it; the previous person remains responsible.`,
  'referral-withdrawn': () => 'The hand-over was taken back; the previous person carries on.',
  'ruling-asked': () => 'A leader has been asked to decide who handles this.',
  'ruling-given': ({ who }) => who ? `A leader decided that ${who} handles this.` : 'A leader decided who handles this.',
  'promise-made': ({ due, estimated }) => due ? `A result is promised by ${due}${estimated ? ' (est.)' : ''}.` : 'A time for the result has been promised.',
  'notice-issued': ({ missing, given }) => `You were told of all the papers needed, once and for all.${missing.length ? ` Still missing: ${join(missing)}.` : ''}${given.length ? ` Already handed in: ${join(given)}.` : ''}`,
  'papers-taken': ({ papers }) => papers.length ? `Your papers were taken in: ${join(papers)}.` : 'Your papers were taken in.',
  'papers-complete': () => 'Your papers are complete.',
  'papers-returned': ({ papers }) => papers.length ? `Your papers were given back: ${join(papers)}.` : 'Your papers were given back.',
  'note-added': () => 'News of the progress so far.',
  'case-resolved': () => 'There is a result; you will be told next.',
  'person-told': () => 'You were given an answer.',
  'contact-failed': () => 'We tried to contact you but could not reach you.',
  'case-closed': () => 'This case is closed.',
  'result-returned': () => 'After a check, whoever handles it carries on.',
  'case-reopened': ({ byPublic, date }) => `${byPublic ? 'You said it was not solved; it is being handled again.' : 'It is being handled again.'}${datesAgain[date] ?? ''}`,
  'case-withdrawn': ({ byPublic }) => byPublic ? 'You withdrew this case; it will not be continued.' : 'This case was withdrawn and will not be continued.',
  'case-merged': () => 'This case was merged with another and is handled together with it.',
  'information-added': () => 'You added information.',
  'attachment-added': ({ name }) => name ? `You sent a file: ${name}.` : 'You sent a file.',
  'case-rated': ({ grade }) => grades[grade] ? `Your rating: ${grades[grade].toLowerCase()}.` : 'You rated the handling.',
  'extension-granted': ({ due, estimated }) => due ? `More time was granted, until ${due}${estimated ? ' (est.)' : ''}.` : 'More time was granted.',
  'pause-begun': ({ cause, moment, estimated }) => `Paused: ${causes[cause] ?? 'something is awaited'}${moment ? `, until ${moment}${estimated ? ' (est.)' : ''} at the latest` : ''}.`,
  'pause-ended': () => 'Work goes on.',
  'appointment-made': ({ home, moment, person }) => home ? `A visit to you was agreed on${moment ? `: ${moment}` : ''}${person ? `, by ${person}` : ''}.` : `An appointment here was agreed on${moment ? `: ${moment}` : ''}${person ? `, with ${person}` : ''}.`,
  'appointment-moved': ({ moment }) => moment ? `The appointment was moved to ${moment}.` : 'The appointment was moved.',
  'appointment-ended': ({ kept, home }) => kept ? (home ? 'The visit took place.' : 'The appointment took place.') : 'The appointment did not take place.',
  'person-informed': () => 'You were told how it stands.',
  'receipt-confirmed': () => 'You confirmed that you have the answer.',
  'help-asked': ({ of }) => of === 'appeal' ? 'You said again that it is not solved; a leader decides whether it is handled again.' : 'It was reported that this could not be done; somebody else looks into it.',
  'solution-given': () => 'The accountable leader gave a solution.',
  'help-answered': ({ of }) => of === 'appeal' ? 'The leader decided not to handle it again, for this reason.' : 'The report that it could not be done was answered.',
  'relay-promised': ({ who }) => who ? `${who} is away; a colleague has promised to pass it on and to assist.` : 'A colleague has promised to pass it on and to assist.',
  'person-contacted': () => 'We spoke with you.',
  'custody-confirmed': ({ person }) => person ? `Your papers are now kept by ${person}.` : 'Your papers were handed on.',
  'advice-asked': () => 'A leader is being asked before you are answered.',
  'inquiry-made': () => 'Another organisation has been asked.',
  'inquiry-answered': () => 'The other organisation has answered.',
  'unsolved-forwarded': () => 'It was explained to you and passed to the person in charge.',
  'number-given': () => 'You were given the number of the unit in charge.',
  'case-unmerged': () => 'It is handled on its own again.',
  'told-with': () => 'You were answered together with others asking the same.',
  succession: ({ who }) => who ? `Because of a staff change, ${who} is now responsible.` : 'Because of a staff change, a successor is now responsible.',
}

const headline: Record<Status, (cast: Cast) => string> = {
  registered: ({ unit, firstContact }) => `${firstContact} (${unit}) has received it and is arranging who handles it`,
  handling: ({ unit, handler }) => `${handler} (${unit}) is working on it`,
  resolved: ({ replier }) => `There is a result; ${replier} is about to tell you`,
  answered: () => 'You have been given an answer',
  closed: () => 'Closed',
  withdrawn: () => 'Withdrawn; not continued',
  merged: () => 'Merged with another case and handled together with it',
}

const nextByStatus: Record<Status, (cast: Cast) => string> = {
  registered: ({ firstContact }) => `${firstContact} will answer at once, or settle who handles it and by when you will be answered.`,
  handling: ({ firstContact }) => `When it is done, ${firstContact} will tell you the result and ask for your rating.`,
  resolved: ({ replier }) => `${replier} will tell you the result and ask for your rating.`,
  answered: () => 'Please see whether the answer solves the matter, and rate the handling.',
  closed: () => '', withdrawn: () => '', merged: () => '',
}
const next = {
  papers: 'Please hand in the papers listed above soon; work continues when they are complete.',
  waiting: ({ waitingFor, handler }: Cast) => `Work continues when ${waitingFor} has signed for it. Until then ${handler} remains responsible: it is never without an owner.`,
  status: nextByStatus,
}

export const trackEn: typeof trackZh = {
  title: 'Check progress',
  form: {
    lead: 'Use the number and the code you were given. No account is needed.', number: 'Number', numberHint: 'For example JS20260302-0007, on your receipt',
    code: 'Code', codeHint: 'Six letters or digits, capital or small', submit: 'Check', searching: 'Looking it up…',
    wrong: 'Nothing found. Please check the number and the code; both must match.', lost: 'Lost the code? Come to the counter with an identity document, or phone the office: staff will look it up for you.',
    numberMissing: 'Please enter the number.', numberFormat: 'That does not look like a case number; please compare it with your receipt.', codeMissing: 'Please enter the code.', codeFormat: 'The code is six letters or digits.',
  },
  loading: 'Looking it up…', numberLabel: 'Number', placeLabel: 'Place', institution: (name) => `${name} · first-contact service`,
  subjectErased: '(removed under the retention rules)', textErased: '(text removed under the retention rules)',
  headline, steps, grades, next,
  stepOther: 'There is news on this case.',
  waiting: ({ waitingFor, handler }) => `Waiting for ${waitingFor} to sign for it. Until then ${handler} remains responsible.`,
  promised: ['You will be answered by ', '.'],
  clocks: (since: string, days: number) => `You asked ${since}; ${days} working ${days === 1 ? 'day' : 'days'} so far.`,
  unitClock: (unit: string, since: string, days: number) => `${unit} has had it since ${since}; ${days} working ${days === 1 ? 'day' : 'days'} so far.`,
  expected: ['An answer is expected by ', '.'],
  late: ['You were to be answered by ', '. That time has passed.'],
  download: (name: string, kilobytes: number) => `Download ${name} (${kilobytes} KB)`,
  confirmation: { lead: 'If the answer reached you and it is done, please let us know.', submit: 'I have it, and it is done' },
  lateAdvice: (phone) => phone ? `You may phone ${phone} to ask, or urge it with “Add information” below.` : 'You may urge it with “Add information” below.',
  phone: 'Phone', room: (room) => `room ${room.replace(/\s*室$/, '')}`,
  supervision: 'Supervision phone', missing: 'These papers are still missing', missingNote: 'Please hand them to the person in charge.',
  outcome: 'Result: ',
  outcomes: { solved: 'Solved', explained: 'Not possible; the reasons were explained', outside: 'Not within this organisation’s remit; you were told where to go', withdrawn: 'Withdrawn', merged: 'Merged with another case' },
  replies: 'Our answer to you', replyRound: (round) => `Answer of round ${round}`,
  baton: {
    title: 'Who is responsible', hold: 'works on it', wait: 'waiting to be signed for', reply: 'preparing the answer', now: 'now', lasted: (from, time) => `from ${from}, for ${time}`, lasting: (from, time) => `since ${from}, ${time} so far`,
    thread: (name) => `${name} stays responsible from first to last, until you have an answer.`, more: (count) => `Show ${count} more in between`,
  },
  timeline: { title: 'What happened', next: 'Next', more: (count) => `Show ${count} earlier entries`, fewer: 'Hide earlier entries' },
  refresh: { at: (words) => `As of ${words}`, button: 'Refresh', busy: 'Refreshing…', failed: 'No connection just now; this is what we last knew.', news: 'There is news on this case; the page has been updated.' },
  information: {
    open: 'Add information', title: 'Add information', lead: 'Tell us anything new, or ask how it is going. The person in charge will see it and it becomes part of the record.', label: 'Your addition', submit: 'Send',
    done: 'Your addition has been received; the person in charge will see it.', missing: 'Please write what you would like to add.', missingAny: 'Please write what you would like to add, or choose photos or PDF files.', ended: 'This case has ended, so nothing can be added. Please ask anew if you need to.',
  },
  undone: {
    open: 'I cannot get it done', title: 'Report what cannot be done', lead: 'Sent from place to place, nobody in charge, no end to it: write it here. It goes past the person who handles the case to those who are responsible for such reports, and becomes part of the record.', label: 'What is the difficulty', submit: 'Send report',
    done: 'Your report has been received; somebody other than the handler will deal with it.', missing: 'Please write what the difficulty is.',
  },
  withdraw: {
    open: 'Withdraw', title: 'Withdraw this case', lead: 'If you no longer need this, you can withdraw it. Nobody will work on it any more and you will get no answer; this cannot be undone, but you can ask anew at any time. The record so far is kept as the rules require.', label: 'Your reason', submit: 'Yes, withdraw it',
    done: 'Withdrawn. The person in charge will be told.',
  },
  notSolved: {
    near: 'Not solved: handle it again', open: 'Not solved / complain', complain: 'Complain', title: 'Not solved / complain', label: 'What is not solved', submit: 'Ask for it to be handled again',
    lead: (name) => `The case will be reopened for another round. ${name} remains responsible, and your reason goes to the person who handles it. Number and code stay the same.`,
    leaderLead: 'It has been handled again as often as the rules allow. What you write goes to a leader, who decides in time whether it is handled once more, or tells you the reason. Number and code stay the same.', leaderDone: 'A leader decides on it now. Follow it with the same number and code.', leaderSubmit: 'Have a leader decide',
    done: 'It is being handled again. Follow it with the same number and code.', missing: 'Please write what is not solved, so that it can be handled again.',
    unfinished: 'This case is still being handled. You can urge it with “Add information”; if you are unhappy with a person or the service, phone the supervision line.',
    over: 'This case can no longer be reopened online. If it is still not solved, phone the supervision line, or ask anew and mention this number.', noPhone: 'Please contact the office.',
  },
  rating: {
    title: 'Please rate the handling', lead: 'Ratings serve to improve the service. One rating for each round.', grade: 'How was it handled', solved: 'Is the matter solved', yes: 'Solved', no: 'Not solved',
    reasons: 'Reasons (any number, or none)', comment: 'Anything else (optional)', submit: 'Send rating', done: 'Thank you for your rating.', missing: 'Please choose a rating.',
    given: (words) => `Your rating: ${words}`, hint: 'If you want it to be handled again, use “Not solved / complain” below.',
  },
}
