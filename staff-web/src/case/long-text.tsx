import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** About eight lines; longer texts unfold. */
const CLAMPED_ABOVE = 280

/** Somebody's own words, as they were written, line ends and all. */
export function LongText({ text }: { text: string }) {
  const { t } = useTranslation('case')
  const [open, setOpen] = useState(false)
  const long = text.length > CLAMPED_ABOVE || text.split('\n').length > 8
  return (
    <div className="quote">
      <div className={long && !open ? 'long-text long-text-cut' : 'long-text'}>{text}</div>
      {long && <button type="button" className="baton-turn long-text-turn" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'fold' : 'unfold')}</button>}
    </div>
  )
}
