import { discardPolicyDraft } from '@daodi/contract/staff/policy/policy.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { ChangesTable } from './changes-table.tsx'
import { PolicyPreview } from './preview.tsx'
import { goToSetting, NoteList, ProblemList } from './problem-list.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { type Checked, type Edited, type Problem, useEdited } from './policy-query.ts'
import { SettingsForm } from './settings-form.tsx'
import { TextEditor } from './text-editor.tsx'
import { type PolicyDraft, usePolicyDraft, useVerdict } from './use-policy-draft.ts'

/** Writing the next version of a unit's settings. */
export function PolicyEditor({ unitId }: { unitId: string }) {
  const query = useEdited(unitId)
  if (query.isPending) return <LoadingState rows={12} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  // Read anew, it begins anew only where another version is in force: what is being written stays.
  return <Editing key={`${unitId} ${query.data.version}`} unitId={unitId} edited={query.data} />
}

function Editing({ unitId, edited }: { unitId: string; edited: Edited }) {
  const { t } = useTranslation('policy')
  const [mode, setMode] = useState<'form' | 'text'>('form')
  const [publishing, setPublishing] = useState(false)
  const draft = usePolicyDraft(unitId, edited)
  const { verdict, error, isPending } = useVerdict(unitId, draft.settings)
  const problems = verdict?.problems ?? []
  const ready = draft.touched && !isPending && problems.length === 0 && verdict !== undefined
  const pick = (problem: Problem) => { setMode('form'); setTimeout(() => goToSetting(problem.path)) }
  useKeys([{ key: 'ctrl+Enter', label: t('publish'), whenTyping: true, disabled: !ready, act: () => setPublishing(true) }])
  return (
    <>
      <div className="editor-bar">
        <Segmented value={mode} onChange={setMode} aria-label={t('modeLabel')} options={[{ value: 'form', label: t('mode.form') }, { value: 'text', label: t('mode.text') }]} />
        <DraftState draft={draft} edited={edited} pending={isPending} />
        <DiscardButton unitId={unitId} draft={draft} />
        <Button type="primary" disabled={!ready} onClick={() => setPublishing(true)}>{t('publish')}</Button>
      </div>
      {draft.basedOn !== edited.version && <p className="problem-list note">{t('newerPublished', { version: edited.version })}</p>}
      {error !== null && <ErrorState error={error} />}
      <ProblemList problems={mode === 'form' ? problems : []} title={t('problems', { count: problems.length })} onPick={pick} />
      <NoteList problems={verdict?.warnings ?? []} onPick={pick} />
      {draft.touched && <Changes verdict={verdict} />}
      <PolicyPreview unitId={unitId} settings={draft.settings} disabled={!ready} />
      {mode === 'form' ? <SettingsForm edited={edited} settings={draft.settings} problems={problems} onChange={draft.change} /> : <TextEditor unitId={unitId} settings={draft.settings} onChange={draft.change} />}
      {publishing && verdict !== undefined && <PublishDialog unitId={unitId} draft={draft} verdict={verdict} version={edited.version} onClose={() => setPublishing(false)} />}
    </>
  )
}

/** What would be another once it is published; nothing while the draft cannot be read. */
function Changes({ verdict }: { verdict: Checked | undefined }) {
  const { t } = useTranslation('policy')
  if (verdict === undefined || verdict.problems.length > 0) return null
  return <details className="card admin-pad editor-changes"><summary>{t('changes', { count: verdict.changes.length, units: verdict.unitsChanged })}</summary><ChangesTable changes={verdict.changes} before={t('inForce')} after={t('draft')} /></details>
}

function DraftState({ draft, edited, pending }: { draft: PolicyDraft; edited: Edited; pending: boolean }) {
  const { t } = useTranslation('policy')
  const words = !draft.touched ? t('draftState.none', { version: edited.version }) : draft.saved === 'failed' ? t('draftState.failed') : pending || draft.saved === 'saving' ? t('draftState.working') : t('draftState.saved')
  return <span className={draft.saved === 'failed' ? 'late-text' : 'muted'} role="status">{words}</span>
}

function DiscardButton({ unitId, draft }: { unitId: string; draft: PolicyDraft }) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const discard = useMutation({ mutationFn: () => call(discardPolicyDraft, { params: { unitId } }), onSuccess: () => queries.resetQueries({ queryKey: ['policy', 'settings', unitId] }) })
  return (
    <Popconfirm title={t('discardAsk')} okText={t('discard')} cancelText={shared('act.cancel')} onConfirm={() => discard.mutate()}>
      <Button disabled={!draft.touched} loading={discard.isPending}>{t('discard')}</Button>
    </Popconfirm>
  )
}
