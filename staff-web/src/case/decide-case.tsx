import { BRANCHES } from '@daodi/contract/shared/codes.ts'
import { decideCase } from '@daodi/contract/staff/cases/decide-case.ts'
import { useTranslation } from 'react-i18next'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { BranchFields } from './branch-fields.tsx'
import { type BranchName, decisionBody, newDecision } from './decision-draft.ts'
import { useDraft } from './drafts.ts'
import { isFaceToFace } from './case-query.ts'
import { usualReplyChannel } from './fields.tsx'
import { useAct } from './use-act.ts'

/** The first contact's decision, when it was not made at registration: one of six branches, by digit or by mouse. */
export function DecideCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} decide`, newDecision(usualReplyChannel(view)))
  const act = useAct(decideCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const body = decisionBody(draft)
  const choose = (branch: BranchName) => setDraft({ ...draft, branch })
  const nameOf = (branch: BranchName) => t(branch === 'onSpot' && !isFaceToFace(view.channel) ? 'acts.decide.straight' : `acts.decide.${branch}`)
  useKeys(BRANCHES.map((branch, index) => ({ key: `alt+${index + 1}`, label: nameOf(branch), act: () => choose(branch), whenTyping: true })), { in: 'dialog' })
  return (
    <ActForm
      wide title={t('acts.name.decideCase')} intro={t('acts.decide.intro')} error={act.error} pending={act.isPending} ready={body !== null} onClose={onClose}
      onSubmit={() => { if (body !== null) act.mutate(body) }}
    >
      <div className="branches" role="group" aria-label={t('acts.decide.intro')}>
        {BRANCHES.map((branch, index) => (
          <button key={branch} type="button" className="branch" aria-pressed={draft.branch === branch} onClick={() => choose(branch)} autoFocus={index === 0}>
            <span><b>{nameOf(branch)}</b><Kbd keys={`alt+${index + 1}`} /></span>
            <span className="muted">{t(`acts.decide.${branch}Hint`)}</span>
          </button>
        ))}
      </div>
      <BranchFields draft={draft} onChange={setDraft} faults={faults} view={view} />
    </ActForm>
  )
}
