import i18next from 'i18next'
import type { RefusalCode } from '@daodi/contract/refusal-codes.ts'
import { type FieldError, Refused, Unreachable } from './call.ts'

/** A translator of whatever namespace. */
type AnyText = (...given: never[]) => unknown

/** One sentence for whatever `call` threw. `t` of any namespace: the sentences have their own. */
export function refusalText(error: unknown, t: AnyText): string {
  if (error instanceof Unreachable) return sentence('unreachable', t)
  if (!(error instanceof Refused)) return sentence('unknown', t, error instanceof Error ? error.name : '')
  const [first] = error.errors
  // One faulty field is said by itself; several leave the general sentence and the marks at the fields.
  if (first && error.errors.length === 1 && isKnown(first.code)) return sentence(first.code, t)
  return sentence(error.code, t, error.code)
}

/** The sentences at the fields, by JSON pointer (`/requester/phone`). */
export function fieldTexts(error: unknown, t: AnyText): Readonly<Record<string, string>> {
  if (!(error instanceof Refused)) return {}
  return Object.fromEntries(error.errors.map((fault: FieldError) => [fault.pointer, codeText(fault.code, t)]))
}

/** The sentence of a bare code, as acts carry it (`acts[].refusal`). */
export function codeText(code: string, t: AnyText): string {
  return isKnown(code) ? sentence(code, t) : sentence('unknown', t, code)
}

function isKnown(code: string): code is RefusalCode {
  return i18next.exists(`refusal:${code}`)
}

function sentence(code: string, t: AnyText, shown = code): string {
  const say = t as (key: string, values: Record<string, string>) => string
  return say(`refusal:${isKnown(code) ? code : 'unknown'}`, { code: shown })
}
