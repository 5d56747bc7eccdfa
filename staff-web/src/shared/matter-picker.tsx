import { listMatters } from '@daodi/contract/staff/matters/matters.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from './call.ts'
import { useDebounced } from './use-debounced.ts'

/** Finds a matter of the directory in force by its name or another word for it. */
export function MatterPicker({ value, onChange, id }: { value: string | null; onChange: (matterId: string | null) => void; id: string }) {
  const { t } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 150)
  const matters = useQuery({
    queryKey: ['matters', 'picker', q], placeholderData: keepPreviousData, staleTime: 60_000,
    queryFn: ({ signal }) => call(listMatters, { query: { q: q === '' ? undefined : q.slice(0, 100), limit: 30 }, signal }),
  })
  const options = (matters.data?.rows ?? []).map((matter) => ({ value: matter.id, label: `${matter.name} · ${matter.unitName}` }))
  return (
    <Select<string>
      id={id} showSearch={{ filterOption: false, onSearch: setTyped }} value={value} options={options} loading={matters.isFetching} onChange={onChange}
      placeholder={t('picker.matter')} notFoundContent={matters.isPending ? t('state.loading') : t('picker.noMatter')} style={{ width: '100%' }}
    />
  )
}
