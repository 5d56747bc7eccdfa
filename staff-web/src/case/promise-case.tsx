import { promiseCase } from '@daodi/contract/staff/cases/promise-case.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import { Field } from '../shared/field.tsx'
import { isAhead, PromisePicker } from '../shared/promise-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { resolveDuty } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

/** A promised time. It begins at the limit itself, which ends with the office's day, so that only the date needs changing. */
export function PromiseCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const { formatDueInstant } = useFormat()
  const limit = resolveDuty(view)
  const ahead = limit !== undefined && Date.parse(limit.dueAt) > Date.now()
  const [draft, setDraft, clear] = useDraft(`${view.id} promise`, { at: ahead ? limit.dueAt : null as string | null, text: '' })
  const act = useAct(promiseCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { at } = draft
  const beyond = at !== null && limit !== undefined && Date.parse(at) > Date.parse(limit.dueAt)
  return (
    <ActForm
      title={t('acts.name.promiseCase')} error={act.error} pending={act.isPending} ready={at !== null && isAhead(at)} onClose={onClose}
      intro={view.promise !== null ? t('acts.promise.current', { when: formatDueInstant(view.promise.dueAt, view.promise.estimated) }) : limit !== undefined ? t('acts.promise.limit', { when: formatDueInstant(limit.dueAt, limit.estimated) }) : undefined}
      onSubmit={() => { if (at !== null) act.mutate({ dueAt: at, text: given(draft.text) }) }}
    >
      <Field id="promise-at" label={t('acts.promise.date')} fault={faults['/dueAt']} hint={beyond ? <span className="late-text">{t('acts.promise.beyond')}</span> : undefined}>
        <PromisePicker id="promise-at" value={at} onChange={(next) => setDraft({ ...draft, at: next })} autoFocus />
      </Field>
      <TextField id="promise-text" label={t('acts.promise.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} />
    </ActForm>
  )
}
