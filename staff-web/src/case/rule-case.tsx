import { ruleCase } from '@daodi/contract/staff/cases/rule-case.ts'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { Field } from '../shared/field.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

export function RuleCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} rule`, { person: null as Person | null, instruction: '', future: false })
  const act = useAct(ruleCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { person } = draft
  return (
    <ActForm
      title={t('acts.name.ruleCase')} intro={t('acts.rule.binding')} error={act.error} pending={act.isPending} ready={person !== null} onClose={onClose}
      onSubmit={() => { if (person !== null) act.mutate({ handlerPersonId: person.id, instruction: given(draft.instruction), applyInFuture: draft.future || undefined }) }}
    >
      {view.ruling?.reason != null && <div><span className="muted">{t('acts.rule.intro')}</span><div className="quote">{view.ruling.reason}</div></div>}
      <Field id="rule-person" label={t('acts.rule.handler')} fault={faults['/handlerPersonId']}>
        <PersonPicker standIn id="rule-person" value={person} onChange={(next) => setDraft({ ...draft, person: next })} label={t('acts.rule.handler')} autoFocus />
      </Field>
      <TextField id="rule-text" label={t('acts.rule.instruction')} value={draft.instruction} onChange={(instruction) => setDraft({ ...draft, instruction })} fault={faults['/instruction']} />
      <Checkbox checked={draft.future} onChange={(event) => setDraft({ ...draft, future: event.target.checked })}>{t('together.ruling.future')}</Checkbox>
    </ActForm>
  )
}
