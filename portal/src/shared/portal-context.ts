import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Texts } from '../texts.zh.ts'
import { dueClock, wallClock } from './wall-clock.ts'
import type { PublicInfo } from './wire.ts'

/** What every page may use once the portal knows where it is. */
export interface Portal { texts: Texts; info: PublicInfo; openedAt: Date }

export const PortalContext = createContext<Portal | null>(null)

export function usePortal(): Portal {
  const portal = useContext(PortalContext)
  if (!portal) throw new Error('a page is shown before the portal knows its institutions')
  return portal
}

/** Moments in words, by the institution's wall clock. */
export function useDates() {
  const { texts, info, openedAt } = usePortal()
  const zone = info.timeZone
  const thisYear = wallClock(openedAt, zone).year
  return {
    moment: (at: string | Date) => texts.dates.moment(wallClock(at, zone), thisYear),
    due: (at: string) => texts.dates.due(dueClock(at, zone), thisYear),
    elapsed: (minutes: number) => texts.dates.elapsed(minutes),
  }
}
