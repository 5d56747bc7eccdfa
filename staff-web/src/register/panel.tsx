import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { OutsideField } from '../shared/outside-field.tsx'
import { PersonPicker } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { useMe } from '../shared/me.ts'
import { AbsentFields, NumberGiven } from './absent-fields.tsx'
import { MineFields } from './mine-fields.tsx'
import type { PanelProps } from './panel-props.ts'
import { SendingFault } from '../shared/sending-fault.tsx'

/** The least a branch needs. Enter registers from a single line, Ctrl+Enter from anywhere. */
export function Panel({ error, ready, sending, onSubmit, onClose, ...given }: Omit<PanelProps, 'faults' | 'onFilled'> & {
  error: Error | null; ready: boolean; sending: boolean; onSubmit: () => void; onClose: () => void
}) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const form = useRef<HTMLFormElement>(null)
  const submit = useRef<HTMLButtonElement>(null)
  const { branch } = given
  // The branch in which sending was tried with something lacking: another one begins without the remark.
  const [tried, setTried] = useState<typeof branch | null>(null)
  const send = () => { if (ready) onSubmit(); else setTried(branch) }
  useEffect(() => { form.current?.scrollIntoView({ block: 'nearest' }) }, [branch])
  const onFilled = () => { setTimeout(() => submit.current?.focus()) }
  // A branch that has everything already waits at its button, one that lacks something at the field.
  const begunReady = useRef(ready)
  useEffect(() => { if (begunReady.current && branch !== 'onSpot' && branch !== 'notOurs') submit.current?.focus() }, [branch])
  return (
    <form
      ref={form} className="card panel" aria-label={shared(`branch.${branch}`)}
      onSubmit={(event) => { event.preventDefault(); send() }}
    >
      <PanelFields {...given} faults={fieldTexts(error, t)} onFilled={onFilled} />
      {tried === branch && !ready && <p className="field-fault" role="alert">{t(`panelLacks.${branch}`)}</p>}
      {error && <SendingFault error={error} onRetry={onSubmit} />}
      <div className="panel-end">
        <Button ref={submit} type="primary" htmlType="submit" aria-disabled={!ready} loading={sending}>{t('panel.register')} · {given.filled.away?.way === 'report' ? t('away.report') : shared(`branch.${branch}`)} <kbd aria-hidden="true">{t('panel.submitKey')}</kbd></Button>
        <Button type="text" onClick={onClose}>{t('panel.back')} <kbd aria-hidden="true">Esc</kbd></Button>
      </div>
    </form>
  )
}

function PanelFields(given: PanelProps) {
  switch (given.branch) {
    case 'onSpot': return <OnSpotFields {...given} />
    case 'mine': return <MineFields {...given} />
    case 'colleague': return <ColleagueFields {...given} />
    case 'otherUnit': return <OtherUnitFields {...given} />
    case 'notOurs': return <NotOursFields {...given} />
    case 'unclear': return <UnclearFields {...given} />
    default: return given.branch satisfies never
  }
}

function OnSpotFields({ filled, change, cite, faults }: PanelProps) {
  const { t } = useTranslation('register')
  return (
    <>
      <Field id="panel-text" label={t('panel.answer')} fault={faults['/decision/text']}>
        <Input.TextArea id="panel-text" autoFocus autoSize={{ minRows: 2, maxRows: 10 }} maxLength={10_000} placeholder={t('panel.answerPlaceholder')} value={filled.text} onChange={(event) => change({ text: event.target.value })} />
      </Field>
      <Field id="panel-citation" label={t('panel.citation')} fault={faults['/decision/citation']}>
        <Input id="panel-citation" maxLength={300} placeholder={t(cite ? 'panel.citationNeeded' : 'panel.citationPlaceholder')} value={filled.citation} onChange={(event) => change({ citation: event.target.value })} />
      </Field>
    </>
  )
}

function ColleagueFields({ draft, filled, change, faults, onFilled }: PanelProps) {
  const { t } = useTranslation('register')
  const me = useMe()
  return (
    <>
      <div className="pair">
        <Field id="panel-person" label={t('panel.colleague')} fault={faults['/decision/toPersonId']}>
          <PersonPicker id="panel-person" autoFocus={filled.person === null} unitId={me.unit.id} withWindows except={me.id} label={t('panel.colleague')} value={filled.person} onChange={(person) => { change({ person, away: null, calls: [] }); if (person) onFilled() }} />
        </Field>
        <Field id="panel-reason" label={t('panel.reason')} fault={faults['/decision/reason']}>
          <Input id="panel-reason" maxLength={2000} value={filled.reason} onChange={(event) => change({ reason: event.target.value })} />
        </Field>
      </div>
      <AbsentFields draft={draft} filled={filled} change={change} faults={faults} />
    </>
  )
}

function OtherUnitFields({ draft, filled, change, faults }: PanelProps) {
  const { t } = useTranslation('register')
  const me = useMe()
  const reason = useRef<InputRef>(null)
  return (
    <>
      <div className="pair">
        <Field id="panel-unit" label={t('panel.unit')} fault={faults['/decision/toUnitId']}>
          <UnitPicker id="panel-unit" autoFocus={filled.unitId === null} except={me.unit.id} label={t('panel.unit')} value={filled.unitId} onChange={(unitId) => { change({ unitId, person: null, away: null, calls: [] }); if (unitId) setTimeout(() => reason.current?.focus()) }} />
        </Field>
        <Field id="panel-reason" label={t('panel.unitReason')} fault={faults['/decision/reason']}>
          <Input ref={reason} id="panel-reason" autoFocus={filled.unitId !== null && filled.reason === ''} maxLength={2000} value={filled.reason} onChange={(event) => change({ reason: event.target.value })} />
        </Field>
      </div>
      <Field id="panel-person" label={t('panel.unitPerson')} fault={faults['/decision/toPersonId']}>
        <PersonPicker id="panel-person" unitId={filled.unitId ?? undefined} except={me.id} label={t('panel.unitPerson')} value={filled.person} onChange={(person) => change({ person, away: null, calls: [], unitId: person?.unitId ?? filled.unitId })} />
      </Field>
      <label className="panel-check"><input type="checkbox" checked={draft.escorted} onChange={(event) => change({ escorted: event.target.checked })} /> {t('panel.escorted')}</label>
      <NumberGiven draft={draft} filled={filled} change={change} faults={faults} />
      {(draft.channel !== 'phone' || draft.numberGiven === null) && <AbsentFields draft={draft} filled={filled} change={change} faults={faults} />}
    </>
  )
}

function NotOursFields({ draft, filled, change, faults }: PanelProps) {
  const { t } = useTranslation('register')
  return (
    <>
      <div className="pair">
        <Field id="panel-where" label={t('panel.where')} fault={faults['/decision/where']}>
          <OutsideField id="panel-where" autoFocus placeholder={t('panel.wherePlaceholder')} value={draft.where} question={draft.line} onChange={(where) => change({ where })} onChoose={(where, wherePhone) => change({ where, wherePhone })} />
        </Field>
        <Field id="panel-phone" label={t('panel.wherePhone')} fault={faults['/decision/phone']}>
          <Input id="panel-phone" type="tel" maxLength={30} value={draft.wherePhone} onChange={(event) => change({ wherePhone: event.target.value })} />
        </Field>
      </div>
      <Field id="panel-text" label={t('panel.answer')} fault={faults['/decision/text']}>
        <Input.TextArea id="panel-text" autoSize={{ minRows: 1, maxRows: 8 }} maxLength={10_000} placeholder={t('panel.answerPlaceholder')} value={filled.text} onChange={(event) => change({ text: event.target.value })} />
      </Field>
    </>
  )
}

function UnclearFields({ filled, change, faults }: PanelProps) {
  const { t } = useTranslation('register')
  return (
    <Field id="panel-reason" label={t('panel.unclear')} hint={t('panel.unclearNote')} fault={faults['/decision/reason']}>
      <Input.TextArea id="panel-reason" autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} placeholder={t('panel.unclearPlaceholder')} value={filled.reason} onChange={(event) => change({ reason: event.target.value })} />
    </Field>
  )
}
