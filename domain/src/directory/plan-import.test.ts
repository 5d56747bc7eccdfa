import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownDirectory, KnownUnit, SheetRow, Workbook } from './import-shape.ts'
import { planImport } from './plan-import.ts'
import { shownPerson } from './plan-people.ts'
import { shownPost } from './plan-posts.ts'
import { shownUnit } from './plan-units.ts'

const unit = (id: string, parentId: string | null, name: string): KnownUnit => ({ id, parentId, name, kind: parentId === null ? 'institution' : 'department', registerCode: null, phone: null, room: null, duties: null, authority: null, roles: {} })
const KNOWN: KnownDirectory = {
  matters: [],
  units: [unit('u0', null, '局'), unit('u1', 'u0', '许可科'), unit('u2', 'u0', '规划科'), unit('u3', 'u1', '窗口'), unit('u4', 'u2', '窗口')],
  posts: [{ id: 'o1', unitId: 'u1', name: '审查', duties: '审查', authority: null, limits: null, rank: 2, languages: ['普通话'], qualifications: [] }],
  people: [
    { id: 'p1', login: 'jia', name: '甲', unitId: 'u1', title: null, phones: ['0555-1'], rooms: [], languages: ['普通话'], qualifications: [], employment: 'regular', disabled: false, posts: [{ id: 'o1', isException: false }], roles: ['receptionist'] },
    { id: 'p2', login: 'yi', name: '乙', unitId: 'u2', title: '科长', phones: [], rooms: ['301'], languages: [], qualifications: [], employment: 'dispatched', disabled: false, posts: [], roles: [] },
    { id: 'p3', login: 'bing', name: '丙', unitId: 'u2', title: null, phones: [], rooms: [], languages: [], qualifications: [], employment: 'temporary', disabled: true, posts: [], roles: [] },
  ],
  loginsElsewhere: new Set(['other']), keysElsewhere: new Set(['丁/13800000077']), codesElsewhere: new Set(['ZZ']),
}
const sheet = (fields: string, ...rows: string[]): SheetRow[] => rows.map((row, index) => {
  const cells = row.split('|')
  return { row: index + 2, cells: Object.fromEntries(fields.split(' ').map((field, at) => [field, cells[at]?.trim() ?? ''])) }
})
const faultsOf = (book: Workbook): string[] => planImport(book, KNOWN).faults.map(({ row, field, code }) => `${row} ${field ?? ''} ${code}`)

describe('units of a workbook', () => {
  it.each<[string, string[], string[]]>([
    ['in any order, each below the other', ['丙窗口|乙科', '乙科|局'], []], ['by path where a name is two units’', ['小窗口|许可科/窗口'], []], ['by path from the institution down', ['小窗口|局/许可科'], []],
    ['two above each other', ['甲科|乙科', '乙科|甲科'], ['2 parent unit-circular', '3 parent unit-circular']], ['above itself', ['甲科|甲科'], ['2 parent unit-circular']],
    ['below a circle', ['甲科|乙科', '乙科|甲科', '丙科|甲科'], ['2 parent unit-circular', '3 parent unit-circular', '4 parent unit-parent-unknown']],
    ['a name that two have', ['小窗口|窗口'], ['2 parent unit-ambiguous']], ['without a parent', ['甲科|'], ['2 parent unit-parent-missing']], ['the same twice', ['甲科|局', '甲科|局'], ['3 name twice']],
    ['with a slash in its name', ['甲/乙|局'], ['2 name bad-characters']],
  ])('%s', (_, rows, faults) => expect(faultsOf({ units: sheet('name parent', ...rows) })).toEqual(faults))

  it('are renamed by their id, while what stands below them stays where it is', () => {
    const plan = planImport({ units: sheet('id name parent', 'u1|审批科|局', 'u3|窗口|许可科') }, KNOWN)
    expect(plan.faults).toEqual([])
    expect(plan.units.map(({ key, fields }) => [key, fields])).toEqual([['u1', [{ field: 'name', from: '许可科', to: '审批科' }]], ['u3', []]])
    expect(faultsOf({ units: sheet('id name parent', 'u3|窗口|规划科') })).toEqual(['2 parent unit-moved'])
  })
})

describe('what matters of a workbook promise', () => {
  const planned = (fields: string, row: string) => planImport({ matters: sheet(`name unit ${fields}`, `占道许可|许可科|${row}`) }, KNOWN)
  it.each<[string, string, string, object]>([
    ['in working days', 'workingDays promised', '5|', { workingDays: 5, promised: null }], ['in hours', 'workingDays promised', '|24 小时', { workingDays: null, promised: { amount: 24, unit: 'naturalHours' } }],
    ['in working hours', 'promised', '4个工作小时', { workingDays: null, promised: { amount: 4, unit: 'workingHours' } }], ['in natural days', 'promised', '3 自然日', { workingDays: null, promised: { amount: 3, unit: 'naturalDays' } }],
  ])('%s', (_, fields, row, said) => {
    const { faults, matters } = planned(fields, row)
    expect(faults).toEqual([])
    expect(matters[0]?.values.document).toMatchObject(said)
  })
  it.each<[string, string, string[]]>([['in a unit nobody knows', '|两个时辰', ['promise-format']], ['nothing at all', '|0 小时', ['promise-format']], ['twice', '5|24 小时', ['promised-twice']]])('%s', (_, row, codes) => {
    expect(planned('workingDays promised', row).faults.map(({ code }) => code)).toEqual(codes)
  })
})

describe('people of a workbook', () => {
  it.each<[string, string, string[]]>([
    ['the login of somebody elsewhere', 'other|丁|许可科||', ['2 login login-elsewhere']], ['a login that is none', 'A B|丁|许可科||', ['2 login login-format']], ['a post of another unit by its place', 'ding|丁|规划科|许可科/审查|普通话', []],
    ['a post of another unit by its name alone', 'ding|丁|规划科|审查|普通话', ['2 posts post-unknown']], ['a post without its language', 'ding|丁|许可科|审查|英语', ['2 posts holder-not-qualified']],
  ])('%s', (_, row, faults) => expect(faultsOf({ people: sheet('login name unit posts languages', row) })).toEqual(faults))

  it('who are disabled are neither brought back nor named', () => {
    expect(faultsOf({ people: sheet('login name unit state', 'bing|丙|规划科|在职', 'jia|甲|许可科|停用') })).toEqual(['2 state state-fixed', '3 state state-fixed'])
    expect(faultsOf({ units: sheet('name parent head', '许可科|局|bing') })).toEqual(['2 head person-left'])
  })

  it('say nothing about a column that is not there, and empty a cell that is', () => {
    expect(planImport({ people: sheet('login name unit', 'yi|乙|规划科') }, KNOWN).people[0]?.fields).toEqual([])
    expect(planImport({ people: sheet('login name unit title', 'yi|乙|规划科|') }, KNOWN).people[0]?.fields).toEqual([{ field: 'title', from: '科长', to: '' }])
  })
})

describe('a workbook', () => {
  it('as the directory shows it changes nothing, in whatever order its rows are', () => {
    const { tree, index } = planImport({}, KNOWN)
    const scene = { known: KNOWN, tree, people: index.people, posts: index.posts, faults: [] }
    const book = {
      units: KNOWN.units.map((one) => ({ id: one.id, ...shownUnit(one, tree, index.people) })), posts: KNOWN.posts.map((one) => ({ id: one.id, ...shownPost(one, tree) })),
      people: KNOWN.people.map((one) => ({ login: one.login, ...shownPerson(one, scene) })),
    }
    const shuffled = (rows: Record<string, string>[]) => fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }).map((some) => some.map((cells, at) => ({ row: at + 2, cells })))
    fc.assert(fc.property(fc.record({ units: shuffled(book.units), posts: shuffled(book.posts), people: shuffled(book.people) }), (rows) => {
      const plan = planImport(rows, KNOWN)
      expect(plan.faults).toEqual([])
      expect([...plan.units, ...plan.posts, ...plan.people].filter((one) => one.isNew || one.fields.length > 0)).toEqual([])
      expect(plan.absent).toEqual([])
    }), { numRuns: 50 })
  })

  it('of any cells whatever is planned or refused, and never fails', () => {
    const cell = fc.oneof(fc.constantFrom('', '局', '许可科', '窗口', 'jia', '甲', '审查', '/', '；', 'u1'), fc.string({ maxLength: 12 }))
    const rows = (fields: string[]) => fc.array(fc.record(Object.fromEntries(fields.map((field) => [field, cell]))), { maxLength: 6 }).map((some) => some.map((cells, at) => ({ row: at + 2, cells })))
    fc.assert(fc.property(fc.record({
      units: rows(['id', 'name', 'parent', 'kind', 'registerCode', 'head', 'liaison']), posts: rows(['id', 'unit', 'name', 'rank', 'languages']), people: rows(['login', 'name', 'unit', 'posts', 'phones', 'roles', 'state']),
    }), (book) => {
      const plan = planImport(book, KNOWN)
      // Every row comes to a plan or to a fault.
      for (const [name, planned] of [['units', plan.units], ['posts', plan.posts], ['people', plan.people]] as const) {
        const lost = book[name].filter(({ row }) => !planned.some((one) => one.row === row) && !plan.faults.some((fault) => fault.sheet === name && fault.row === row))
        expect(lost).toEqual([])
      }
    }), { numRuns: 300 })
  })
})
