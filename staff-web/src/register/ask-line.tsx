import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { liftFrom } from './read-line.ts'
import type { Draft, Matter } from './draft.ts'

const LINE_MAX = 4000

/** The one line. Arrows choose among the matters below, Enter answers on the spot, a finished phone number, and a name that is said to be one, move to their chips. */
export function AskLine({ draft, change, open, field, matter, onStep, onEnter }: {
  draft: Draft; change: (patch: Partial<Draft>) => void; open: boolean; field: RefObject<HTMLInputElement | null>
  matter: Matter | null; onStep: (step: 1 | -1) => void; onEnter: (edit: boolean) => void
}) {
  const { t } = useTranslation('register')
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null) return
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  const take = (line: string, composing: boolean) => {
    const lifted = composing ? null : liftFrom(line, draft)
    if (lifted === null) { change({ line }); return }
    caret.current = lifted.line.length
    change({ line: lifted.line, ...(lifted.phone === '' ? {} : { phone: lifted.phone }), ...(lifted.name === '' ? {} : { name: lifted.name }) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); onStep(event.key === 'ArrowDown' ? 1 : -1) }
    if (event.key === 'Enter' && !event.ctrlKey && !event.repeat) {
      event.preventDefault()
      // On a phone Enter is how the keyboard is put away; there the branches are under the thumb.
      if (window.matchMedia('(pointer: coarse)').matches) event.currentTarget.blur()
      else onEnter(event.altKey)
    }
    if (event.key === 'Escape' && !open) { event.preventDefault(); event.currentTarget.blur() }
  }
  return (
    <div className="ask">
      <input
        ref={field} id="register-line" autoFocus type="text" autoComplete="off" spellCheck={false} enterKeyHint="done" maxLength={LINE_MAX} value={draft.line}
        placeholder={t('line.placeholder')} aria-label={t('line.label')} aria-describedby="ask-hint"
        role="combobox" aria-expanded={draft.line !== ''} aria-controls="matters" aria-autocomplete="list" aria-activedescendant={matter ? `matter-${matter.id}` : undefined}
        onChange={(event) => take(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => take(event.currentTarget.value, false)} onKeyDown={onKeyDown}
      />
      {draft.line.length >= LINE_MAX && <p className="field-fault" role="alert">{t('line.full', { count: LINE_MAX })}</p>}
      <span id="ask-hint" className="only-read">{t('line.hint')}</span>
    </div>
  )
}
