import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATEGORIES, OBLIGATION_KINDS, URGENCIES } from '@daodi/contract/shared/codes.ts'
import { dueAfter } from '@daodi/domain/calendar/calendar.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import type { RoleRef } from '@daodi/domain/policy/policy.ts'
import { resolveLimit } from '@daodi/domain/policy/resolve-limit.ts'
import { calendarFrom } from './calendar-definition.ts'
import { loadPresets } from './load-presets.ts'
import type { Preset, PresetUnit } from './preset-schema.ts'
import { PolicyRefused } from './problem.ts'

const presets = await loadPresets()
const named = (id: string): Preset => {
  const preset = presets.find((candidate) => candidate.id === id)
  if (!preset) throw new Error(`no preset ${id}`)
  return preset
}

/** Places whose posts a role reference can reach: the institution itself only, or any unit and upwards from it. */
function reachablePosts(preset: Preset, of: RoleRef['of']): Set<string> {
  const below = (units: readonly PresetUnit[]): string[] => units.flatMap((unit) => [...unit.posts.map(({ post }) => post), ...below(unit.units ?? [])])
  return new Set([...preset.posts.map(({ post }) => post), ...(of === 'institution' ? [] : below(preset.units))])
}

describe('the presets', () => {
  it('are the kinds of organisation we promise', () => {
    expect(presets.map((preset) => preset.id)).toEqual(['county-bureau', 'company', 'government-organ', 'library', 'middle-school', 'operating-room', 'property-company', 'ward-nurse-station'])
  })

  describe.each(presets.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
    it('has a limit for every category and urgency, which its calendar can turn into a moment', () => {
      const calendar = calendarFrom(preset.calendar, 'Asia/Shanghai')
      const since = '2026-03-02T01:00:00.000Z'
      for (const category of CATEGORIES) {
        const dues = URGENCIES.map((urgency) => dueAfter(calendar, since, resolveLimit(preset.policy, { category, urgency, channel: 'visit', matterDays: null }, { calendar, since })).at)
        expect(dues[0]! > since).toBe(true)
        // The more urgent is never due later.
        expect(dues).toEqual(dues.toSorted().toReversed())
      }
    })

    it('has its duty officer on a shift whenever the office is closed', () => {
      const { officeHours } = preset.policy
      const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
      const shifts = (preset.shifts ?? []).filter(({ post }) => post === 'dutyOfficer')
      const onDuty = (day: number, at: number) => shifts.some(({ from, to, weekdays }) => {
        const [begins, ends] = [minutes(from), minutes(to)]
        const overnight = ends <= begins
        return (weekdays.includes(day) && at >= begins && (overnight || at < ends)) || (overnight && weekdays.includes(day === 1 ? 7 : day - 1) && at < ends)
      })
      for (const day of [1, 2, 3, 4, 5, 6, 7]) {
        for (let at = 0; at < 1440; at += 15) {
          const open = officeHours.weekdays.includes(day) && at >= minutes(officeHours.from) && at < minutes(officeHours.to)
          expect(open || onDuty(day, at), `${day} ${at}`).toBe(true)
        }
      }
    })

    it('offers what a finding of a round is registered as', () => {
      expect(preset.policy.channels).toContain('selfDiscovered')
      expect(preset.policy.categories).toContain('help')
      expect(preset.policy.required.readBack).not.toContain('help')
    })

    it('has a ladder for everything that can be owed', () => {
      expect(OBLIGATION_KINDS.filter((kind) => !preset.policy.ladders[kind]?.length)).toEqual([])
    })

    it('speaks only of posts that its units have', () => {
      const rungs = Object.values(preset.policy.ladders).flatMap((ladder) => ladder.flatMap((rung) => rung.tell))
      for (const role of [...rungs, ...preset.policy.unclear, preset.policy.callBack.by, preset.policy.publicIntake]) {
        expect([...reachablePosts(preset, role.of)]).toContain(role.post)
      }
    })

    it.each([
      '这件事我先帮您查一下，请稍等，马上给您答复。', '具体政策由规划股掌握，我现在帮您联系。', '目前还缺身份证复印件，补齐就可以办，我把要求一次写给您。',
      '这项由城管局负责，在 3 楼 305 室，我带您过去。', '不清楚的请随时问我。', '如果不知道怎么填写，请来电。', '您也可以在网上自己查询办理进度。',
      '复印件看不清楚，请重新拍照上传。', '您着急什么时候用，我们尽量提前办理。', '我给您说重点：一是身份证，二是申请表。', '请在下班前送到窗口。',
    ])('lets a good answer through: %s', (text) => {
      expect(forbiddenPhrase(text, preset.policy)).toBeNull()
    })

    it.each([
      '不知道', '不清楚。', '这个办不了。', '这不归我们管', '你去问别人吧', '有本事找领导', '他不在,改天再来', '下班了,明天来', '急什么，没看我正忙着吗', '等着！',
      '喊什么', '我不是说过了吗,怎么还问', '墙上写着,自己看', '网上有,自己查', '材料不全,回去补', '怎么又来了', '你懂不懂', '你懂还是我懂', '这是规定,没办法',
      '规定又不是我定的', '你去投诉好了,随便告', '不关我的事', '我解决不了', '快点说,后面还有人', '谁答应你的就找谁', '研究研究再说', '到时候通知你', '就你事多',
    ])('stops %s', (text) => {
      expect(forbiddenPhrase(text, preset.policy)).not.toBeNull()
    })
  })

  it('begin with the county bureau, each explained in one line', () => {
    expect(presets[0]?.id).toBe('county-bureau')
    for (const { description, descriptionEn } of presets) expect([description.length <= 50, descriptionEn.length <= 140], description).toEqual([true, true])
  })

  it('give a county bureau ten working days at most, and the office the unclear cases', () => {
    const { policy, calendar } = named('county-bureau')
    const from = { calendar: calendarFrom(calendar, 'Asia/Shanghai'), since: '2026-03-02T02:00:00.000Z' }
    const days = (category: string, urgency = 'normal') => resolveLimit(policy, { category, urgency, channel: 'visit', matterDays: null }, from)
    expect(['consultation', 'help', 'complaint', 'report', 'suggestion', 'application', 'other'].map((category) => days(category).amount)).toEqual([2, 5, 7, 7, 10, 10, 10])
    expect(days('suggestion', 'critical')).toEqual({ amount: 1, unit: 'workingDays' })
    expect(policy).toMatchObject({ firstContactMode: 'anyone', unclear: [{ of: 'institution', post: 'office' }, { post: 'leaderInCharge' }, { post: 'principal' }] })
  })

  it('give a ward 48 hours around the clock and a ladder of four levels, two posts on the second and third', () => {
    const { policy, calendar } = named('ward-nurse-station')
    expect(policy.firstContactMode).toBe('appointed')
    expect(policy.ladders.resolve?.map((rung) => rung.tell.map((role) => role.post)))
      .toEqual([['firstContact'], ['teamLeader', 'responsibleNurse'], ['doctorInCharge', 'headNurse'], ['nursingDirector']])
    const from = { calendar: calendarFrom(calendar, 'Asia/Shanghai'), since: '2026-10-01T02:00:00.000Z' }
    const limit = (category: string) => resolveLimit(policy, { category, urgency: 'normal', channel: 'visit', matterDays: null }, from)
    const due = dueAfter(from.calendar, from.since, limit('help'))
    expect(due).toEqual({ at: '2026-10-03T02:00:00.000Z', estimated: false })
    expect(limit('complaint')).toEqual({ amount: 120, unit: 'naturalHours' })
    expect(forbiddenPhrase('没钱看什么病', policy)).toBe('没钱看什么病')
  })
})

describe('a folder of presets', () => {
  let folder: string
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'daodi-presets-')) })
  afterAll(() => rm(folder, { recursive: true }))

  it('takes a new kind of organisation as a plain file, and names every file that cannot be used', async () => {
    await writeFile(join(folder, 'toll-station.yaml'), JSON.stringify({ ...named('county-bureau'), id: 'toll-station', name: '收费站' }))
    expect((await loadPresets(folder)).map((preset) => preset.name)).toEqual(['收费站'])
    await writeFile(join(folder, 'other-name.yaml'), JSON.stringify(named('library')))
    await writeFile(join(folder, 'broken.yaml'), 'id: [')
    await writeFile(join(folder, 'night.yaml'), JSON.stringify({ ...named('library'), id: 'night', calendar: { ...named('library').calendar, weekdays: [0] } }))
    const refusal = await loadPresets(folder).catch((error: unknown) => error)
    if (!(refusal instanceof PolicyRefused)) throw new Error('not refused')
    expect(refusal.problems.map(({ file, path }) => [file, path])).toEqual([
      [join(folder, 'broken.yaml'), '$'], [join(folder, 'night.yaml'), 'calendar.weekdays[0]'], [join(folder, 'other-name.yaml'), 'id'],
    ])
    expect(refusal.problems[1]?.remedy.en).toContain('1 is Monday')
  })
})
