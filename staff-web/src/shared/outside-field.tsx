import { listOutsideContacts } from '@daodi/contract/staff/directory/outside-contacts.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { call } from './call.ts'
import { useDebounced } from './use-debounced.ts'

const SHOWN = 8

/**
 * Where somebody is sent who asks what is not ours: other organisations by name, or by what the question says while
 * nothing is typed. Choosing one gives name and address, and its number; anything else may be typed.
 */
export function OutsideField({ id, value, question, onChange, onChoose, placeholder, autoFocus = false }: {
  id: string; value: string; question: string; onChange: (where: string) => void; onChoose: (where: string, phone: string) => void; placeholder?: string; autoFocus?: boolean
}) {
  const q = useDebounced((value.trim() === '' ? question : value).trim(), 200)
  const contacts = useQuery({
    queryKey: ['directory', 'outside-field', q], queryFn: ({ signal }) => call(listOutsideContacts, { query: { q: q === '' ? undefined : q.slice(0, 200), limit: SHOWN }, signal }),
    placeholderData: keepPreviousData, staleTime: 60_000,
  })
  const rows = contacts.data?.rows ?? []
  // The list shows by itself where the field is opened with a question; once one is chosen it has served.
  const [open, setOpen] = useState(autoFocus)
  return (
    <AutoComplete
      id={id} value={value} open={open && rows.length > 0} onFocus={() => setOpen(value.trim() === '')} onBlur={() => setOpen(false)} autoFocus={autoFocus} maxLength={200} defaultActiveFirstOption={false} placeholder={placeholder} style={{ width: '100%' }}
      onChange={(text: string) => { if (!rows.some((row) => row.id === text)) { onChange(text); setOpen(true) } }}
      onSelect={(chosen: string) => {
        const row = rows.find((one) => one.id === chosen)
        setOpen(false)
        if (row) onChoose([row.name, row.address].filter(Boolean).join('，').slice(0, 200), row.phone ?? '')
      }}
      options={rows.map((row) => ({ value: row.id, label: <span className="person-option"><b>{row.name}</b><span className="muted clip">{[row.phone, row.scope].filter(Boolean).join(' · ')}</span></span> }))}
    />
  )
}
