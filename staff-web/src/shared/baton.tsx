import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BatonLine } from './baton-line.tsx'
import { layBaton, type Leg } from './baton-layout.ts'
import { BatonRelay } from './baton-relay.tsx'
import './baton.css'

export interface BatonProps {
  readonly legs: readonly Leg[]
  readonly firstContactName: string
  /** As the reader may see it; null when nobody left a name. */
  readonly requesterName: string | null
  readonly due: { readonly at: string; readonly estimated: boolean; readonly promised: boolean } | null
  /** Somebody still owes the person an answer. */
  readonly open: boolean
  /** When the person had the answer of the present round. */
  readonly answeredAt: string | null
  /** The clock stands still until the person's papers arrive. */
  readonly paused: boolean
  /** The instants at which a new round began, oldest first. */
  readonly reopenedAt: readonly string[]
  readonly minutesPerWorkingDay: number
  /** Working minutes until due, negative when late; null when the server did not say. */
  readonly leftMinutes: number | null
  /** Whole working days left, as every list counts them; 0 where it is less than one. */
  readonly daysLeft: number
  /** The instant the data is from, in epoch milliseconds. */
  readonly now: number
}

/** Below this the relay stands upright: a line of three legs would have no room for names. */
const UPRIGHT_BELOW = 520

/** Who held the work, for how long, where it waited to be signed for, and the first contact's unbroken thread beneath. */
export function Baton(props: BatonProps) {
  const { t } = useTranslation('baton')
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [each, setEach] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { legs, reopenedAt, due, open, now } = props
  const shape = useMemo(
    () => layBaton({ legs, reopenedAt, dueAt: due?.at ?? null, open, now }, width),
    [legs, reopenedAt, due?.at, open, now, width],
  )
  const upright = width > 0 && width < UPRIGHT_BELOW
  return (
    <section ref={box} className="baton" aria-label={t('label')}>
      {width === 0 ? null : upright || each
        ? <BatonRelay baton={props} unfolded={each} onLine={upright ? null : () => setEach(false)} />
        : <BatonLine baton={props} shape={shape} onEach={() => setEach(true)} />}
    </section>
  )
}
