import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DueParts, dueParts } from './due-parts.ts'
import { useMe } from './me.ts'
import { dayNumber, two, wallTime } from './wall-time.ts'

export type SharedText = TFunction<'shared'>

export interface Formats {
  /** 3月2日 09:00; the year when it is not this one. */
  formatInstant: (at: string) => string
  /** 2026年3月2日 */
  formatDay: (at: string) => string
  /** 09:00 */
  formatClock: (at: string) => string
  /** 3月2日 09:00:07 */
  formatSeconds: (at: string) => string
  /** A moment something is owed: midnight belongs to the day it ends (3月17日 24:00), estimates say so. */
  formatDueInstant: (at: string, estimated: boolean) => string
  /** What is said of a due time in other words than its date. */
  formatEstimate: (text: string, estimated: boolean) => string
  /** 3月2日 09:00–10:18 */
  formatTimeRange: (from: string, to: string) => string
  /** Working minutes: under a working day in hours and minutes, from there in working days. */
  formatWorkingMinutes: (minutes: number, minutesPerWorkingDay?: number) => string
  /** 还剩 7 个工作日, 今天 17:30 到期, 已超期 2 小时 */
  formatDue: (due: DueAsk, now?: number) => string
}

export interface DueAsk { dueAt: string; estimated: boolean; workingDaysLeft?: number | null | undefined; lateBy?: { workingMinutes: number; minutesPerWorkingDay: number } | null | undefined }

/** The formats of the reader's institution and language. */
export function useFormat(): Formats {
  const { t } = useTranslation('shared')
  const { timeZone } = useMe().institution
  return useMemo(() => formatsFor(t, timeZone), [t, timeZone])
}

/** `t` must be the shared table's. */
export function formatsFor(t: SharedText, timeZone: string): Formats {
  const clock = (at: string) => { const wall = wallTime(at, timeZone); return `${two(wall.hour)}:${two(wall.minute)}` }
  const dayOf = (at: string | number) => {
    const { year, month, day } = wallTime(at, timeZone)
    const values = { year, month, day, monthName: t(`month.m${month as 1}`) }
    return year === wallTime(Date.now(), timeZone).year ? t('format.day', values) : t('format.yearDay', values)
  }
  const formatEstimate = (text: string, estimated: boolean) => (estimated ? t('format.estimated', { text }) : text)
  const formatInstant = (at: string) => `${dayOf(at)} ${clock(at)}`
  return {
    formatInstant,
    formatClock: clock,
    formatSeconds: (at) => `${formatInstant(at)}:${two(new Date(at).getUTCSeconds())}`,
    formatDay: (at) => {
      const { year, month, day } = wallTime(at, timeZone)
      return t('format.yearDay', { year, month, day, monthName: t(`month.m${month as 1}`) })
    },
    formatEstimate,
    formatDueInstant: (at, estimated) => formatEstimate(clock(at) === '00:00' ? `${dayOf(Date.parse(at) - 60_000)} 24:00` : formatInstant(at), estimated),
    formatTimeRange: (from, to) => dayNumber(wallTime(from, timeZone)) === dayNumber(wallTime(to, timeZone))
      ? `${formatInstant(from)}–${clock(to)}` : `${formatInstant(from)} – ${formatInstant(to)}`,
    formatWorkingMinutes: (minutes, perDay = 480) => workingWords(minutes, perDay, t),
    formatDue: (due, now = Date.now()) => due.lateBy ? lateWords(due.lateBy, t) : formatEstimate(wordsOf(dueParts(due, now, timeZone), t), due.estimated),
  }
}

/** In working time; what fell due outside of it is late by none yet. */
function lateWords({ workingMinutes, minutesPerWorkingDay }: NonNullable<DueAsk['lateBy']>, t: SharedText): string {
  return workingMinutes < 1 ? t('light.red') : t('due.late', { span: workingWords(workingMinutes, minutesPerWorkingDay, t) })
}

function workingWords(minutes: number, perDay: number, t: SharedText): string {
  if (minutes >= perDay) return t('span.workingDay', { count: Math.floor(minutes / perDay) })
  if (minutes < 60) return t('span.minute', { count: minutes })
  const rest = minutes % 60
  const hours = t('span.hour', { count: Math.floor(minutes / 60) })
  return rest === 0 ? hours : t('span.both', { hours, minutes: t('span.rest', { count: rest }) })
}

function wordsOf(parts: DueParts, t: SharedText): string {
  switch (parts.kind) {
    case 'late': return t('due.late', { span: t(`span.${parts.unit}`, { count: parts.count }) })
    case 'left': return t('due.left', { span: t(`span.${parts.unit}`, { count: parts.count }) })
    case 'today': return t('due.today', { clock: parts.clock })
    case 'tomorrow': return t('due.tomorrow', { clock: parts.clock })
    default: return parts satisfies never
  }
}
