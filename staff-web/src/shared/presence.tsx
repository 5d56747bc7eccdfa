import type { PresenceView } from '@daodi/contract/staff/roster/views.ts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useFormat } from './format.ts'

const TONES = { here: 'ok', out: 'soon', trip: 'soon', leave: 'soon', offShift: '', notRostered: '' } as const

type Row = z.output<typeof PresenceView>

/** The state alone, and of somebody away who stands in: for a line of a list. */
export function PresenceTag({ row }: { row: Row }) {
  const { t } = useTranslation('roster')
  return <><span className={`tag ${TONES[row.state]}`}>{t(`state.${row.state}`)}</span>{row.state !== 'here' && row.deputy !== null && <span className="muted">{t(row.deputy.here ? 'deputy' : 'deputyAway', { name: row.deputy.name })}</span>}</>
}

/** Where somebody is, until when, and who stands in for them. */
export function Presence({ row }: { row: Row }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const when = row.until === null ? null : row.state === 'here' ? t('until', { when: formatInstant(row.until) }) : t('back', { when: formatInstant(row.until) })
  return (
    <>
      <span className={`tag ${TONES[row.state]}`}>{t(`state.${row.state}`)}</span>
      {when !== null && <span className="muted num"> {when}</span>}
      {row.state !== 'here' && <span className="muted roster-wide"> {row.deputy === null ? t('noDeputy') : t(row.deputy.here ? 'deputy' : 'deputyAway', { name: row.deputy.name })}{row.note !== null && ` · ${row.note}`}</span>}
    </>
  )
}
