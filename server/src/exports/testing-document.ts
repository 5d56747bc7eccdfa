import { inflateRawSync } from 'node:zlib'

/** The files inside a zip, read by its central directory. */
export function unzipped(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength, extra, comment, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    const packed = bytes.subarray(body, body + size)
    files.set(name, method === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength + extra + comment
  }
  return files
}

/** What is wrong with the XML, or null: tags that do not close, stray characters, control characters. */
export function xmlFault(xml: string): string | null {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)) return 'a control character'
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return 'a bare &'
  const open: string[] = []
  for (const [whole, slash, name = '', closed] of xml.replace(/<\?[^>]*\?>/g, '').matchAll(/<(\/?)([^\s/>]+)[^<>]*?(\/?)>/g)) {
    if (slash === '/') { if (open.pop() !== name) return `${whole} closes nothing` }
    else if (closed !== '/') open.push(name)
  }
  return open.length === 0 ? null : `${open.join(' ')} stays open`
}

/** All words of a Word document, cell by cell. */
export function wordsIn(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\s.*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''))
}
