import { useSyncExternalStore } from 'react'

/** Whether the focus is in a field, where plain keys are text. */
export function useTyping(): boolean {
  return useSyncExternalStore(watch, isTyping)
}

function watch(watcher: () => void): () => void {
  document.addEventListener('focusin', watcher)
  // When the focus leaves for nothing, the body has it only after the event.
  const later = () => { setTimeout(watcher) }
  document.addEventListener('focusout', later)
  return () => { document.removeEventListener('focusin', watcher); document.removeEventListener('focusout', later) }
}

function isTyping(): boolean {
  const at = document.activeElement
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
}
