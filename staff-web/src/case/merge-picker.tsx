import { listCases } from '@daodi/contract/staff/cases/list-cases.ts'
import { findForCase } from '@daodi/contract/staff/register/suggest.ts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type UIEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useDebounced } from '../shared/use-debounced.ts'

const PAGE = 20
/** Pixels before the end at which the next page is asked for. */
const NEAR_END = 120

interface Offered { readonly id: string; readonly number: string; readonly subject: string; readonly status: string; readonly requesterName: string | null }

/** Only what can still take another case in: it has not ended, and its person has not been answered. */
const takesIn = (caseId: string) => ({ id, status }: Offered) => id !== caseId && (status === 'registered' || status === 'handling' || status === 'resolved')

/** The case to merge into: what may be the same question first, then any open case by number or words, page by page. */
export function MergePicker({ value, onChange, caseId }: { value: string | null; onChange: (id: string | null) => void; caseId: string }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 200)
  const found = useQuery({ queryKey: ['cases', caseId, 'finding'], staleTime: 60_000, queryFn: ({ signal }) => call(findForCase, { params: { caseId }, signal }) })
  const cases = useInfiniteQuery({
    queryKey: ['case-list', 'merge', q],
    queryFn: ({ pageParam, signal }) => call(listCases, { query: { view: 'all', open: 'true', q: q === '' ? undefined : q, limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  })
  const alike = q === '' ? (found.data?.repeats ?? []).filter((one) => one.mergeable).filter(takesIn(caseId)) : []
  const others = (cases.data?.pages ?? []).flatMap((page) => page.rows).filter(takesIn(caseId)).filter((row) => !alike.some(({ id }) => id === row.id))
  const more = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLElement>) => {
    if (scrollHeight - scrollTop - clientHeight < NEAR_END && cases.hasNextPage && !cases.isFetching) void cases.fetchNextPage()
  }
  const option = ({ id, number, subject, requesterName }: Offered) => ({ value: id, label: `${number} · ${subject}${requesterName === null ? '' : ` · ${requesterName}`}` })
  return (
    <Select<string | null>
      id="merge-into" autoFocus showSearch={{ filterOption: false, onSearch: setTyped }} allowClear={{ label: shared('act.clear') }} value={value} placeholder={t('together.merge.search')}
      loading={cases.isFetching} notFoundContent={cases.isPending ? shared('state.loading') : t('together.merge.none')} style={{ width: '100%' }} onChange={(id) => onChange(id ?? null)} onPopupScroll={more}
      options={alike.length === 0 ? others.map(option) : [{ label: t('finding.repeats'), options: alike.map(option) }, { label: t('together.merge.others'), options: others.map(option) }]}
    />
  )
}
