import type { z } from 'zod'
import { rateCase, trackCase, type getPublicInfo } from '@daodi/contract/public/cases.ts'
import { acceptReferral } from '@daodi/contract/staff/cases/accept-referral.ts'
import { getCaseLedger } from '@daodi/contract/staff/cases/get-case-ledger.ts'
import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { issueNotice } from '@daodi/contract/staff/cases/issue-notice.ts'
import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import { promiseCase } from '@daodi/contract/staff/cases/promise-case.ts'
import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { replyToCase } from '@daodi/contract/staff/cases/reply-to-case.ts'
import { resolveCase } from '@daodi/contract/staff/cases/resolve-case.ts'
import { listObligations } from '@daodi/contract/staff/obligations/obligations.ts'
import { suggestAtRegister } from '@daodi/contract/staff/register/suggest.ts'
import { listDemoPeople, signInAsDemo } from '@daodi/contract/staff/session/session.ts'
import { firstBadEntry } from '@daodi/domain/ledger/chain-check.ts'
import type { DigestOf } from '@daodi/domain/ledger/digest.ts'
import type { LedgerEntry } from '@daodi/domain/ledger/entry.ts'
import type { Teller } from './teller.ts'
import * as words from './texts.ts'
import type { Language, Names, Texts } from './texts.ts'
import { Visitor } from './visitor.ts'

const REQUESTER = { name: '赵敏', phone: '13800000001', address: '城关镇南河村' }
const DAY_MS = 86_400_000
const PROMISED_BEFORE_LIMIT_DAYS = 3

/** The demonstration lacks whom the story needs. */
export class NoCast extends Error {
  override readonly name = 'NoCast'
}

/** What the tour found at the end: `isIntact` by the server's word and by working it out again. */
export interface Ending { number: string; isIntact: boolean; firstBad: number | null }

export interface Tour { base: string; teller: Teller; texts: Texts; language: Language; info: z.output<typeof getPublicInfo.reply>; digestOf: DigestOf }

interface Cast { receptionist: Visitor; handler: Visitor; person: Visitor; names: Names; matter: { id: string; unitId: string; personId: string; papers: z.output<typeof suggestAtRegister.reply>['matters'][number]['papers'] } }

/** Plays the main job over HTTP, as a window's receptionist, a handler and the person asking, each with a session of their own. */
export async function playTour(tour: Tour): Promise<Ending> {
  const cast = await signInCast(tour)
  const { receptionist, handler, person, matter } = cast
  const registered = await receptionist.call(registerCase, {
    body: {
      channel: 'visit', subject: words.SUBJECT, content: words.CONTENT, category: 'help', requester: REQUESTER, matterId: matter.id,
      decision: { branch: 'otherUnit', toUnitId: matter.unitId, toPersonId: matter.personId, reason: words.REASON, escorted: true },
    },
  })
  const caseId = registered.id
  const names = { ...cast.names, number: registered.number }
  tour.teller.step('ask', names)
  tour.teller.text(tour.texts.suggested(names))
  await stand(tour, receptionist, caseId)
  const waiting = await handler.call(listObligations, { query: { scope: 'mine' } })
  if (!waiting.rows.some((duty) => duty.caseId === caseId && duty.kind === 'signFor')) throw new NoCast()
  await handler.call(acceptReferral, { params: { caseId }, body: {} })
  tour.teller.step('sign', names)
  await stand(tour, handler, caseId)
  const dueAt = await promise(handler, { caseId, papers: matter.papers })
  tour.teller.step('promise', { ...names, due: tour.teller.when(dueAt) })
  await stand(tour, handler, caseId)
  await track(tour, person, { number: registered.number, code: registered.trackingCode, names })
  await handler.call(resolveCase, { params: { caseId }, body: { outcome: 'solved', text: words.RESULT, citation: '《城乡规划法》第四十一条' } })
  tour.teller.step('resolve', names)
  await stand(tour, handler, caseId)
  await receptionist.call(replyToCase, { params: { caseId }, body: { channel: 'phone', text: words.REPLY, close: true } })
  tour.teller.step('reply', { ...names, text: words.REPLY })
  await stand(tour, receptionist, caseId)
  await person.call(rateCase, { params: { number: registered.number }, body: { code: registered.trackingCode, grade: 5, reasons: reasonsOf(tour), comment: words.COMMENT, solved: true } })
  tour.teller.step('rate', { ...names, text: words.COMMENT })
  await registerLine(tour, receptionist, registered.number)
  return verdict(tour, receptionist, { caseId, number: registered.number })
}

async function signInCast({ base, info, language }: Tour): Promise<Cast> {
  const [institution] = info.institutions
  const { people } = await new Visitor(base).call(listDemoPeople)
  const here = people.filter((person) => person.institutionName === institution?.name)
  const desk = here.find((person) => person.role === 'receptionist')
  if (!desk) throw new NoCast()
  const receptionist = await signedIn(base, desk.id)
  const { matters } = await receptionist.call(suggestAtRegister, { query: { text: words.SUBJECT } })
  const matter = matters.find((candidate) => candidate.personId !== null && candidate.personId !== desk.id && candidate.unitName !== desk.unitName)
  if (!matter?.personId) throw new NoCast()
  return {
    receptionist, handler: await signedIn(base, matter.personId), person: new Visitor(base),
    names: {
      requester: REQUESTER.name, receptionist: desk.name, desk: desk.unitName, handler: matter.personName ?? '', unit: matter.unitName, matter: matter.name,
      room: [matter.room, matter.phone].filter(Boolean).join(language === 'zh' ? '，' : ', '), number: '', subject: words.SUBJECT, text: '', due: '',
    },
    matter: { id: matter.id, unitId: matter.unitId, personId: matter.personId, papers: matter.papers },
  }
}

async function signedIn(base: string, personId: string): Promise<Visitor> {
  const visitor = new Visitor(base)
  await visitor.call(signInAsDemo, { body: { personId } })
  return visitor
}

async function stand(tour: Tour, who: Visitor, caseId: string): Promise<void> {
  tour.teller.standing(await who.call(getCase, { params: { caseId } }))
}

/** Everything was brought along; the promise lies some days before the limit, on the same time of day. */
async function promise(handler: Visitor, { caseId, papers }: { caseId: string; papers: Cast['matter']['papers'] }): Promise<string> {
  const brought = papers.length > 0 ? papers.map((paper) => ({ ...paper, given: true })) : [{ name: '身份证', given: true }]
  await handler.call(issueNotice, { params: { caseId }, body: { papers: brought } })
  const page = await handler.call(getCase, { params: { caseId } })
  const limit = Date.parse(page.dueAt ?? '')
  const wanted = weekdayBefore(limit - PROMISED_BEFORE_LIMIT_DAYS * DAY_MS)
  // By the server's clock: this machine's may go otherwise.
  const dueAt = new Date(wanted > Date.parse(page.registeredAt) + DAY_MS ? wanted : limit).toISOString()
  await handler.call(promiseCase, { params: { caseId }, body: { dueAt, text: words.PROMISE } })
  return dueAt
}

function weekdayBefore(ms: number): number {
  const weekday = new Date(ms).getUTCDay()
  return weekday === 0 ? ms - 2 * DAY_MS : weekday === 6 ? ms - DAY_MS : ms
}

async function track(tour: Tour, person: Visitor, { number, code, names }: { number: string; code: string; names: Names }): Promise<void> {
  const seen = await person.call(trackCase, { params: { number }, query: { code } })
  tour.teller.step('track', names)
  const due = seen.promised ?? seen.expected
  tour.teller.rows([
    [seen.number, `${seen.unit.name} ${seen.handlerName}`],
    [seen.unit.phone ?? '', seen.unit.room ?? ''],
    [tour.texts.seen, due ? tour.teller.when(due.at) : ''],
  ])
}

function reasonsOf({ info }: Tour): string[] {
  return (info.institutions[0]?.ratingReasons ?? []).slice(1, 3)
}

async function registerLine({ teller, texts }: Tour, receptionist: Visitor, number: string): Promise<void> {
  const { rows } = await receptionist.call(listCases, { query: { view: 'mineFirst', q: number } })
  const row = rows.find((candidate) => candidate.number === number)
  if (!row) throw new NoCast()
  const values = [row.number, teller.when(row.registeredAt), texts.channel, row.subject, `${row.requesterName ?? ''} ${row.requesterPhone ?? ''}`, `${row.firstContact.personName} · ${row.firstContact.unitName}`,
    `${row.handler.personName} · ${row.handler.unitName}`, row.closedAt ? teller.when(row.closedAt) : '', texts.outcome, row.grade ? texts.grade(row.grade) : '']
  teller.heading(texts.register)
  teller.rows(texts.columns.map((column, index) => [column, values[index] ?? ''] as const))
}

async function verdict({ teller, texts, digestOf }: Tour, receptionist: Visitor, { caseId, number }: { caseId: string; number: string }): Promise<Ending> {
  const ledger = await receptionist.call(getCaseLedger, { params: { caseId } })
  const bad = firstBadEntry(ledger.entries as LedgerEntry[], digestOf)
  const isIntact = ledger.intact && bad === null && ledger.entries.length > 0
  const firstBad = ledger.firstBad ?? (bad && 'seq' in bad ? bad.seq : null)
  teller.heading(texts.ledger)
  const last = ledger.entries.at(-1)
  teller.text(isIntact ? `${texts.intact(ledger.entries.length, last?.hash ?? '')} ${texts.sealed(ledger.sealedThrough, ledger.entries.length)}` : texts.broken(firstBad ?? 0))
  return { number, isIntact, firstBad }
}
