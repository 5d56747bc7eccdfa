import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sessionFor } from '../access/testing-sessions.ts'
import type { Form } from '../exports/form-source.ts'
import { exportPath } from '../exports/folder.ts'
import { writeExport } from '../exports/write-export.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { noticeLetter, requesterLetter } from '../mail/letters.ts'
import { letterAbout, staffLetterAbout } from '../mail/store.ts'
import { makeWorld, type Replied, type Who, type World } from '../testing-world.ts'
import { nationalDays } from './holidays.ts'

// The last days of the last year whose holidays are known: whatever is due after them is an estimate.
const year = Number(nationalDays().knownThrough.slice(0, 4))
const next = (day: string, time = '17:30'): string => `${year + 1}-${day}T${time}:00+08:00`
const END = Date.parse(`${year + 1}-01-01T00:00:00+08:00`)

let world: World
let folder: string
let long: { id: string; number: string; trackingCode: string }
let referred: { id: string; number: string }

beforeAll(async () => {
  world = await makeWorld('county-bureau', `${year}-12-28 09:00`)
  folder = await mkdtemp(join(tmpdir(), 'daodi-estimated-'))
  world.services.dataDir = folder
  long = await done('li', 'cases', { channel: 'phone', subject: '低保怎么申请', category: 'application', requester: { name: '赵敏', phone: '13800000001', email: 'zhao@example.org' }, decision: { branch: 'mine' } }, 201)
})
afterAll(async () => {
  await world.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Accounts are administered in a browser, never by token. */
const call = async (who: Who | null, method: 'GET' | 'POST', path: string, body?: object): Promise<Replied> =>
  (who === 'guan' ? world.call(null, method, `/api/${path}`, body, await sessionFor(world, who)) : world.call(who, method, `/api/${path}`, body))
async function done(who: Who, path: string, body: object, status = 200): Promise<Replied['body']> {
  const reply = await call(who, 'POST', `staff/${path}`, body)
  expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBe(status)
  return reply.body
}
const act = (who: Who, path: string, body: object) => done(who, `cases/${long.id}/${path}`, body)
const get = async (who: Who | null, path: string): Promise<Replied['body']> => (await call(who, 'GET', path)).body

/** Every due time in an answer with its mark: `path day`, and ` ~` behind what is marked. */
function marks(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => marks(one, path))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  return Object.entries(fields).flatMap(([name, at]) => {
    const stem = /^(due|promised|expected|limit|originalLimit)At$/.exec(name)?.[1] ?? (/^(until|from)$/.test(name) ? name : name === 'at' && 'estimated' in fields && Object.keys(fields).length === 2 ? name : null)
    if (stem === null || typeof at !== 'string') return marks(at, `${path}.${name}`)
    const mark = fields[`${stem}Estimated`] ?? (stem === 'from' ? undefined : fields['estimated'])
    return mark === undefined && /^(until|from)$/.test(name) ? [] : [`${path}.${name} ${Date.parse(at) > END ? 'beyond' : 'known'} ${mark === true ? 'marked' : 'unmarked'}`]
  })
}
/** All that lies beyond is marked, and nothing else is. */
function expectMarked(answer: unknown, ...places: string[]): void {
  const found = marks(answer)
  expect(found.filter((one) => !one.endsWith(' beyond marked') && !one.endsWith(' known unmarked'))).toEqual([])
  for (const place of places) expect(found).toContain(`${place} beyond marked`)
}

async function formText(who: Who, path: string): Promise<Record<string, string>> {
  const form = await done(who, path, {}) as Form
  return Object.fromEntries(form.blocks.flatMap((block) => block.kind === 'fields' ? block.rows.flat().map(({ name, value }) => [name, value]) : block.kind === 'table' ? [[block.title ?? '', block.rows.flat().join('|')]] : []))
}

it('a limit that reaches into the next year is marked in the answer, the list, the to-do list, the case and to the person', async () => {
  expect(long).toMatchObject({ dueEstimated: true })
  expectMarked(await get('li', 'staff/cases?view=mineHandling'), '.rows.dueAt')
  expectMarked(await get('li', 'staff/obligations?scope=mine'), '.rows.dueAt')
  expectMarked(await get('li', `staff/cases/${long.id}`), '.dueAt', '.course.limitAt', '.obligations.dueAt')
  const seen = await get(null, `public/cases/${long.number}?code=${long.trackingCode}`)
  expect(seen.expected).toMatchObject({ estimated: true })
})

it('what somebody chose in the next year is an estimate as well, wherever the case shows it', async () => {
  await act('li', 'assists', { assistants: [{ unitId: world.units['许可科'] }], task: '查原件', dueAt: next('01-06') })
  await act('li', 'inquiries', { party: '供电公司', question: '何时移杆', dueAt: next('01-07') })
  await act('li', 'questions', { question: '能否办理', toPersonIds: [world.people.he], expectedAt: next('01-08') })
  await act('bao', 'instructions', { text: '尽快办' })
  world.setTime(`${year}-12-31 10:00`)
  await act('bao', 'supervision', { level: 'general', requirement: '按期办结' })
  await act('li', 'extension', { until: next('01-14'), reason: '等批复' })
  expectMarked(await get('li', `staff/cases/${long.id}`), '.course.approval.until', '.course.approval.dueAt', '.course.assists.dueAt', '.course.supervision.dueAt', '.cooperation.inquiries.dueAt', '.cooperation.questions.expectedAt', '.timeline.params.until')
  expectMarked(await get('he', 'staff/notices'), '.rows.detail.dueAt', '.rows.case.dueAt')
  await act('he', 'approval', { approve: true })
  const granted = await get('li', `staff/cases/${long.id}`)
  expectMarked(granted, '.course.originalLimitAt', '.timeline.params.dueAt', '.timeline.params.from')
  expectMarked(await get(null, `public/cases/${long.number}?code=${long.trackingCode}`), '.timeline.params.dueAt', '.expected.at')
  await act('li', 'pause', { cause: 'thirdParty', until: next('01-12'), reason: '等检测' })
  await act('he', 'approval', { approve: true })
  expectMarked(await get('li', `staff/cases/${long.id}`), '.course.pause.until', '.obligations.dueAt', '.timeline.params.until')
  const seen = await get(null, `public/cases/${long.number}?code=${long.trackingCode}`)
  expect(marks(seen)).toContain('.timeline.params.until beyond marked')
})

it('signing for it, a promise, and the lists of shifts and successors', async () => {
  world.setTime(`${year}-12-31 15:00`)
  referred = await done('li', 'cases', { channel: 'visit', subject: '翻建手续', category: 'application', requester: { name: '钱多' }, decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '归许可科' } }, 201)
  expectMarked(await get('li', `staff/cases/${referred.id}`), '.referral.dueAt')
  const kind = await done('sun', `units/${world.units['许可科']}/shift-kinds`, { name: '日班', from: '08:00', to: '18:00', weekdays: [1, 2, 3, 4, 5, 6, 7], tasks: [{ task: '清点', by: '16:00' }] }, 201)
  const { shiftIds: [shift] } = await done('sun', `units/${world.units['许可科']}/roster`, { add: [{ kindId: kind.id, personId: world.people.qian, day: `${year}-12-31` }] })
  expect((await formText('li', `cases/${referred.id}/forms/slip`))['办理时限']).toMatch(/（推算）前签收/)
  await done('qian', `cases/${referred.id}/referral/acceptance`, {})
  await done('qian', `cases/${referred.id}/promise`, { dueAt: next('01-05') })
  await done('qian', `shifts/${shift}/beginning`, {}, 204)
  const page = await get('qian', `staff/shifts/${shift}`)
  expectMarked(page, '.contents.cases.dueAt', '.contents.cases.promisedAt', '.unsettled.dueAt')
  expect(marks(page)).toContain('.contents.tasks.dueAt known unmarked')
  await done('qian', `shifts/${shift}/handover`, { successorId: world.people.zhou }, 204)
  expectMarked(await get('zhou', `staff/shifts/${shift}`), '.handOver.contents.cases.dueAt', '.handOver.contents.cases.promisedAt')
  // A record from before the marks were kept.
  await world.pool.query("update shift_handovers set contents = jsonb_set(contents, '{cases}', (select jsonb_agg(x - 'dueEstimated' - 'promisedEstimated') from jsonb_array_elements(contents->'cases') x))")
  expectMarked(await get('zhou', `staff/shifts/${shift}`), '.handOver.contents.cases.dueAt', '.handOver.contents.cases.promisedAt')
  expect(Object.values(await formText('zhou', `shifts/${shift}/forms/handOver`)).join('\n')).toMatch(/1月5日 17:30（推算）\n.*承诺 .*1月5日 17:30（推算）/s)
  expectMarked(await get('guan', `staff/people/${world.people.qian}/succession`), '.cases.dueAt')
  await done('guan', `people/${world.people.qian}/succession`, { all: world.people.zhou })
  expectMarked(await get('zhou', 'staff/successions'), '.rows.dueAt')
})

it('on paper, in the workbook and in letters', async () => {
  for (const form of ['slip', 'receipt', 'handOver']) expect([form, JSON.stringify(await formText('qian', `cases/${referred.id}/forms/${form}`))]).toEqual([form, expect.stringContaining('1月5日 17:30（推算）')])
  const extension = await formText('li', `cases/${long.id}/forms/extension`)
  expect([extension['原时限'], extension['新时限']]).toEqual([expect.stringMatching(/（推算）$/), expect.stringMatching(/1月14日 17:30（推算）$/)])

  const { id } = await done('qian', 'exports', { layout: 'full', filters: {} }, 202)
  await writeExport({ institutionId: world.institutionId, exportId: id }, world.services)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(exportPath(folder, id))
  expect(book.worksheets[0]?.getRow(4).values).toContain(`${year + 1}-01-05 17:30（推算）`)

  const { rows: [told] } = await world.pool.query<{ id: string }>('select id from notices where person_id = $1 and case_id = $2 limit 1', [world.people.li, referred.id])
  const staff = await staffLetterAbout(world.db, world.institutionId, { personId: world.people.li, noticeId: told?.id ?? '' })
  expect(staff && noticeLetter(staff, null).text).toContain(`期限 / due: ${year + 1}-01-05 17:30（推算 / estimated）`)
  const { requester_id: requesterId } = await world.db.selectFrom('cases').select('requester_id').where('id', '=', referred.id).executeTakeFirstOrThrow()
  const person = await letterAbout(world.db, world.institutionId, { caseId: referred.id, requesterId: requesterId ?? '' })
  expect(person && requesterLetter('promised', person, null).text).toContain(`承诺期限 / promised by: ${year + 1}-01-05 17:30（推算 / estimated）`)
  expect((await verifyLive(world.services)).ok).toBe(true)
})
