import { EFFECTS } from '@daodi/contract/staff/cases/care-view.ts'
import { completeStep, fillSheet, flagCase, planEffectCheck, recordEffect, unflagCase } from '@daodi/contract/staff/cases/care.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { CaseView } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { Choice, TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

type Step = NonNullable<CaseView['care']['sheet']>['steps'][number]

/** The steps in which something can still be written down, the first of them chosen. */
function useOpenStep(view: CaseView) {
  const open = view.care.sheet?.steps.filter((step) => step.done === null || step.missing.length > 0) ?? []
  const [chosen, choose] = useState<string | null>(open[0]?.name ?? null)
  const step: Step | undefined = open.find((one) => one.name === chosen)
  return { step, chosen, choose, options: open.map((one) => ({ value: one.name, label: one.name })) }
}

/** Every part of a step at once; what is left empty stays as it was. */
export function FillSheet({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [written, setWritten, clear] = useDraft<Readonly<Record<string, string>>>(`${view.id} sheet`, {})
  const act = useAct(fillSheet, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { step, chosen, choose, options } = useOpenStep(view)
  const open = step?.parts.filter((part) => step.done === null || step.missing.includes(part.name)) ?? []
  const textOf = (part: Step['parts'][number]) => written[`${chosen} ${part.name}`] ?? part.text ?? ''
  const changed = open.filter((part) => textOf(part).trim() !== '' && textOf(part) !== part.text)
  return (
    <ActForm
      title={t('acts.name.fillSheet')} intro={t('care.fill.intro')} error={act.error} pending={act.isPending} ready={chosen !== null && changed.length > 0} onClose={onClose} wide
      onSubmit={() => { if (chosen !== null) act.mutate({ step: chosen, parts: changed.map((part) => ({ name: part.name, text: textOf(part) })) }) }}
    >
      <Choice id="sheet-step" label={t('care.step')} value={chosen} onChange={choose} options={options} />
      {open.map((part, index) => (
        <TextField
          key={`${chosen} ${part.name}`} id={`sheet-part-${index}`} label={part.flag === null ? part.name : `${part.name}（${t('care.onlyFor', { flag: part.flag })}）`} value={textOf(part)} rows={1} max={4_000} autoFocus={index === 0}
          onChange={(text) => setWritten({ ...written, [`${chosen} ${part.name}`]: text })} fault={faults[`/parts/${index}/text`]}
        />
      ))}
    </ActForm>
  )
}

export function CompleteStep({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(completeStep, view.id, onClose)
  const open = view.care.sheet?.steps.filter((step) => step.done === null) ?? []
  const [chosen, choose] = useState<string | null>(open[0]?.name ?? null)
  const missing = open.find((step) => step.name === chosen)?.missing ?? []
  return (
    <ActForm
      title={t('acts.name.completeStep')} intro={t('care.complete.intro')} error={act.error} pending={act.isPending} ready={chosen !== null} onClose={onClose}
      onSubmit={() => { if (chosen !== null) act.mutate({ step: chosen }) }}
    >
      <Choice id="complete-step" label={t('care.step')} value={chosen} onChange={choose} options={open.map(({ name }) => ({ value: name, label: name }))} />
      <p className={missing.length > 0 ? 'late-text' : 'muted'}>{missing.length > 0 ? t('care.missing', { parts: missing.join(t('fact.separator')) }) : t('care.nothingMissing')}</p>
    </ActForm>
  )
}

export function FlagCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const left = view.care.flagsLeft
  const [chosen, choose] = useState<string | null>(null)
  const [note, setNote, clear] = useDraft(`${view.id} flag`, '')
  const act = useAct(flagCase, view.id, () => { clear(); onClose() })
  const tells = left.find(({ name }) => name === chosen)?.tells
  return (
    <ActForm title={t('acts.name.flagCase')} error={act.error} pending={act.isPending} ready={chosen !== null} onClose={onClose} onSubmit={() => { if (chosen !== null) act.mutate({ flag: chosen, note: given(note) }) }}>
      <Radio.Group aria-label={t('care.flag.which')} className="flag-choice" value={chosen} onChange={(event) => choose(event.target.value as string)} options={left.map(({ name }) => ({ value: name, label: name }))} />
      {tells !== undefined && <p className="muted">{t(tells ? 'care.flag.tells' : 'care.flag.quiet')}</p>}
      <TextField id="flag-note" label={t('care.flag.note')} value={note} onChange={setNote} rows={2} />
    </ActForm>
  )
}

export function UnflagCase(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'unflagCase')
  const { flags } = props.view.care
  const [chosen, choose] = useState<string | null>(flags[0]?.name ?? null)
  const act = useAct(unflagCase, props.view.id, draft.done)
  return (
    <TextPanel name="unflagCase" label={t('care.flag.reason')} field="reason" draft={draft} act={act} ready={chosen !== null} onSend={(reason) => { if (chosen !== null) act.mutate({ flag: chosen, reason }) }} onClose={props.onClose}>
      <Choice id="unflag-which" label={t('care.flag.which')} value={chosen} onChange={choose} options={flags.map(({ name }) => ({ value: name, label: name }))} />
    </TextPanel>
  )
}

export function PlanEffectCheck({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [at, setAt] = useState<string | null>(null)
  const act = useAct(planEffectCheck, view.id, onClose)
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.planEffectCheck')} intro={t('care.effectIntro')} error={act.error} pending={act.isPending} ready={at !== null} onClose={onClose} onSubmit={() => { if (at !== null) act.mutate({ at }) }}>
      <Field id="effect-at" label={t('care.effectAt')} fault={faults['/at']}><InstantPicker id="effect-at" value={at} onChange={setAt} autoFocus /></Field>
    </ActForm>
  )
}

export function RecordEffect(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'recordEffect')
  const [result, setResult] = useState<(typeof EFFECTS)[number]>('lasting')
  const act = useAct(recordEffect, props.view.id, draft.done)
  return (
    <TextPanel name="recordEffect" label={t('care.effectText')} draft={draft} act={act} onSend={(text) => act.mutate({ result, text })} onClose={props.onClose}>
      <Radio.Group
        aria-label={t('acts.name.recordEffect')} optionType="button" value={result} onChange={(event) => setResult(event.target.value as typeof result)}
        options={EFFECTS.map((one) => ({ value: one, label: t(`care.result.${one}`) }))}
      />
      {result === 'failed' && <p className="muted">{t('care.failedHint')}</p>}
    </TextPanel>
  )
}
