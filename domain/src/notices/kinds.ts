/** What somebody is told of, in the order in which preferences show it. */
export const NOTICE_KINDS = ['referred', 'accepted', 'returned', 'referralWithdrawn', 'rulingAsked', 'ruled', 'registered', 'succeeded', 'promised', 'resolved', 'resultReturned',
  'answered', 'closed', 'reopened', 'caseWithdrawn', 'informationAdded', 'papersComplete', 'rated', 'asked', 'decided', 'urged', 'extended', 'paused', 'dutyWarned', 'dutyLate', 'dutyClimbed', 'dutyTakenUp', 'liaisonTold'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/**
 * Somebody by their part in the case at that moment. `giver`: whose hands the work left or is to leave; `receiver`: the
 * person a referral names, or whoever may sign for it in the unit; `arbiter`: who owes the ruling; `arbiters`: everybody who
 * may give it, and where it is passed on only those newly asked, since the others have been told; `replier`: who is to reply;
 * `owner`: who owes the duty; `told`: whom the rung of a ladder names; `owing`: whoever owes something new by this fact;
 * `asker`: whose request was decided or answered; `requester`: the person who asked;
 * `liaison`: the liaison of the unit that a case is referred to (联络员), the deputy liaison while they are away.
 */
export const NOTICE_PARTIES = ['firstContact', 'handler', 'giver', 'receiver', 'arbiter', 'arbiters', 'replier', 'successor', 'owner', 'told', 'owing', 'asker', 'requester', 'liaison'] as const
export type NoticeParty = (typeof NOTICE_PARTIES)[number]

/** Who is told of what, where an organisation says nothing else. Only a change of status or of hands is told, and what asks for something. */
export const TOLD: Readonly<Record<NoticeKind, readonly NoticeParty[]>> = {
  registered: ['firstContact', 'requester'],
  referred: ['receiver'],
  accepted: ['firstContact', 'giver', 'requester'],
  returned: ['giver', 'firstContact'],
  referralWithdrawn: ['receiver'],
  // Any of them may rule, and only one of them owes it.
  rulingAsked: ['arbiters'],
  ruled: ['firstContact', 'handler', 'giver', 'requester'],
  succeeded: ['successor'],
  promised: ['handler', 'requester'],
  resolved: ['replier', 'firstContact'],
  resultReturned: ['handler', 'firstContact'],
  answered: ['firstContact', 'requester'],
  closed: ['firstContact', 'requester'],
  reopened: ['handler', 'firstContact', 'requester'],
  caseWithdrawn: ['handler', 'firstContact', 'receiver', 'requester'],
  informationAdded: ['handler'],
  // Taken by somebody else: never whoever did it.
  papersComplete: ['handler'],
  rated: [],
  asked: ['owing'],
  decided: ['asker', 'handler'],
  urged: ['handler'],
  extended: ['asker', 'handler', 'firstContact', 'requester'],
  paused: ['asker', 'handler', 'firstContact', 'requester'],
  // A duty that becomes amber shows in the to-do list and the digest; a notice besides would be one more for each.
  dutyWarned: [],
  dutyLate: ['owner'],
  dutyClimbed: ['told'],
  dutyTakenUp: ['told', 'owner', 'handler'],
  // Of what comes from another department, so that they can coordinate; they owe nothing by it.
  liaisonTold: ['liaison'],
}
