import { ArrowLeftOutlined } from '@ant-design/icons'
import { getMatterEdition } from '@daodi/contract/staff/matters/matters.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useLimitWords } from '../shared/limit-words.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { EditionMatters } from './edition-matters.tsx'

type Change = z.output<typeof getMatterEdition.reply>['changes']['rows'][number]

/** One edition: what it changed, with what stood there before, and the whole directory as it was then. */
export function EditionChanges({ number, onBack }: { number: number; onBack: () => void }) {
  const { t } = useTranslation('admin')
  const [part, setPart] = useState<'changes' | 'whole'>('changes')
  const { formatDay } = useFormat()
  const list = useInfiniteQuery({
    queryKey: ['matters', 'edition', number], queryFn: ({ pageParam, signal }) => call(getMatterEdition, { params: { number }, query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.changes.next,
  })
  const [edition] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.changes.rows) ?? []
  return (
    <>
      <div className="admin-bar"><h2 className="edition-title">{t('edition.row', { number })}</h2><Button icon={<ArrowLeftOutlined />} autoFocus onClick={onBack}>{t('edition.backToList')}</Button></div>
      {edition && <p className="muted">{[formatDay(edition.publishedAt), edition.publishedByName, edition.note, t('edition.counts', { ...edition })].filter(Boolean).join(' · ')}</p>}
      <Segmented className="matter-parts" aria-label={t('edition.part')} value={part} onChange={setPart} options={(['changes', 'whole'] as const).map((value) => ({ value, label: t(`edition.${value}`) }))} />
      {part === 'whole' && <EditionMatters number={number} />}
      {part === 'changes' && (
        <>
          {list.isPending && <div className="card admin-pad"><LoadingState rows={6} /></div>}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && rows.length === 0 && <div className="card"><EmptyState title={t('edition.noChanges')} /></div>}
          {rows.length > 0 && <ul className="card matter-list">{rows.map((row) => <li key={row.matterId}><ChangedMatter row={row} /></li>)}</ul>}
          {list.hasNextPage && <div className="admin-more"><Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('matter.more')}</Button></div>}
        </>
      )}
    </>
  )
}

/** What changed stands open; a matter that is new or gone as a whole is opened on wish. */
function ChangedMatter({ row }: { row: Change }) {
  const { t } = useTranslation('admin')
  const head = <><b>{row.name}</b> <span className="tag">{t(`edition.change.${row.change}`)}</span></>
  if (row.change === 'changed') return <><span>{head}</span><ChangedFields row={row} /></>
  return <details className="edition-matter"><summary>{head}</summary><ChangedFields row={row} /></details>
}

function ChangedFields({ row }: { row: Change }) {
  const { t, i18n } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const say = useLimitWords()
  const fieldName = (field: string) => (i18n.exists(`admin:matter.${field}`) ? t(`matter.${field as 'name'}`) : field)
  const said = (field: string, value: string | null) => {
    if (value === null) return t('policy.none')
    if (field === 'category' && i18n.exists(`shared:category.${value}`)) return shared(`category.${value as 'consultation'}`)
    if (field === 'promised') { const [amount = '', unit = ''] = value.split(' '); return say({ amount: Number(amount), unit: unit as 'naturalHours' }) }
    return field === 'papers' ? value.replace(/ (original|copy|either) ×/g, (_all, form: 'original' | 'copy' | 'either') => ` ${shared(`paperForm.${form}`)} ×`) : value
  }
  return (
    <dl className="edition-fields">
      {row.fields.map((one) => (
        <div key={one.field}>
          <dt>{fieldName(one.field)}</dt>
          <dd>
            {row.change !== 'added' && <del className="muted">{said(one.field, one.before)}</del>}{row.change === 'changed' && <span aria-hidden="true"> → </span>}
            {row.change !== 'removed' && <ins>{said(one.field, one.after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
