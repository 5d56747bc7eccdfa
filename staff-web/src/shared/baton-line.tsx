import { ClockCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatonShape, Piece } from './baton-layout.ts'
import { useBatonWords } from './baton-words.ts'
import type { BatonProps } from './baton.tsx'

type Words = ReturnType<typeof useBatonWords>

/** The relay as one line, for a page with room. Folded legs and cut names are in the upright relay, one key away. */
export function BatonLine({ baton, shape, onEach }: { baton: BatonProps; shape: BatonShape; onEach: () => void }) {
  const { t } = useTranslation('baton')
  const words = useBatonWords(baton)
  const late = baton.due !== null && shape.pieces.some((piece) => (piece.type === 'leg' || piece.type === 'fold') && piece.late)
  const ahead = shape.pieces.some((piece) => piece.type === 'ahead')
  return (
    <>
      <ol className="baton-track">
        {shape.pieces.map((piece, index) => (
          <li key={index} className={`baton-piece baton-piece-${piece.type}`} style={{ width: piece.width }}>
            <LinePiece piece={piece} baton={baton} words={words} onEach={onEach} />
          </li>
        ))}
      </ol>
      {shape.flag === null ? null : <span className={late ? 'baton-flag baton-flag-late' : 'baton-flag'} style={{ left: shape.flag }} />}
      <div className="baton-threads" aria-hidden="true">
        {shape.threads.map((thread, index) => (
          <span
            key={thread.from}
            className={index < shape.threads.length - 1 || !baton.open ? 'baton-thread baton-thread-ended' : 'baton-thread'}
            data-answered={index < shape.threads.length - 1 || baton.answeredAt !== null}
            style={{ left: thread.from, width: Math.max(10, thread.to - thread.from) }}
          />
        ))}
      </div>
      <div className="baton-foot">
        <span>{words.thread}</span>
        {late ? <span className="baton-late">{[words.lateMark, words.left].filter(Boolean).join(' · ')}</span> : null}
        {!late && !ahead && words.due !== '' ? <span>{words.due}</span> : null}
        <button type="button" className="baton-turn" onClick={onEach}>{t('each')}</button>
      </div>
    </>
  )
}

function LinePiece({ piece, baton, words, onEach }: { piece: Piece; baton: BatonProps; words: Words; onEach: () => void }): ReactNode {
  const { t } = useTranslation('baton')
  if (piece.type === 'seam') return <><span className="only-read">{t('roundSpoken', { round: piece.round })}</span><i aria-hidden="true">{t('round', { round: piece.round })}</i></>
  if (piece.type === 'fold') {
    return <button type="button" className="baton-fold" data-late={piece.late} onClick={onEach} aria-label={t('fold', { count: piece.legs.length })}>+{piece.legs.length}</button>
  }
  if (piece.type === 'ahead') return <><b className="baton-ahead-label">{words.due}</b><i className="baton-bar baton-ahead">{words.left}</i></>
  return <LineLeg piece={piece} baton={baton} words={words} />
}

function LineLeg({ piece, baton, words }: { piece: Extract<Piece, { type: 'leg' }>; baton: BatonProps; words: Words }) {
  const { t } = useTranslation('baton')
  const { leg, current, late, continued } = piece
  // A leg cut by the due mark is drawn as two bars but is one leg: the second bar says only that it is late.
  if (continued) return <i className="baton-bar" data-kind={leg.kind} data-current={current} data-late={late} aria-hidden="true">{words.left === '' ? t('lateStretch') : words.left}</i>
  const paused = current && baton.paused && leg.kind === 'hold'
  const head = leg.kind === 'wait' ? t('waiting') : leg.personName ?? leg.unitName
  const tail = leg.kind === 'reply' ? t('replying') : leg.kind === 'wait' ? [leg.unitName, leg.personName].filter(Boolean).join(' ') : leg.unitName
  return (
    <>
      <span className="only-read">{words.spoken(leg, piece.place, late)}</span>
      <b className="baton-label" aria-hidden="true" title={`${words.who(leg)} · ${words.span(leg)}`}>
        {leg.kind === 'wait' ? <span className="muted">{head}</span> : head} <span className="muted">{tail}</span>
      </b>
      <i className="baton-bar" data-kind={leg.kind} data-current={current} data-late={late} data-paused={paused} aria-hidden="true">
        {paused ? <ClockCircleOutlined /> : null} {words.inside(leg, current)}
      </i>
    </>
  )
}
