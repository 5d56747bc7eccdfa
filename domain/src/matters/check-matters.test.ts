import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMatters, type ListedMatter, type MatterGround, type Problem } from './check-matters.ts'
import { changedFields, plainName, type MatterDocument } from './matter.ts'

const ground: MatterGround = {
  units: new Map([['planning', { staffed: true }], ['housing', { staffed: true }], ['empty', { staffed: false }]]),
  posts: new Map([
    ['permits', { unitId: 'planning', name: '规划许可岗', hasDuties: true, held: true }],
    ['idle', { unitId: 'planning', name: '综合岗', hasDuties: false, held: true }],
    ['vacant', { unitId: 'planning', name: '测绘岗', hasDuties: true, held: false }],
    ['rents', { unitId: 'housing', name: '租赁岗', hasDuties: true, held: true }],
  ]),
  people: new Set(['he', 'wu']),
}

function matter(id: string, given: Partial<MatterDocument> = {}): ListedMatter {
  return {
    id, name: `事项${id}`, unitId: 'planning', postId: null, personId: null, category: null, synonyms: [], keywords: [], examples: [], papers: [], conditions: null, procedure: null, fee: null, feeBasis: null,
    statutoryDays: null, workingDays: null, room: null, phone: null, validFrom: null, validUntil: null, onSpot: false, lenient: false, citationRequired: false, everyday: false,
    citation: null, answer: null, ...given,
  }
}

const short = ({ kind, matterId, otherId, word }: Problem): string => [kind, matterId, otherId ?? '-', word ?? '-'].join(' ')

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
    ['keywords may be shared', [matter('a', { keywords: ['房'] }), matter('b', { unitId: 'housing', keywords: ['房'] })], []],
    ['no such unit: an orphan', [matter('a', { unitId: 'gone' })], ['no-such-unit a - -']],
    ['a unit where nobody works', [matter('a', { unitId: 'empty' })], ['nobody-in-unit a - -']],
    ['no such post', [matter('a', { postId: 'gone' })], ['no-such-post a - -']],
    ['a post of another unit', [matter('a', { postId: 'rents' })], ['post-elsewhere a - 租赁岗']],
    ['a post without duties', [matter('a', { postId: 'idle' })], ['post-without-duties a - 综合岗']],
    ['a post that nobody holds', [matter('a', { postId: 'vacant' })], ['nobody-in-post a - 测绘岗']],
    ['somebody who is not there any more', [matter('a', { personId: 'left' })], ['no-such-person a - -']],
    ['valid until before it is valid from', [matter('a', { validFrom: '2026-02-01', validUntil: '2026-01-31' })], ['validity-reversed a - 2026-01-31']],
    ['valid for one day', [matter('a', { validFrom: '2026-02-01', validUntil: '2026-02-01' })], []],
    ['a promise beyond the statute', [matter('a', { workingDays: 21, statutoryDays: 20 })], ['promise-beyond-statute a - 21 > 20']],
    ['a promise that equals the statute', [matter('a', { workingDays: 20, statutoryDays: 20 })], []],
    ['several at once', [matter('a', { unitId: 'gone', postId: 'idle', personId: 'left' })], ['no-such-unit a - -', 'post-elsewhere a - 综合岗', 'post-without-duties a - 综合岗', 'no-such-person a - -']],
  ])('%s', (_name, matters, problems) => {
    expect(checkMatters(matters, ground).map(short)).toEqual(problems)
  })
})

const words = fc.constantFrom('建房', '盖房', '租赁', '测绘', '许可', '登记', '盖　房', '（建房）')
const anyMatter = fc.record({
  name: words, synonyms: fc.array(words, { maxLength: 3 }), unitId: fc.constantFrom('planning', 'housing', 'empty', 'gone'), postId: fc.constantFrom(null, 'permits', 'idle', 'vacant', 'rents', 'gone'),
  personId: fc.constantFrom(null, 'he', 'left'),
})
const anyDirectory = fc.array(anyMatter, { maxLength: 12 }).map((all) => all.map((given, at) => matter(String(at), given)))

test('a directory passes exactly when every word leads to one matter and every matter to somebody', () => {
  fc.assert(fc.property(anyDirectory, (matters) => {
    const leads = new Map<string, Set<string>>()
    for (const { id, name, synonyms } of matters) for (const word of [name, ...synonyms]) leads.set(plainName(word), new Set([...leads.get(plainName(word)) ?? [], id]))
    const owned = matters.every(({ unitId, postId, personId }) => ground.units.get(unitId)?.staffed === true && (personId === null || ground.people.has(personId))
      && (postId === null || (ground.posts.get(postId)?.unitId === unitId && ground.posts.get(postId)?.hasDuties === true && ground.posts.get(postId)?.held === true)))
    expect(checkMatters(matters, ground).length === 0).toBe(owned && [...leads.values()].every((ids) => ids.size === 1))
  }))
})

test('every problem names a matter of the directory, and the other one it collides with', () => {
  fc.assert(fc.property(anyDirectory, (matters) => {
    const ids = new Set(matters.map(({ id }) => id))
    for (const { matterId, otherId } of checkMatters(matters, ground)) {
      expect(ids.has(matterId)).toBe(true)
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
