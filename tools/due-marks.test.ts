// A due time beyond the published holiday notices is an estimate, and says so wherever it is read. Nobody decides that by
// hand: the domain reckons it, every answer carries it beside the time, and every writer of due times asks for it.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openApiDocument } from '@daodi/contract/openapi.ts'
import { operations } from '@daodi/contract/operations.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Moments by which something is owed, promised or expected, as answers name them. */
const OWED = /^(due|promised|expected|limit|originalLimit)At$|^expectedReplyBy$/

/** Parts of what is asked, not of what is answered: there a date is wanted, and the server reckons. */
const ASKED = /Body$|^Decision$/

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The due times of an answer that stand there without saying whether they are estimates. */
function unmarked(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => unmarked(one, path))
  if (!isNode(schema)) return []
  const properties = isNode(schema['properties']) ? schema['properties'] : {}
  const bare = Object.keys(properties).filter((name) => OWED.test(name) && !('estimated' in properties) && !(`${name.replace(/At$/, '')}Estimated` in properties))
  return [...bare.map((name) => `${path}.${name}`), ...Object.entries(schema).flatMap(([name, value]) => unmarked(value, name === 'properties' || name === 'items' ? path : `${path}.${name}`))]
}

test('every answer says of every due time in it whether it is an estimate', () => {
  const { paths, components } = JSON.parse(JSON.stringify(openApiDocument(operations))) as { paths: Readonly<Record<string, Readonly<Record<string, Node>>>>; components?: { schemas?: Node } }
  const answers = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { responses }]) => ({ where: `${method} ${path}`, responses })))
  expect(answers.length).toBeGreaterThan(200)
  expect(unmarked({ properties: { dueAt: {}, late: {} } }, 'planted')).toEqual(['planted.dueAt'])
  expect([...answers.flatMap(({ where, responses }) => unmarked(responses, where)), ...Object.entries(components?.schemas ?? {}).filter(([name]) => !ASKED.test(name)).flatMap(([name, schema]) => unmarked(schema, name))]).toEqual([])
})

/** What decides or leaves out the mark by hand. */
const BY_HAND = [
  /\b(?:estimated|\w+Estimated): (?:true|false)\b/, /formatDueInstant\([^()]*(?:\([^()]*\))?[^()]*, (?:true|false)\)/,
  /\b(?:formatInstant|momentOf|timeText|wallTime|clockOf)\((?:[^()]|\([^()]*\))*\(?[^()]*\b(?:due|promised|expected|limit|originalLimit|expectedReply)(?:At|By|_at)\b/i,
  /\bknownThrough\s*[<>]|[<>]=?\s*[\w.]*\bknownThrough\b/,
]
/** Where the mark is reckoned, and where the writers of due times themselves are. */
const RECKONS = [
  'domain/src/calendar/', 'server/src/calendar/', 'server/src/policy/calendar-definition.ts', 'server/src/setup/get-readiness.ts',
]
const WRITES: Readonly<Record<string, RegExp>> = {
  'server/src/exports/form-source.ts': /^const text = midnight \?/,
  'server/src/exports/columns.ts': /^return due\.estimated \?/,
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing-/.test(file) && !RECKONS.some((place) => file.startsWith(place)))
}

const byHand = (line: string): boolean => BY_HAND.some((pattern) => pattern.test(line))

test('no source decides by hand whether a due time is an estimate, or writes one without asking', () => {
  const files = ['domain/src', 'server/src', 'staff-web/src', 'portal/src'].flatMap(sources)
  const faults = files.flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n').map((line) => line.trim())
    .filter((line) => byHand(line) && WRITES[file]?.test(line) !== true).map((line) => `${file}: ${line.slice(0, 160)}`))
  expect(faults).toEqual([])
})

test.each([
  'oweAt(duty, { at, estimated: false }, rules)', '{formatDueInstant(one.dueAt, false)}', "format.formatDueInstant(p.text('from'), false)", '<span>{formatInstant(row.dueAt)}</span>',
  "format.formatInstant(p.text('expectedAt'))", 'clockOf(about.promised_at, zone)', 'const estimated = localDate(calendar, at) > calendar.knownThrough', 'momentOf(source, view.referral.dueAt)',
])('%s would be found', (line) => {
  expect(byHand(line)).toBe(true)
})
