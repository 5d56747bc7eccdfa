import { listPosts } from '@daodi/contract/staff/directory/posts.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useDebounced } from '../shared/use-debounced.ts'

interface Post { readonly id: string; readonly name: string }

/** A post of the unit, with who holds it. */
export function PostPicker({ id, value, unitId, onChange }: { id: string; value: Post | null; unitId: string | null; onChange: (post: Post | null) => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 150)
  const posts = useQuery({
    queryKey: ['posts', unitId ?? '', q], enabled: unitId !== null, placeholderData: keepPreviousData, staleTime: 60_000,
    queryFn: ({ signal }) => call(listPosts, { query: { q: q === '' ? undefined : q.slice(0, 60), unitId: unitId ?? undefined, limit: 50 }, signal }),
  })
  const rows = unitId === null ? [] : posts.data?.rows ?? []
  const label = (name: string, holders: readonly string[]) => [name, holders.join(t('policy.separator'))].filter(Boolean).join(' · ')
  const options = rows.map((row) => ({ value: row.id, name: row.name, label: label(row.name, row.holders.map((one) => one.personName)) }))
  const shown = value && !options.some((option) => option.value === value.id) ? [{ value: value.id, name: value.name, label: value.name }, ...options] : options
  return (
    <Select<string>
      id={id} aria-label={t('matter.post')} showSearch={{ filterOption: false, onSearch: setTyped }} allowClear={{ label: shared('act.clear') }} disabled={unitId === null} value={value?.id ?? null} options={shown}
      placeholder={t('matter.postHint')} notFoundContent={posts.isFetching ? shared('state.loading') : t('matter.noPosts')} style={{ width: '100%' }}
      onChange={(chosen: string | undefined) => { const post = shown.find((one) => one.value === chosen); onChange(post ? { id: post.value, name: post.name } : null) }}
    />
  )
}
