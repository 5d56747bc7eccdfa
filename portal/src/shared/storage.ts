/** What is kept when the browser refuses to keep anything (private windows, blocked storage): this page's memory. */
const memory = new Map<string, string>()

export type Keep = 'session' | 'device'

function storeOf(keep: Keep): Storage {
  return keep === 'session' ? sessionStorage : localStorage
}

/** Reading `sessionStorage` itself may throw, not only its methods. */
export function recall(keep: Keep, name: string): string | null {
  try {
    return storeOf(keep).getItem(`daodi.${name}`) ?? memory.get(name) ?? null
  } catch {
    return memory.get(name) ?? null
  }
}

export function remember(keep: Keep, name: string, value: string): void {
  try {
    storeOf(keep).setItem(`daodi.${name}`, value)
  } catch {
    memory.set(name, value)
  }
}

export function forget(keep: Keep, name: string): void {
  memory.delete(name)
  try {
    storeOf(keep).removeItem(`daodi.${name}`)
  } catch {
    // Nothing was kept there, so nothing is left to remove.
  }
}
