import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createInstance } from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { LadderField, withAfterHours } from './ladder-field.tsx'
import { plainSentence, type Words } from './policy-value.tsx'
import { kindOf, type SchemaNode } from './settings-schema.ts'

type Plain = Readonly<Record<string, unknown>>

/** Every word with what is put into it: what a sentence leaves out is not there. */
const say: Words['say'] = (key, options = {}) => [key, ...Object.values(options)].join(' ')
const words: Words = { say, shared: say }

const limit = { amount: 2, unit: 'workingDays', dayEnd: 'midnight' }
const hours = { amount: 14, unit: 'workingHours', sessionEnd: 'next' }
const role = { of: 'institution', post: 'office' }
const rung = { after: limit, from: 'due', tell: [role], afterHours: [{ of: 'institution', post: 'dutyOfficer' }] }
const rule = { category: 'complaint', urgency: 'critical', channel: 'phone', limit: hours }

const string: SchemaNode = { type: 'string' }
const object = (properties: Readonly<Record<string, SchemaNode>>): SchemaNode => ({ type: 'object', properties })
const shapes = { limit: object({ amount: string, unit: string, dayEnd: string, sessionEnd: string }), role: object({ of: string, post: string }) }
const rungShape = object({ after: shapes.limit, from: string, tell: { type: 'array', items: shapes.role }, afterHours: { type: 'array', items: shapes.role } })
const ruleShape = object(Object.fromEntries(Object.keys(rule).map((part) => [part, string])))

describe('a setting in words', () => {
  it.each<[string, Plain]>([['a limit of days', limit], ['a limit of hours', hours], ['a post', role], ['a rung', rung], ['a rule', rule]])('says every part of %s', (_, value) => {
    const whole = plainSentence(value, words)
    expect(whole).not.toBeNull()
    for (const part of Object.keys(value)) {
      const { [part]: _gone, ...rest } = value
      expect(plainSentence(rest, words), part).not.toBe(whole)
    }
  })

  it('says who is told outside office hours, and not the same of two rungs that differ only there', () => {
    expect(plainSentence(rung, words)).toContain('dutyOfficer')
    expect(plainSentence({ ...rung, afterHours: [role] }, words)).not.toBe(plainSentence(rung, words))
  })

  it.each<[string, Plain]>([['a limit', limit], ['a post', role], ['a rung', rung], ['a rule', rule]])('leaves %s with a part it does not know to the table of parts', (_, value) => {
    expect(plainSentence({ ...value, tomorrow: 'yes' }, words)).toBeNull()
  })
})

describe('the field for a setting', () => {
  it.each<[string, SchemaNode, string]>([
    ['limit', shapes.limit, 'group'], ['role', shapes.role, 'group'], ['ladder', { type: 'array', items: rungShape }, 'list'], ['rules', { type: 'array', items: ruleShape }, 'list'],
  ])('is the %s field as long as it knows every part', (kind, node, otherwise) => {
    const more = (shape: SchemaNode): SchemaNode => ({ ...shape, properties: { ...shape.properties, tomorrow: string } })
    expect(kindOf(node)).toBe(kind)
    expect(kindOf(node.items === undefined ? more(node) : { ...node, items: more(node.items) })).toBe(otherwise)
  })

  it('shows who is told outside office hours, and takes the setting away with the last of them', async () => {
    const field = createElement(LadderField, { id: 'l', label: 'l', value: [rung] as never, onChange: () => undefined })
    const i18n = createInstance()
    await i18n.init({ lng: 'zh-CN', resources: {} })
    const drawn = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(QueryClientProvider, { client: new QueryClient() }, field)))
    expect(drawn).toContain('l-0-tell')
    expect(drawn).toContain('l-0-afterHours')
    expect(withAfterHours(rung as never, [])).toEqual({ after: limit, from: 'due', tell: [role] })
    expect(withAfterHours(rung as never, [role])).toEqual({ ...rung, afterHours: [role] })
  })
})
