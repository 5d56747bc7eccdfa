import { SUPERVISION_LEVELS } from '@daodi/contract/shared/codes.ts'
import { instructCase, reportOnInstruction, reportOnSupervision, signOffSupervision, superviseCase, urgeCase } from '@daodi/contract/staff/cases/supervision.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActProps } from './act-dialog.tsx'
import { given } from './fields.tsx'
import { Choice, TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

type Level = (typeof SUPERVISION_LEVELS)[number]

export function UrgeCase(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'urgeCase')
  const act = useAct(urgeCase, props.view.id, draft.done)
  const { handler, course } = props.view
  return (
    <TextPanel name="urgeCase" label={t('acts.urge.text')} intro={t('acts.urge.intro', { name: handler.personName, count: course.urges })} optional draft={draft} act={act} onSend={(text) => act.mutate({ text: given(text) })} onClose={props.onClose} />
  )
}

export function InstructCase(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'instructCase')
  const act = useAct(instructCase, props.view.id, draft.done)
  return <TextPanel name="instructCase" label={t('acts.instruct.text')} intro={t('acts.instruct.intro', { name: props.view.handler.personName })} draft={draft} act={act} onSend={(text) => act.mutate({ text })} onClose={props.onClose} />
}

export function ReportOnInstruction(props: ActProps) {
  const { t } = useTranslation('case')
  const { instructions } = props.view.course
  const draft = useTextDraft(props, 'reportOnInstruction')
  const [chosen, choose] = useState<string | null>(instructions[0]?.id ?? null)
  const act = useAct(reportOnInstruction, props.view.id, draft.done)
  return (
    <TextPanel
      name="reportOnInstruction" label={t('acts.instruct.report')} draft={draft} act={act} ready={chosen !== null} onClose={props.onClose}
      onSend={(text) => { if (chosen !== null) act.mutate({ instructionId: chosen, text }) }}
    >
      <Choice id="instruction-which" label={t('acts.instruct.which')} value={chosen} onChange={choose} options={instructions.map((one) => ({ value: one.id, label: [one.byName, one.text].filter(Boolean).join('：') }))} />
    </TextPanel>
  )
}

export function SuperviseCase(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'superviseCase')
  const [level, setLevel] = useState<Level>(props.view.course.supervision?.level ?? 'general')
  const act = useAct(superviseCase, props.view.id, draft.done)
  return (
    <TextPanel name="superviseCase" label={t('acts.supervise.requirement')} intro={t('acts.supervise.intro')} field="requirement" draft={draft} act={act} onSend={(requirement) => act.mutate({ level, requirement })} onClose={props.onClose}>
      <div className="act-field">
        <span id="supervise-level">{t('acts.supervise.level')}</span>
        <Radio.Group
          aria-labelledby="supervise-level" optionType="button" value={level} onChange={(event) => setLevel(event.target.value as Level)}
          options={SUPERVISION_LEVELS.map((one) => ({ value: one, label: t(`course.level.${one}`) }))}
        />
      </div>
    </TextPanel>
  )
}

export function ReportOnSupervision(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'reportOnSupervision')
  const act = useAct(reportOnSupervision, props.view.id, draft.done)
  const requirement = props.view.course.supervision?.requirement
  return (
    <TextPanel
      name="reportOnSupervision" label={t('acts.supervise.report')} draft={draft} act={act} onSend={(text) => act.mutate({ text })} onClose={props.onClose}
      quote={requirement == null ? undefined : <div className="quote">{requirement}</div>}
    />
  )
}

export function SignOffSupervision(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'signOffSupervision')
  const act = useAct(signOffSupervision, props.view.id, draft.done)
  return <TextPanel name="signOffSupervision" label={t('acts.supervise.opinion')} field="opinion" draft={draft} act={act} onSend={(opinion) => act.mutate({ opinion })} onClose={props.onClose} />
}
