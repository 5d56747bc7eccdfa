import type { z } from 'zod'
import { unfitTexts } from '@daodi/contract/shared/text.ts'
import { knownKeysAt } from './known-keys.ts'
import { nearest } from './nearest.ts'
import { pathText, type PolicyProblem } from './problem.ts'
import { faultText, missing, notInList, outOfRange, unfitText, unknownKey, wrongFormat, wrongType, type Finding } from './problem-texts.ts'
import type { Fault } from './schema.ts'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue
/** A place in a document and what is wrong there; the caller knows the file and its lines. */
export interface PlacedFinding extends Finding { path: Path; alsoAt?: readonly Path[] }

export type Checked<Document> = { ok: true; document: Document } | { ok: false; findings: PlacedFinding[] }

/** Every problem at once, in plain words, not only the first one. */
export function checkDocument<Document>(value: unknown, schema: z.ZodType<Document>): Checked<Document> {
  const unfit = unfitTexts(value)
  if (unfit.length > 0) return { ok: false, findings: unfit.map(({ path, fault }) => ({ path, ...unfitText(fault) })) }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, document: parsed.data }
  return { ok: false, findings: parsed.error.issues.flatMap((issue) => findingsOf(issue, value, schema)) }
}

export function problemsIn(file: string, findings: readonly PlacedFinding[], lineOf: (path: Path) => number | null = () => null): PolicyProblem[] {
  return findings.map(({ path, alsoAt = [], message, remedy }) => ({
    file, path: pathText(path), line: lineOf(path), message, remedy, ...(alsoAt.length > 0 ? { alsoAt: alsoAt.map((other) => ({ path: pathText(other), line: lineOf(other) })) } : {}),
  }))
}

function findingsOf(issue: Issue, value: unknown, schema: z.ZodType): PlacedFinding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(schema, issue.path)
    return issue.keys.map((key) => ({ path: [...issue.path, key], ...unknownKey(key, nearest(key, known), known) }))
  }
  return [{ path: issue.path, ...findingOf(issue, valueAt(value, issue.path)) }]
}

function findingOf(issue: Issue, value: unknown): Finding {
  switch (issue.code) {
    case 'invalid_type': return value === undefined ? missing(issue.expected) : wrongType(issue.expected, value)
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      return value === undefined ? missing('string') : notInList(value, typeof value === 'string' ? nearest(value, allowed) : null, allowed)
    }
    case 'too_small': return outOfRange(value, issue.inclusive === false ? 'above' : 'least', Number(issue.minimum))
    case 'too_big': return outOfRange(value, 'most', Number(issue.maximum))
    case 'invalid_format': return wrongFormat(value, issue.format)
    case 'custom': {
      const { fault, detail = '' } = issue.params as { fault: Fault; detail?: string }
      return faultText(fault, value, detail)
    }
    // No schema here has unions, maps, records or multiples; should one come, zod's own sentence still names the place.
    default: return { message: { zh: issue.message, en: issue.message }, remedy: { zh: '请对照 docs/policy.md 更正。', en: 'Compare with docs/policy.md.' } }
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value)
}
