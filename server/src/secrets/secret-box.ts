import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '../http/route.ts'

export const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** Tells keys apart without saying anything about them. */
function keyName(key: Buffer): string {
  return createHash('sha256').update('daodi secret key').update(key).digest('hex').slice(0, 12)
}

/** The name of the key that a box was closed with. */
export function keyNameOf(box: string): string {
  return box.split(':')[1] ?? ''
}

/**
 * What must be used again and so cannot be a digest, closed with a key that the database does not hold: AES-256-GCM, written
 * `1:<name of the key>:<base64url of nonce, tag, text>`. `about` says what it belongs to: a box put into another row does not open.
 */
export function secretBoxes(keys: { toClose: () => Buffer; toOpen: () => Buffer | null }): Secrets {
  return {
    close(text, about) {
      const key = keys.toClose()
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `1:${keyName(key)}:${Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')}`
    },
    open(box, about) {
      const key = keys.toOpen()
      if (key === null) return { ok: false, fault: 'key-missing' }
      const [version, name, body = ''] = box.split(':')
      const bytes = Buffer.from(body, 'base64url')
      if (version !== '1' || name !== keyName(key) || bytes.length < IV_BYTES + TAG_BYTES) return { ok: false, fault: 'key-wrong' }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
        return { ok: true, text: Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8') }
      } catch {
        return { ok: false, fault: 'key-wrong' }
      }
    },
  }
}
