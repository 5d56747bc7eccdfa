import { askForExtension, askForPause, reportRefusal, resumeCase } from '@daodi/contract/staff/cases/approvals.ts'
import { PAUSE_CAUSES } from '@daodi/contract/shared/codes.ts'
import { postName } from '@daodi/contract/shared/post-names.ts'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

type Cause = (typeof PAUSE_CAUSES)[number]

/** More time; asked before the limit, with a reason that the approver can judge. */
export function AskForExtension({ view, onClose }: ActProps) {
  const { t, i18n } = useTranslation('case')
  const { t: admin } = useTranslation('admin')
  const { formatDueInstant } = useFormat()
  const { limitAt, limitEstimated } = view.course
  const [draft, setDraft, clear] = useDraft(`${view.id} extension`, { until: limitAt, reason: '' })
  const act = useAct(askForExtension, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { until } = draft
  return (
    <ActForm
      title={t('acts.name.askForExtension')} error={act.error} pending={act.isPending} ready={until !== null && until !== limitAt && draft.reason.trim() !== ''} onClose={onClose}
      intro={limitAt === null ? undefined : t('acts.extension.intro', { when: formatDueInstant(limitAt, limitEstimated) })}
      onSubmit={() => { if (until !== null) act.mutate({ until, reason: draft.reason }) }}
    >
      <Field id="extension-until" label={t('acts.extension.until')} fault={faults['/until']}>
        <InstantPicker id="extension-until" value={until} onChange={(next) => setDraft({ ...draft, until: next })} autoFocus />
      </Field>
      {view.course.extensionBy.length > 0 && (
        <ul className="act-hint plain-list">
          {view.course.extensionBy.map(({ of, post, until: latest, estimated }) => <li key={`${of}.${post}`}>{t('acts.extension.by', { of: admin(`policy.of.${of}`), post: postName(post, i18n.language.startsWith('en') ? 'en' : 'zh'), when: formatDueInstant(latest, estimated) })}</li>)}
        </ul>
      )}
      <TextField id="extension-reason" label={t('acts.extension.reason')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} fault={faults['/reason']} />
    </ActForm>
  )
}

export function AskForPause({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft<{ cause: Cause; until: string | null; reason: string }>(`${view.id} pause`, { cause: 'thirdParty', until: null, reason: '' })
  const act = useAct(askForPause, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { until } = draft
  return (
    <ActForm
      title={t('acts.name.askForPause')} intro={t('acts.pause.intro')} error={act.error} pending={act.isPending} ready={until !== null && draft.reason.trim() !== ''} onClose={onClose}
      onSubmit={() => { if (until !== null) act.mutate({ cause: draft.cause, until, reason: draft.reason }) }}
    >
      <div className="act-field">
        <span id="pause-cause">{t('acts.pause.cause')}</span>
        <Radio.Group
          aria-labelledby="pause-cause" optionType="button" value={draft.cause} onChange={(event) => setDraft({ ...draft, cause: event.target.value as Cause })}
          options={PAUSE_CAUSES.map((cause) => ({ value: cause, label: t(`course.cause.${cause}`) }))}
        />
      </div>
      <Field id="pause-until" label={t('acts.pause.until')} fault={faults['/until']}>
        <InstantPicker id="pause-until" value={until} onChange={(next) => setDraft({ ...draft, until: next })} />
      </Field>
      <TextField id="pause-reason" label={t('acts.pause.reason')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} fault={faults['/reason']} />
    </ActForm>
  )
}

export function ReportRefusal(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'reportRefusal')
  const act = useAct(reportRefusal, props.view.id, draft.done)
  return <TextPanel name="reportRefusal" label={t('acts.refusalReport.reason')} intro={t('acts.refusalReport.intro')} field="reason" draft={draft} act={act} onSend={(reason) => act.mutate({ reason })} onClose={props.onClose} />
}

export function ResumeCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const act = useAct(resumeCase, view.id, onClose)
  return <ActForm title={t('acts.name.resumeCase')} intro={t('acts.resume.intro')} error={act.error} pending={act.isPending} ready onSubmit={() => act.mutate({})} onClose={onClose} />
}
