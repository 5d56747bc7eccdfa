import { getPerson } from '@daodi/contract/staff/directory/phone-book.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'

type PersonFilterName = 'handlerId' | 'firstContactId'

/** One colleague by whom the list is narrowed; the address holds their id alone, so the name is looked up. */
export function PersonFilter({ name, value, onPick }: { readonly name: PersonFilterName; readonly value: string | undefined; readonly onPick: (name: PersonFilterName, value: string | undefined) => void }) {
  const { t } = useTranslation('cases')
  const found = useQuery({
    queryKey: ['directory', 'person', value ?? ''], enabled: value !== undefined, staleTime: 300_000, retry: false,
    queryFn: ({ signal }) => call(getPerson, { params: { personId: value ?? '' }, signal }),
  })
  return (
    <div className="case-filter-person">
      <PersonPicker value={value === undefined ? null : chosen(value, found.data)} onChange={(person) => onPick(name, person?.id)} label={t(`filters.${name}`)} placeholder={t(`filters.${name}`)} />
    </div>
  )
}

/** As long as the name is not known, and of somebody who is unknown here, the filter stands there all the same and can be taken off. */
function chosen(id: string, known: { name: string; pinyin: string; unitId: string; unitName: string } | undefined): Person {
  return { id, name: known?.name ?? '…', pinyin: known?.pinyin ?? '', post: null, unitId: known?.unitId ?? '', unitName: known?.unitName ?? '', phone: null, room: null }
}
