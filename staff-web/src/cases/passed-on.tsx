import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/format.ts'
import type { CaseRow } from './list-pages.ts'

/** How often a case went to another unit and was sent back; and, where they were asked for, who did it, one a line. */
export function PassedOn({ row: { passing: { referred, returned, acts } } }: { row: CaseRow }) {
  const { t } = useTranslation('cases')
  const { formatInstant } = useFormat()
  if (referred === 0 && returned === 0) return null
  return (
    <>
      <span className="num">{[...(referred > 0 ? [t('passing.referredTimes', { count: referred })] : []), ...(returned > 0 ? [t('passing.returnedTimes', { count: returned })] : [])].join(' · ')}</span>
      {acts.length > 0 && (
        <ul className="case-passing">
          {acts.map((act, index) => (
            <li key={index} title={formatInstant(act.at)}>
              {t(`passing.${act.act}`, { person: act.personName ?? '', from: act.fromUnitName ?? '', to: act.toUnitName ?? '' })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
