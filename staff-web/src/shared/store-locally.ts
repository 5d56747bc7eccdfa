/** Browser storage that may be forbidden or full: then the page simply forgets, it never breaks. */
export function readStored(key: string, where: 'local' | 'session' = 'local'): string | null {
  try {
    return storageOf(where).getItem(key)
  } catch {
    return null
  }
}

export function writeStored(key: string, value: string | null, where: 'local' | 'session' = 'local'): void {
  try {
    if (value === null) storageOf(where).removeItem(key)
    else storageOf(where).setItem(key, value)
  } catch {
    // Private windows and full disks: what was to be remembered lives as long as the page.
  }
}

/** What this tab remembers of the person who used it: drafts, codes just given out. */
export function forgetTab(): void {
  try {
    window.sessionStorage.clear()
  } catch {
    // Forbidden storage holds nothing to forget.
  }
}

function storageOf(where: 'local' | 'session'): Storage {
  return where === 'local' ? window.localStorage : window.sessionStorage
}
