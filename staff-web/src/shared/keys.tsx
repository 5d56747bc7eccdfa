import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Key {
  /** `Enter`, `j`, `?`, `alt+1`, `ctrl+Enter`: at most one modifier, then the key as the keyboard names it. */
  key: string
  label: string
  act: () => void
  /** Also fires while somebody types in a field. Without it a letter in a field is a letter. */
  whenTyping?: boolean
  /** Shown in the overlay, but not acted on now. */
  disabled?: boolean
}

interface Group { id: number; keys: readonly Key[]; everywhere: boolean; dialog: boolean }

let groups: readonly Group[] = []
let nextId = 1
const watchers = new Set<() => void>()

/**
 * Binds keys for as long as the component is shown; they appear under `?`. Later groups win over earlier ones. A group
 * `in: 'dialog'` is the only one heard while the focus is in a dialog.
 */
export function useKeys(keys: readonly Key[], options: { everywhere?: boolean; in?: 'page' | 'dialog' } = {}): void {
  const latest = useRef(keys)
  useEffect(() => { latest.current = keys })
  const shown = keys.map((key) => `${key.key}\t${key.label}\t${key.disabled ? 1 : 0}\t${key.whenTyping ? 1 : 0}`).join('\n')
  const everywhere = options.everywhere ?? false
  const dialog = options.in === 'dialog'
  useEffect(() => {
    const live = latest.current.map((key, index): Key => ({ ...key, act: () => latest.current[index]?.act() }))
    const group: Group = { id: nextId++, keys: live, everywhere, dialog }
    publish([...groups, group])
    return () => publish(groups.filter((one) => one.id !== group.id))
  }, [shown, everywhere, dialog])
}

/** All keys bound now, the page's own first. */
export function useBoundKeys(): { here: readonly Key[]; everywhere: readonly Key[] } {
  const now = useSyncExternalStore(watch, () => groups)
  return {
    here: now.filter((group) => !group.everywhere).flatMap((group) => group.keys),
    everywhere: now.filter((group) => group.everywhere).flatMap((group) => group.keys),
  }
}

/** How a key is shown on a button or in the overlay. */
function keyName(key: string): string {
  return key.split('+').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ')
}

export function Kbd({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keyName(keys)}</kbd>
}

const NAMES: Readonly<Record<string, string>> = { alt: 'Alt', ctrl: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }

function publish(next: readonly Group[]): void {
  groups = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => { watchers.delete(watcher) }
}

function onKeyDown(event: KeyboardEvent): void {
  // While an input method composes, every key belongs to it.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.closest('[role="menu"]')) return
  const inDialog = target?.closest('[role="dialog"]') != null
  for (const group of groups.toReversed()) {
    if (inDialog !== group.dialog && !(group.dialog && target === document.body)) continue
    for (const key of group.keys) {
      if (key.disabled || !matches(event, key.key) || !mayFire(event, key, target)) continue
      event.preventDefault()
      key.act()
      return
    }
  }
}

function matches(event: KeyboardEvent, wanted: string): boolean {
  const parts = wanted.split('+')
  const name = parts.at(-1)!
  if (event.altKey !== parts.includes('alt')) return false
  if ((event.ctrlKey || event.metaKey) !== parts.includes('ctrl')) return false
  // Digits by their place, because Alt gives them another sign on some keyboards.
  if (/^\d$/.test(name)) return event.code === `Digit${name}` || event.code === `Numpad${name}`
  if (name === '?') return event.key === '?' || event.key === '？'
  if (name === '/') return event.key === '/' || (event.code === 'Slash' && !event.shiftKey)
  return event.key === name || event.key.toLowerCase() === name.toLowerCase()
}

function mayFire(event: KeyboardEvent, key: Key, target: HTMLElement | null): boolean {
  if (isTyping(target)) return key.whenTyping === true
  // Enter and the space bar press what has the focus.
  const presses = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.altKey
  return !(presses && target?.closest('a, button, summary, [role="button"], [role="tab"], [role="option"], [role="checkbox"], [role="radio"]'))
}

function isTyping(target: HTMLElement | null): boolean {
  if (!target) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)
}

/** Sending a form comes before what its field would do with Enter: a list of choices would only open. */
function onSending(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  onKeyDown(event)
  if (event.defaultPrevented) event.stopPropagation()
}

/** Starts listening; called once by the page's entry. */
export function listenForKeys(): void {
  document.addEventListener('keydown', onSending, true)
  document.addEventListener('keydown', onKeyDown)
}
