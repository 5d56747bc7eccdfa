import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from '../database/embedded/make-folders.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Secrets, Services } from '../http/route.ts'
import { KEY_BYTES, secretBoxes } from './secret-box.ts'

const KEY_FILE = 'secrets.key'

export function keyFileIn(dataDir: string): string {
  return join(dataDir, KEY_FILE)
}

/** 32 bytes in base64 or hex; null: that is no key. */
export function readKey(text: string): Buffer | null {
  const given = text.trim()
  const bytes = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : /^[A-Za-z0-9+/_-]{43}=?$/.test(given) ? Buffer.from(given, 'base64') : null
  return bytes?.length === KEY_BYTES ? bytes : null
}

/**
 * The installation's key: the one that the environment gives, else the file in the data folder, made when something is
 * closed for the first time. Looked up anew until there is one, so that a file put back is found without a restart.
 */
export function installationSecrets({ dataDir, key, log }: { dataDir: string; key: Buffer | null; log: Services['log'] }): Secrets {
  let known = key
  const toOpen = (): Buffer | null => (known ??= readKeyFile(keyFileIn(dataDir), log))
  const toClose = (): Buffer => toOpen() ?? (known = makeKeyFile(keyFileIn(dataDir), log))
  return secretBoxes({ toOpen, toClose })
}

/** Null: there is no such file. Refuses one that holds no key: guessing would close things that nobody can open again. */
function readKeyFile(path: string, log: Services['log']): Buffer | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new OperatorError(`密钥文件 ${path} 读不了；请让运行到底的用户能读它（归该用户所有，chmod 600）。`, `The key file ${path} cannot be read; give the user that Daodi runs as the right to read it (chmod 600, owned by that user).`)
  }
  const key = readKey(text)
  if (key === null) throw new OperatorError(`密钥文件 ${path} 里不是密钥（应为 base64 书写的 32 个字节）；请放回备份里的那个，或删掉它再执行 daodi secrets reset。`, `The key file ${path} does not hold a key (32 bytes in base64); put back the one of your backup, or remove it and run "daodi secrets reset".`)
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) log.warn({ msg: 'the key file can be read by other users; run chmod 600 on it', path })
  return key
}

/** Written beside and linked into place: never half a key, and of two processes at once the first one's counts for both. */
function makeKeyFile(path: string, log: Services['log']): Buffer {
  makeFolders(dirname(path))
  const beside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(beside, path)
    log.info({ msg: 'a key for stored passwords and webhook secrets was made; keep a copy of it apart from the database', path })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
  const key = readKeyFile(path, log)
  if (key === null) throw new OperatorError(`密钥文件 ${path} 刚建立就不见了；有别的程序在清理数据文件夹。`, `The key file ${path} vanished while it was being made; something else clears the data folder.`)
  return key
}
