import { createMatter, getMatter, listMatterDrafts, saveMatterDraft } from '@daodi/contract/staff/matters/matters.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { FormDialog } from './form-dialog.tsx'
import { bodyOfMatter, draftOfMatter, EMPTY_MATTER, type MatterFormDraft, type WrittenMatter } from './matter-draft.ts'
import { MatterFields } from './matter-fields.tsx'

const isReady = (draft: MatterFormDraft) => draft.name.trim() !== '' && draft.unitId !== null

export function NewMatter({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<MatterFormDraft>(EMPTY_MATTER)
  const [asDraft, setAsDraft] = useState(true)
  const create = useMutation({
    mutationFn: () => call(createMatter, { body: { ...bodyOfMatter(draft), draft: asDraft } }),
    onSuccess: () => { message.success(t('matter.created')); void queries.invalidateQueries({ queryKey: ['matters'] }); onClose() },
  })
  return (
    <FormDialog title={t('matter.create')} error={create.error} pending={create.isPending} ready={isReady(draft)} onSubmit={() => create.mutate()} onClose={onClose}>
      <MatterFields draft={draft} set={(changes) => setDraft({ ...draft, ...changes })} faults={fieldTexts(create.error, shared)} />
      <Checkbox checked={asDraft} onChange={(event) => setAsDraft(event.target.checked)}>{t('edition.asDraft')}</Checkbox>
    </FormDialog>
  )
}

/** Changes a matter in force: begins with its draft where one waits already, so that nothing written there is lost. */
export function EditMatter({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const found = useQuery({
    queryKey: ['matters', 'edit', id], gcTime: 0, staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const waiting = await waitingDraft(id, signal)
      return waiting ? { matter: waiting, waiting: true } : { matter: (await call(getMatter, { params: { matterId: id }, signal })).matter, waiting: false }
    },
  })
  if (found.isSuccess) return <ChangeMatter matter={found.data.matter} waiting={found.data.waiting} onClose={onClose} />
  return <Modal open title={t('matter.editHeading', { name })} footer={null} onCancel={onClose}>{found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <LoadingState rows={8} />}</Modal>
}

/** The one form for a matter that exists, in force or still a draft; it is kept as a draft until published. */
export function ChangeMatter({ matter, waiting, onClose }: { matter: WrittenMatter; waiting: boolean; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<MatterFormDraft>(() => draftOfMatter(matter))
  const save = useMutation({
    mutationFn: () => call(saveMatterDraft, { params: { matterId: matter.id }, body: bodyOfMatter(draft) }),
    onSuccess: () => { message.success(t('matter.draftSaved')); void queries.invalidateQueries({ queryKey: ['matters'] }); onClose() },
  })
  return (
    <FormDialog title={t('matter.editHeading', { name: matter.name })} error={save.error} pending={save.isPending} ready={isReady(draft)} onSubmit={() => save.mutate()} onClose={onClose}>
      <p className="muted">{waiting ? t('matter.editWaiting') : t('matter.editHint')}</p>
      <MatterFields draft={draft} set={(changes) => setDraft({ ...draft, ...changes })} faults={fieldTexts(save.error, shared)} />
    </FormDialog>
  )
}

async function waitingDraft(id: string, signal: AbortSignal): Promise<WrittenMatter | null> {
  let after: string | null = ''
  while (after !== null) {
    const page: { rows: { id: string; change: string; matter: WrittenMatter }[]; next: string | null } = await call(listMatterDrafts, { query: after === '' ? { limit: 100 } : { after, limit: 100 }, signal })
    const row = page.rows.find((one) => one.id === id)
    if (row) return row.change === 'removed' ? null : row.matter
    after = page.next
  }
  return null
}
