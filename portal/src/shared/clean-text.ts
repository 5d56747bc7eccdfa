/**
 * What phones put into copied text without anybody seeing it: soft hyphens, zero-width marks, direction marks and
 * control characters. The server refuses them; a person cannot find them to delete, so they go before sending.
 * A zero-width joiner stays in several lines (emoji are made with it) and goes in one line, as the contract has it.
 */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const joiners = /[\u200C\u200D]/g
const lineEnds = /[\r\n\u2028\u2029]+/g
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g

export function cleanProse(text: string): string {
  return withoutLoneSurrogates(text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(controls, '')).trim()
}

export function cleanLine(text: string): string {
  return withoutLoneSurrogates(text.replace(lineEnds, ' ').replace(/\t/g, ' ').replace(unseen, '').replace(joiners, '').replace(controls, '')).trim()
}

/** Full-width digits and letters, as Chinese keyboards write them, become plain ones. */
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xFEE0)).replace(/\u3000/g, ' ')
}

export function cleanPhone(text: string): string {
  return cleanLine(narrow(text)).replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** A case number as people write it: spaces, long dashes, small letters. */
export function cleanNumber(text: string): string {
  return cleanPhone(text).replace(/\s/g, '').toUpperCase()
}

/** Older phone browsers have no look-behind, so the text is walked pair by pair. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) => found.length === 2 ? found : '')
}
