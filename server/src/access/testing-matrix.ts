/**
 * Who may call what, on whose. `here` is a case, a unit or a person of 许可科, `there` one of another unit of the same
 * institution, `foreign` one of another institution.
 */
export const WHERE = ['here', 'there', 'foreign'] as const
export type Where = (typeof WHERE)[number]

export const CALLERS = [
  /** Nobody signed in. */
  'public',
  /** Of 许可科: first contact and handler of the case here. */
  'participant',
  /** Of 许可科, with no part in it. */
  'colleague',
  'head',
  /** Of another unit: first contact and handler of the case there. */
  'otherUnit',
  /** Of a third unit; holds the office's post, and is whom cases are referred to where one is referred. */
  'office',
  'leader', 'supervisor',
  /** Of the whole institution, and of 许可科 alone. */
  'administrator', 'unitAdministrator',
  /** The participant's API tokens. */
  'tokenRead', 'tokenRegister', 'tokenAct',
  /** Staff of the other institution. */
  'outsider',
] as const
export type Caller = (typeof CALLERS)[number]

/** `may`: it is done. `no`: 403. `hidden`: 404, or `no-such-…`, as if it did not exist. `signIn`: 401. Else status and code. */
export type Outcome = 'may' | 'no' | 'hidden' | 'signIn' | `${number} ${string}`

/** How far a case has come before it is acted on. */
export type Stage = 'registered' | 'handling' | 'papers' | 'referred' | 'ruling' | 'resolved' | 'answered' | 'closed'
  | 'application' | 'extension' | 'paused' | 'assisted' | 'instructed' | 'supervised' | 'appointed' | 'helped' | 'relayed' | 'offered' | 'asked' | 'inquired' | 'forwarded'

/** What a request is made of; the ids are those of the subject `here`, `there` or `foreign`. */
export interface Subject {
  caseId: string; number: string; code: string; custodyId: string; aboutId: string; attachmentId: string; unitId: string; personId: string; tokenId: string; exportId: string
  postId: string; deskId: string; groupId: string; contactId: string
  endpointId: string; outboxId: string
  matterId: string; precedentId: string
  /** Another number for each request, for names that have to be new. */
  fresh: number
  officePersonId: string; officeUnitId: string; institutionId: string; demoPersonId: string
}

interface Asked { params?: Record<string, string>; query?: Record<string, string>; body?: unknown }

export interface Row {
  /** For acts on cases: the case is brought to this stage anew before each request that succeeds. */
  stage?: Stage
  /** Whether it matters where the subject is; else only `here` is asked. */
  everywhere: boolean
  expected: (caller: Caller, where: Where) => Outcome
  ask: (subject: Subject) => Asked
}

const TOKENS: readonly Caller[] = ['tokenRead', 'tokenRegister', 'tokenAct']
const plain = (ask: Row['ask'], expected: Row['expected']): Row => ({ everywhere: false, ask, expected })
const nothing = (): Asked => ({})

/** Anybody at all, with or without an account. */
const anybody = (ask: Row['ask']): Row => plain(ask, () => 'may')
const always = (outcome: Outcome, ask: Row['ask']): Row => plain(ask, () => outcome)
/** Whoever is signed in, by whatever means. */
const signedIn = (ask: Row['ask']): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : 'may'))
/** Whoever is signed in; of the tokens the one that may act. */
const acting = (ask: Row['ask'], except: readonly Caller[] = []): Row =>
  plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'tokenRead' || caller === 'tokenRegister' || except.includes(caller) ? 'no' : 'may'))
/** A person in a browser: what would let a leaked token make itself stronger. */
const inPerson = (ask: Row['ask'], outcome: Outcome = 'may'): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : TOKENS.includes(caller) ? 'no' : outcome))

/** The administrator's units and everything below them. */
function administering(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'administrator') return where === 'foreign' ? 'hidden' : 'may'
    if (caller === 'unitAdministrator') return where === 'here' ? 'may' : 'hidden'
    return 'no'
  }
  return { everywhere: true, ask, expected }
}

/** Only who administers the whole institution. */
const wholly = (ask: Row['ask'], outcome: Outcome = 'may'): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' ? outcome : 'no'))

/** Any administrator's of the institution. */
function keeping(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    return caller === 'administrator' || caller === 'unitAdministrator' ? (where === 'foreign' ? 'hidden' : 'may') : 'no'
  }
  return { everywhere: true, ask, expected }
}

/** Only one's own: everybody else's does not exist. `here` is the participant's, `there` the other unit's, `foreign` the outsider's. */
function owning(ask: Row['ask'], tokens: readonly Caller[]): Row {
  const OWNERS: Readonly<Record<Where, readonly Caller[]>> = { here: ['participant', ...tokens], there: ['otherUnit'], foreign: ['outsider'] }
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (TOKENS.includes(caller) && !tokens.includes(caller)) return 'no'
    return OWNERS[where].includes(caller) ? 'may' : 'hidden'
  }
  return { everywhere: true, ask, expected }
}

/** Settings of the whole institution: its administrator's, not those of units below. Somebody else's do not exist. */
function ofInstitution(ask: Row['ask'], { everywhere = false } = {}): Row {
  const expected: Row['expected'] = (caller, where) =>
    caller === 'public' ? 'signIn' : caller === 'administrator' ? (where === 'foreign' ? 'hidden' : 'may') : 'no'
  return { everywhere, ask, expected }
}

/** The unit's heads and leaders, and whoever administers it: they plan who is on duty. */
function planning(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'tokenRead' || caller === 'tokenRegister') return 'no'
    if ((caller === 'outsider') !== (where === 'foreign')) return 'hidden'
    if (caller === 'leader' || caller === 'administrator') return 'may'
    return where === 'here' && (caller === 'head' || caller === 'unitAdministrator') ? 'may' : 'no'
  }
  return { everywhere: true, ask, expected }
}

/** The same, but never by a token. */
const planningInPerson = (ask: Row['ask']): Row => ({ ...planning(ask), expected: (caller, where) => (TOKENS.includes(caller) ? 'no' : planning(ask).expected(caller, where)) })

/** What is done on a unit's shifts: its people and whoever plans or heads it; supervisors look on. */
function ofShifts(ask: Row['ask'], { reads }: { reads: boolean }): Row {
  const may = reads ? 'may' as const : '409 nobody-on-duty' as const
  const not = reads ? 'hidden' as const : 'no' as const
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (!reads && (caller === 'tokenRead' || caller === 'tokenRegister')) return 'no'
    if ((caller === 'outsider') !== (where === 'foreign')) return 'hidden'
    if (caller === 'supervisor') return reads ? 'may' : 'no'
    if (caller === 'leader' || caller === 'administrator') return may
    const here: readonly Caller[] = ['participant', 'colleague', 'head', 'unitAdministrator', ...TOKENS]
    return (where === 'here' && here.includes(caller)) || (where === 'there' && caller === 'otherUnit') ? may : where === 'foreign' && caller === 'outsider' ? may : not
  }
  return { everywhere: true, ask, expected }
}

/** What nobody has: whoever may ask is told that it is not there. */
const nowhere = (ask: Row['ask']): Row =>
  plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'tokenRead' || caller === 'tokenRegister' ? 'no' : 'hidden'))
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** Everybody's in the institution: the directory and the regulation. */
function institutional(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) =>
    caller === 'public' ? 'signIn' : (caller === 'outsider') === (where === 'foreign') ? 'may' : 'hidden'
  return { everywhere: true, ask, expected }
}

/** Anybody in the institution may print it; of the tokens the one that may act. */
function printingUnit(form: string): Row {
  const row = institutional(({ unitId }) => ({ params: { unitId, form }, body: {} }))
  return { ...row, expected: (caller, where) => (caller === 'tokenRead' || caller === 'tokenRegister' ? 'no' : row.expected(caller, where)) }
}

/** Who sees a case: who takes part, their unit, whoever heads, leads or supervises it. Administrators do not. */
function sees(caller: Caller, where: Where, stage: Stage): boolean {
  if (where === 'foreign') return caller === 'outsider'
  if (caller === 'leader' || caller === 'supervisor') return true
  if (caller === 'office') return ['referred', 'ruling', 'assisted', 'helped', 'relayed', 'offered', 'asked', 'forwarded'].includes(stage)
  if (where === 'there') return caller === 'otherUnit'
  return ['participant', 'colleague', 'head', 'unitAdministrator', ...TOKENS].includes(caller)
}

function reading(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => (caller === 'public' ? 'signIn' : sees(caller, where, 'handling') ? 'may' : 'hidden')
  return { stage: 'handling', everywhere: true, ask, expected }
}

/** Paper is for people at work: whoever sees the case prints it, tokens only if they may act. */
function printing(): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'tokenRead' || caller === 'tokenRegister') return 'no'
    return sees(caller, where, 'handling') ? 'may' : 'hidden'
  }
  return { stage: 'handling', everywhere: true, expected, ask: ({ caseId }) => ({ params: { caseId, form: 'receipt' }, body: {} }) }
}

/**
 * An act on a case. `may`: who may do it to the case here. Whoever sees the case and may not is told so; to others it does
 * not exist. The case there has its own participant; its head is not in the cast. A foreign case is asked about by the
 * bureau only: what may be done with it is the same, seen from the other side.
 */
function act(stage: Stage, may: readonly Caller[], body: (subject: Subject) => unknown, params: (subject: Subject) => Record<string, string> = () => ({})): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'tokenRead' || caller === 'tokenRegister') return 'no'
    // Reads everything and changes nothing, wherever it is.
    if (caller === 'supervisor' && !may.includes('supervisor')) return 'no'
    if (!sees(caller, where, stage)) return 'hidden'
    const role = where === 'there' && caller === 'otherUnit' ? 'participant' : caller
    return may.includes(role === 'tokenAct' ? 'participant' : role) ? 'may' : 'no'
  }
  return { stage, everywhere: true, expected, ask: (subject) => ({ params: { caseId: subject.caseId, ...params(subject) }, body: body(subject) }) }
}

/** An act that nothing about this case is ready for: whoever may act at all is told so. */
function untimely(outcome: Outcome, body: (subject: Subject) => unknown, may?: readonly Caller[]): Row {
  const row = act('handling', ['participant', 'colleague', 'head', 'leader', 'unitAdministrator'], body)
  const expected: Row['expected'] = (caller, where) => {
    const usual = row.expected(caller, where)
    if (usual !== 'may') return usual
    const role = caller === 'tokenAct' || (where === 'there' && caller === 'otherUnit') ? 'participant' : caller
    return may && !may.includes(role) ? 'no' : outcome
  }
  return { ...row, expected }
}

/** Heads and leaders act in the place of their people. */
const HOLDER: readonly Caller[] = ['participant', 'head', 'leader']
const RECEIVER: readonly Caller[] = ['office', 'leader']

const of = (subject: Subject): Asked => ({ params: { caseId: subject.caseId } })
const text = '办理中的一句话。'

/** One row an operation; an operation without a row fails the test. */
export const MATRIX: Readonly<Record<string, Row>> = {
  signIn: anybody(() => ({ body: { login: 'qian', password: '门前的三棵高大的白杨树' } })),
  getSession: signedIn(nothing),
  findSession: anybody(nothing),
  signOut: acting(nothing),
  signOutEverywhere: inPerson(() => ({ body: {} })),
  changePassword: inPerson(() => ({ body: { current: 'not the present one', next: '门前的四棵高大的白杨树' } }), '422 wrong-credentials'),
  listDemoPeople: always('404 not-a-demo', nothing),
  signInAsDemo: always('404 not-a-demo', ({ demoPersonId }) => ({ body: { personId: demoPersonId } })),
  getSetup: anybody(nothing),
  completeSetup: always('409 setup-done', () => ({
    body: { token: 'guess', preset: 'county-bureau', institution: { name: '又一个', shortName: '又', registerCode: 'YY' }, administrator: { name: '某人', login: 'somebody', password: '门前的五棵高大的白杨树' } },
  })),

  registerCase: plain(() => ({ body: { channel: 'visit', subject: '问路', category: 'consultation' } }), (caller) =>
    caller === 'public' ? 'signIn' : caller === 'supervisor' || caller === 'tokenRead' ? 'no' : 'may'),
  listCases: signedIn(nothing),
  getCase: reading(of),
  getCaseLedger: reading(of),
  findForCase: reading(of),
  decideCase: act('registered', HOLDER, () => ({ branch: 'mine' })),
  promiseCase: act('handling', HOLDER, () => ({ dueAt: '2026-03-03T09:00:00+08:00' })),
  issueNotice: act('handling', HOLDER, () => ({ papers: [{ name: '身份证' }] })),
  takePapers: act('handling', HOLDER, () => ({ papers: ['身份证'] })),
  returnPapers: act('papers', HOLDER, ({ custodyId }) => ({ custodyId })),
  referCase: act('handling', HOLDER, ({ officeUnitId, officePersonId }) => ({ toUnitId: officeUnitId, toPersonId: officePersonId, reason: text })),
  acceptReferral: act('referred', RECEIVER, () => ({})),
  returnReferral: act('referred', RECEIVER, ({ officeUnitId }) => ({ reason: text, basis: '职责第三条', suggestedUnitId: officeUnitId })),
  withdrawReferral: act('referred', HOLDER, () => ({})),
  askForRuling: act('handling', HOLDER, () => ({ reason: text })),
  ruleCase: act('ruling', ['office'], ({ officePersonId }) => ({ handlerPersonId: officePersonId })),
  resolveCase: act('handling', HOLDER, () => ({ outcome: 'solved', text })),
  replyToCase: act('resolved', HOLDER, () => ({ channel: 'phone', text })),
  recordContactAttempt: act('resolved', HOLDER, () => ({ channel: 'phone' })),
  closeCase: act('answered', HOLDER, () => ({})),
  reopenCase: act('closed', HOLDER, () => ({ reason: text })),
  returnResult: act('resolved', HOLDER, () => ({ reason: text })),
  withdrawCase: act('handling', HOLDER, () => ({ reason: text })),
  addNote: act('handling', HOLDER, () => ({ kind: 'progress', text })),
  correctCase: act('handling', HOLDER, ({ fresh }) => ({ field: 'subject', value: `更正 ${fresh}`, reason: text })),
  revealRequester: act('handling', [...HOLDER, 'supervisor'], () => ({})),
  addAttachment: act('handling', HOLDER, () => 'file'),
  getAttachment: reading(({ caseId, attachmentId }) => ({ params: { caseId, attachmentId } })),

  askForExtension: act('handling', HOLDER, () => ({ until: '2026-03-12T17:00:00+08:00', reason: text })),
  askForPause: act('handling', HOLDER, () => ({ cause: 'thirdParty', until: '2026-03-10T17:00:00+08:00', reason: text })),
  reportRefusal: act('application', HOLDER, () => ({ reason: text })),
  // The head of the asker; the leader only once it is beyond the head.
  decideApproval: act('extension', ['head'], () => ({ approve: true })),
  resumeCase: act('paused', HOLDER, () => ({})),
  askForAssist: act('handling', HOLDER, ({ officeUnitId, officePersonId }) => ({ assistants: [{ unitId: officeUnitId, personId: officePersonId }], task: text })),
  giveAssist: act('assisted', RECEIVER, ({ aboutId }) => ({ assistId: aboutId, text })),
  waiveAssist: act('assisted', HOLDER, ({ aboutId }) => ({ assistId: aboutId, reason: text })),
  urgeCase: act('handling', ['head', 'leader', 'supervisor'], () => ({})),
  instructCase: act('handling', ['head', 'leader'], () => ({ text })),
  reportOnInstruction: act('instructed', HOLDER, ({ aboutId }) => ({ instructionId: aboutId, text })),
  superviseCase: act('handling', ['head', 'leader', 'supervisor'], () => ({ level: 'key', requirement: text })),
  reportOnSupervision: act('supervised', HOLDER, () => ({ text })),
  signOffSupervision: act('supervised', ['head', 'leader', 'supervisor'], () => ({ opinion: text })),
  makeAppointment: act('handling', HOLDER, () => ({ at: '2026-03-03T15:00:00+08:00', home: true })),
  moveAppointment: act('appointed', HOLDER, () => ({ at: '2026-03-04T15:00:00+08:00', reason: text })),
  endAppointment: act('appointed', HOLDER, () => ({ kept: true })),
  reportUndone: act('handling', HOLDER, () => ({ text })),
  askForSupport: act('handling', HOLDER, () => ({ text })),
  answerHelp: act('helped', RECEIVER, ({ aboutId }) => ({ helpId: aboutId, text })),
  informPerson: act('handling', HOLDER, () => ({ channel: 'phone', text })),
  confirmReceipt: act('answered', HOLDER, () => ({ channel: 'phone' })),
  archiveCase: act('closed', HOLDER, () => ({ summary: text })),
  callColleague: act('handling', HOLDER, ({ officePersonId }) => ({ personId: officePersonId, channel: 'phone', reached: false })),
  promiseRelay: act('handling', HOLDER, ({ officePersonId }) => ({ toPersonId: officePersonId })),
  acknowledgeRelay: act('relayed', RECEIVER, () => ({})),
  recordContact: act('handling', HOLDER, () => ({ channel: 'phone' })),
  offerPapers: act('papers', HOLDER, ({ custodyId, officePersonId }) => ({ custodyId, toPersonId: officePersonId })),
  confirmPapers: act('offered', RECEIVER, ({ custodyId }) => ({ custodyId })),
  askAdvice: act('handling', HOLDER, ({ officePersonId }) => ({ question: text, toPersonIds: [officePersonId] })),
  giveAdvice: act('asked', ['office'], ({ custodyId }) => ({ questionId: custodyId, text })),
  decideTransfer: untimely('409 no-transfer-asked', () => ({ approve: true })),
  makeInquiry: act('handling', HOLDER, () => ({ party: '兄弟公司', question: text })),
  answerInquiry: act('inquired', HOLDER, ({ custodyId }) => ({ inquiryId: custodyId, text })),
  reportUnsolved: act('handling', HOLDER, ({ officePersonId }) => ({ text, toPersonId: officePersonId })),
  answerForward: act('forwarded', RECEIVER, () => ({ text })),
  addChild: act('handling', HOLDER, ({ officeUnitId, officePersonId }) => ({ subject: '其中一部分', toUnitId: officeUnitId, toPersonId: officePersonId, reason: text })),
  mergeCase: untimely('422 same-case', ({ caseId }) => ({ intoCaseId: caseId }), HOLDER),
  unmergeCase: untimely('409 not-merged', () => ({ reason: text })),
  raiseEmergency: plain(() => ({ body: {} }), (caller) =>
    caller === 'public' ? 'signIn' : caller === 'supervisor' || caller === 'tokenRead' || caller === 'tokenRegister' ? 'no' : 'may'),
  assignStaff: untimely('409 no-emergency', () => ({})),
  confirmAssignment: untimely('409 not-assigned', () => ({})),
  completeRecord: untimely('409 no-emergency', () => ({ subject: '补记' })),
  listArbiters: reading(of),
  fillSheet: untimely('409 no-sheet', () => ({ step: '术前准备', parts: [{ name: '病史', text }] })),
  completeStep: untimely('409 no-sheet', () => ({ step: '术前准备' })),
  flagCase: untimely('422 flag-not-used', () => ({ flag: '没有的情形' })),
  unflagCase: untimely('409 not-flagged', () => ({ flag: '没有的情形', reason: text })),
  planEffectCheck: act('closed', HOLDER, () => ({ at: '2026-04-02T09:00:00+08:00' })),
  recordEffect: untimely('409 no-effect-check', () => ({ result: 'lasting', text })),
  takeUpDuty: untimely('409 nothing-climbed', () => ({})),

  listObligations: signedIn(nothing),
  streamEvents: signedIn(nothing),
  getUnitOverview: {
    everywhere: true, ask: ({ unitId }) => ({ params: { unitId } }),
    expected: (caller, where) => {
      if (caller === 'public') return 'signIn'
      if (caller === 'leader' || caller === 'supervisor') return where === 'foreign' ? 'hidden' : 'may'
      return caller !== 'head' ? 'no' : where === 'here' ? 'may' : 'hidden'
    },
  },
  getUnitFigures: {
    everywhere: true, ask: ({ unitId }) => ({ params: { unitId } }),
    expected: (caller, where) => {
      if (caller === 'public') return 'signIn'
      if (caller === 'leader' || caller === 'supervisor') return where === 'foreign' ? 'hidden' : 'may'
      return caller !== 'head' ? 'no' : where === 'here' ? 'may' : 'hidden'
    },
  },
  suggestAtRegister: signedIn(() => ({ query: { text: '问路' } })),
  listNotices: signedIn(nothing),
  readNotices: acting(({ caseId }) => ({ body: { caseId } })),
  getNoticePreferences: signedIn(nothing),
  setNoticePreferences: acting(() => ({ body: { email: null, mail: {}, quiet: null, digestAt: null } })),
  listOutbox: ofInstitution(nothing),
  resendOutbox: ofInstitution(({ outboxId }) => ({ params: { outboxId }, body: {} }), { everywhere: true }),
  getMailSettings: ofInstitution(nothing),
  setMailSettings: ofInstitution(() => ({ body: { server: null } })),
  sendTestMail: plain(() => ({ body: { to: 'a@example.cn' } }), (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' ? '409 mail-not-set' : 'no')),
  listWebhooks: ofInstitution(nothing),
  createWebhook: plain(() => ({ body: { name: '接收', url: 'https://127.0.0.1/', kinds: ['case.closed'] } }), (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' ? '422 url-private' : 'no')),
  updateWebhook: ofInstitution(({ endpointId, fresh }) => ({ params: { endpointId }, body: { name: `接收 ${fresh}` } }), { everywhere: true }),
  rotateWebhookSecret: ofInstitution(({ endpointId }) => ({ params: { endpointId }, body: {} }), { everywhere: true }),
  testWebhook: ofInstitution(({ endpointId }) => ({ params: { endpointId }, body: {} }), { everywhere: true }),
  deleteWebhook: ofInstitution(({ endpointId }) => ({ params: { endpointId } }), { everywhere: true }),
  requestExport: acting(() => ({ body: { layout: 'brief', filters: {} } })),
  getExport: owning(({ exportId }) => ({ params: { exportId } }), TOKENS),
  downloadExport: owning(({ exportId }) => ({ params: { exportId } }), TOKENS),

  printCaseForm: printing(),
  downloadCaseForm: printing(),
  // Of the many cases there are by then only those of one status, or each document takes a second.
  printRegister: acting(() => ({ body: { layout: 'brief', filters: { status: 'withdrawn' } } })),
  downloadRegister: acting(() => ({ body: { layout: 'full', filters: { status: 'withdrawn' } } })),
  printShiftForm: nowhere(() => ({ params: { shiftId: NOWHERE, form: 'handOver' }, body: {} })),
  downloadShiftForm: nowhere(() => ({ params: { shiftId: NOWHERE, form: 'log' }, body: {} })),
  printUnitForm: printingUnit('roster'),
  downloadUnitForm: printingUnit('covers'),

  listUnits: signedIn(nothing),
  listPeople: signedIn(nothing),
  createUnit: administering(({ unitId, fresh }) => ({ body: { parentId: unitId, name: `新窗口 ${fresh}`, kind: 'window' } })),
  updateUnit: administering(({ unitId, fresh }) => ({ params: { unitId }, body: { room: String(fresh) } })),
  listAccounts: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  createAccount: administering(({ unitId, fresh }) => ({ body: { name: '新同事', login: `new${fresh}`, password: '门前的六棵高大的白杨树', unitId } })),
  updateAccount: administering(({ personId, fresh }) => ({ params: { personId }, body: { room: String(fresh) } })),
  resetPassword: administering(({ personId }) => ({ params: { personId }, body: { password: '门前的七棵高大的白杨树' } })),
  revokeSessions: administering(({ personId }) => ({ params: { personId }, body: {} })),
  listMatters: signedIn(nothing),
  getMatter: institutional(({ matterId }) => ({ params: { matterId } })),
  createMatter: administering(({ unitId, fresh }) => ({ body: { name: `新事项 ${fresh}`, unitId, draft: true } })),
  listPosts: signedIn(nothing),
  createPost: administering(({ unitId, fresh }) => ({ body: { unitId, name: `新岗位 ${fresh}` } })),
  updatePost: administering(({ postId, fresh }) => ({ params: { postId }, body: { duties: `职责 ${fresh}` } })),
  listDesks: signedIn(nothing),
  createDesk: administering(({ unitId, fresh }) => ({ body: { unitId, kind: 'window', name: `新窗口 ${fresh}` } })),
  updateDesk: administering(({ deskId, fresh }) => ({ params: { deskId }, body: { scope: `范围 ${fresh}` } })),
  listGroups: signedIn(nothing),
  getTeamWork: {
    everywhere: true, ask: ({ groupId }) => ({ params: { groupId } }),
    expected: (caller, where) => {
      if (caller === 'public') return 'signIn'
      if (caller === 'leader' || caller === 'supervisor') return where === 'foreign' ? 'hidden' : 'may'
      return caller === 'head' && where === 'here' ? 'may' : 'hidden'
    },
  },
  createGroup: administering(({ unitId, fresh }) => ({ body: { unitId, kind: 'working', name: `新小组 ${fresh}` } })),
  updateGroup: administering(({ groupId, fresh }) => ({ params: { groupId }, body: { mandate: `任务 ${fresh}` } })),
  listOutsideContacts: signedIn(nothing),
  createOutsideContact: { ...keeping(({ fresh }) => ({ body: { name: `新外单位 ${fresh}` } })), everywhere: false },
  updateOutsideContact: keeping(({ contactId, fresh }) => ({ params: { contactId }, body: { scope: `范围 ${fresh}` } })),
  searchPhoneBook: signedIn(nothing),
  getPerson: institutional(({ personId }) => ({ params: { personId } })),
  getMyDuties: signedIn(nothing),
  checkDirectoryImport: wholly(() => ({ body: 'file' }), '415 workbook-unreadable'),
  applyDirectoryImport: wholly(({ unitId }) => ({ params: { importId: unitId }, body: { digest: '0'.repeat(64) } }), 'hidden'),
  exportDirectory: wholly(() => ({ query: { template: '1' } })),
  getReadiness: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  listDirectoryGaps: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  listMatterDrafts: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  saveMatterDraft: administering(({ matterId, unitId, fresh }) => ({ params: { matterId }, body: { name: `改名的事项 ${fresh}`, unitId } })),
  removeMatter: administering(({ matterId }) => ({ params: { matterId }, body: {} })),
  discardMatterDraft: administering(({ matterId }) => ({ params: { matterId } })),
  checkMatters: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  publishMatters: plain(() => ({ body: { after: 999 } }), (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' ? '409 edition-moved' : 'no')),
  listMatterEditions: signedIn(nothing),
  getMatterEdition: signedIn(() => ({ params: { number: '1' } })),
  listEditionMatters: signedIn(() => ({ params: { number: '1' } })),
  listPrecedents: plain(nothing, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  draftFromPrecedent: administering(({ precedentId, fresh }) => ({ params: { precedentId }, body: { name: `照裁定 ${fresh}` } })),
  revokePrecedent: administering(({ precedentId }) => ({ params: { precedentId }, body: {} })),
  listTokens: inPerson(nothing),
  createToken: inPerson(() => ({ body: { name: '令牌', scope: 'read', days: 1 } })),
  revokeToken: owning(({ tokenId }) => ({ params: { tokenId } }), []),
  getUnitPolicy: institutional(({ unitId }) => ({ params: { unitId } })),
  getPolicySettings: administering(({ unitId }) => ({ params: { unitId } })),
  checkPolicyDraft: administering(({ unitId }) => ({ params: { unitId }, body: { settings: { contactAttempts: 4 } } })),
  savePolicyDraft: administering(({ unitId }) => ({ params: { unitId }, body: { settings: {}, basedOn: 0 } })),
  discardPolicyDraft: administering(({ unitId }) => ({ params: { unitId } })),
  publishPolicy: administering(({ unitId }) => ({ params: { unitId }, body: { settings: { contactAttempts: 3 } } })),
  listPolicyVersions: institutional(({ unitId }) => ({ params: { unitId } })),
  getPolicyVersion: institutional(({ unitId }) => ({ params: { unitId, version: '1' } })),
  comparePolicyVersions: institutional(({ unitId }) => ({ params: { unitId }, query: { from: '1', to: '1' } })),
  previewPolicy: administering(({ unitId }) => ({ params: { unitId }, body: { settings: {} } })),
  getCalendar: institutional(({ unitId }) => ({ params: { unitId } })),
  checkCalendarDraft: administering(({ unitId }) => ({ params: { unitId }, body: { definition: {}, year: 2026 } })),
  publishCalendar: administering(({ unitId }) => ({ params: { unitId }, body: { definition: {} } })),
  getCalendarVersion: institutional(({ unitId }) => ({ params: { unitId, version: '1' } })),
  readHolidayNotice: plain(() => ({ body: { text: '' } }), (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' || caller === 'unitAdministrator' ? 'may' : 'no')),
  testDeadline: {
    everywhere: true, ask: ({ unitId }) => ({ body: { since: '2026-03-02T09:00:00+08:00', limit: { amount: 1, unit: 'workingDays' }, unitId } }),
    expected: (caller, where) => (caller === 'public' ? 'signIn' : caller === 'tokenRead' || caller === 'tokenRegister' ? 'no' : (caller === 'outsider') === (where === 'foreign') ? 'may' : 'hidden'),
  },

  createShiftKind: planning(({ unitId, fresh }) => ({ params: { unitId }, body: { name: `班次 ${fresh}`, from: '08:00', to: '16:00', weekdays: [1] } })),
  updateShiftKind: nowhere(() => ({ params: { kindId: NOWHERE }, body: { least: 2 } })),
  getRoster: institutional(({ unitId }) => ({ params: { unitId } })),
  planShifts: planning(({ unitId }) => ({ params: { unitId }, body: { dryRun: true } })),
  getOnDuty: signedIn(nothing),
  listDeskCover: signedIn(nothing),
  getPresence: signedIn(nothing),
  recordAbsence: acting(({ fresh }) => ({ body: { kind: 'trip', from: `${2030 + fresh % 150}-01-01T00:00:00Z`, to: `${2030 + fresh % 150}-01-02T00:00:00Z` } })),
  endAbsence: nowhere(() => ({ params: { absenceId: NOWHERE }, body: {} })),
  setCover: planning(({ personId }) => ({ params: { personId }, body: { deputyId: null } })),
  setSkills: planning(({ personId }) => ({ params: { personId }, body: { skills: ['普通话'] } })),
  getMyRoster: signedIn(nothing),
  createRosterFeed: inPerson(() => ({ body: {} })),
  revokeRosterFeed: acting(nothing),
  getShift: plain(() => ({ params: { shiftId: NOWHERE } }), (caller) => (caller === 'public' ? 'signIn' : 'hidden')),
  beginShift: nowhere(() => ({ params: { shiftId: NOWHERE }, body: {} })),
  recordRound: nowhere(() => ({ params: { shiftId: NOWHERE }, body: { items: [{ item: '照明', fine: true }] } })),
  handOverShift: nowhere(({ personId }) => ({ params: { shiftId: NOWHERE }, body: { successorId: personId } })),
  acceptHandover: nowhere(() => ({ params: { shiftId: NOWHERE }, body: {} })),
  endShift: nowhere(() => ({ params: { shiftId: NOWHERE }, body: {} })),
  ringBell: { everywhere: true, ask: ({ unitId }) => ({ body: { unitId, place: '12 床' } }), expected: (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'tokenRead' || caller === 'tokenRegister') return 'no'
    return (caller === 'outsider') === (where === 'foreign') ? 'may' : 'hidden'
  } },
  listBells: signedIn(nothing),
  answerBell: nowhere(() => ({ params: { bellId: NOWHERE }, body: {} })),
  // Nobody is on duty in the test bureau.
  listShiftTasks: ofShifts(({ unitId }) => ({ params: { unitId } }), { reads: true }),
  receiveOccasion: ofShifts(({ unitId }) => ({ params: { unitId }, body: { occasion: '办事人员接待', task: '老人一位' } }), { reads: false }),
  answerOffer: nowhere(() => ({ params: { taskId: NOWHERE }, body: { take: true } })),
  tickTask: nowhere(() => ({ params: { taskId: NOWHERE }, body: {} })),
  reopenTask: nowhere(() => ({ params: { taskId: NOWHERE }, body: {} })),
  listWalkrounds: ofShifts(({ unitId }) => ({ params: { unitId } }), { reads: true }),
  planWalkrounds: planning(({ unitId }) => ({ params: { unitId }, body: { title: '巡查', at: ['2099-03-02T15:00:00+08:00'] } })),
  recordWalkround: nowhere(() => ({ params: { walkroundId: NOWHERE }, body: { findings: [] } })),
  cancelWalkround: nowhere(() => ({ params: { walkroundId: NOWHERE }, body: {} })),
  getLeaversCases: administering(({ personId }) => ({ params: { personId } })),
  nameSuccessors: administering(({ personId }) => ({ params: { personId }, body: {} })),
  listSuccessions: signedIn(nothing),
  signSuccessions: acting(() => ({ body: { ids: [NOWHERE] } })),
  signSuccession: nowhere(() => ({ params: { successionId: NOWHERE }, body: {} })),
  getRosterFeed: always('hidden', () => ({ params: { token: 'x'.repeat(32) } })),
  createBoard: planningInPerson(({ unitId, fresh }) => ({ params: { unitId }, body: { name: `看板 ${fresh}`, days: 30 } })),
  readBoard: always('hidden', () => ({ params: { unitId: NOWHERE, token: 'x'.repeat(32) } })),

  getPublicInfo: anybody(nothing),
  listPublicDesks: anybody(nothing),
  hintPublicly: anybody(({ institutionId }) => ({ body: { institutionId, subject: '网上问一件事' } })),
  askPublicly: anybody(({ institutionId }) => ({ body: { institutionId, subject: '网上问一件事' } })),
  trackCase: anybody(({ number, code }) => ({ params: { number }, query: { code } })),
  addInformation: anybody(({ number, code }) => ({ params: { number }, body: { code, text } })),
  sayNotSolved: always('409 case-not-ended', ({ number, code }) => ({ params: { number }, body: { code, reason: text } })),
  reportUndonePublicly: { stage: 'handling', ...anybody(({ number, code }) => ({ params: { number }, body: { code, text } })) },
  attachPublicly: always('415 attachment-type', ({ number, code }) => ({ params: { number }, query: { code }, body: 'file' })),
  withdrawPublicly: { stage: 'handling', ...anybody(({ number, code }) => ({ params: { number }, body: { code } })) },
  rateCase: always('409 not-answered-yet', ({ number, code }) => ({ params: { number }, body: { code, grade: 5 } })),
}
