import { getCalendar } from '@daodi/contract/staff/calendar/calendar.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from './call.ts'
import { useFormat } from './format.ts'
import { InstantPicker } from './instant-picker.tsx'
import { useMe } from './me.ts'
import { wallText } from './wall-time.ts'

/** A time that can still be promised. */
export function isAhead(at: string): boolean {
  return Date.parse(at) > Date.now()
}

/** The time that a person is promised: one that has passed is refused where it stands, a day of rest is said. */
export function PromisePicker({ id, value, onChange, autoFocus = false }: { id: string; value: string | null; onChange: (at: string | null) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('shared')
  return (
    <>
      <InstantPicker id={id} value={value} onChange={onChange} autoFocus={autoFocus} anyDay />
      {value !== null && (isAhead(value) ? <RestDay at={value} /> : <p className="field-fault" role="alert">{t('promise.past')}</p>)}
    </>
  )
}

/** Nobody is there on that day: the last moment before it at which somebody is. */
function RestDay({ at }: { at: string }) {
  const { t } = useTranslation('shared')
  const { formatInstant, formatDay } = useFormat()
  const { institution, unit } = useMe()
  const date = wallText(at, institution.timeZone).slice(0, 10)
  const year = Number(date.slice(0, 4))
  const days = useDays(unit.id, year)
  const rests = days?.find((day) => day.date === date)?.works === false
  // New Year's Day is a holiday everywhere: what came before it is in the year before.
  const before = useDays(unit.id, year - 1, rests && date.slice(5) < '01-16')
  if (!rests) return null
  const last = [...before ?? [], ...days].findLast((day) => day.date < date && day.until !== null)?.until
  return <p className="soon-text" role="status">{t('promise.rests', { day: formatDay(at) })}{last != null && t('promise.lastBefore', { when: formatInstant(last) })}</p>
}

function useDays(unitId: string, year: number, enabled = true) {
  const calendar = useQuery({ queryKey: ['calendar', unitId, year], enabled, staleTime: 600_000, queryFn: ({ signal }) => call(getCalendar, { params: { unitId }, query: { year }, signal }) })
  return calendar.data?.days
}
