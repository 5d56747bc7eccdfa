import type { courseActsZh, courseFactsZh, courseNamesZh, courseZh } from './texts-course.zh.ts'

type Same<Table> = { readonly [Key in keyof Table]: Table[Key] extends string ? string : Same<Table[Key]> }

export const courseNamesEn: Same<typeof courseNamesZh> = {
  askForExtension: 'Ask for more time', askForPause: 'Ask for a pause', reportRefusal: 'Report a refusal', decideApproval: 'Approve', resumeCase: 'Resume', askForAssist: 'Ask for assistance', giveAssist: 'Give an opinion',
  waiveAssist: 'Waive assistance', urgeCase: 'Urge', instructCase: 'Instruct', reportOnInstruction: 'Report on the instruction', superviseCase: 'Supervise', reportOnSupervision: 'Report to supervision', signOffSupervision: 'Sign off supervision',
  makeAppointment: 'Make an appointment', moveAppointment: 'Move the appointment', endAppointment: 'Appointment held', reportUndone: 'Could not get it done', askForSupport: 'Ask for support', answerHelp: 'Answer a report or request',
  informPerson: 'Inform the person', confirmReceipt: 'Answer received', archiveCase: 'Archive with summary',
}

export const courseActsEn: Same<typeof courseActsZh> = {
  extension: { intro: 'The limit now: {{when}}. Ask before it passes; somebody entitled grants it, and the person is told.', until: 'New due time', by: 'Granted by the {{post}} ({{of}}): until {{when}} at the latest', reason: 'Objective reason' },
  pause: { intro: 'Which clock stands still meanwhile is laid down in the policy; afterwards what was left of the limit goes on.', cause: 'Waiting for', until: 'Until at the latest', reason: 'Details' },
  refusalReport: { intro: 'Before an application is refused, or called not ours, the head has to consent.', reason: 'Why, and by which rule' },
  resume: { intro: 'The clock goes on with what was left.' },
  approval: {
    extension: '{{name}} asks for time until {{until}} (limit now {{limit}})', pause: '{{name}} asks for a pause until {{until}} at the latest', refusal: '{{name}} reports an intended refusal',
    yes: 'Agree', no: 'Refuse', why: 'Why not', beyond: 'What lies beyond your authority goes on to the next level and is not granted yet.',
  },
  assist: {
    intro: 'You lead. Each assistant gives an opinion by a time of their own; the case can be resolved once all have done so or were waived.', unit: 'Unit', person: 'Person (optional: the head arranges it)', add: 'Add another', task: 'What is asked', due: 'By when (optional: as the policy says)',
    opinion: 'Opinion', which: 'Which one',
  },
  urge: { intro: '{{name}} sees it among their duties. Urged {{count}} times so far.', text: 'Words (optional)' },
  instruct: { intro: '{{name}} has to report back in time.', text: 'Instruction', report: 'What was done', which: 'Which instruction' },
  supervise: { intro: 'Reported on in the rhythm of its level until it is signed off; it cannot be closed before.', level: 'Level', requirement: 'Requirement', report: 'Progress', opinion: 'Opinion at sign-off' },
  appointment: {
    here: 'Here', home: 'At their home', at: 'Agreed time', place: 'Place (optional)', who: 'Who receives or goes ({{name}} if left empty)', why: 'Why it is moved', kept: 'It took place', missed: 'It did not', note: 'Details (why, if it did not)',
  },
  help: {
    undone: 'What could not be done, and where', undoneIntro: 'Goes past the handler to the post the policy names, who answers in time.', support: 'What is needed', supportIntro: 'Goes to the head, who answers in time.', answer: 'Answer', which: 'Which one',
  },
  inform: { intro: 'The person can read these words.', channel: 'How they were told', text: 'What they were told', confirmed: 'The person confirmed that they understood' },
  receipt: { channel: 'How they confirmed', note: 'What they said (optional)' },
  archive: { intro: 'An archived case is changed no more; it can still be read and found. The person may still say in time that it was not solved.', summary: 'Summary: result, lessons, what to improve' },
}

export const courseFactsEn: Same<typeof courseFactsZh> = {
  approvalAsked: { extension: 'asked for time until {{until}}; {{people}} decides', pause: 'asked for a pause ({{cause}}); {{people}} decides', refusal: 'reported an intended refusal to {{people}}', other: 'made a request; {{people}} decides' },
  approvalRaised: 'agreed; beyond their authority, passed on to {{people}}',
  approvalRefused: { extension: 'refused more time', pause: 'refused the pause', refusal: 'did not consent to the refusal', other: 'refused the request' },
  extensionGranted: 'granted time until {{when}} (no. {{count}}; was {{from}})',
  pauseBegun: 'paused ({{cause}}), until {{until}} at the latest',
  pauseEnded: 'resumed work',
  refusalAgreed: 'consented to the refusal',
  assistAsked: 'asked {{people}} to assist',
  assistGiven: 'gave an opinion',
  assistWaived: 'waived one assistance',
  urged: 'urged (no. {{count}})',
  instructed: 'gave an instruction',
  instructionReported: 'reported on the instruction',
  supervised: 'put it under {{level}}',
  supervisionReported: 'reported to supervision (no. {{count}})',
  signedOff: 'signed off supervision',
  appointmentMade: 'agreed on {{when}} with the person; {{person}} receives them', visitMade: 'agreed on a visit at {{when}}; {{person}} goes',
  appointmentMoved: 'moved the appointment to {{when}}',
  appointmentKept: 'held the appointment', visitKept: 'made the visit', appointmentMissed: 'the appointment did not take place',
  appealAsked: 'said again that it is not solved; {{people}} decides on another round', appealAnswered: 'confirmed the end, with the reason',
  undoneAsked: 'reported that it could not be done, to {{people}}', supportAsked: 'asked {{people}} for support',
  undoneAnswered: 'answered the report that it could not be done', supportAnswered: 'answered the request for support',
  informed: 'informed the person ({{channel}})', informedConfirmed: 'informed the person ({{channel}}), who confirmed it',
  receiptConfirmed: 'recorded that the person has received the answer ({{channel}})',
  archived: 'archived the case',
}

export const courseEn: Same<typeof courseZh> = {
  heading: 'Help and supervision',
  cause: { papers: 'papers from the person', thirdParty: 'a third party', appointment: 'an appointment' },
  level: { general: 'general supervision', key: 'key supervision', listed: 'listed supervision' },
  help: { undone: 'Could not get it done', support: 'Request for support', appeal: 'Said again: not solved' },
  approvalTag: { extension: 'Extension asked', pause: 'Pause asked', refusal: 'Refusal reported' },
  approval: { extension: 'Time asked until {{until}}', pause: 'Pause asked until {{until}}', refusal: 'Intended refusal, not consented to yet' },
  waitsFor: '{{names}} to decide',
  by: '{{name}} {{when}}',
  due: 'by {{when}}',
  pausedTag: 'Paused · {{cause}}',
  pausedUntil: 'Paused since {{when}}, until {{until}} at the latest',
  stops: { both: 'both clocks stand still', limit: 'the limit stands still, the person’s clock goes on', none: 'the limit goes on' },
  extended: 'Extended {{count}}×',
  original: 'Limit was {{when}}',
  assists: 'Assistance', assistState: { open: 'awaited', given: 'given', waived: 'waived' },
  urged: 'Urged {{count}}×', urgedAt: 'last urged {{when}}',
  instructions: 'Instructions',
  supervision: '{{level}}, {{count}} reports', nextReport: 'next report by {{when}}',
  appointment: 'Appointment here', visit: 'Home visit', moved: 'moved {{count}}×',
  refusalAgreed: 'Refusal consented to',
  confirmed: 'The person has confirmed the answer',
  archive: 'Summary', archivedAt: 'archived {{when}}',
  contact: '{{count}} contacts with the person', silence: 'longest silence {{time}}',
}
