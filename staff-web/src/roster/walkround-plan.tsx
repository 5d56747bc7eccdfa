import { planWalkrounds } from '@daodi/contract/staff/roster/walkrounds.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { useMe } from '../shared/me.ts'
import { PersonPicker, type Person } from '../shared/person-picker.tsx'
import { ErrorState } from '../shared/states.tsx'
import { instantFromWall, wallText } from '../shared/wall-time.ts'
import { addDays } from './planning.ts'

const MOST = 62
const USUAL = '15:00'

/** One day, or the same time on certain weekdays for a while. */
export function PlanWalkrounds({ unitId, title, onClose }: { unitId: string; title: string; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { timeZone } = useMe().institution
  const today = wallText(Date.now(), timeZone).slice(0, 10)
  // A time that has passed today is offered for tomorrow.
  const day0 = wallText(Date.now(), timeZone).slice(11) < USUAL ? today : addDays(today, 1)
  const [draft, setDraft] = useState({ title, first: day0, last: day0, time: USUAL, weekdays: [1, 2, 3, 4, 5, 6, 7] })
  const [visitor, setVisitor] = useState<Person | null>(null)
  const [receiver, setReceiver] = useState<Person | null>(null)
  const at = timesOf(draft, timeZone).filter((one) => Date.parse(one) > Date.now())
  const plan = useMutation({
    mutationFn: () => call(planWalkrounds, { params: { unitId }, body: { title: cleanLine(draft.title) ?? title, at, visitorId: visitor?.id, receiverId: receiver?.id } }),
    onSuccess: ({ ids, unattended, told }) => {
      if (unattended === 0) message.success(t('walk.planned', { count: ids.length }))
      else message.warning(t(told.length > 0 ? 'walk.plannedTold' : 'walk.plannedAlone', { count: ids.length, unattended, names: told.join('、') }), 10)
      void queries.invalidateQueries({ queryKey: ['roster'] })
      onClose()
    },
  })
  const ready = at.length > 0 && at.length <= MOST && draft.title.trim() !== ''
  const day = (name: 'first' | 'last') => <Input id={`walk-${name}`} type="date" min={today} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value, ...(name === 'first' && event.target.value > draft.last ? { last: event.target.value } : {}) })} />
  return (
    <Modal
      open title={t('walk.plan', { name: title })} onCancel={onClose} mask={{ closable: false }}
      footer={<><Button onClick={onClose}>{shared('act.cancel')}</Button><Button type="primary" htmlType="submit" form="walk-form" disabled={!ready} loading={plan.isPending}>{shared('act.save')}</Button></>}
    >
      <form id="walk-form" className="roster-form" onSubmit={(event) => { event.preventDefault(); if (ready && !plan.isPending) plan.mutate() }}>
        {plan.error !== null && <ErrorState error={plan.error} />}
        <Field id="walk-title" label={t('walk.title')}><Input id="walk-title" autoFocus value={draft.title} maxLength={40} onChange={(event) => setDraft({ ...draft, title: event.target.value })} /></Field>
        <div className="pair"><Field id="walk-first" label={t('walk.first')}>{day('first')}</Field><Field id="walk-last" label={t('walk.last')}>{day('last')}</Field></div>
        <Field id="walk-time" label={t('walk.time')}><Input id="walk-time" type="time" value={draft.time} onChange={(event) => setDraft({ ...draft, time: event.target.value })} /></Field>
        {draft.last > draft.first && (
          <fieldset className="roster-days"><legend className="muted">{t('walk.onDays')}</legend>
            <Checkbox.Group value={draft.weekdays} onChange={(next) => setDraft({ ...draft, weekdays: next })} options={[1, 2, 3, 4, 5, 6, 7].map((one) => ({ value: one, label: t(`weekday.d${one as 1}`) }))} />
          </fieldset>
        )}
        <p className={ready || draft.title.trim() === '' ? 'muted' : 'soon-text'} role="status">{at.length === 0 ? t('walk.passed') : at.length > MOST ? t('walk.tooMany', { count: at.length, most: MOST }) : t('walk.count', { count: at.length })}</p>
        <Field id="walk-visitor" label={t('walk.visitor')}><PersonPicker id="walk-visitor" value={visitor} onChange={setVisitor} /></Field>
        <Field id="walk-receiver" label={t('walk.receiver')}><PersonPicker id="walk-receiver" value={receiver} onChange={setReceiver} unitId={unitId} /></Field>
      </form>
    </Modal>
  )
}

function timesOf({ first, last, time, weekdays }: { first: string; last: string; time: string; weekdays: readonly number[] }, timeZone: string): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || !/^\d{4}-\d\d-\d\d$/.test(last)) return []
  const days: string[] = []
  for (let day = first; day <= last && days.length <= 366; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
    if (first === last || weekdays.includes(weekday)) days.push(day)
  }
  return days.flatMap((day) => instantFromWall(`${day}T${time}`, timeZone) ?? [])
}
