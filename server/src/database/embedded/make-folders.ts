import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the folder and what is missing above it, one at a time, and returns the outermost one made; undefined where nothing was missing.
 * Node's own `recursive` never returns in a place where folders cannot be made but the system says only that they do not exist (/proc).
 */
export function makeFolders(folder: string): string | undefined {
  if (existsSync(folder)) return undefined
  const above = dirname(folder)
  const outermost = above === folder ? undefined : makeFolders(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return outermost
  }
  return outermost ?? folder
}
