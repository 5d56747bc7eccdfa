import { addChild, mergeCase, unmergeCase } from '@daodi/contract/staff/cases/merge-cases.ts'
import { SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { MergePicker } from './merge-picker.tsx'
import { given, LineField, TextField } from './fields.tsx'
import { NO_REFERRAL, referralBody, ReferralFields, referralReady } from './referral-fields.tsx'
import { useAct } from './use-act.ts'

export function MergeCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} merge`, { into: null as string | null, reason: '' })
  const act = useAct(mergeCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { into, reason } = draft
  return (
    <ActForm
      title={t('acts.name.mergeCase')} intro={t('together.merge.intro')} error={act.error} pending={act.isPending} ready={into !== null} onClose={onClose}
      onSubmit={() => { if (into !== null) act.mutate({ intoCaseId: into, reason: given(reason) }) }}
    >
      <Field id="merge-into" label={t('together.merge.into')} fault={faults['/intoCaseId']}>
        <MergePicker value={into} onChange={(next) => setDraft({ ...draft, into: next })} caseId={view.id} />
      </Field>
      <TextField id="merge-reason" label={t('together.merge.reason')} value={reason} onChange={(next) => setDraft({ ...draft, reason: next })} fault={faults['/reason']} rows={2} />
    </ActForm>
  )
}

/** Merging into a case that was recognised as the same question. */
export function MergeInto({ view, into, onClose }: ActProps & { into: { id: string; number: string; subject: string } }) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} merge ${into.id}`, t('finding.mergeReason'))
  const act = useAct(mergeCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('finding.mergeInto', { number: into.number })} intro={t('together.merge.intro')} error={act.error} pending={act.isPending} ready onClose={onClose}
      onSubmit={() => act.mutate({ intoCaseId: into.id, reason: given(reason) })}
    >
      <p>{into.number} · {into.subject}</p>
      <TextField id="merge-reason" label={t('together.merge.reason')} value={reason} onChange={setReason} fault={faults['/reason']} rows={2} autoFocus />
    </ActForm>
  )
}

export function UnmergeCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [reason, setReason, clear] = useDraft(`${view.id} unmerge`, '')
  const act = useAct(unmergeCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm title={t('acts.name.unmergeCase')} intro={t('together.merge.undoIntro')} error={act.error} pending={act.isPending} ready={reason.trim() !== ''} onSubmit={() => act.mutate({ reason })} onClose={onClose}>
      <TextField id="unmerge-reason" label={t('together.merge.undo')} value={reason} onChange={setReason} fault={faults['/reason']} autoFocus />
    </ActForm>
  )
}

export function AddChild({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} child`, { subject: '', content: '', referral: NO_REFERRAL })
  const act = useAct(addChild, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { subject, content, referral } = draft
  return (
    <ActForm
      title={t('acts.name.addChild')} intro={t('together.child.intro')} error={act.error} pending={act.isPending} ready={subject.trim() !== '' && referralReady(referral)} onClose={onClose}
      onSubmit={() => {
        const to = referralBody(referral)
        if (to !== null) act.mutate({ subject, content: given(content), toUnitId: to.toUnitId, toPersonId: to.toPersonId, reason: to.reason })
      }}
    >
      <LineField id="child-subject" label={t('together.child.subject')} value={subject} onChange={(next) => setDraft({ ...draft, subject: next })} fault={faults['/subject']} max={SUBJECT_MAX} autoFocus />
      <TextField id="child-content" label={t('together.child.content')} value={content} onChange={(next) => setDraft({ ...draft, content: next })} fault={faults['/content']} rows={2} />
      <ReferralFields draft={referral} onChange={(next) => setDraft({ ...draft, referral: next })} faults={faults} handlerId={view.handler.personId} />
    </ActForm>
  )
}
