import { listDeskCover } from '@daodi/contract/staff/roster/desk-cover.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useKeys } from '../shared/keys.tsx'
import { ReceptionGaps } from '../shared/reception-gaps.tsx'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { addDays } from './planning.ts'

/** A week of the windows and desks: when they are open and nobody is there. */
export function DeskCover() {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const [search, setSearch] = useSearchParams()
  const [unitId, week] = [search.get('unit'), search.get('week')]
  const cover = useInfiniteQuery({
    queryKey: ['roster', 'desks', unitId, week], placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call(listDeskCover, { query: { unitId: unitId ?? undefined, week: week ?? undefined, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const [first] = cover.data?.pages ?? []
  const monday = first?.days[0]
  const go = (next: { unit?: string | null; week?: string | null }) => {
    const to = { unit: next.unit === undefined ? unitId : next.unit, week: next.week === undefined ? week : next.week }
    setSearch({ ...(to.unit === null ? {} : { unit: to.unit }), ...(to.week === null ? {} : { week: to.week }) })
  }
  const step = (days: number) => { if (monday !== undefined) go({ week: addDays(monday, days) }) }
  useKeys([
    { key: 'ArrowLeft', label: t('keys.previous'), act: () => step(-7) },
    { key: 'ArrowRight', label: t('keys.next'), act: () => step(7) },
    { key: 't', label: t('keys.today'), act: () => go({ week: null }) },
  ])
  const desks = cover.data?.pages.flatMap(({ rows }) => rows) ?? []
  const lacking = desks.filter(({ gaps }) => gaps.length > 0)
  return (
    <>
      <div className="roster-bar">
        <div className="roster-unit"><UnitPicker value={unitId} onChange={(unit) => go({ unit })} label={t('week.unit')} allowInstitution /></div>
        <Button onClick={() => step(-7)}>{t('week.previous')}</Button>
        <Button onClick={() => go({ week: null })}>{t('week.today')}</Button>
        <Button onClick={() => step(7)}>{t('week.next')}</Button>
        {first && <span className="muted num">{first.days[0]} – {first.days.at(-1)}</span>}
      </div>
      <ReceptionGaps unitId={unitId} />
      {cover.isPending && <LoadingState rows={5} />}
      {cover.isError && desks.length === 0 && <ErrorState error={cover.error} onRetry={() => void cover.refetch()} />}
      {cover.isSuccess && desks.length === 0 && <EmptyState title={t('desks.none')} text={t('desks.noneText')} />}
      {desks.length > 0 && <p role="status" className={lacking.length > 0 ? 'soon-text roster-note' : 'muted roster-note'}>{lacking.length > 0 ? t('desks.some', { count: lacking.length, all: desks.length }) : t('desks.fine', { count: desks.length })}</p>}
      <div className="roster-stack">{lacking.map((desk) => <DeskGaps key={desk.deskId} desk={desk} today={first?.today ?? ''} />)}</div>
      {cover.hasNextPage && <Button type="link" loading={cover.isFetchingNextPage} onClick={() => void cover.fetchNextPage()}>{shared('state.more')}</Button>}
    </>
  )
}

interface Desk { deskId: string; deskName: string; unitId: string; unitName: string; gapMinutes: number; openMinutes: number; gaps: readonly { day: string; from: string; to: string; wholeDay: boolean }[] }

/** One entry a day: nobody there at all, or from when to when. */
function DeskGaps({ desk, today }: { desk: Desk; today: string }) {
  const { t } = useTranslation('roster')
  const { formatTimeRange } = useFormat()
  const hours = (minutes: number) => Math.round(minutes / 6) / 10
  const days = [...new Set(desk.gaps.map((gap) => gap.day))].map((day) => ({ day, gaps: desk.gaps.filter((gap) => gap.day === day) }))
  return (
    <section className="card roster-pad" aria-label={desk.deskName}>
      <h2>{desk.deskName}<span className="muted roster-light">{desk.unitName}</span><span className="muted roster-light roster-right num">{t('desks.share', { gap: hours(desk.gapMinutes), open: hours(desk.openMinutes) })}</span></h2>
      <ul className="desk-days">
        {days.map(({ day, gaps }) => (
          <li key={day} className={day < today ? 'past' : undefined}>
            <b className="num">{t(`weekday.d${weekdayOf(day)}`)} {day.slice(5)}</b>
            {gaps[0]?.wholeDay ? <span className="tag soon">{t('desks.wholeDay')}</span> : gaps.map((gap) => <span key={gap.from} className="num">{formatTimeRange(gap.from, gap.to).replace(/^.* (?=\d\d:\d\d–)/, '')}</span>)}
          </li>
        ))}
      </ul>
      <Link to={`/roster/week?unit=${desk.unitId}`}>{t('desks.plan')}</Link>
    </section>
  )
}

/** 1 is Monday. */
function weekdayOf(day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) as 1
}
