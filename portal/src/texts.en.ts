import type { Category, RefusalCode } from './shared/wire.ts'
import type { WallClock } from './shared/wall-clock.ts'
import type { Texts } from './texts.zh.ts'
import { trackEn } from './track/words.en.ts'

const week = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const clock = ({ hour, minute }: WallClock) => `${hour}:${String(minute).padStart(2, '0')}`
const day = (at: WallClock, thisYear: number) => `${at.day} ${months[at.month]}${at.year === thisYear ? '' : ` ${at.year}`}`
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const dates: Texts['dates'] = {
  clock,
  moment: (at, thisYear) => `${day(at, thisYear)}, ${clock(at)}`,
  due: (at, thisYear) => `${week[at.weekday]} ${day(at, thisYear)}, ${clock(at)}`,
  elapsed: (minutes) => {
    if (minutes < 1) return 'less than a minute'
    if (minutes < 60) return counted(minutes, 'minute')
    return minutes < 1440 ? `about ${counted(Math.round(minutes / 60), 'hour')}` : `about ${counted(Math.round(minutes / 1440), 'day')}`
  },
}

const categories: Record<Category, string> = {
  consultation: 'Question', help: 'Request for help', complaint: 'Complaint', report: 'Report of misconduct', suggestion: 'Suggestion', commendation: 'Praise', application: 'Application', other: 'Other',
}

const refusals: Record<RefusalCode, string> = {
  'bad-request': 'Something is not filled in correctly. Please check and send again.', 'unknown-field': 'This page is out of date. Please reload it and try again.',
  'not-signed-in': 'This is not possible right now. Please reload the page and try again.', 'password-change-needed': 'This is not possible right now. Please reload the page and try again.',
  'not-allowed': 'This is not possible right now.', 'cross-site': 'The request was blocked. Please open this website directly and try again.',
  'not-found': 'Nothing found. Please check the number and the code; both must match.',
  'idempotency-conflict': 'An earlier version may already have been received. To send this version as well, press the button once more.',
  'idempotency-in-progress': 'Your last attempt is still being processed. Please wait a moment and press again.', 'body-too-large': 'The text is too long. Please shorten it.',
  'unsupported-media': 'This page is out of date. Please reload it and try again.', 'too-fast': 'Too many attempts. Please wait a little.', unavailable: 'The system is busy. Please try again in a while.',
  'no-such-institution': 'Please choose an office.', 'category-not-used': 'This office does not use that category. Please choose another.', 'nobody-receives': 'Nobody receives online questions at the moment. Please phone or come to the counter.',
  'no-such-case': 'Nothing found. Please check the number and the code; both must match.', 'case-ended': 'This case has been answered or has ended, so this is no longer possible. Please ask anew if you need to.',
  'already-confirmed': 'You have confirmed this already.',
  'papers-in-custody': 'Some of your papers are still with us. Please collect them before you withdraw.', 'withdrawal-not-offered': 'This office does not take withdrawals online. Please phone or come to the counter.',
  'attachments-not-taken': 'This office does not take files online. Please bring them to the counter.', 'too-many-attachments': 'No more files can be added.', 'attachment-missing': 'This file is empty. Please choose it again.',
  'attachment-name': 'This file name cannot be used. Please rename it.', 'attachment-too-large': 'The file is too large. Please choose a smaller one.', 'attachment-type': 'Only intact JPG, PNG and WebP photos and PDF files are taken.',
  'too-much-information': 'Information has been added many times already. Please wait for the answer, or phone.', 'case-not-ended': 'This case is still being handled; you can urge it with additional information.',
  'reopening-window-passed': 'The time for reopening has passed. Please phone the supervision line, or ask anew and mention this number.', 'too-many-reopenings': 'This case has been reopened as often as is allowed. Please phone the supervision line.',
  'already-reported': 'Your report has been received and is being dealt with; there is no need to send it again.', 'no-receiver': 'Nobody can take this report online at the moment. Please phone the supervision line.',
  'not-answered-yet': 'There is no answer yet. Please rate the handling afterwards.', 'already-rated': 'You have already rated this round.', 'reason-not-offered': 'The list of reasons has changed. Please reload the page and rate again.',
}

const fieldFaults: Record<string, string> = {
  'text-too-long': 'This is too long. Please shorten it.', 'text-missing': 'This is not filled in yet.', 'text-broken': 'There is a character we cannot read. Please delete and rewrite it.',
  'text-control': 'There is a character we cannot read. Please delete and rewrite it.', 'text-invisible': 'There is an invisible special character. Please delete and rewrite it.',
  'phone-format': 'A phone number has digits, spaces and hyphens only. Please check it.', 'phone-short': 'That is too short for a phone number: a landline has 7 or 8 digits, with the area code from elsewhere.', 'email-format': 'An e-mail address looks like name@example.cn. Please check it.', 'number-format': 'That does not look like a case number; please compare it with your receipt.', 'code-format': 'The code is six letters or digits.',
}

export const en: Texts = {
  tag: 'en', brand: 'First-contact service', product: 'Daodi · first-contact service', dates, categories, refusals, fieldFaults, fieldFaultOther: 'This is not filled in correctly. Please check it.', refusalOther: 'That did not work. Please try again later.',
  estimated: 'est.', estimatedWhy: 'est.: public holidays for that date have not been published yet, so it may still move.',
  shell: {
    skip: 'Skip to content', large: 'Large type', largeOn: 'Normal type', read: 'Read aloud', stopReading: 'Stop reading', otherLanguage: '中文', home: 'Home', tools: 'Display settings',
    demo: 'Demonstration: offices, people and cases are fictional. Please do not enter real personal data.', loading: 'Opening…', offline: 'No connection to the server. Please check your network and try again.', retry: 'Try again',
    staff: 'Staff entrance', notFound: 'There is no such page', notFoundLead: 'Please go to the home page and choose what you would like to do.',
  },
  home: {
    title: 'How can we help you?', lead: 'Whoever receives your question first stays responsible until you have an answer.', ask: 'Ask or report something', askNote: 'No account, a few minutes', track: 'Check progress', trackNote: 'With your number and code',
    phones: 'Or phone us', phone: 'Enquiries', supervision: 'Supervision', setupTitle: 'The system is not set up yet', setupLead: 'An administrator has to finish the initial setup before the public can ask and check progress here.', setupLink: 'Go to the initial setup',
    nobody: 'No office takes questions online at the moment. Please phone or come to the counter.', desks: 'Counters and opening hours', desksNote: 'What for, where, and when',
  },
  desks: {
    title: 'Counters and opening hours', institution: 'Office', none: 'No counters are listed at the moment. Please phone us.', more: 'Show more', open: 'Open now', closed: 'Closed now', hours: 'Opening hours', opens: 'Opens', phone: 'Phone',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], everyDay: 'Every day', range: (first, last) => `${first} to ${last}`, list: (days) => days.join(', '),
    line: (days, times) => `${days} ${times}`, times: (spans) => spans.join(', '),
  },
  send: {
    sending: 'Sending…', slow: 'The network is slow; still sending. Please keep this page open.', unclear: 'No answer came back: it may or may not have been received. Press “Send again”; it will not be registered twice.', again: 'Send again',
    edit: 'Change the text first', faults: 'A few things need changing:', faultAt: (label, words) => `${label}: ${words}`, wait: (seconds) => `Too many attempts. Please wait ${counted(seconds, 'second')}.`, cancel: 'Cancel', left: (count) => `${counted(count, 'character')} left`, optional: 'optional',
  },
  ask: {
    title: 'Ask or report something', lead: 'Just say what it is about. Whatever is marked “optional” may be left empty.', institution: 'Which office', subject: 'What is it about', subjectHint: 'In one sentence, for example: what do I need to rebuild my house',
    content: 'The details', contentHint: 'When, where, what happened, what you would like us to do', category: 'What kind of matter', categoryNone: 'Not sure', place: 'Where', placeHint: 'Address or rough location',
    contact: 'How to reach you', give: 'Leave contact details', decline: 'Rather not say', giveNote: 'Used only to handle this matter and to answer you.', declineNote: 'We will not know who you are and cannot phone you; you can read the answer only here, with the number and the code. Please keep them safe.',
    name: 'Name', nameHint: 'What we should call you', phone: 'Phone', phoneHint: 'Mobile or landline', mobileWrong: 'A mobile number has 11 digits and begins with 13 to 19; please check it. For a landline give the area code and 7 or 8 digits.', email: 'E-mail', emailHint: 'If you leave one, we write to you when something changes', emailPlainHint: 'Whoever handles it may write to you if your phone does not answer', submit: 'Send', clear: 'Clear and start again', draft: 'What you write is kept on this device until you close the page.',
    subjectMissing: 'Please write what it is about.', contactMissing: 'Please leave a phone number or a name, or choose “Rather not say”.', institutionMissing: 'Please choose an office.',
  },
  files: {
    label: 'Photos or PDF files', hint: (left, megabytes) => `Up to ${left}, each no larger than ${megabytes} MB. Where and how a photo was taken is removed; only the staff handling this can see the files.`, pick: 'Choose photos or PDF files', shoot: 'Take a photo', full: 'No more files can be added.',
    states: { waiting: () => 'Goes with your message', sending: (percent) => `Uploading ${percent}%`, done: () => 'Received', failed: () => 'Not received', refused: () => '' },
    remove: 'Remove', removeOne: (name) => `Remove ${name}`, again: 'Upload those again',
    type: 'Only JPG, PNG and WebP photos and PDF files are taken. Please convert HEIC photos to JPG first.', large: (megabytes) => `Larger than ${megabytes} MB. Please choose a smaller one, or take a screenshot of it.`, empty: 'This file is empty.', many: 'More than may be added.',
    unclear: 'It did not get through. Please check your network and try again; it will not be kept twice.', sentAll: 'All files have been received.', title: 'Your files', keepOpen: 'Uploading; please keep this page open.', someFailed: 'Your question has been received. Some files did not get through: try again, or add them later under “Check progress” with “Add information”.',
    wordsSent: 'Your words have been received. Some files did not get through: try again, or remove them.', finish: 'Finish without them',
  },
  hint: {
    matter: (name) => `This looks like: ${name}`, owner: (unit) => `Handled by ${unit}`, unit: (unit) => `This looks like a matter for ${unit}`,
    office: 'It is not clear yet which department this belongs to. Just send it: finding the right one is our job.', onlyHint: 'Only a hint; whoever receives your question confirms it.',
    onSpot: 'Settled while you wait', days: (count) => `Settled within ${count} working ${count === 1 ? 'day' : 'days'}`, within: { workingHours: (count) => `Settled within ${count} working ${count === 1 ? 'hour' : 'hours'}`, naturalHours: (count) => `Settled within ${count} ${count === 1 ? 'hour' : 'hours'}`, naturalDays: (count) => `Settled within ${count} ${count === 1 ? 'day' : 'days'}` }, fee: (fee) => `Fee: ${fee}`, papers: (count) => `What to bring (${count}):`,
    paper: ({ name, copies, form, note, source }) => [`${name}, ${form === 'original' ? 'original' : form === 'copy' ? 'copy' : 'original or copy'} × ${copies}`, note, source && `issued by ${source}`].filter(Boolean).join(', '),
  },
  receipt: {
    title: 'Received: somebody is responsible', number: 'Number', code: 'Code', keep: 'Please note or save both. You need both to check progress, and the code cannot be recovered online.', expected: ['An answer is expected by ', '.'],
    anonymous: 'You left no phone number, so the answer can be read only here.', qr: 'Scan to check progress', qrAlt: 'QR code for checking progress', copyBoth: 'Copy number and code', copyLink: 'Copy the link', copied: 'Copied', copyFailed: 'Copying did not work; please write it down.',
    copyText: (number, code, link) => `Number: ${number}\nCode: ${code}\nCheck progress: ${link}`, picture: 'Save as a picture', pictureNote: 'On a phone, press and hold the picture to save it.', download: 'Download the picture', print: 'Print',
    track: 'Check progress', finish: 'Done, clear this device', pictureTitle: 'First-contact service · receipt', pictureFailed: 'The picture could not be made; please take a screenshot or print.', spelled: (code) => code.split('').join(' '),
  },
  track: trackEn,
}
