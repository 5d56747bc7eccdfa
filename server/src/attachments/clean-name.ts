/** UTF-16 units; longer names lose their middle, never their extension. */
const NAME_MAX = 120

const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Characters that some file system gives a meaning to. */
const SPECIAL = /[<>:"|?*]/g

/**
 * The name under which a file is offered again: its last path part, without control, invisible and direction
 * characters, at most 120 UTF-16 units. Null when nothing is left. It is shown only; files are stored under ids.
 */
export function cleanName(given: string): string | null {
  const last = given.replace(UNSAFE, '').normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const name = last.replace(SPECIAL, '_').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
  if (name === '') return null
  if (name.length <= NAME_MAX) return name
  const extension = extensionOf(name)
  const tail = extension === null ? '' : `.${extension}`
  return `${cut(name.slice(0, name.length - tail.length), NAME_MAX - tail.length)}${tail}`
}

/** In small letters, without the dot; null for a name without one. */
export function extensionOf(name: string): string | null {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null
}

/** The same name with another extension, or with one where it had none. */
export function withExtension(name: string, extension: string): string {
  const old = extensionOf(name)
  const stem = old === null ? name : name.slice(0, -old.length - 1)
  return `${cut(stem, NAME_MAX - extension.length - 1)}.${extension}`
}

/** Never through the middle of a surrogate pair. */
function cut(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end)
}
