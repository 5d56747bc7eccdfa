import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Leg } from './baton-layout.ts'
import { useBatonWords } from './baton-words.ts'
import type { BatonProps } from './baton.tsx'

type Words = ReturnType<typeof useBatonWords>
const HEAD = 2
const TAIL = 4

/** The relay upright: every leg in full, for a phone, and for reading names and times that the line had to cut. */
export function BatonRelay({ baton, unfolded, onLine }: { baton: BatonProps; unfolded: boolean; onLine: (() => void) | null }) {
  const { t } = useTranslation('baton')
  const words = useBatonWords(baton)
  const [all, setAll] = useState(unfolded)
  const numbered = baton.legs.map((leg, index) => ({ leg, place: index + 1 }))
  const folds = !all && numbered.length > HEAD + TAIL + 2
  const hidden = numbered.length - HEAD - TAIL
  const last = numbered.length - 1
  const dueMs = baton.due === null ? null : Date.parse(baton.due.at)
  const ahead = baton.open && dueMs !== null && dueMs > baton.now
  return (
    <>
      <ol className="relay">
        {numbered.map(({ leg, place }, index) => {
          if (folds && index === HEAD) {
            return <li key="fold" className="relay-fold"><span className="relay-rail" data-kind="fold" /><button type="button" className="baton-turn" onClick={() => setAll(true)}>{t('fold', { count: hidden })}</button></li>
          }
          if (folds && index > HEAD && index <= last - TAIL) return null
          return <RelayLeg key={place} leg={leg} place={place} baton={baton} words={words} end={index === last ? endOf(baton) : beginsRound(baton, place + 1) >= 0 ? 'answered' : null} />
        })}
        {ahead ? <li className="relay-ahead"><span className="relay-rail" data-kind="ahead" /><div className="relay-text"><b>{words.due}</b><span>{words.left}</span></div></li> : null}
      </ol>
      <div className="baton-foot">
        <span>{words.thread}</span>
        {!ahead && dueMs !== null && baton.open ? <span className="baton-late">{[words.lateMark, words.left].filter(Boolean).join(' · ')}</span> : null}
        {onLine === null ? null : <button type="button" className="baton-turn" onClick={onLine}>{t('line')}</button>}
      </div>
    </>
  )
}

type End = 'open' | 'answered' | 'ended'

function endOf(baton: BatonProps): End {
  return baton.open ? 'open' : baton.answeredAt === null ? 'ended' : 'answered'
}

function RelayLeg({ leg, place, baton, words, end: threadEnd }: { leg: Leg; place: number; baton: BatonProps; words: Words; end: End | null }) {
  const { t } = useTranslation('baton')
  const current = baton.open && leg.to === null
  const end = leg.to === null ? baton.now : Date.parse(leg.to)
  const begins = beginsRound(baton, place)
  const thisRound = baton.reopenedAt.length === 0 || Date.parse(leg.from) >= Date.parse(baton.reopenedAt[baton.reopenedAt.length - 1] ?? '')
  const late = baton.due !== null && thisRound && end > Date.parse(baton.due.at)
  return (
    <li data-seam={begins >= 0}>
      {begins >= 0 ? <span className="relay-seam">{t('roundSpoken', { round: begins + 2 })}</span> : null}
      <span className="relay-rail" data-kind={leg.kind} data-current={current} data-late={late} data-paused={current && baton.paused} />
      {threadEnd !== null && <span className="relay-end" data-end={threadEnd} />}
      <div className="relay-text">
        <b>{leg.kind === 'wait' ? t('waiting') : leg.personName ?? leg.unitName}</b>
        <span className="muted">{leg.kind === 'wait' ? [leg.unitName, leg.personName].filter(Boolean).join(' ') : leg.unitName}{leg.kind === 'reply' ? ` · ${t('replying')}` : ''}</span>
        <span className="relay-time" data-late={late}>{words.inside(leg, current)}{late ? ` · ${t('lateStretch')}` : ''}</span>
        <span className="muted relay-span">{words.span(leg)}</span>
      </div>
    </li>
  )
}

/** The index of the reopening with which this leg begins; -1 when it goes on in the same round. */
function beginsRound(baton: BatonProps, place: number): number {
  const leg = baton.legs[place - 1]
  const before = baton.legs[place - 2]
  if (leg === undefined || before === undefined || before.to === null) return -1
  const from = Date.parse(leg.from)
  const ended = Date.parse(before.to)
  return baton.reopenedAt.findIndex((at) => Date.parse(at) <= from && Date.parse(at) >= ended)
}
