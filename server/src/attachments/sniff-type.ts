import { open, type FileHandle } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { fileTypeFromFile } from 'file-type'
import { ATTACHMENT_TYPES } from '@daodi/contract/staff/cases/attachments.ts'
import { extensionOf, withExtension } from './clean-name.ts'
import { zipNames } from './zip-names.ts'

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]

/** Extensions a file of this type may carry; the first is given to one that has none. */
const EXTENSIONS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'image/webp': ['webp'], 'application/pdf': ['pdf'], 'text/plain': ['txt', 'csv', 'md', 'log'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

/** The part that makes an Office package this kind of document. */
const MAIN_PART: Partial<Record<AttachmentType, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word/document.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xl/workbook.xml',
}

/** What the bytes are, whatever name and browser say; null for anything that may not be attached. */
export async function sniffType(path: string, size: number): Promise<AttachmentType | null> {
  const found = (await fileTypeFromFile(path))?.mime
  const type = ATTACHMENT_TYPES.find((known) => known === found)
  const file = await open(path)
  try {
    if (found === undefined) return await isPlainText(file) ? 'text/plain' : null
    if (type === undefined) return null
    const part = MAIN_PART[type]
    return part === undefined || await isDocument(file, size, part) ? type : null
  } finally {
    await file.close()
  }
}

/**
 * The name with an extension that fits the type. Pictures get the right one, because they are drawn anew anyway; for
 * everything else a name that says something other than the bytes is refused (null): it is a mistake or a trick.
 */
export function fittingName(name: string, type: AttachmentType): string | null {
  const [usual = ''] = EXTENSIONS[type]
  const extension = extensionOf(name)
  if (extension !== null && EXTENSIONS[type].includes(extension)) return name
  return extension === null || isPicture(type) ? withExtension(name, usual) : null
}

export function isPicture(type: AttachmentType): boolean {
  return type.startsWith('image/')
}

/** Macros make it another kind of document, and a package without its table of contents is none. */
async function isDocument(file: FileHandle, size: number, part: string): Promise<boolean> {
  const names = await zipNames(file, size)
  return names !== null && names.includes('[Content_Types].xml') && names.includes(part) && !names.some((name) => /vbaproject\.bin$/i.test(name))
}

const MARKUP = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|style|xsl)/i
const CHUNK = 64 * 1024

/** Valid UTF-8 to the last byte, without NUL, and not a page or a drawing in disguise. */
async function isPlainText(file: FileHandle): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes = Buffer.alloc(CHUNK)
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(bytes, 0, CHUNK, at)
      const text = decoder.decode(bytes.subarray(0, bytesRead), { stream: bytesRead > 0 })
      if (text.includes('\0') || (at === 0 && MARKUP.test(text))) return false
      if (bytesRead === 0) return true
      at += bytesRead
    }
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
