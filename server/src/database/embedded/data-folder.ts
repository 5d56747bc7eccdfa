import { chmodSync, existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { errorText, errorTextZh } from '../connection-errors.ts'
import { OperatorError } from '../operator-error.ts'
import { makeFolders } from './make-folders.ts'
import { canEnter, isRoot, userForRoot } from './operating-user.ts'

/** Where everything lies below DATA_DIR. */
export interface DataFolder {
  root: string
  /** PostgreSQL's own folder (PGDATA). */
  cluster: string
  attachments: string
  /** A copy of PostgreSQL's programs, made only where the installed ones cannot be used. */
  programs: string
  lock: string
}

export function dataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir)
  return {
    root,
    cluster: join(root, 'postgres'),
    attachments: join(root, 'attachments'),
    programs: join(root, 'postgres-programs'),
    lock: join(root, 'daodi.lock'),
  }
}

const ROOTS_FOLDER = '/var/lib/daodi'

/**
 * Where data goes when DATA_DIR is not set: `data` in the given folder. For root, whose database runs as another user,
 * that is /var/lib/daodi instead where the other user could not enter it (a clone below /root, say).
 */
export function defaultDataDir(base = process.cwd()): string {
  const folder = join(resolve(base), 'data')
  if (!isRoot()) return folder
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  return canEnter(userForRoot(existing), existing) ? folder : ROOTS_FOLDER
}

/** Root's database user must get through all that was made, whatever the umask; otherwise nobody else has business there. */
function setAccess(outermost: string, root: string): void {
  const mode = isRoot() ? 0o711 : 0o700
  for (let step = root; step.length >= outermost.length; step = dirname(step)) chmodSync(step, mode)
}

/**
 * Makes the folder where it is missing and checks that files can be written in it; otherwise one sentence as OperatorError.
 * Needed with an outside database too, for attachments.
 */
export function prepareDataFolder(dataDir: string): DataFolder {
  const folder = dataFolder(dataDir)
  const probe = join(folder.root, `.writable-${process.pid}`)
  try {
    const made = makeFolders(folder.root)
    if (made !== undefined) setAccess(made, folder.root)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new OperatorError(`数据文件夹 ${folder.root} 不能写入（${errorTextZh(error)}）；请改为可写，或把 DATA_DIR 设为别的文件夹。`, `The data folder ${folder.root} cannot be written (${errorText(error)}); make it writable or set DATA_DIR to another folder.`, {
      cause: error,
    })
  }
  // Servers are recognised by the folder in their command line, so it must have one name only.
  return dataFolder(realpathSync(folder.root))
}
