import { listPeople } from '@daodi/contract/staff/directory/directory.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, type RefSelectProps } from 'antd'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { AwayNote } from './away-note.tsx'
import { call } from './call.ts'
import { PresenceTag } from './presence.tsx'
import { useDebounced } from './use-debounced.ts'

export type Person = z.output<(typeof listPeople)['reply']>['rows'][number]

/** Finds a colleague by name, pinyin, initials or post, and says where they are; within one unit when `unitId` is given, with the other windows of its department where `withWindows`. `standIn` says of somebody chosen who is away who stands in, and offers them; `keyless` beside another that has the key. */
export function PersonPicker({ value, onChange, unitId, withWindows = false, standIn = false, except, label, placeholder, autoFocus, id, ref, onKeyDown }: {
  value: Person | null; onChange: (person: Person | null) => void
  unitId?: string | undefined; withWindows?: boolean; standIn?: boolean | 'keyless'; except?: string | undefined; label?: string | undefined; placeholder?: string; autoFocus?: boolean; id?: string
  ref?: Ref<RefSelectProps>; onKeyDown?: (event: React.KeyboardEvent) => void
}) {
  const { t } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 150)
  const people = useQuery({
    queryKey: ['people', unitId ?? '', withWindows, q],
    queryFn: ({ signal }) => call(listPeople, { query: { q: q === '' ? undefined : q.slice(0, 60), unitId, withWindows: withWindows ? 'true' : undefined, presence: 'true', limit: 30 }, signal }),
    placeholderData: keepPreviousData, staleTime: 30_000,
  })
  const rows = (people.data?.rows ?? []).filter((person) => person.id !== except)
  const shown = value && !rows.some((person) => person.id === value.id) ? [value, ...rows] : rows
  const picker = (
    <Select<string>
      ref={ref} id={id} showSearch={{ filterOption: false, onSearch: setTyped }} allowClear={{ label: t('act.clear') }} autoFocus={autoFocus} value={value?.id ?? null} loading={people.isFetching}
      aria-label={label ?? t('picker.personLabel')} placeholder={placeholder ?? t('picker.person')} notFoundContent={people.isPending ? t('state.loading') : t(unitId === undefined ? 'picker.nobody' : 'picker.nobodyHere')}
      onChange={(id) => onChange(shown.find((person) => person.id === id) ?? null)} onInputKeyDown={onKeyDown} style={{ width: '100%' }}
      options={shown.map((person) => ({ value: person.id, label: [person.name, person.unitName].filter(Boolean).join(' · '), person }))}
      optionRender={drawOption}
    />
  )
  return standIn && value !== null ? <>{picker}<AwayNote key={value.id} person={value} except={except} keyed={standIn !== 'keyless'} onChoose={onChange} /></> : picker
}

function drawOption({ data }: { data: object }) {
  const { person } = data as { person: Person }
  return (
    <span className="person-option">
      <b>{person.name}</b>{person.presence && <PresenceTag row={person.presence} />}<span className="muted clip">{[person.unitName, person.post, person.room].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
