import { SearchOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Kbd, useKeys } from '../shared/keys.tsx'

/** Searches the cases from anywhere: `/`, words, Enter. */
export function FindBox() {
  const { t } = useTranslation('session')
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ key: '/', label: t('find.key'), act: () => field.current?.focus() }], { everywhere: true })
  return (
    <form
      className="find" role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const q = field.current?.value.trim() ?? ''
        if (q !== '') void navigate(`/cases?${new URLSearchParams({ view: 'all', q }).toString()}`)
        field.current?.blur()
      }}
    >
      <SearchOutlined aria-hidden="true" />
      <input
        ref={field} type="search" maxLength={100} placeholder={t('find.placeholder')} aria-label={t('find.key')}
        onKeyDown={(event) => { if (event.key === 'Escape') field.current?.blur() }}
      />
      <Kbd keys="/" />
    </form>
  )
}
