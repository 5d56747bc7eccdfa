import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { CaseRow } from './list-pages.ts'

function useLines({ passing: { referred, returned, acts } }: CaseRow): { counts: string; lines: readonly { key: number; text: string; when: string }[] } {
  const { t } = useTranslation('cases')
  const { formatInstant } = useFormat()
  const counts = [...(referred > 0 ? [t('passing.referredTimes', { count: referred })] : []), ...(returned > 0 ? [t('passing.returnedTimes', { count: returned })] : [])].join(' · ')
  const lines = acts.map((act, key) => ({ key, when: formatInstant(act.at), text: t(`passing.${act.act}`, { person: act.personName ?? '', from: act.fromUnitName ?? '', to: act.toUnitName ?? '' }) }))
  return { counts, lines }
}

/** In a row of the table: how often, and, where it was asked for, by whom in one line; in full when it is pointed at or reached by keyboard. */
export function PassedOnCell({ row }: { row: CaseRow }) {
  const { counts, lines } = useLines(row)
  const { t } = useTranslation('shared')
  if (lines.length === 0) return <span className="num">{counts}</span>
  return (
    <Tooltip title={lines.map(({ key, text, when }) => <div key={key}>{when} {text}</div>)}>
      <span tabIndex={0} className="case-passing"><span className="num">{counts}</span><span className="clip muted">{lines.map(({ text }) => text).join(t('listComma'))}</span></span>
    </Tooltip>
  )
}

/** Under a card: who passed it on and who sent it back, one a line. */
export function PassedOnLines({ row }: { row: CaseRow }) {
  const { counts, lines } = useLines(row)
  if (lines.length === 0) return null
  return <div className="case-card-follow"><span className="num">{counts}</span><ul className="case-passing-lines">{lines.map(({ key, text, when }) => <li key={key} title={when}>{text}</li>)}</ul></div>
}
