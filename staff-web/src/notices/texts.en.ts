export const noticesEn = {
  title: 'Notices', open: 'Notices', unread_one: '{{count}} unread notice', unread_other: '{{count}} unread notices', none: 'No unread notices',
  filter: { label: 'Which', all: 'All', unread: 'Unread' },
  readAll: 'Mark all as read', readAllDone_one: '{{count}} marked.', readAllDone_other: '{{count}} marked.', markRead: 'Mark as read', takeUp: 'Take up', preferences: 'How I am told', news: 'New notices; show them', more: 'Load more',
  empty: { all: 'No notices yet', allText: 'When something is referred to you, signed for, settled or waits for you, you are told here.', unread: 'Nothing unread', unreadText: 'You have seen everything.' },
  hidden: '(you may not see this case any more)', erased: '(its words are erased)', by: 'By {{name}}', isUnread: 'unread', climbed: 'rung {{rung}}', due: 'due {{when}}',
  keys: { down: 'Next', up: 'Previous', open: 'Open the case', read: 'Mark as read', takeUp: 'Take it up', all: 'Show all', unread: 'Show unread', bell: 'Open the notices' },
  standIn: { owed_one: '{{count}} duty is now on your to-do list', owed_other: '{{count}} duties are now on your to-do list', done_one: '{{count}} act in your place', done_other: '{{count}} acts in your place', numbers: 'cases {{numbers}}', between: ', ' },
  kind: {
    referred: 'Referred to you: please sign for it', accepted: 'Your referral was signed for', returned: 'Your referral was returned', referralWithdrawn: 'The referral was withdrawn', rulingAsked: 'You are asked to rule who handles it',
    ruled: 'The handler was ruled', registered: 'Newly registered: you are the first contact', succeeded: 'You succeed in it', promised: 'A promise was made', resolved: 'There is a result; the person is to be told',
    resultReturned: 'The result was returned', answered: 'The person was told', closed: 'Closed', reopened: 'Reopened', caseWithdrawn: 'The request was withdrawn', informationAdded: 'The person added information', papersComplete: 'A colleague took the last missing paper', rated: 'The person rated it',
    asked: 'You are asked to do or approve something', decided: 'What you asked for was answered', urged: 'Urged: please see to it', extended: 'Extended', paused: 'The clock is paused',
    dutyWarned: 'Nearly due', dutyLate: 'Late', dutyClimbed: 'Late, and climbed to you', dutyTakenUp: 'What had climbed was taken up', liaisonTold: 'From another department; you are told as liaison', taskGiven: 'Your turn to receive', taskOffered: 'The main shift is asked to take over', taskBack: 'They are busy: it stays with you', walkroundPlanned: 'A walk-round was announced', walkroundCancelled: 'A walk-round was cancelled', walkroundUnattended: 'Nobody is on duty for a walk-round: plan the roster', standInBegun: 'A colleague is away: you stand in', standInEnded: 'Done in your place while you were away', webhookOff: 'A webhook endpoint was switched off after too many failures',
  },
  way: {
    title: 'How I am told', lead: 'You are always told in here. Choose what comes by e-mail besides, and when.', mailOff: 'Your institution has set no mail server yet, so no mail leaves; you can save your choice already.',
    email: 'My e-mail address', emailHint: 'Used for you alone; letters never say what was asked.', kinds: 'What comes by e-mail', kindsHint: 'What is to come “with the daily digest” comes in one letter at your time.', now: 'At once', digest: 'With the daily digest', off: 'Not', allKinds: 'Set all to',
    digestAt: 'Time of the daily digest', digestHint: 'Left out when nothing is unread, due that day or late.', quiet: 'Quiet hours', quietOn: 'Send no letters in this time, but after it', from: 'From', to: 'to', saved: 'Saved.', back: 'Back to the notices',
  },
}
