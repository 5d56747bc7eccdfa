import { useTranslation } from 'react-i18next'
import type { Leg } from './baton-layout.ts'
import type { BatonProps } from './baton.tsx'
import { useFormat } from './format.ts'

/** Everything the baton says, in one place for the line and for the upright relay. */
export function useBatonWords(baton: BatonProps) {
  const { t } = useTranslation('baton')
  const { formatDue, formatDueInstant, formatEstimate, formatInstant, formatWorkingMinutes } = useFormat()
  const requester = baton.requesterName ?? t('requester')
  const time = (leg: Leg) => formatWorkingMinutes(leg.workingMinutes, baton.minutesPerWorkingDay)
  const who = (leg: Leg) => [leg.personName, leg.unitName].filter(Boolean).join(' ')
  const when = baton.due === null ? '' : formatDueInstant(baton.due.at, baton.due.estimated)
  const left = () => {
    if (baton.due === null || !baton.open) return ''
    const { at: dueAt, estimated } = baton.due
    if (baton.daysLeft > 0) return formatDue({ dueAt, estimated, workingDaysLeft: baton.daysLeft }, baton.now)
    // Working time when the server counted it; else by the calendar, which needs no knowledge of holidays.
    if (baton.leftMinutes === null) return formatDue({ dueAt, estimated }, baton.now)
    if (baton.leftMinutes === 0 && Date.parse(dueAt) < baton.now) return t('justPast')
    const words = formatWorkingMinutes(Math.abs(baton.leftMinutes), baton.minutesPerWorkingDay)
    return formatEstimate(t(Date.parse(dueAt) < baton.now ? 'late' : 'left', { time: words }), estimated)
  }
  return {
    time,
    who,
    /** What stands in the leg itself. */
    inside(leg: Leg, current: boolean): string {
      if (!current) return time(leg)
      if (baton.paused && leg.kind === 'hold') return t('paused')
      return t(leg.kind === 'wait' ? 'currentWait' : leg.kind === 'reply' ? 'currentReply' : 'current', { time: time(leg) })
    },
    span(leg: Leg): string {
      const from = formatInstant(leg.from)
      return leg.to === null ? t('from', { from }) : t('fromTo', { from, to: formatInstant(leg.to) })
    },
    spoken(leg: Leg, place: number, late: boolean): string {
      const values = { place, who: who(leg), kind: t(`leg.${leg.kind}`), time: time(leg), from: formatInstant(leg.from) }
      const sentence = leg.to === null ? t('spoken', values) : t('spokenTo', { ...values, to: formatInstant(leg.to) })
      return late ? sentence + t('spokenLate') : sentence
    },
    thread: baton.open
      ? t('thread', { name: baton.firstContactName, requester })
      : baton.answeredAt !== null
        ? t('threadAnswered', { name: baton.firstContactName, requester, when: formatInstant(baton.answeredAt) })
        : t('threadEnded', { name: baton.firstContactName }),
    due: when === '' ? '' : t(baton.due?.promised === true ? 'promised' : 'due', { when }),
    lateMark: when === '' ? '' : t('lateMark', { when }),
    left: left(),
  }
}

