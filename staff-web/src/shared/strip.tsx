import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import './strip.css'

interface StripLeg { readonly kind: 'hold' | 'wait' | 'reply'; readonly from: string; readonly to: string | null; readonly workingMinutes: number }

interface StripProps {
  readonly legs: readonly StripLeg[]
  readonly late: boolean
  /** The case has ended well: what was held is drawn green. */
  readonly kept: boolean
  readonly minutesPerWorkingDay?: number
}

const MOST = 12

/** The baton as a thin line for lists: the same legs, no words. */
export function Strip({ legs, late, kept, minutesPerWorkingDay = 480 }: StripProps) {
  const { t } = useTranslation('baton')
  const { formatWorkingMinutes } = useFormat()
  if (legs.length === 0) return null
  const total = legs.reduce((sum, leg) => sum + leg.workingMinutes, 0)
  const holds = legs.filter((leg) => leg.kind !== 'wait').length
  const words = t('strip', { holds, waits: legs.length - holds, time: formatWorkingMinutes(total, minutesPerWorkingDay) }) + (late ? t('stripLate') : '')
  return (
    <span className="strip" role="img" aria-label={words} title={words}>
      {gather(legs).map((leg, index, all) => (
        <u key={index} className={tone(leg, index === all.length - 1, { late, kept })} style={{ flexGrow: Math.max(1, leg.workingMinutes) }} />
      ))}
    </span>
  )
}

function tone(leg: StripLeg, last: boolean, end: { late: boolean; kept: boolean }): string {
  if (last && leg.to === null) return end.late ? 'strip-late' : leg.kind === 'wait' ? 'strip-wait' : 'strip-now'
  if (leg.kind === 'wait') return 'strip-wait'
  return end.kept ? 'strip-kept' : 'strip-past'
}

/** More legs than pixels: the oldest are drawn as one. */
function gather(legs: readonly StripLeg[]): readonly StripLeg[] {
  const over = legs.length - MOST
  const first = legs[0]
  if (over <= 0 || first === undefined) return legs
  const merged = legs.slice(0, over + 1)
  const minutes = merged.reduce((sum, leg) => sum + leg.workingMinutes, 0)
  return [{ ...first, to: merged[merged.length - 1]?.to ?? null, workingMinutes: minutes }, ...legs.slice(over + 1)]
}
