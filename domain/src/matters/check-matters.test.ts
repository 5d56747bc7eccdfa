import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMatters, concerns, type ListedMatter, type MatterGround, type Problem } from './check-matters.ts'
import { changedFields, plainName, type MatterDocument } from './matter.ts'

const ground: MatterGround = {
  units: new Map([['planning', { staffed: true }], ['housing', { staffed: true }], ['empty', { staffed: false }]]),
  posts: new Map([
    ['permits', { unitId: 'planning', name: '规划许可岗', hasDuties: true, held: true }],
    ['vacant', { unitId: 'planning', name: '测绘岗', hasDuties: true, held: false }],
    ['rents', { unitId: 'housing', name: '租赁岗', hasDuties: true, held: true }],
  ]),
  people: new Set(['he', 'wu']),
}
/** With a post that nobody has written the duties of. */
const withIdle: MatterGround = { ...ground, posts: new Map([...ground.posts, ['idle', { unitId: 'planning', name: '综合岗', hasDuties: false, held: true }]]) }

function matter(id: string, given: Partial<MatterDocument> = {}): ListedMatter {
  return {
    id, name: `事项${id}`, unitId: 'planning', postId: null, personId: 'he', category: null, synonyms: [], keywords: [], examples: [], papers: [], conditions: null, procedure: null, fee: null, feeBasis: null,
    statutoryDays: null, workingDays: null, room: null, phone: null, validFrom: null, validUntil: null, onSpot: false, lenient: false, citationRequired: false, everyday: false,
    citation: null, answer: null, ...given,
  }
}

const short = ({ kind, matterId, otherId, word }: Problem): string => [kind, matterId ?? '-', otherId ?? '-', word ?? '-'].join(' ')

describe('one matter has one owner who is there and knows that it is theirs', () => {
  test.each<[string, ListedMatter[], string[]]>([
    ['nothing wrong', [matter('a', { postId: 'permits', personId: 'he' }), matter('b', { unitId: 'housing', postId: 'rents', keywords: ['规划'] })], []],
    ['two owners of one name', [matter('a', { name: '建房许可' }), matter('b', { name: '建房许可', unitId: 'housing' })], ['second-owner b a 建房许可']],
    ['two posts of one unit are two owners', [matter('a', { name: '建房许可', postId: 'permits' }), matter('b', { name: '建房许可' })], ['second-owner b a 建房许可']],
    ['the same name twice with one owner', [matter('a', { name: '建房许可' }), matter('b', { name: '建房许可' })], ['same-name b a 建房许可']],
    ['names that differ by marks, width and capitals only', [matter('a', { name: 'A类建房许可（个人）' }), matter('b', { name: 'ａ类建房许可 个人', unitId: 'housing' })], ['second-owner b a ａ类建房许可 个人']],
    ['a third one of the name is told of the first', [matter('a', { name: '许可' }), matter('b', { name: '许可' }), matter('c', { name: '许可' })], ['same-name b a 许可', 'same-name c a 许可']],
    ['a synonym that is the name of another owner\'s matter', [matter('a', { name: '建房许可' }), matter('b', { unitId: 'housing', synonyms: ['建房许可'] })], ['second-owner b a 建房许可']],
    ['a synonym that is the name of the same owner\'s matter', [matter('a', { name: '建房许可' }), matter('b', { synonyms: ['建房许可'] })], ['overlapping-synonym b a 建房许可']],
    ['one synonym of two matters', [matter('a', { synonyms: ['盖房'] }), matter('b', { unitId: 'housing', synonyms: ['盖 房'] })], ['overlapping-synonym b a 盖 房']],
    ['a synonym that is its own matter\'s name, or stands twice in it', [matter('a', { name: '建房许可', synonyms: ['建房许可', '盖房', '盖房'] })], []],
    ['one keyword of two owners', [matter('a', { keywords: ['房'] }), matter('b', { unitId: 'housing', keywords: ['房 '] })], ['overlapping-keyword b a 房 ']],
    ['one keyword of two posts of a unit', [matter('a', { postId: 'permits', keywords: ['房'] }), matter('b', { keywords: ['房'] })], ['overlapping-keyword b a 房']],
    ['one keyword of several matters of one owner', [matter('a', { keywords: ['房'] }), matter('b', { keywords: ['房'] })], []],
    ['a keyword that is the name of another owner\'s matter', [matter('a', { keywords: ['建房许可'] }), matter('b', { unitId: 'housing', name: '建房许可' })], ['overlapping-keyword a b 建房许可']],
    ['a keyword of three owners', [matter('a', { keywords: ['房'] }), matter('b', { unitId: 'housing', keywords: ['房'] }), matter('c', { unitId: 'housing', keywords: ['房'] })], ['overlapping-keyword b a 房', 'overlapping-keyword c a 房']],
    ['neither a post nor a person', [matter('a', { personId: null })], ['no-owner a - -']],
    ['a post and nobody in person', [matter('a', { postId: 'permits', personId: null })], []],
    ['no such unit: an orphan', [matter('a', { unitId: 'gone' })], ['no-such-unit a - -']],
    ['a unit where nobody works', [matter('a', { unitId: 'empty' })], ['nobody-in-unit a - -']],
    ['no such post', [matter('a', { postId: 'gone' })], ['no-such-post a - -']],
    ['a post of another unit', [matter('a', { postId: 'rents' })], ['post-elsewhere a - 租赁岗']],
    ['a post that nobody holds', [matter('a', { postId: 'vacant' })], ['nobody-in-post a - 测绘岗']],
    ['somebody who is not there any more', [matter('a', { personId: 'left' })], ['no-such-person a - -']],
    ['valid until before it is valid from', [matter('a', { validFrom: '2026-02-01', validUntil: '2026-01-31' })], ['validity-reversed a - 2026-01-31']],
    ['valid for one day', [matter('a', { validFrom: '2026-02-01', validUntil: '2026-02-01' })], []],
    ['a promise beyond the statute', [matter('a', { workingDays: 21, statutoryDays: 20 })], ['promise-beyond-statute a - 21 > 20']],
    ['a promise in hours beyond the statute for certain', [matter('a', { promised: { amount: 15 * 24, unit: 'naturalHours' }, statutoryDays: 9 })], ['promise-beyond-statute a - 10 > 9']],
    ['a promise in natural days within it', [matter('a', { promised: { amount: 13, unit: 'naturalDays' }, statutoryDays: 9 })], []],
    ['a promise in working hours within it', [matter('a', { promised: { amount: 72, unit: 'workingHours' }, statutoryDays: 9 })], []],
    ['a promise that equals the statute', [matter('a', { workingDays: 20, statutoryDays: 20 })], []],
    ['several at once', [matter('a', { unitId: 'gone', postId: 'vacant', personId: 'left' })], ['no-such-unit a - -', 'post-elsewhere a - 测绘岗', 'nobody-in-post a - 测绘岗', 'no-such-person a - -']],
  ])('%s', (_name, matters, problems) => {
    expect(checkMatters(matters, ground).map(short)).toEqual(problems)
  })
})

test('a post without duties is a problem, once: of the matters that name it, or else of itself', () => {
  expect(checkMatters([matter('a', { postId: 'idle' })], withIdle).map(short)).toEqual(['post-without-duties a - 综合岗'])
  const alone = checkMatters([matter('a')], withIdle)
  expect(alone).toEqual([{ kind: 'post-without-duties', matterId: null, otherId: null, unitId: 'planning', word: '综合岗' }])
  expect(alone.map((problem) => [concerns(problem, matter('b')), concerns(problem, matter('c', { unitId: 'housing' }))])).toEqual([[true, false]])
})

const words = fc.constantFrom('建房', '盖房', '租赁', '测绘', '许可', '登记', '盖　房', '（建房）')
const anyMatter = fc.record({
  name: words, synonyms: fc.array(words, { maxLength: 3 }), unitId: fc.constantFrom('planning', 'housing', 'empty', 'gone'), postId: fc.constantFrom(null, 'permits', 'vacant', 'rents', 'gone'),
  personId: fc.constantFrom(null, 'he', 'left'),
})
const anyDirectory = fc.array(anyMatter, { maxLength: 12 }).map((all) => all.map((given, at) => matter(String(at), given)))

test('a directory passes exactly when every word leads to one matter and every matter to somebody', () => {
  fc.assert(fc.property(anyDirectory, (matters) => {
    const leads = new Map<string, Set<string>>()
    for (const { id, name, synonyms } of matters) for (const word of [name, ...synonyms]) leads.set(plainName(word), new Set([...leads.get(plainName(word)) ?? [], id]))
    const owned = matters.every(({ unitId, postId, personId }) => (postId !== null || personId !== null) && ground.units.get(unitId)?.staffed === true && (personId === null || ground.people.has(personId))
      && (postId === null || (ground.posts.get(postId)?.unitId === unitId && ground.posts.get(postId)?.hasDuties === true && ground.posts.get(postId)?.held === true)))
    expect(checkMatters(matters, ground).length === 0).toBe(owned && [...leads.values()].every((ids) => ids.size === 1))
  }))
})

test('every problem names a matter of the directory, and the other one it collides with', () => {
  fc.assert(fc.property(anyDirectory, (matters) => {
    const ids = new Set(matters.map(({ id }) => id))
    for (const { matterId, otherId } of checkMatters(matters, ground)) {
      expect(matterId !== null && ids.has(matterId)).toBe(true)
      expect(otherId === null || (ids.has(otherId) && otherId !== matterId)).toBe(true)
    }
  }))
})

test('taking matters out never makes a new problem', () => {
  fc.assert(fc.property(anyDirectory, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (matters, kept) => {
    const fewer = matters.filter((_matter, at) => kept[at])
    expect(checkMatters(fewer, ground).length).toBeLessThanOrEqual(checkMatters(matters, ground).length)
  }))
})

test('changed fields are exactly those that differ', () => {
  const before = matter('a', { papers: [{ name: '身份证', copies: 1, form: 'copy' }], synonyms: ['盖房'] })
  expect(changedFields(before, { ...before, synonyms: ['盖房'] })).toEqual([])
  expect(changedFields(before, { ...before, papers: [{ name: '身份证', copies: 2, form: 'copy' }], workingDays: 5 })).toEqual(['papers', 'workingDays'])
})
