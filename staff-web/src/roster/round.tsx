import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { recordRound } from '@daodi/contract/staff/roster/shift.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { useFormat } from '../shared/format.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { useRefusalWords } from './roster-query.ts'
import type { ShiftPageData } from './shift-page.tsx'
import { findingBody } from './finding-case.ts'
import { useMe } from '../shared/me.ts'

interface Found { fine: boolean; place: string; what: string; unitId: string | null }
const FINE: Found = { fine: true, place: '', what: '', unitId: null }

/** The round before a shift: what is wrong is registered as an ordinary case and goes to the unit that mends it. */
export function Round({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const { done, items } = shift.round
  if (items.length === 0 && done === null) return null
  return (
    <section className="card roster-pad" aria-labelledby="shift-round">
      <h2 id="shift-round">{t('shift.round')}</h2>
      {done !== null && <p className="muted">{t('shift.roundDone', { when: formatInstant(done.at) })}</p>}
      {done !== null && (
        <ul className="roster-list">{done.items.map((one, index) => <li key={`${one.item}${index}`}>{one.item} {one.fine ? <span className="tag ok">{t('shift.fine')}</span> : <Link to={`/cases/${one.caseId ?? ''}`} className="tag soon">{one.place ?? t('shift.bad')} · {t('shift.registered')}</Link>}</li>)}</ul>
      )}
      {done === null && shift.mine && Date.parse(shift.round.opensAt) <= Date.now() && <RoundForm shift={shift} />}
      {done === null && Date.parse(shift.round.opensAt) > Date.now() && <p className="muted">{t('shift.opens', { when: formatInstant(shift.round.opensAt) })}</p>}
    </section>
  )
}

function RoundForm({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const { settings } = useMe()
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({})
  // What has been registered stays registered when a later one is refused: it is not registered twice.
  const registered = useRef(new Map<string, string>())
  const of = (item: string): Found => found[item] ?? FINE
  const set = (item: string, change: Partial<Found>) => setFound({ ...found, [item]: { ...of(item), ...change } })
  const finish = useMutation({
    mutationFn: async () => {
      const items = []
      for (const item of shift.round.items) {
        const { fine, place, what, unitId } = of(item)
        const where = cleanLine(place)
        if (!fine && unitId !== null && !registered.current.has(item)) {
          const subject = `${where ?? ''}${where === undefined ? '' : ' '}${cleanLine(what) ?? item}`.slice(0, 200)
          const reply = await call(registerCase, { body: findingBody({ subject, place: where, toUnitId: unitId, reason: t('shift.round') }, settings) })
          registered.current.set(item, reply.id)
        }
        items.push({ item, fine, ...(where === undefined ? {} : { place: where }), ...(fine ? {} : { caseId: registered.current.get(item) }) })
      }
      await call(recordRound, { params: { shiftId: shift.id }, body: { items } })
    },
    onSuccess: () => { message.success(t('shift.roundSaved', { count: registered.current.size })) }, onError: (error) => { message.error(words(error), 8) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] })]),
  })
  const ready = shift.round.items.every((item) => of(item).fine || (of(item).unitId !== null && of(item).what.trim() !== ''))
  return (
    <form className="roster-form" onSubmit={(event) => { event.preventDefault(); if (ready && !finish.isPending) finish.mutate() }}>
      <p className="muted">{t('shift.roundText')}</p>
      {shift.round.items.map((item, index) => (
        <fieldset key={item} className="roster-item">
          <legend>{item}</legend>
          <Radio.Group value={of(item).fine} onChange={(event) => set(item, { fine: event.target.value as boolean })} options={[{ value: true, label: t('shift.fine') }, { value: false, label: t('shift.bad') }]} />
          {!of(item).fine && (
            <div className="roster-found">
              <Input value={of(item).place} maxLength={80} placeholder={t('shift.place')} aria-label={t('shift.place')} onChange={(event) => set(item, { place: event.target.value })} />
              <Input value={of(item).what} maxLength={100} placeholder={t('shift.what')} aria-label={t('shift.what')} onChange={(event) => set(item, { what: event.target.value })} />
              <UnitPicker id={`round-${index}`} value={of(item).unitId} onChange={(unitId) => set(item, { unitId })} label={t('shift.toUnit')} except={shift.unitId} />
            </div>
          )}
        </fieldset>
      ))}
      {!ready && <p className="muted">{t('shift.pickUnit')}</p>}
      <div><Button type="primary" htmlType="submit" disabled={!ready} loading={finish.isPending}>{t('shift.finish')}</Button></div>
    </form>
  )
}
