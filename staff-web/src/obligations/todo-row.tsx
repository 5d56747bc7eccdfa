import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { DueWithClocks } from '../shared/due-tag.tsx'
import { Kbd } from '../shared/keys.tsx'
import { useMe } from '../shared/me.ts'
import { Strip } from '../shared/strip.tsx'
import { pathOfDuty, pathOfNext, pathOfReturn, pathOfTakingUp, titleOfDuty } from '../shared/duty-subject.ts'
import { useFormat } from '../shared/format.ts'
import type { Obligation } from './use-obligations.ts'

/** One duty: what, about what, for whom, by when. A pointer marks it by moving, not by resting where the list scrolls. */
export function TodoRow({ row, marked, signing, onMark, onSign }: { row: Obligation; marked: boolean; signing: boolean; onMark: () => void; onSign: () => void }) {
  const { t } = useTranslation('obligations')
  const { t: shared } = useTranslation('shared')
  const { formatInstant } = useFormat()
  return (
    <li className={marked ? 'todo-row on' : 'todo-row'} aria-current={marked || undefined} onPointerMove={(event) => { if (event.movementX !== 0 || event.movementY !== 0) onMark() }}>
      <b className="todo-kind">{t(`kind.${row.kind}`)}</b>
      <div className="todo-what">
        <Link to={pathOfDuty(row)} className="todo-subject clip" title={titleOfDuty(row)} onFocus={onMark}>{titleOfDuty(row)}</Link>
        <span className="todo-words faint clip">
          {row.inPlaceOf !== null && <><span className="tag soon">{t('owes.inPlaceOf', { name: row.inPlaceOf })}</span>{' '}</>}
          {row.case && <CaseWords known={row.case} />}
          {row.subject && formatInstant(row.subject.since)}
          <Owner row={row} />
          <Climbed row={row} />
        </span>
      </div>
      <span className="todo-strip">{row.case?.legs && <Strip legs={row.case.legs} late={row.light === 'red'} kept={false} />}</span>
      <span className="todo-due"><DueWithClocks due={row} light={row.light} clocks={row.case?.clocks} about={shared('due.ofDuty', { kind: t(`kind.${row.kind}`) })} /></span>
      <span className="todo-act">
        <NextStep row={row} marked={marked} signing={signing} onSign={onSign} />
      </span>
    </li>
  )
}

export type Step = 'sign' | 'next' | 'takeUp' | 'look'

/** What the reader can do about it: it is theirs, it has climbed to them and is free, or they only see that it is late. */
export function stepOf(row: Obligation): Step {
  if (row.mine) return row.kind === 'signFor' && row.caseId !== null ? 'sign' : 'next'
  return row.mayTakeUp ? 'takeUp' : 'look'
}

/** Where that is done, other than in the list itself. */
export function pathOfStep(row: Obligation, step: Step): string {
  if (step === 'takeUp' && row.caseId !== null) return pathOfTakingUp(row.caseId, row.id)
  return step === 'next' ? pathOfNext(row) : pathOfDuty(row)
}

/** Every row has its next step, with its key where it is marked. */
function NextStep({ row, marked, signing, onSign }: { row: Obligation; marked: boolean; signing: boolean; onSign: () => void }) {
  const { t } = useTranslation('obligations')
  const navigate = useNavigate()
  const step = stepOf(row)
  const about = <span className="only-read"> {titleOfDuty(row)}</span>
  const key = (keys: string) => marked && <span className="todo-key"> <Kbd keys={keys} /></span>
  if (step === 'sign') {
    return (
      <>
        <Button type="primary" loading={signing} onClick={onSign}>{t('row.sign')}{about}{key('s')}</Button>
        <Button onClick={() => void navigate(pathOfReturn(row.caseId ?? ''))}>{t('row.return')}{about}{key('b')}</Button>
      </>
    )
  }
  return <Button onClick={() => void navigate(pathOfStep(row, step))}>{t(`row.${step}`)}{about}{key(step === 'takeUp' ? 't' : step === 'next' ? 'd' : 'Enter')}</Button>
}

/** Whose it is, where it is not the reader's own or a colleague's in whose place they act. */
function Owner({ row }: { row: Obligation }) {
  const { t } = useTranslation('obligations')
  const me = useMe()
  if (row.owner.personId === me.id || row.inPlaceOf !== null) return null
  return <> · {row.owner.personName ? t('owes.other', { name: row.owner.personName }) : t('owes.unit', { unit: row.owner.unitName })}</>
}

/** What the case is: how pressing, whose, of which kind. */
function CaseWords({ known }: { known: NonNullable<Obligation['case']> }) {
  const { t } = useTranslation('obligations')
  const { t: shared } = useTranslation('shared')
  return (
    <>
      {known.priority === true && <><span className="tag soon">{t('firstServed')}</span>{' '}</>}
      {known.urgency !== 'normal' && <span className="tag soon">{shared(`urgency.${known.urgency}`)}</span>}{' '}
      {known.supervision !== null && <><span className="tag late">{t(`supervision.${known.supervision}`)}</span>{' '}</>}
      {known.urges > 0 && <><span className="tag soon">{t('urged', { count: known.urges })}</span>{' '}</>}
      {known.requesterName ?? t('row.anonymous')} · {shared(`category.${known.category}`)} · <span className="num">{known.number}</span>
    </>
  )
}

/** How far up the ladder it has gone, and whether that is why it is here. */
function Climbed({ row }: { row: Obligation }) {
  const { t } = useTranslation('obligations')
  if (row.takenUpBy != null) return <> · {t('owes.takenUp', { name: row.takenUpBy.personName })}</>
  if (row.escalated) return <> · <span className="todo-climbed">{t('owes.escalated')}</span></>
  return row.rung > 0 && <> · {row.rung === 1 ? t('rungs.one') : t('rungs.more', { count: row.rung })}</>
}
