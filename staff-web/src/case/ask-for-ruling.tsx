import { askForRuling } from '@daodi/contract/staff/cases/ask-for-ruling.ts'
import { listArbiters } from '@daodi/contract/staff/cases/list-arbiters.ts'
import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

const EMPTY = { reason: '', absent: null as Person | null, level: null as number | null, skip: '' }

/** The first target of the policy is asked; a later one only with a reason. */
export function AskForRuling({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} ask`, EMPTY)
  const act = useAct(askForRuling, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { reason, absent, level, skip } = draft
  const targets = useQuery({
    queryKey: ['cases', view.id, 'arbiters', absent?.id ?? ''],
    queryFn: ({ signal }) => call(listArbiters, { params: { caseId: view.id }, query: { absentPersonId: absent?.id }, signal }),
  })
  const levels = targets.data?.levels ?? []
  const chosen = level ?? levels[0]?.level ?? null
  const skips = chosen !== null && chosen !== levels[0]?.level
  return (
    <ActForm
      title={t('acts.name.askForRuling')} intro={t('acts.askForRuling.intro')} error={act.error} pending={act.isPending} ready={reason.trim() !== '' && (!skips || skip.trim() !== '')} onClose={onClose}
      onSubmit={() => act.mutate({ reason, absentPersonId: absent?.id, level: skips ? chosen : undefined, skipReason: skips ? given(skip) : undefined })}
    >
      <TextField id="ask-reason" label={t('acts.askForRuling.reason')} value={reason} onChange={(next) => setDraft({ ...draft, reason: next })} fault={faults['/reason']} autoFocus />
      <Field id="ask-absent" label={t('together.ruling.absent')} fault={faults['/absentPersonId']}>
        <PersonPicker id="ask-absent" value={absent} onChange={(next) => setDraft({ ...draft, absent: next, level: null })} label={t('together.ruling.absent')} />
      </Field>
      {levels.length > 1 && (
        <div className="act-field">
          <span id="ask-level">{t('together.ruling.level')}</span>
          <Radio.Group
            vertical aria-labelledby="ask-level" value={chosen} onChange={(event) => setDraft({ ...draft, level: event.target.value as number })}
            options={levels.map((one, n) => ({ value: one.level, label: `${n + 1}. ${one.people.map(({ personName }) => personName).join(t('fact.separator'))}` }))}
          />
        </div>
      )}
      {skips && <TextField id="ask-skip" label={t('together.ruling.skip')} value={skip} onChange={(next) => setDraft({ ...draft, skip: next })} fault={faults['/skipReason']} rows={2} />}
    </ActForm>
  )
}
