import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askPublicly } from './public/cases.ts'
import { registerCase } from './staff/cases/register-case.ts'

const GOOD = { channel: 'visit', subject: '自建房翻建要哪些材料' }
const GOOD_PUBLIC = { subject: '路灯坏了' }
const BODIES = [['registerCase', registerCase.body, GOOD], ['askPublicly', askPublicly.body, GOOD_PUBLIC]] as const

/** The codes of what is wrong, with where it is. */
function faults(schema: (typeof BODIES)[number][1], value: unknown): string[] {
  const read = schema.safeParse(value)
  return read.success ? [] : read.error.issues.map((issue) => `/${issue.path.join('/')} ${issue.message}`)
}

describe.each(BODIES)('the body of %s', (_name, schema, good) => {
  it('needs little', () => { expect(faults(schema, good)).toEqual([]) })

  it.each([
    ['subject', 'a\u0000b', 'text-control'], ['subject', 'a\u0085b', 'text-control'], ['subject', 'a\tb', 'text-control'], ['subject', 'a\u2029b', 'text-control'], ['content', 'a\u0007b', 'text-control'],
    ['subject', '\uD800', 'text-broken'], ['content', 'ab\uDC00', 'text-broken'], ['subject', '\uDE00\uD83D', 'text-broken'],
    ['subject', 'a\u200Bb', 'text-invisible'], ['subject', 'a\u00ADb', 'text-invisible'], ['subject', 'a\u2060b', 'text-invisible'], ['subject', 'a\u200Cb', 'text-invisible'], ['content', 'a\u200Bb', 'text-invisible'],
    ['subject', 'a\u202Eb', 'text-invisible'], ['content', 'a\u2067b', 'text-invisible'], ['subject', 'a\u200Fb', 'text-invisible'],
    ['subject', '', 'text-missing'], ['subject', '\u3000\t ', 'text-missing'], ['content', ' \n ', 'text-missing'], ['subject', 'x'.repeat(201), 'text-too-long'], ['content', 'x'.repeat(20_001), 'text-too-long'],
  ])('refuses %s %j', (field, value, fault) => {
    expect(faults(schema, { ...good, [field]: value })).toContain(`/${field} ${fault}`)
  })

  it('takes an emoji of several, line ends of all kinds, and trims', () => {
    const read = schema.parse({ ...good, subject: ' 路灯\u3000', content: '一\r\n二\r三\n四 👩‍🌾' })
    expect(read).toMatchObject({ subject: '路灯', content: '一\n二\n三\n四 👩‍🌾' })
  })

  it('refuses every field that it does not name, at any depth', () => {
    const keys = fc.string({ minLength: 1, maxLength: 20 }).filter((key) => !(key in schema.shape) && key !== '__proto__')
    fc.assert(fc.property(keys, fc.jsonValue(), (key, value) => {
      expect(schema.safeParse({ ...good, [key]: value }).success).toBe(false)
      fc.pre(!(key in schema.shape.requester.unwrap().shape))
      expect(schema.safeParse({ ...good, requester: { [key]: value } }).success).toBe(false)
    }))
  })

  it('never throws, and never lets a text through that cannot be stored or shown as it is', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(fc.property(fc.oneof(anyText, fc.string({ unit: fc.integer({ min: 0, max: 0xFFFF }).map((code) => String.fromCharCode(code)), maxLength: 12 })), (subject) => {
      const read = schema.safeParse({ ...good, subject })
      if (!read.success) return
      expect(read.data.subject).toBe(subject.trim())
      // Throws at half a character.
      expect(() => encodeURIComponent(subject)).not.toThrow()
      expect(read.data.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B-\u200F\uFEFF]/u)
    }), { numRuns: 2_000 })
  })

  it('is total: whatever JSON comes, it is taken or refused with a place and a reason', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const read = schema.safeParse(value)
      expect(read.success || read.error.issues.every((issue) => Array.isArray(issue.path) && issue.message !== '')).toBe(true)
    }))
  })
})

describe('times in a registration', () => {
  const promised = (promisedAt: unknown) => faults(registerCase.body, { ...GOOD, decision: { branch: 'mine', promisedAt } })
  it.each(['2026-03-05T09:00:00+08:00', '2026-03-05T01:00:00Z', '2026-03-05T01:00:00.000Z', '2000-01-01T00:00:00Z', '2199-12-31T23:59:59Z', '2028-02-29T09:00:00+08:00'])('%s is one', (time) => {
    expect(promised(time)).toEqual([])
  })
  it.each(['2026-03-05T09:00:00', '2026-03-05', '05.03.2026 09:00', '2026-02-30T09:00:00Z', '2027-02-29T09:00:00Z', '2026-13-01T09:00:00Z', '2026-03-05T25:00:00Z', '+012026-03-05T09:00:00Z', 'now', '', 1772672400000, null])(
    '%s is none', (time) => { expect(promised(time).join()).toMatch(/^\/decision\/promisedAt /) },
  )
  it.each(['9999-12-31T23:59:59Z', '1999-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '0001-01-01T00:00:00Z'])('%s is a slip', (time) => {
    expect(promised(time)).toEqual(['/decision/promisedAt instant-out-of-range'])
  })
})
