import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

export interface Clocks { readonly requester: { readonly since: string; readonly workingDays: number }; readonly unit: { readonly since: string; readonly workingDays: number } }

/** Both clocks in a few signs, and in whole sentences for whoever asks: the person's never begins again, the unit's from when it took over or the papers were complete. */
export function TwoClocks({ clocks }: { clocks: Clocks }) {
  const { t } = useTranslation('shared')
  const sentences = useClockSentences()
  return <Tooltip title={sentences(clocks).map((line) => <div key={line}>{line}</div>)}><span className="num two-clocks">{t('clocks.short', { requester: clocks.requester.workingDays, unit: clocks.unit.workingDays })}</span></Tooltip>
}

export function useClockSentences(): (clocks: Clocks) => readonly string[] {
  const { t } = useTranslation('shared')
  const { formatInstant } = useFormat()
  return ({ requester, unit }) => [
    t('clocks.requester', { since: formatInstant(requester.since), count: requester.workingDays }), t('clocks.unit', { since: formatInstant(unit.since), count: unit.workingDays }),
  ]
}
