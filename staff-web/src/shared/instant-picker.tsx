import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, type ComponentRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from './me.ts'
import { instantFromWall, wallText } from './wall-time.ts'

/**
 * A date and time on the institution's wall clock; gives an instant with that zone's offset. The picker thinks in the
 * browser's zone, so only the digits cross: never the moment itself.
 */
export function InstantPicker({ value, onChange, autoFocus = false, id, anyDay = false }: {
  value: string | null; onChange: (at: string | null) => void; autoFocus?: boolean; id?: string
  /** Days that have passed can be named too: the field says itself what is wrong with them. */
  anyDay?: boolean
}) {
  const { t } = useTranslation('shared')
  const { timeZone } = useMe().institution
  const picker = useRef<ComponentRef<typeof DatePicker>>(null)
  // Not by the picker itself: a dialog that closes at the same moment takes the focus back before the picker is whole, and it fails.
  useEffect(() => { if (autoFocus) picker.current?.focus() }, [autoFocus])
  const today = dayjs(wallText(Date.now(), timeZone))
  // What is typed counts as soon as it is whole: a form that is sent at once must not send what stood there before.
  const onInput = (event: FormEvent<HTMLDivElement>) => {
    const typed = event.target instanceof HTMLInputElement ? event.target.value.trim().replace(' ', 'T') : ''
    if (!anyDay || dayjs(typed).format('YYYY-MM-DDTHH:mm') !== typed) return
    onChange(instantFromWall(typed, timeZone))
  }
  return (
    <div onInput={onInput}><DatePicker
      ref={picker} id={id} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" placeholder={t('picker.instant')} style={{ width: '100%' }}
      value={value === null ? null : dayjs(wallText(value, timeZone))}
      // Enter takes the date that was typed; the form waits until it is sent.
      onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault() }}
      disabledDate={(day) => !anyDay && day.isBefore(today, 'day')}
      onChange={(picked) => onChange(picked === null ? null : instantFromWall(picked.format('YYYY-MM-DDTHH:mm'), timeZone))}
    /></div>
  )
}
