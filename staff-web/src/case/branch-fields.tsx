import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { useTranslation } from 'react-i18next'
import { PromisePicker } from '../shared/promise-picker.tsx'
import { useMe } from '../shared/me.ts'
import { OutsideField } from '../shared/outside-field.tsx'
import { PersonPicker } from '../shared/person-picker.tsx'
import { Field } from '../shared/field.tsx'
import type { CaseView } from './case-query.ts'
import type { DecisionDraft } from './decision-draft.ts'
import { LineField, ReplyChannelField, TextField } from './fields.tsx'
import { PapersEditor } from './papers-editor.tsx'
import { ReferralFields } from './referral-fields.tsx'

interface BranchFieldsProps { readonly draft: DecisionDraft; readonly onChange: (draft: DecisionDraft) => void; readonly faults: Readonly<Record<string, string>>; readonly view: CaseView }

/** What the chosen branch needs. */
export function BranchFields(props: BranchFieldsProps) {
  const { draft, onChange, faults, view } = props
  switch (draft.branch) {
    case null: return null
    case 'onSpot': return <AnswerFields {...props} />
    case 'notOurs': return <AnswerFields {...props} />
    case 'mine': return <MineFields {...props} />
    case 'colleague': return <ColleagueFields {...props} />
    case 'otherUnit': return <ReferralFields draft={draft.referral} onChange={(referral) => onChange({ ...draft, referral })} faults={faults} view={view} handlerId={view.handler.personId} />
    case 'unclear': return <UnclearFields {...props} />
    default: return draft.branch satisfies never
  }
}

function AnswerFields({ draft, onChange, faults, view }: BranchFieldsProps) {
  const { t } = useTranslation('case')
  const spot = draft.branch === 'onSpot'
  return (
    <>
      <TextField id="decide-text" label={spot ? t('acts.decide.answer') : t('acts.decide.explanation')} value={draft.text} onChange={(text) => onChange({ ...draft, text })} fault={faults['/text']} max={REPLY_MAX} rows={5} />
      {spot
        ? <LineField id="decide-citation" label={t('acts.resolve.citation')} value={draft.citation} onChange={(citation) => onChange({ ...draft, citation })} fault={faults['/citation']} max={300} />
        : (
          <div className="act-pair">
            <Field id="decide-where" label={t('acts.resolve.where')} fault={faults['/where']}>
              <OutsideField id="decide-where" value={draft.where} question={view.subject ?? ''} onChange={(where) => onChange({ ...draft, where })} onChoose={(where, phone) => onChange({ ...draft, where, phone })} />
            </Field>
            <LineField id="decide-phone" label={t('acts.resolve.phone')} value={draft.phone} onChange={(phone) => onChange({ ...draft, phone })} fault={faults['/phone']} max={30} />
          </div>
        )}
      <ReplyChannelField label={t('acts.reply.channel')} value={draft.channel} onChange={(channel) => onChange({ ...draft, channel })} />
    </>
  )
}

function MineFields({ draft, onChange, faults }: BranchFieldsProps) {
  const { t } = useTranslation('case')
  return (
    <>
      <PapersEditor papers={draft.papers} onChange={(papers) => onChange({ ...draft, papers })} />
      <Field id="decide-promise" label={t('acts.decide.promisedAt')} fault={faults['/promisedAt']}>
        <PromisePicker id="decide-promise" value={draft.promisedAt} onChange={(promisedAt) => onChange({ ...draft, promisedAt })} />
      </Field>
      <TextField id="decide-text" label={t('acts.promise.text')} value={draft.text} onChange={(text) => onChange({ ...draft, text })} fault={faults['/text']} rows={2} />
    </>
  )
}

function ColleagueFields({ draft, onChange, faults, view }: BranchFieldsProps) {
  const { t } = useTranslation('case')
  const me = useMe()
  return (
    <>
      <Field id="decide-colleague" label={t('acts.decide.colleagueWho')} fault={faults['/toPersonId']}>
        <PersonPicker standIn id="decide-colleague" value={draft.colleague} onChange={(colleague) => onChange({ ...draft, colleague })} unitId={me.unit.id} withWindows except={view.handler.personId} label={t('acts.decide.colleagueWho')} autoFocus />
      </Field>
      <TextField id="decide-reason" label={t('acts.reason')} value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} fault={faults['/reason']} rows={2} />
    </>
  )
}

function UnclearFields({ draft, onChange, faults }: BranchFieldsProps) {
  const { t } = useTranslation('case')
  return <TextField id="decide-reason" label={t('acts.askForRuling.reason')} value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} fault={faults['/reason']} />
}
