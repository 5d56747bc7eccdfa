import { draftFromPrecedent, listPrecedents, revokePrecedent } from '@daodi/contract/staff/matters/matters.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { fieldTexts } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { FormDialog } from './form-dialog.tsx'

interface Ruling { readonly id: string; readonly caseNumber: string; readonly subject: string | null; readonly unitName: string }

/** Rulings that hold for the next case alike: each may become a matter of the directory, or hold no longer. */
export function Precedents() {
  const { t } = useTranslation('admin')
  const { formatDay } = useFormat()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [drafting, setDrafting] = useState<Ruling | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['matters', 'precedents'], queryFn: ({ pageParam, signal }) => call(listPrecedents, { query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const revoke = useMutation({
    mutationFn: (precedentId: string) => call(revokePrecedent, { params: { precedentId }, body: {} }),
    onSuccess: () => message.success(t('ruling.revoked')), onSettled: () => void queries.invalidateQueries({ queryKey: ['matters'] }),
  })
  if (list.isPending) return <div className="card admin-pad"><LoadingState rows={6} /></div>
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap((page) => page.rows)
  return (
    <>
      {revoke.error !== null && <ErrorState error={revoke.error} />}
      <p className="muted">{t('ruling.hint')}</p>
      {rows.length === 0 && <div className="card"><EmptyState title={t('ruling.empty')} /></div>}
      {rows.length > 0 && (
        <ul className="card matter-list">
          {rows.map((row) => (
            <li key={row.id} className="matter-row">
              <div>
                <span><b>{row.subject ?? row.caseNumber}</b> {row.drafted && <span className="tag">{t('ruling.drafted')}</span>}</span>
                <span className="muted">{[t('ruling.goesTo', { unit: row.unitName }), row.matterName, row.caseNumber, `${row.ruledByName} ${formatDay(row.ruledAt)}`].filter(Boolean).join(' · ')}</span>
              </div>
              <span className="matter-acts">
                {!row.drafted && <Button size="small" aria-label={`${t('ruling.draft')} ${row.caseNumber}`} onClick={() => setDrafting(row)}>{t('ruling.draft')}</Button>}
                <Popconfirm title={t('ruling.revokeAsk', { number: row.caseNumber })} okText={t('ruling.revoke')} onConfirm={() => revoke.mutate(row.id)}><Button size="small" type="text" aria-label={`${t('ruling.revoke')} ${row.caseNumber}`}>{t('ruling.revoke')}</Button></Popconfirm>
              </span>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
      {drafting && <DraftRuling ruling={drafting} onClose={() => setDrafting(null)} />}
    </>
  )
}

function DraftRuling({ ruling, onClose }: { ruling: Ruling; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [name, setName] = useState((ruling.subject ?? '').slice(0, 100))
  const draft = useMutation({
    mutationFn: () => call(draftFromPrecedent, { params: { precedentId: ruling.id }, body: { name: cleanLine(name) ?? '' } }),
    onSuccess: () => { message.success(t('ruling.draftDone')); void queries.invalidateQueries({ queryKey: ['matters'] }); onClose() },
  })
  return (
    <FormDialog title={t('ruling.draft')} error={draft.error} pending={draft.isPending} ready={name.trim() !== ''} onSubmit={() => draft.mutate()} onClose={onClose}>
      <p>{t('ruling.draftText', { unit: ruling.unitName, number: ruling.caseNumber })}</p>
      <Field id="ruling-name" label={t('matter.name')} fault={fieldTexts(draft.error, shared)['/name']}><Input id="ruling-name" autoFocus value={name} maxLength={100} onChange={(event) => setName(event.target.value)} /></Field>
    </FormDialog>
  )
}
