import { ContactsOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Kbd, useKeys } from './keys.tsx'
import { ErrorState } from './states.tsx'
import { useDebounced } from './use-debounced.ts'
import { EntryLine, placeOf, usePhoneBook } from './phone-book.tsx'

const SHOWN = 20

/** The phone book over any page: `b`, a few letters. The page beneath keeps everything. */
export function PhoneBookOverlay() {
  const { t } = useTranslation('directory')
  const [open, setOpen] = useState(false)
  useKeys([{ key: 'b', label: t('book.key'), act: () => setOpen(true) }], { everywhere: true })
  return (
    <>
      <button type="button" className="bare top-book" onClick={() => setOpen(true)} title={t('book.key')}>
        <ContactsOutlined aria-hidden="true" /> <span>{t('book.open')}</span> <Kbd keys="b" />
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} closable={false} destroyOnHidden width={720} className="book-over" title={<span className="only-read">{t('book.open')}</span>} styles={{ header: { margin: 0 }, body: { padding: 0 } }}>
        <Search onLeave={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Search({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const q = useDebounced(typed.trim(), 120)
  const { query, rows } = usePhoneBook(q, { limit: SHOWN, enabled: q !== '' })
  const shown = q === '' ? [] : rows
  const open = (index: number) => {
    const entry = shown[index]
    if (!entry) return
    onLeave()
    void navigate(placeOf(entry))
  }
  return (
    <>
      <input
        className="book-line" autoFocus value={typed} maxLength={60} placeholder={t('book.search')} aria-label={t('book.label')} role="combobox" aria-expanded={shown.length > 0} aria-controls="book-found"
        aria-activedescendant={shown[at] ? `book-${shown[at].id}` : undefined} autoComplete="off"
        onChange={(event) => { setTyped(event.target.value); setAt(0) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') { event.preventDefault(); setAt(Math.min(at + 1, shown.length - 1)) }
          else if (event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(at - 1, 0)) }
          else if (event.key === 'Enter') { event.preventDefault(); open(at) }
        }}
      />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul id="book-found" className="book-list book-found" role="listbox" aria-label={t('book.open')}>
        {shown.map((entry, index) => (
          <li key={entry.kind + entry.id} id={`book-${entry.id}`} role="option" aria-selected={index === at} ref={index === at ? intoView : null}><EntryLine entry={entry} onLeave={onLeave} /></li>
        ))}
      </ul>
      <div className="book-foot">
        <span className="muted" role="status">{q === '' ? t('book.start') : query.isSuccess && shown.length === 0 ? `${t('book.empty')}。${t('book.emptyText')}` : t('book.chosen')}</span>
        <Link to={q === '' ? '/directory' : `/directory?${new URLSearchParams({ q }).toString()}`} onClick={onLeave}>{t('book.all')}</Link>
      </div>
    </>
  )
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
