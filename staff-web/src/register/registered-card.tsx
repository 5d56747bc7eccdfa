import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import type { Registered } from './use-registration.ts'
import { useTypingOn } from './use-typing-on.ts'

/** A quiet word that it is done, with what the person takes home. */
export function RegisteredCard({ registered, onNext, onWords }: { registered: Registered; onNext: () => void; onWords: (words: string) => void }) {
  const { t } = useTranslation('register')
  const { formatDueInstant } = useFormat()
  const navigate = useNavigate()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const print = () => void navigate(`/print/${registered.id}/receipt`, { state: { from: '/' } })
  const open = () => void navigate(`/cases/${registered.id}`)
  const soon = useTypingOn(onWords)
  useKeys([
    { key: 'Enter', label: t('keys.next'), act: onNext },
    { key: 'p', label: t('keys.receipt'), act: () => soon('p', print) },
    { key: 'o', label: t('keys.open'), act: () => soon('o', open) },
  ])
  const waiting = registered.branch === 'otherUnit' || registered.branch === 'colleague'
  return (
    <section className="card done" aria-labelledby="done-title">
      <div className="done-head" role="status">
        <h2 id="done-title">{t('done.title')}</h2>
        <StatusTag status={registered.status} />
        <span className="clip">{registered.subject}</span>
      </div>
      <dl>
        <div><dt>{t('done.number')}</dt><dd className="done-big">{registered.number}</dd></div>
        <div><dt>{t('done.code')}</dt><dd className="done-big done-code">{registered.trackingCode}</dd></div>
        <div><dt>{t('done.firstContact')}</dt><dd>{registered.firstContact.personName} · {registered.firstContact.unitName}</dd></div>
        <div><dt>{t('done.handler')}</dt><dd>{registered.handler.personName} · {registered.handler.unitName}{waiting && <div className="muted">{t('done.pending')}</div>}</dd></div>
        <div><dt>{t('done.due')}</dt><dd>{registered.dueAt ? formatDueInstant(registered.dueAt, registered.dueEstimated) : t(registered.merged?.done ? 'done.dueMerged' : 'done.noDue')}</dd></div>
      </dl>
      {registered.merged && <p role={registered.merged.done ? 'status' : 'alert'} className={registered.merged.done ? undefined : 'field-fault'}>{t(registered.merged.done ? 'done.merged' : 'done.notMerged', { number: registered.merged.number })}</p>}
      <p className="muted">{t('done.codeWhy')}</p>
      <div className="panel-end">
        <Button ref={next} type="primary" size="large" onClick={onNext}>{t('done.next')} <Kbd keys="Enter" /></Button>
        <Button size="large" onClick={print}>{t('done.receipt')} <Kbd keys="p" /></Button>
        <Button size="large" type="text" onClick={open}>{t('done.open')} <Kbd keys="o" /></Button>
      </div>
    </section>
  )
}
