import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const REST_MS = 350

/** Searches while typing, once the hand rests; never in the middle of an input method's composition. */
export function SearchField({ value, onSearch, ref }: { value: string; onSearch: (q: string) => void; ref: Ref<InputRef> }) {
  const { t } = useTranslation('cases')
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const [from, setFrom] = useState(value)
  // The address may change by itself (back button, cleared filters); then the field follows it.
  if (from !== value) { setFrom(value); setTyped(value) }
  useEffect(() => {
    if (composing || typed.trim() === value) return
    const timer = setTimeout(() => onSearch(typed.trim()), REST_MS)
    return () => clearTimeout(timer)
  }, [typed, composing, value, onSearch])
  return (
    <Input
      ref={ref} type="search" className="case-search" prefix={<SearchOutlined />} placeholder={t('search')} aria-label={t('search')} maxLength={100} allowClear value={typed}
      onChange={(event) => setTyped(event.target.value)} onPressEnter={() => { if (!composing) onSearch(typed.trim()) }}
      onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
    />
  )
}
