import { Tooltip } from 'antd'
import type { CaseRow } from '@daodi/contract/staff/cases/views.ts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type DueAsk, useFormat } from './format.ts'
import { type Clocks, TwoClocks, useClockSentences } from './two-clocks.tsx'

export type Light = z.output<typeof CaseRow>['light']

const LOOKS = { red: 'late', amber: 'soon', green: 'ok', grey: '', none: '' } as const satisfies Record<Light, string>

/** The due time with both clocks under it, in a few signs. */
export function DueWithClocks({ due, light, clocks, about }: { due: DueAsk | null; light: Light; clocks: Clocks | undefined; about: string }) {
  return <span className="due-clocks"><DueTag due={due} light={light} about={about} />{clocks !== undefined && <TwoClocks clocks={clocks} />}</span>
}

/** When something is owed: a sign and words, coloured besides, because a colour alone tells nothing to many eyes. */
export function DueTag({ due, light, clocks, about }: { due: DueAsk | null; light: Light; clocks?: Clocks | undefined; /** Of what it is the limit: one duty or the whole case. */ about?: string }) {
  const { t } = useTranslation('shared')
  const { formatDue, formatDueInstant } = useFormat()
  const sentences = useClockSentences()
  if (!due) return <span className="tag">{t('due.none')}</span>
  const title = `${about === undefined ? '' : `${about} · `}${t(`light.${light}`)} · ${formatDueInstant(due.dueAt, due.estimated)}${due.lateBy ? ` · ${t('due.calendar', { text: formatDue({ dueAt: due.dueAt, estimated: due.estimated }) })}` : ''}${due.estimated ? ` · ${t('estimatedWhy')}` : ''}`
  return (
    <Tooltip title={clocks === undefined ? title : <>{title}{sentences(clocks).map((line) => <div key={line}>{line}</div>)}</>}>
      <span className={`tag ${LOOKS[light]}`}><LightSign light={light} />{light === 'grey' ? `${t('light.grey')} · ` : ''}{formatDue(due)}</span>
    </Tooltip>
  )
}

/** The light as a shape: late a filled diamond, soon half a disc, in time a ring, paused two bars. */
export function LightSign({ light, label = false }: { light: Light; label?: boolean }) {
  const { t } = useTranslation('shared')
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" role={label ? 'img' : undefined} aria-hidden={label ? undefined : true} aria-label={label ? t(`light.${light}`) : undefined}>
      {light === 'red' && <path d="m5 .5 4.500 4.500L5 9.500.5 5z" fill="currentColor" stroke="none" />}
      {light === 'amber' && <><circle cx="5" cy="5" r="3.800" strokeWidth="1.400" /><path d="M5 1.200a3.800 3.800 0 0 1 0 7.600z" fill="currentColor" stroke="none" /></>}
      {light === 'green' && <circle cx="5" cy="5" r="3.600" strokeWidth="1.600" />}
      {light === 'grey' && <path d="M3.200 1.500v7M6.800 1.500v7" strokeWidth="1.800" />}
      {light === 'none' && <path d="M1.500 5h7" strokeWidth="1.600" />}
    </svg>
  )
}
