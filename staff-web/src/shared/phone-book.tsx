import { type PhoneBookEntry, searchPhoneBook } from '@daodi/contract/staff/directory/phone-book.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from './call.ts'
import './phone-book.css'

export type Entry = z.output<typeof PhoneBookEntry>
type Kind = Entry['kind']

export function usePhoneBook(q: string, { kind, limit, enabled = true }: { kind?: Kind | undefined; limit: number; enabled?: boolean }) {
  const query = useInfiniteQuery({
    queryKey: ['directory', 'book', q, kind ?? '', limit],
    queryFn: ({ pageParam, signal }) => call(searchPhoneBook, { query: { q: q === '' ? undefined : q.slice(0, 60), kind, ...(pageParam === '' ? {} : { after: pageParam }), limit }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next, placeholderData: keepPreviousData, enabled, staleTime: 60_000,
  })
  return { query, rows: query.data?.pages.flatMap((page) => page.rows) ?? [] }
}

/** Where an entry leads. */
export function placeOf(entry: Entry): string {
  switch (entry.kind) {
    case 'person': return `/people/${entry.id}`
    case 'desk': return '/directory/desks'
    case 'unit': return `/directory?${new URLSearchParams({ q: entry.name }).toString()}`
    case 'outside': return '/directory/outside'
    default: return entry.kind satisfies never
  }
}

/** Name, place, numbers to call and what they answer for. */
export function EntryLine({ entry, onLeave }: { entry: Entry; onLeave?: () => void }) {
  const { t } = useTranslation('directory')
  return (
    <>
      <span className="book-name">
        <Link to={placeOf(entry)} {...(onLeave ? { onClick: onLeave } : {})}>{entry.name}</Link>
        {entry.kind !== 'person' && <span className="tag">{t(`book.kinds.${entry.kind}`)}</span>}
        {entry.kind === 'person' && entry.post !== null && <span className="muted">{entry.post}</span>}
      </span>
      <span className="muted">{[entry.unitName, entry.room].filter(Boolean).join(' · ')}</span>
      <span className="book-phones num">
        {entry.phones.length === 0 ? <span className="faint">{t('book.noPhone')}</span> : entry.phones.map((phone) => <a key={phone} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>)}
      </span>
      {entry.duty !== null && <span className="book-duty muted">{entry.duty}</span>}
    </>
  )
}
