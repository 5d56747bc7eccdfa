/** Without look-alikes: it is read from a slip of paper and typed once. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 14

/** A random password of about 80 bits. */
export function newInitialPassword(): string {
  let password = ''
  while (password.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // Bytes past the last whole multiple would make the first signs likelier.
      if (byte < 256 - (256 % SIGNS.length) && password.length < LENGTH) password += SIGNS.charAt(byte % SIGNS.length)
    }
  }
  return password
}
