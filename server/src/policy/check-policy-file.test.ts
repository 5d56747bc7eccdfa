import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import type { PolicyOverlay as DomainOverlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { checkDocument, problemsIn } from './check-document.ts'
import { checkPolicyFile } from './check-policy-file.ts'
import { loadPresets } from './load-presets.ts'
import { problemLine } from './problem.ts'
import { PolicyDocument, PolicyOverlay } from './schema.ts'

const [bureau] = await loadPresets()
if (!bureau) throw new Error('no presets')

/** The bureau's policy with one place changed; `undefined` takes the setting out. */
function changed(path: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const copy = structuredClone(bureau!.policy) as unknown as Record<string | number, unknown>
  const place = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, copy)
  const last = path.at(-1) ?? ''
  if (value === undefined) delete place[last]
  else place[last] = value
  return copy
}

function problemsOf(document: unknown, schema: z.ZodType = PolicyDocument) {
  const checked = checkDocument(document, schema)
  return checked.ok ? [] : problemsIn('x.yaml', checked.findings)
}

const day = (amount: number) => ({ amount, unit: 'workingDays' })
const hours = (amount: number) => ({ amount, unit: 'workingHours' })
const rung = (after: unknown) => ({ after, from: 'due', tell: [{ of: 'handler', post: 'head' }] })

describe('the schema', () => {
  it('is the domain’s type, no more and no less', () => {
    expectTypeOf<z.infer<typeof PolicyDocument>>().toEqualTypeOf<Policy>()
    expectTypeOf<z.infer<typeof PolicyOverlay>>().toEqualTypeOf<DomainOverlay>()
  })

  it.each([
    [['contactAttemps'], 3, 'contactAttemps', 'Did you mean “contactAttempts”?'],
    [['limits', 'signfor'], day(1), 'limits.signfor', 'Did you mean “signFor”?'],
    [['limits', 'pickUp'], day(1), 'limits.pickUp', 'Known here: decide, signFor, rule, reply, callBack, resolve'],
    [['limits', 'resolve', 0, 'limit', 'dayend'], 'business', 'limits.resolve[0].limit.dayend', 'Did you mean “dayEnd”?'],
    [['ladders', 'escalate'], [], 'ladders.escalate', 'Known here: decide'],
    [['systemName'], undefined, 'systemName', 'Add it; it must be text'],
    [['limits', 'reply'], undefined, 'limits.reply', 'Add it; it must be a group of settings'],
    [['replyBy'], undefined, 'replyBy', 'Add it'],
    [['supervisionLine'], 13_800_000_100, 'supervisionLine', 'Put it in quotes'],
    [['supervisionLine'], 'ask me', 'supervisionLine', 'or null'],
    [['required', 'requester'], 'yes', 'required.requester', 'true or false'],
    [['limits', 'decide'], '1 hour', 'limits.decide', 'a group of settings'],
    [['limits', 'decide', 'amount'], 0, 'limits.decide.amount', 'more than 0'],
    [['limits', 'decide', 'amount'], -2, 'limits.decide.amount', 'more than 0'],
    [['limits', 'decide', 'amount'], Number.NaN, 'limits.decide.amount', 'a number'],
    [['limits', 'signFor', 'amount'], 1.5, 'limits.signFor.amount', 'whole number'],
    [['limits', 'signFor', 'amount'], 3651, 'limits.signFor.amount', 'shorter limit'],
    [['limits', 'decide', 'unit'], 'workingHour', 'limits.decide.unit', 'Did you mean “workingHours”?'],
    [['limits', 'decide', 'unit'], 'weeks', 'limits.decide.unit', 'Allowed: workingDays'],
    [['limits', 'decide', 'dayEnd'], 'midnight', 'limits.decide.dayEnd', 'Remove dayEnd'],
    [['limits', 'signFor', 'sessionEnd'], 'next', 'limits.signFor.sessionEnd', 'Remove sessionEnd'],
    [['limits', 'resolve'], [], 'limits.resolve', 'neither category nor urgency'],
    [['limits', 'resolve'], [{ category: 'help', limit: day(1) }], 'limits.resolve', 'neither category nor urgency'],
    [['limits', 'resolve'], [{ category: 'help', limit: day(2) }, { limit: day(1) }, { limit: day(3) }], 'limits.resolve[2]', 'more specific rule'],
    [['limits', 'resolve'], [{ category: 'help', limit: day(1) }, { category: 'help', urgency: 'urgent', limit: day(2) }, { limit: day(3) }], 'limits.resolve[1]', 'more specific rule'],
    [['limits', 'resolve'], [{ limit: day(1), channel: 'phone' }], 'limits.resolve', 'nor channel'],
    [['limits', 'steps'], [{ step: 'signFor', limit: day(1) }, { step: 'signFor', urgency: 'urgent', limit: day(2) }], 'limits.steps[1]', 'more specific rule'],
    [['limits', 'steps'], [{ step: 'resolve', limit: day(1) }], 'limits.steps[0].step', 'Allowed: decide'],
    [['limits', 'resolve', 0, 'urgency'], 'critcal', 'limits.resolve[0].urgency', 'Did you mean “critical”?'],
    [['ladders', 'resolve'], [rung(day(1)), rung(hours(4))], 'ladders.resolve[1].after', 'order of time'],
    [['ladders', 'resolve'], [rung(hours(4)), rung(hours(4))], 'ladders.resolve[1].after', 'same time'],
    [['ladders', 'resolve'], [{ ...rung(day(1)), tell: [] }], 'ladders.resolve[0].tell', 'Add or remove'],
    [['ladders', 'resolve', 0, 'tell', 0, 'post'], ' ', 'ladders.resolve[0].tell[0].post', 'some text'],
    [['ladders', 'resolve', 0, 'tell', 0, 'of'], 'handlers', 'ladders.resolve[0].tell[0].of', 'Did you mean “handler”?'],
    [['categories'], ['consultation', 'consulting'], 'categories[1]', 'Allowed: consultation'],
    [['categories'], ['help', 'help'], 'categories[1]', 'Remove one'],
    [['categories'], [], 'categories', 'Add or remove'],
    [['channels'], ['phon'], 'channels[0]', 'Did you mean “phone”?'],
    [['returns', 'max'], 0, 'returns.max', 'at least 1'],
    [['returns', 'max'], 1.5, 'returns.max', 'a whole number'],
    [['warnAtPercentLeft'], 100, 'warnAtPercentLeft', 'at most 99'],
    [['warnAtPercentLeft'], 0, 'warnAtPercentLeft', 'at least 1'],
    [['unclear'], [], 'unclear', 'Add or remove'],
    [['calendar'], 'office', 'calendar', 'Allowed: institution, aroundTheClock'],
    [['forbiddenPhrases', 'block'], [''], 'forbiddenPhrases.block[0]', 'some text'],
  ])('refuses %j = %j', (path, value, where, remedy) => {
    const problems = problemsOf(changed(path, value))
    expect(problems.map((problem) => problem.path)).toEqual([where])
    expect(problems[0]?.remedy.en).toContain(remedy)
    for (const text of [problems[0]?.message, problems[0]?.remedy]) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u)
      expect(text?.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it.each([
    ['posts of any name', ['ladders', 'resolve', 0, 'tell', 0, 'post'], '党委书记'],
    ['half hours', ['limits', 'decide'], hours(0.5)],
    ['working and natural time on one ladder', ['ladders', 'resolve'], [rung(day(3)), rung({ amount: 1, unit: 'naturalHours' })]],
    ['no supervision line', ['supervisionLine'], null],
    ['an empty ladder', ['ladders'], { resolve: [] }],
  ])('allows %s', (_, path, value) => {
    expect(problemsOf(changed(path, value))).toEqual([])
  })

  it('lets a unit say any part, but a limit or a role reference only whole', () => {
    const parts = [{}, { limits: { decide: hours(2) } }, { ladders: { decide: [] } }, { callBack: { when: 'never' } }, { forbiddenPhrases: { allow: [] } }, { supervisionLine: null }]
    for (const part of parts) expect(problemsOf(part, PolicyOverlay)).toEqual([])
    expect(problemsOf({ limits: { decide: { amount: 2 } } }, PolicyOverlay).map(({ path }) => path)).toEqual(['limits.decide.unit'])
    expect(problemsOf({ callBack: { by: { post: 'office' } } }, PolicyOverlay).map(({ path }) => path)).toEqual(['callBack.by.of'])
    expect(problemsOf({ limit: {} }, PolicyOverlay)[0]?.remedy.en).toContain('Did you mean “limits”?')
  })

  it('tells every problem at once', () => {
    const paths = problemsOf({ ...changed(['limits', 'decide', 'amount'], 0), returns: { max: 0, within: day(1), basis: true, suggestion: true }, unclear: [], x: 1 }).map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['limits.decide.amount', 'returns.max', 'unclear', 'x'])
  })

  it.each([null, 'text', 7, [], undefined])('refuses %j in place of a policy', (document) => {
    expect(problemsOf(document).length).toBeGreaterThan(0)
  })
})

describe('a policy file', () => {
  let folder: string
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'daodi-policy-')) })
  afterAll(() => rm(folder, { recursive: true }))

  async function check(text: string) {
    const file = join(folder, 'policy.yaml')
    await writeFile(file, text)
    return (await checkPolicyFile(file)).map((problem) => ({ ...problem, line: problem.line, text: problemLine(problem, 'en').replace(folder, '') }))
  }

  it('has nothing wrong in the presets, nor in a policy or the settings of a unit alone', async () => {
    const preset = await readFile(new URL('../../../presets/county-bureau.yaml', import.meta.url), 'utf8')
    expect(await check(preset)).toEqual([])
    expect(await check(JSON.stringify(bureau.policy))).toEqual([])
    expect(await check('contactAttempts: 1\n')).toEqual([])
  })

  it('is named with the line and the way out', async () => {
    const problems = await check('# 窗口\ncontactAttempts: 1\nlimits:\n  decide:\n    amount: 0\n    unit: workingHours\n  reply: { amount: 1, unit: day }\n')
    expect(problems.map(({ text }) => text)).toEqual([
      '/policy.yaml:5 limits.decide.amount: 0 is out of range; it must be more than 0. Write a number that is more than 0.',
      '/policy.yaml:7 limits.reply.unit: “day” is not a known value. Allowed: workingDays, naturalDays, workingHours, naturalHours, workingMinutes, naturalMinutes.',
    ])
  })

  it('points at the group where a setting is missing, and at the key nobody knows', async () => {
    const text = JSON.stringify({ ...bureau, policy: changed(['returns', 'within'], undefined), nam: 1 }, null, 1)
    const problems = await check(text)
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1
    expect(problems.map(({ path, line }) => [path, line])).toEqual([['policy.returns.within', lineOf('"returns"')], ['nam', lineOf('"nam"')]])
  })

  it.each([
    ['a: [', 1], ['a: 1\na: 2\n', 2], ['a: *nobody\n', null], [`a: &a [1]\nb: [${'*a, '.repeat(200)}]\n`, null],
  ])('is refused when it cannot be read: %j', async (text, line) => {
    const problems = await check(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.line ?? null).toBe(line)
  })

  it('is refused when it is not there', async () => {
    expect(await checkPolicyFile(join(folder, 'none.yaml'))).toMatchObject([{ path: '$', line: null }])
  })
})
