import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { useMe } from '../shared/me.ts'
import type { Matter } from './draft.ts'
import { useEveryday } from './use-everyday.ts'
import { useTyping } from './use-typing.ts'

/** The digits that the branches and the emergency (0) leave free. */
const DIGITS = ['6', '7', '8', '9'] as const

/** Small requests of every day, a chip each: one key fills everything in, the next registers. The arrows go along the row and back to the line. */
export function EverydayRow({ line, onTake }: { line: RefObject<HTMLInputElement | null>; onTake: (matter: Matter) => void }) {
  const { t } = useTranslation('register')
  const me = useMe()
  const matters = useEveryday()
  const typing = useTyping()
  const row = useRef<HTMLDivElement>(null)
  useKeys(matters.slice(0, DIGITS.length).flatMap((matter, index) => [
    { key: `alt+${DIGITS[index]}`, label: matter.name, whenTyping: true, act: () => onTake(matter) }, { key: DIGITS[index]!, label: matter.name, act: () => onTake(matter) },
  ]))
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const chips = [...row.current?.querySelectorAll('button') ?? []]
    const at = chips.findIndex((chip) => chip === document.activeElement)
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined || at < 0) return
    event.preventDefault()
    const next = at + by < 0 ? line.current : chips[at + by]
    next?.focus()
  }
  if (matters.length === 0) return null
  return (
    <div ref={row} id="everyday" className="everyday" role="group" aria-label={t('everyday.title')} onKeyDown={go}>
      <span className="muted">{t('everyday.title')}</span>
      {matters.map((matter, index) => (
        <button key={matter.id} type="button" className="chip" title={t('everyday.goes', { unit: matter.unitName })} aria-keyshortcuts={index < DIGITS.length ? `Alt+${DIGITS[index]}` : undefined} onClick={() => onTake(matter)}>
          {matter.name}{matter.unitId !== me.unit.id && <span className="faint">{matter.unitName}</span>}
          {index < DIGITS.length && <Kbd keys={typing ? `alt+${DIGITS[index]}` : DIGITS[index]!} />}
        </button>
      ))}
    </div>
  )
}

/** From the empty line down into the row. */
export function focusEveryday(): void {
  document.querySelector<HTMLButtonElement>('#everyday button')?.focus()
}
