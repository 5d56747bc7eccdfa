import { testDeadline } from '@daodi/contract/staff/calendar/calendar.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import type { Limit } from './field-props.ts'
import { LimitField } from './limit-field.tsx'
import './policy.css'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { useMe } from '../shared/me.ts'
import { ErrorState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { instantFromWall, wallText } from '../shared/wall-time.ts'

type Tested = z.output<typeof testDeadline.reply>

/** From a moment and a limit to the due moment, and why each day on the way was counted or not: the very reckoning that cases follow. */
export function DeadlineTester() {
  const { t } = useTranslation('calendar')
  const me = useMe()
  const [search] = useSearchParams()
  const { timeZone } = me.institution
  const [unitId, setUnitId] = useState(search.get('unit') ?? me.unit.id)
  const [since, setSince] = useState(() => instantFromWall(wallText(Date.now(), timeZone), timeZone))
  const [limit, setLimit] = useState<Limit>({ amount: 5, unit: 'workingDays' })
  const [aroundTheClock, setAroundTheClock] = useState(false)
  const test = useMutation({ mutationFn: () => call(testDeadline, { body: { since: since ?? '', limit: limit as never, unitId, aroundTheClock } }) })
  const ready = since !== null
  return (
    <>
      <form className="card admin-pad tester-form" onSubmit={(event) => { event.preventDefault(); if (ready) test.mutate() }}>
        <Field id="tester-since" label={t('test.since')}><InstantPicker id="tester-since" anyDay value={since} onChange={setSince} /></Field>
        <Field id="tester-limit" label={t('test.limit')}><LimitField id="tester-limit" label={t('test.limit')} value={limit} onChange={(next) => setLimit(next as Limit)} /></Field>
        <Field id="tester-unit" label={t('test.unit')}><div className="admin-search"><UnitPicker id="tester-unit" value={unitId} onChange={(unit) => { if (unit !== null) setUnitId(unit) }} label={t('test.unit')} allowInstitution /></div></Field>
        <Checkbox checked={aroundTheClock} onChange={(event) => setAroundTheClock(event.target.checked)}>{t('kinds.aroundTheClock')}</Checkbox>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={test.isPending}>{t('test.run')}</Button>
      </form>
      {test.isError && <ErrorState error={test.error} />}
      {test.data !== undefined && <Result tested={test.data} />}
    </>
  )
}

function Result({ tested }: { tested: Tested }) {
  const { t } = useTranslation('calendar')
  const shared = useTranslation('shared').t
  const { formatDueInstant, formatWorkingMinutes } = useFormat()
  const counted = tested.days.filter((day) => day.nth !== null).length
  const why = (day: Tested['days'][number]): string => {
    const used = day.used === null ? '' : formatWorkingMinutes(Math.round(day.used), 100_000)
    return t(`test.why.${day.why}`, { nth: day.nth ?? '', used })
  }
  return (
    <section className="card admin-pad" aria-labelledby="tested-head">
      <h2 id="tested-head" className="tester-result"><span role="status">{t('test.due')} <b>{formatDueInstant(tested.dueAt, tested.estimated)}</b></span></h2>
      {tested.estimated && <p className="soon-text">{shared('estimatedWhy')}</p>}
      <div className="admin-scroll" tabIndex={0}>
        <table className="admin-table tester-days">
          <caption className="only-read">{t('test.steps')}</caption>
          <thead><tr><th>{t('test.date')}</th><th>{t('test.weekday')}</th><th>{t('test.day')}</th><th>{t('test.counted', { count: counted })}</th></tr></thead>
          <tbody>{tested.days.map((day) => (
            <tr key={day.date} className={day.nth === null && day.why !== 'worked' ? 'muted' : 'counts'}>
              <th scope="row" className="num">{day.date}</th><td>{t(`weekday.d${day.weekday}` as 'weekday.d1')}</td>
              <td>{t(`kind.${day.kind}`)}{day.note === null ? '' : `（${day.note}）`}{day.estimated && <span className="tag soon">{t('estimatedTag')}</span>}</td>
              <td>{why(day)}</td>
            </tr>
          ))}</tbody>
        </table>
        {tested.cut && <p className="muted">{t('test.cut')}</p>}
      </div>
    </section>
  )
}
