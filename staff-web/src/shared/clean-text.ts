// What is pasted from chats and documents carries signs nobody sees and the server refuses. They mean nothing here.
// The joiners stay: emoji and some scripts are written with them, and the server says where they may not be.
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g
const LINE_SEPARATOR = /[\u2028\u2029]/g

/** A text as it may be sent: trimmed, without invisible signs; undefined when nothing is left. */
export function cleanText(text: string): string | undefined {
  const clean = text.replace(LINE_SEPARATOR, '\n').replace(UNSEEN, '').replace(CONTROL, '').trim()
  return clean === '' ? undefined : clean
}

/** The same for one line. */
export function cleanLine(text: string): string | undefined {
  return cleanText(text.replace(/[\r\n\t\u2028\u2029]+/g, ' '))
}
