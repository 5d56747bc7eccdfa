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

export const TOKENS: readonly Caller[] = ['tokenRead', 'tokenRegister', 'tokenAct']
export const plain = (ask: Row['ask'], expected: Row['expected']): Row => ({ everywhere: false, ask, expected })
export const nothing = (): Asked => ({})

/** Anybody at all, with or without an account. */
export const anybody = (ask: Row['ask']): Row => plain(ask, () => 'may')
export const always = (outcome: Outcome, ask: Row['ask']): Row => plain(ask, () => outcome)
/** Whoever is signed in, by whatever means. */
export const signedIn = (ask: Row['ask']): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : 'may'))
/** Whoever is signed in; of the tokens the one that may act. */
export const acting = (ask: Row['ask'], except: readonly Caller[] = []): Row =>
  plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'tokenRead' || caller === 'tokenRegister' || except.includes(caller) ? 'no' : 'may'))
/** A person in a browser: what would let a leaked token make itself stronger. */
export const inPerson = (ask: Row['ask'], outcome: Outcome = 'may'): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : TOKENS.includes(caller) ? 'no' : outcome))

/** The administrator's units and everything below them. */
export function administering(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (caller === 'administrator') return where === 'foreign' ? 'hidden' : 'may'
    if (caller === 'unitAdministrator') return where === 'here' ? 'may' : 'hidden'
    return 'no'
  }
  return { everywhere: true, ask, expected }
}

/** Only who administers the whole institution. */
export const wholly = (ask: Row['ask'], outcome: Outcome = 'may'): Row => plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'administrator' ? outcome : 'no'))

/** Any administrator's of the institution. */
export function keeping(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    return caller === 'administrator' || caller === 'unitAdministrator' ? (where === 'foreign' ? 'hidden' : 'may') : 'no'
  }
  return { everywhere: true, ask, expected }
}

/** Only one's own: everybody else's does not exist. `here` is the participant's, `there` the other unit's, `foreign` the outsider's. */
export function owning(ask: Row['ask'], tokens: readonly Caller[]): Row {
  const OWNERS: Readonly<Record<Where, readonly Caller[]>> = { here: ['participant', ...tokens], there: ['otherUnit'], foreign: ['outsider'] }
  const expected: Row['expected'] = (caller, where) => {
    if (caller === 'public') return 'signIn'
    if (TOKENS.includes(caller) && !tokens.includes(caller)) return 'no'
    return OWNERS[where].includes(caller) ? 'may' : 'hidden'
  }
  return { everywhere: true, ask, expected }
}

/** Settings of the whole institution: its administrator's, not those of units below. Somebody else's do not exist. */
export function ofInstitution(ask: Row['ask'], { everywhere = false } = {}): Row {
  const expected: Row['expected'] = (caller, where) =>
    caller === 'public' ? 'signIn' : caller === 'administrator' ? (where === 'foreign' ? 'hidden' : 'may') : 'no'
  return { everywhere, ask, expected }
}

/** The unit's heads and leaders, and whoever administers it: they plan who is on duty. */
export function planning(ask: Row['ask']): Row {
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
export const planningInPerson = (ask: Row['ask']): Row => ({ ...planning(ask), expected: (caller, where) => (TOKENS.includes(caller) ? 'no' : planning(ask).expected(caller, where)) })

/** What is done on a unit's shifts: its people and whoever plans or heads it; supervisors look on. */
export function ofShifts(ask: Row['ask'], { reads }: { reads: boolean }): Row {
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
export const nowhere = (ask: Row['ask']): Row =>
  plain(ask, (caller) => (caller === 'public' ? 'signIn' : caller === 'tokenRead' || caller === 'tokenRegister' ? 'no' : 'hidden'))
export const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** Everybody's in the institution: the directory and the regulation. */
export function institutional(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) =>
    caller === 'public' ? 'signIn' : (caller === 'outsider') === (where === 'foreign') ? 'may' : 'hidden'
  return { everywhere: true, ask, expected }
}

/** Anybody in the institution may print it; of the tokens the one that may act. */
export function printingUnit(form: string): Row {
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

export function reading(ask: Row['ask']): Row {
  const expected: Row['expected'] = (caller, where) => (caller === 'public' ? 'signIn' : sees(caller, where, 'handling') ? 'may' : 'hidden')
  return { stage: 'handling', everywhere: true, ask, expected }
}

/** Paper is for people at work: whoever sees the case prints it, tokens only if they may act. */
export function printing(): Row {
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
export function act(stage: Stage, may: readonly Caller[], body: (subject: Subject) => unknown, params: (subject: Subject) => Record<string, string> = () => ({})): Row {
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
export function untimely(outcome: Outcome, body: (subject: Subject) => unknown, may?: readonly Caller[]): Row {
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
export const HOLDER: readonly Caller[] = ['participant', 'head', 'leader']
export const RECEIVER: readonly Caller[] = ['office', 'leader']

export const of = (subject: Subject): Asked => ({ params: { caseId: subject.caseId } })
export const text = '办理中的一句话。'
