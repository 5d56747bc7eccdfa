import { findName } from './read-name.ts'

/** What a line typed at the counter holds: what was asked, and the phone number somewhere in it. */
export interface ReadLine { subject: string; phone: string }

// A mobile number, also in groups of 3-4-4; or a landline with its area code. Never part of a longer run of digits,
// so that identity card, account and case numbers stay what they are.
const MOBILE = /(?<![0-9A-Za-z-])(?:\+?86[ -]?)?(1[3-9][0-9])[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9A-Za-z]|-[0-9])/
const LANDLINE = /(?<![0-9A-Za-z-])(?:\((0[0-9]{2,3})\)|(0[0-9]{2,3})[ -]?)\s?([2-9][0-9]{6,7})(?![0-9A-Za-z]|-[0-9])/
/** Typed over with a full-width keyboard, a digit is still a digit. */
const FULL_WIDTH = /[０-９]/g

function narrow(text: string): string {
  return text.replace(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** Takes the first phone number out of the line; the rest is the subject, with its spaces in order. */
export function readLine(line: string): ReadLine {
  const plain = narrow(line)
  const mobile = MOBILE.exec(plain)
  const landline = mobile ? null : LANDLINE.exec(plain)
  const found = mobile ?? landline
  if (!found) return { subject: tidy(line), phone: '' }
  const phone = mobile ? `${mobile[1]}${mobile[2]}${mobile[3]}` : `${landline![1] ?? landline![2]}-${landline![3]}`
  return { subject: tidy(`${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`), phone }
}

export interface Lifted { line: string; name: string; phone: string }

/**
 * What may be lifted out of the line now into fields that are still empty; null when nothing may. A name at the line's
 * end stays: nobody knows yet whether it is all that was asked.
 */
export function liftFrom(line: string, fields: { name: string; phone: string }): Lifted | null {
  const plain = narrow(line)
  const found = fields.name === '' ? findName(plain) : null
  const withPhone = fields.phone === '' && phoneIsFinished(line)
  const named = found !== null && (withPhone || tidy(readLine(line.slice(0, found.from) + line.slice(found.to)).subject) !== '')
  if (!named && !withPhone) return null
  const rest = named ? `${line.slice(0, found.from)} ${line.slice(found.to)}`.trimStart() : line
  const read = withPhone ? readLine(rest) : { subject: rest, phone: '' }
  return { line: withPhone && read.subject !== '' ? `${read.subject} ` : read.subject, name: named ? found.name : '', phone: read.phone }
}

/**
 * Whether the number may be lifted out of the line now: something was typed after it, so nobody is still in its
 * midst. A number at the end of the line is read, but left where the cursor is.
 */
function phoneIsFinished(line: string): boolean {
  const plain = narrow(line)
  const found = MOBILE.exec(plain) ?? LANDLINE.exec(plain)
  return found !== null && found.index + found[0].length < line.length
}

export interface SplitText { subject: string; content: string }

/** A subject is one line of at most `max` units. A longer text is kept whole as the content, under its first sentence. */
export function splitSubject(text: string, max: number): SplitText {
  if (text.length <= max) return { subject: text, content: '' }
  const head = text.slice(0, max)
  const stop = /^[\s\S]{12,}?[。！？!?；;]/.exec(head)?.[0]
  const cut = stop ?? wholeCharacters(head.slice(0, max - 1))
  return { subject: stop ? cut.slice(0, -1) : `${cut}…`, content: text }
}

/** Never half of a character that takes two units. */
function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s,，、;；:：]+|[\s,，、;；:：]+$/g, '')
}
