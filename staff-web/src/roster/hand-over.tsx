import { acceptHandover, endShift, handOverShift } from '@daodi/contract/staff/roster/shift.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { call } from '../shared/call.ts'
import { cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { PersonPicker, type Person } from '../shared/person-picker.tsx'
import { TwoClocks } from '../shared/two-clocks.tsx'
import type { ShiftPageData } from './shift-page.tsx'
import { useShiftAct } from './use-shift-act.ts'

/** What is in hand, the record for the successor, their signature, and only then the end of the shift. */
export function HandOver({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const sign = useShiftAct(() => call(acceptHandover, { params: { shiftId: shift.id }, body: {} }), t('shift.signDone'))
  const end = useShiftAct(() => call(endShift, { params: { shiftId: shift.id }, body: {} }), t('shift.endDone'))
  const { handOver } = shift
  const accepted = handOver !== null && handOver.acceptedAt !== null
  return (
    <section className="card roster-pad" aria-labelledby="shift-handover">
      <h2 id="shift-handover">{t('shift.handOver')}</h2>
      <Contents contents={handOver?.contents ?? shift.contents} />
      {handOver !== null && (
        <div className="roster-record">
          <p>{t('shift.written', { when: formatInstant(handOver.writtenAt), name: handOver.successorName })}</p>
          {handOver.notes !== null && <p className="roster-words">{handOver.notes}</p>}
          <p>{handOver.acceptedAt === null ? <span className="tag soon">{t('shift.waiting', { name: handOver.successorName })}</span> : <span className="tag ok">{t('shift.accepted', { name: handOver.successorName, when: formatInstant(handOver.acceptedAt) })}</span>}</p>
        </div>
      )}
      {shift.maySign && <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>{t('shift.sign')}</Button>}
      {shift.mine && shift.begunAt !== null && shift.endedAt === null && (
        <>
          {!accepted && <WriteHandover key={handOver?.writtenAt ?? ''} shift={shift} />}
          <div className="roster-bar"><Button type={accepted ? 'primary' : 'default'} loading={end.isPending} onClick={() => end.mutate()}>{t('shift.end')}</Button>{!accepted && <span className="muted">{t('shift.endHint')}</span>}</div>
        </>
      )}
    </section>
  )
}

function WriteHandover({ shift }: { shift: ShiftPageData }) {
  const { t } = useTranslation('roster')
  const { formatInstant } = useFormat()
  const [next] = shift.successors
  const [successor, setSuccessor] = useState<Person | null>(null)
  const [successorId, setSuccessorId] = useState<string | null>(shift.handOver?.successorId ?? next?.personId ?? null)
  const [notes, setNotes] = useState(shift.handOver?.notes ?? '')
  const write = useShiftAct((to: string) => call(handOverShift, { params: { shiftId: shift.id }, body: { successorId: to, notes: cleanText(notes) } }), t('shift.writeDone'))
  const chosen = successor?.id ?? successorId
  return (
    <form className="roster-form" onSubmit={(event) => { event.preventDefault(); if (chosen !== null && !write.isPending) write.mutate(chosen) }}>
      {shift.successors.length > 0 && (
        <p>{t('shift.pickSuccessor')} {shift.successors.map((one) => <Button key={one.personId} size="small" type={chosen === one.personId ? 'primary' : 'default'} onClick={() => { setSuccessor(null); setSuccessorId(one.personId) }}>{one.name} {one.kindName} {formatInstant(one.startsAt)}</Button>)}</p>
      )}
      <Field id="handover-successor" label={t('shift.successor')}><PersonPicker id="handover-successor" value={successor} onChange={setSuccessor} except={shift.personId} /></Field>
      <Field id="handover-notes" label={t('shift.notes')} hint={t('shift.notesHint')}><Input.TextArea id="handover-notes" rows={4} value={notes} maxLength={2000} onChange={(event) => setNotes(event.target.value)} /></Field>
      <div><Button type="primary" htmlType="submit" disabled={chosen === null} loading={write.isPending}>{shift.handOver === null ? t('shift.write') : t('shift.rewrite')}</Button></div>
    </form>
  )
}

function Contents({ contents }: { contents: ShiftPageData['contents'] }) {
  const { t } = useTranslation('roster')
  const { formatDueInstant, formatInstant } = useFormat()
  const { cases, papers, bells, tasks } = contents
  return (
    <>
      <h3 className="muted">{t('shift.cases')} <span className="num">{cases.length}</span></h3>
      {cases.length + papers.length + bells + tasks.length === 0 && <p className="muted">{t('shift.nothing')}</p>}
      <ul className="roster-list roster-long">
        {cases.map((one) => (
          <li key={one.caseId}>
            <Link to={`/cases/${one.caseId}`} className="clip">{one.subject === '' ? one.number : one.subject}</Link> <span className="tag">{t(one.as === 'handler' ? 'shift.asHandler' : 'shift.asFirst')}</span>
            {one.promisedAt !== null && <span className="tag act">{t('shift.promises', { when: formatDueInstant(one.promisedAt, one.promisedEstimated) })}</span>}
            <span className="due-clocks roster-right">{one.dueAt !== null && <span className={one.late ? 'tag late' : 'tag'}>{formatDueInstant(one.dueAt, one.dueEstimated)}</span>}{one.clocks !== undefined && <TwoClocks clocks={one.clocks} />}</span>
          </li>
        ))}
      </ul>
      {papers.length > 0 && <h3 className="muted">{t('shift.papers')}</h3>}
      <ul className="roster-list">{papers.map((one) => <li key={`${one.caseId}${one.takenAt}`}><Link to={`/cases/${one.caseId}`}>{t('shift.papersLine', { number: one.number, count: one.count, when: formatInstant(one.takenAt) })}</Link></li>)}</ul>
      {tasks.length > 0 && <h3 className="muted">{t('shift.tasks')} <span className="num">{tasks.length}</span></h3>}
      <ul className="roster-list">{tasks.map((one) => <li key={one.id}>{one.title} <span className="tag roster-right">{t('tasks.by', { when: formatDueInstant(one.dueAt, one.dueEstimated) })}</span></li>)}</ul>
      {bells > 0 && <p className="tag late">{t('shift.bells', { count: bells })}</p>}
    </>
  )
}
