import { checkMatters, discardMatterDraft, listMatterDrafts, publishMatters, removeMatter } from '@daodi/contract/staff/matters/matters.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { FormDialog } from './form-dialog.tsx'
import type { WrittenMatter } from './matter-draft.ts'
import { ChangeMatter } from './new-matter.tsx'

/** What the next edition of the directory would change, what is wrong with it, and publishing it. */
export function MatterDrafts() {
  const { t } = useTranslation('admin')
  const [publishing, setPublishing] = useState(false)
  const check = useQuery({ queryKey: ['matters', 'problems'], queryFn: ({ signal }) => call(checkMatters, { signal }) })
  if (check.isPending) return <div className="card admin-pad"><LoadingState rows={6} /></div>
  if (check.isError) return <ErrorState error={check.error} onRetry={() => void check.refetch()} />
  const { problems, total, added, changed, removed } = check.data
  const waiting = added + changed + removed
  return (
    <>
      <div className="admin-bar">
        <span className="muted" role="status">{[waiting > 0 ? t('edition.waiting', { added, changed, removed }) : t('edition.noDrafts'), total > 0 ? t('edition.problems', { count: total }) : waiting > 0 ? t('edition.noProblems') : ''].filter(Boolean).join(t('sentenceGap'))}</span>
        <Button type="primary" disabled={waiting === 0 || total > 0} onClick={() => setPublishing(true)}>{t('edition.publish')}</Button>
      </div>
      {problems.length > 0 && (
        <ul className="card matter-list">
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.matterId ?? problem.unitName ?? ''} ${problem.otherId ?? ''} ${problem.word ?? ''}`}>
              {problem.matterName === null ? t('edition.postIdle', { unit: problem.unitName ?? '', word: problem.word ?? '' })
                : t(`edition.problem.${problem.kind}`, { matter: problem.matterName, other: problem.otherName ?? '', unit: problem.otherUnitName ?? '', word: problem.word ?? '' })}
            </li>
          ))}
        </ul>
      )}
      <Drafts />
      {publishing && <Publish counts={check.data} onClose={() => setPublishing(false)} />}
    </>
  )
}

function Drafts() {
  const { t } = useTranslation('admin')
  const queries = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: ['matters', 'drafts'], queryFn: ({ pageParam, signal }) => call(listMatterDrafts, { query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const discard = useMutation({ mutationFn: (matterId: string) => call(discardMatterDraft, { params: { matterId } }), onSettled: () => void queries.invalidateQueries({ queryKey: ['matters'] }) })
  const [editing, setEditing] = useState<WrittenMatter | null>(null)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (list.isSuccess && rows.length === 0) return <div className="card"><EmptyState title={t('edition.noDrafts')} /></div>
  return (
    <>
      {discard.error !== null && <ErrorState error={discard.error} />}
      <ul className="card matter-list">
        {rows.map((row) => (
          <li key={row.id} className="matter-row">
            <div>
              <span><b>{row.matter.name}</b> <span className="tag">{t(`edition.change.${row.change}`)}</span></span>
              <span className="muted">{[row.matter.unitName, row.matter.postName, row.matter.personName].filter(Boolean).join(' · ')}</span>
            </div>
            <span className="matter-acts">
              {row.change !== 'removed' && <Button size="small" aria-label={`${t('matter.edit')} ${row.matter.name}`} onClick={() => setEditing(row.matter)}>{t('matter.edit')}</Button>}
              <Popconfirm title={row.matter.name} okText={t('edition.discard')} onConfirm={() => discard.mutate(row.id)}><Button size="small">{t('edition.discard')}</Button></Popconfirm>
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
      {editing && <ChangeMatter matter={editing} waiting onClose={() => setEditing(null)} />}
    </>
  )
}

function Publish({ counts, onClose }: { counts: { edition: number; added: number; changed: number; removed: number }; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: () => call(publishMatters, { body: { note: cleanLine(note), after: counts.edition } }),
    onSuccess: ({ number }) => { message.success(t('edition.published', { number })); void queries.invalidateQueries({ queryKey: ['matters'] }); onClose() },
  })
  return (
    <FormDialog title={t('edition.publishHeading', { number: counts.edition + 1 })} error={publish.error} pending={publish.isPending} ready onSubmit={() => publish.mutate()} onClose={onClose}>
      <p>{t('edition.publishText', { ...counts })}</p>
      <Input aria-label={t('edition.note')} placeholder={t('edition.note')} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
    </FormDialog>
  )
}

/** Takes effect with the next edition only. */
export function RemoveMatter({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('admin')
  const queries = useQueryClient()
  const { message } = App.useApp()
  const remove = useMutation({
    mutationFn: () => call(removeMatter, { params: { matterId: id }, body: {} }),
    onSuccess: () => { message.success(t('edition.removed')); void queries.invalidateQueries({ queryKey: ['matters'] }) },
  })
  return <Popconfirm title={name} okText={t('edition.remove')} onConfirm={() => remove.mutate()}><Button size="small" type="text" loading={remove.isPending} aria-label={`${t('edition.remove')} ${name}`}>{t('edition.remove')}</Button></Popconfirm>
}
