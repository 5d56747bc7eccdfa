import { answerHelp, askForSupport, reportUndone } from '@daodi/contract/staff/cases/help.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import type { ActProps } from './act-dialog.tsx'
import { Choice, TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

export function ReportUndone(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'reportUndone')
  const act = useAct(reportUndone, props.view.id, draft.done)
  return <TextPanel name="reportUndone" label={t('acts.help.undone')} intro={t('acts.help.undoneIntro')} draft={draft} act={act} onSend={(text) => act.mutate({ text })} onClose={props.onClose} />
}

export function AskForSupport(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'askForSupport')
  const act = useAct(askForSupport, props.view.id, draft.done)
  return <TextPanel name="askForSupport" label={t('acts.help.support')} intro={t('acts.help.supportIntro')} draft={draft} act={act} onSend={(text) => act.mutate({ text })} onClose={props.onClose} />
}

export function AnswerHelp(props: ActProps) {
  const { t } = useTranslation('case')
  const me = useMe()
  const mine = props.view.course.help.filter((one) => one.to.some((person) => person.personId === me.id))
  const draft = useTextDraft(props, 'answerHelp')
  const [chosen, choose] = useState<string | null>(mine[0]?.id ?? null)
  const act = useAct(answerHelp, props.view.id, draft.done)
  return (
    <TextPanel name="answerHelp" label={t('acts.help.answer')} draft={draft} act={act} ready={chosen !== null} onSend={(text) => { if (chosen !== null) act.mutate({ helpId: chosen, text }) }} onClose={props.onClose}>
      <Choice id="help-which" label={t('acts.help.which')} value={chosen} onChange={choose} options={mine.map((one) => ({ value: one.id, label: [t(`course.help.${one.of}`), one.byName ?? t('person'), one.text].filter(Boolean).join(' · ') }))} />
    </TextPanel>
  )
}
