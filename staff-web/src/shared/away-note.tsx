import { getPresence } from '@daodi/contract/staff/roster/roster.ts'
import type { PresenceView } from '@daodi/contract/staff/roster/views.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from './call.ts'
import { Kbd, useKeys } from './keys.tsx'
import type { Person } from './person-picker.tsx'
import { Presence } from './presence.tsx'

const SWITCH = 'alt+b'

/** Of somebody chosen who is not here: until when, who stands in, and that colleague instead with one key. Nothing of somebody who is. */
export function AwayNote({ person, except, keyed = true, onChoose }: { person: Person; except?: string | undefined; /** Of several notes in a dialog one alone has the key. */ keyed?: boolean; onChoose: (person: Person) => void }) {
  const known = person.presence
  const presence = useQuery({
    queryKey: ['roster', 'presence', 'person', person.id], staleTime: 30_000,
    queryFn: async ({ signal }) => (await call(getPresence, { query: { personId: person.id }, signal })).rows.find((row) => row.personId === person.id) ?? null,
    ...(known && { initialData: known }),
  })
  const row = presence.data
  if (!row || row.state === 'here') return null
  return <Away row={row} person={person} except={except} keyed={keyed} onChoose={onChoose} />
}

function Away({ row, person, except, keyed, onChoose }: { row: z.output<typeof PresenceView>; person: Person; except: string | undefined; keyed: boolean; onChoose: (person: Person) => void }) {
  const { t } = useTranslation('shared')
  const { deputy } = row
  const offered = deputy !== null && deputy.here && deputy.personId !== except ? deputy : null
  const choose = () => {
    if (offered) onChoose({ id: offered.personId, name: offered.name, pinyin: '', post: offered.post, unitId: offered.unitId, unitName: offered.unitName, phone: null, room: null })
  }
  useKeys(offered && keyed ? [{ key: SWITCH, label: t('picker.instead', { name: offered.name }), whenTyping: true, act: choose }] : [], { in: 'dialog' })
  return (
    <div className="away-note" role="status">
      {person.name} <Presence row={row} />
      {offered && <Button size="small" onClick={choose}>{t('picker.instead', { name: offered.name })}{keyed && <> <Kbd keys={SWITCH} /></>}</Button>}
    </div>
  )
}
