import { WEAK_PASSWORDS } from './weak-passwords.ts'

export type PasswordRefusal = 'password-common' | 'password-has-login'

/** What everybody can look up about the person: the login, the name, the name as it is typed. */
export interface PasswordOwner {
  login: string
  names: readonly string[]
}

/** From this length on even digits alone are too many to be tried. */
const LONG = 16
const LOOK_ALIKE: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '$': 's', '5': 's', '7': 't' }

/**
 * Refuses a password that others would try first. Length is the contract's to check. Nothing is demanded of the kinds of
 * characters: such rules make `Password1!` of `password`, and both are refused here.
 */
export function checkPassword(password: string, owner: PasswordOwner): PasswordRefusal | null {
  const folded = password.normalize('NFKC').toLowerCase()
  if (holdsOwner(folded, owner)) return 'password-has-login'
  return isWeak(folded) ? 'password-common' : null
}

function holdsOwner(folded: string, { login, names }: PasswordOwner): boolean {
  const known = [login, ...names].map((name) => name.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
  // Two letters occur in too many words; two Chinese characters are a name.
  return known.some((name) => (name.length >= 4 || (name.length >= 3 && name === login.toLowerCase()) || /^\p{Script=Han}{2,}$/u.test(name)) && folded.includes(name))
}

function isWeak(folded: string): boolean {
  const spoken = folded.replace(/[@4310!$57]/g, (sign) => LOOK_ALIKE[sign] ?? sign)
  const candidates = [folded, bare(folded), bare(spoken), lettersOf(folded)]
  if (candidates.some((candidate) => WEAK_PASSWORDS.has(candidate))) return true
  if (isRepeated(folded) || isRun(folded)) return true
  // Phone numbers, birthdays, and the same with somebody's initials before or behind them.
  return folded.length < LONG && /^[a-z]{0,3}[\d\W_]+[a-z]{0,3}$/.test(folded) && !/\p{L}/u.test(folded.replace(/[a-z]/g, ''))
}

/** A word with digits strewn in; two or three letters are in the list too, but strewn they are no word. */
function lettersOf(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 5 ? letters : ''
}

/** Without the digits and signs before the first letter and after the last one. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** One part of at most five characters, over and over. */
function isRepeated(text: string): boolean {
  const characters = [...text]
  return [1, 2, 3, 4, 5].some((length) => characters.length >= length * 2 && characters.every((character, index) => character === characters[index % length]))
}

/** Up or down the alphabet or the digits all the way. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => (character.codePointAt(0) ?? 0) - ([...text][index]?.codePointAt(0) ?? 0))
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1))
}
