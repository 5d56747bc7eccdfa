import { z } from 'zod'

/** Unpaired surrogates cannot be stored as UTF-8; the database would refuse or change them. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
/** Direction overrides make a text read otherwise than it is stored, so they are refused everywhere. */
const directionControl = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const invisible = /[\u00AD\u200B\u2060\uFEFF]/
const joiner = /[\u200C\u200D]/
// Control characters in a pattern look like a slip; naming them is the point of the rule.
const controlInLine = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/
const controlInText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/

/** One line of text: trimmed, no control, invisible or direction characters. `max` counts UTF-16 units. */
export function line(max: number, min = 1) {
  return z.string().max(max, 'text-too-long').trim().min(min, 'text-missing')
    .refine((value) => !loneSurrogate.test(value), 'text-broken')
    .refine((value) => !controlInLine.test(value), 'text-control')
    .refine((value) => !directionControl.test(value) && !invisible.test(value) && !joiner.test(value), 'text-invisible')
}

/** Several lines. Line ends become LF; the zero-width joiner is allowed, because emoji use it. */
export function prose(max: number, min = 1) {
  return z.string().max(max, 'text-too-long').trim().min(min, 'text-missing')
    .refine((value) => !loneSurrogate.test(value), 'text-broken')
    .refine((value) => !controlInText.test(value), 'text-control')
    .refine((value) => !directionControl.test(value) && !invisible.test(value), 'text-invisible')
    .overwrite((value) => value.replace(/\r\n?/g, '\n'))
}

/** A document pasted whole, which is read and not shown: what browsers and word processors hide in it is taken out. Not trimmed: an indent may mean something. */
export function pasted(max: number) {
  return z.string().max(max, 'text-too-long')
    .refine((value) => !loneSurrogate.test(value), 'text-broken')
    .refine((value) => !controlInText.test(value.replace(/\r\n?/g, '\n')), 'text-control')
    .overwrite((value) => value.replace(/\r\n?/g, '\n').replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, ''))
}

/**
 * Settings whose own shape the server knows and checks with places and remedies: here only that every word and name in
 * them can be stored, and be shown as it is.
 */
export const Settings = z.record(z.string(), z.json()).superRefine((settings, context) => {
  for (const { path, fault } of unfitTexts(settings)) context.addIssue({ code: 'custom', message: fault, path })
})

/** Where in a value read from JSON or YAML a text, or the name of a field, could not be stored or shown as it is. */
export function unfitTexts(value: unknown, path: string[] = []): { path: string[]; fault: string }[] {
  if (typeof value === 'string') return faultsAt(path, faultIn(value))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const fault = key.length > KEY_MAX ? 'text-too-long' : faultIn(key)
    return fault === null ? unfitTexts(item, [...path, key]) : faultsAt(path, fault)
  })
}

const faultsAt = (path: string[], fault: string | null) => (fault === null ? [] : [{ path, fault }])
const KEY_MAX = 100

function faultIn(text: string): string | null {
  if (text.length > CONTENT_MAX) return 'text-too-long'
  if (loneSurrogate.test(text)) return 'text-broken'
  if (controlInText.test(text)) return 'text-control'
  return directionControl.test(text) || invisible.test(text) ? 'text-invisible' : null
}

export const SUBJECT_MAX = 200
export const CONTENT_MAX = 20_000
export const REPLY_MAX = 10_000
export const NOTE_MAX = 2_000

export const Subject = line(SUBJECT_MAX)
export const Content = prose(CONTENT_MAX)
export const Reason = prose(NOTE_MAX)
export const PersonName = line(60)
/** Also short ones: extensions and lines of a house. */
export const Phone = z.string().trim().max(30, 'text-too-long').regex(/^\+?[0-9][0-9 ()-]{2,28}$/, 'phone-format')
/** One that somebody outside can be called at: the shortest landline has seven digits. */
export const OutsidePhone = Phone.refine((phone) => phone.replace(/\D/g, '').length >= 7, 'phone-short')
