import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, type ComponentRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from './me.ts'
import { instantFromWall, wallText } from './wall-time.ts'

/**
 * A date and time on the institution's wall clock; gives an instant with that zone's offset. The picker thinks in the
 * browser's zone, so only the digits cross: never the moment itself.
 */
export function InstantPicker({ value, onChange, autoFocus = false, past = false, id }: {
  value: string | null; onChange: (at: string | null) => void; autoFocus?: boolean; id?: string
  /** Also moments that lie behind. */
  past?: boolean
}) {
  const { t } = useTranslation('shared')
  const { timeZone } = useMe().institution
  const picker = useRef<ComponentRef<typeof DatePicker>>(null)
  // Not by the picker itself: a dialog that closes at the same moment takes the focus back before the picker is whole, and it fails.
  useEffect(() => { if (autoFocus) picker.current?.focus() }, [autoFocus])
  const today = dayjs(wallText(Date.now(), timeZone))
  return (
    <DatePicker
      ref={picker} id={id} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" placeholder={t('picker.instant')} style={{ width: '100%' }}
      value={value === null ? null : dayjs(wallText(value, timeZone))}
      // Enter takes the date that was typed; the form waits until it is sent.
      onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault() }}
      disabledDate={(day) => !past && day.isBefore(today, 'day')}
      onChange={(picked) => onChange(picked === null ? null : instantFromWall(picked.format('YYYY-MM-DDTHH:mm'), timeZone))}
    />
  )
}
