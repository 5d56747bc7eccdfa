import { useTranslation } from 'react-i18next'
import { type Me, useMe } from '../shared/me.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'
import type { Draft } from './draft.ts'

const DESK = 'daodi.register.desk'

/** The desk at which this person takes questions: the one chosen last, else the one they staff. */
function usualDesk(me: Me): string | null {
  const last = readStored(DESK)
  if (last === `${me.id}:`) return null
  const remembered = me.desks.find((desk) => last === `${me.id}:${desk.id}`)
  return remembered?.id ?? me.desks.find((desk) => desk.mine)?.id ?? null
}

/** At which desk the question came; null where at none. */
export function deskIdOf(draft: Draft, me: Me): string | null {
  return draft.deskId === undefined ? usualDesk(me) : draft.deskId
}

/** Only for those whose unit has desks, or who staff one. */
export function DeskChoice({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('register')
  const me = useMe()
  if (me.desks.length === 0) return null
  const deskId = deskIdOf(draft, me)
  const choose = (chosen: string) => { writeStored(DESK, `${me.id}:${chosen}`); change({ deskId: chosen === '' ? null : chosen }) }
  return (
    <select className={deskId === null ? 'chip faint' : 'chip'} aria-label={t('who.desk')} value={deskId ?? ''} onChange={(event) => choose(event.target.value)}>
      <option value="">{t('who.noDesk')}</option>
      {me.desks.map((desk) => <option key={desk.id} value={desk.id}>{desk.name}</option>)}
    </select>
  )
}
