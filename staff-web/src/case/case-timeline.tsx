import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../shared/format.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'
import type { CaseView, TimelineEntry } from './case-query.ts'
import { useFactWords } from './fact-words.ts'
import { LongText } from './long-text.tsx'

const KEY = 'daodi.timeline-order'
const AT_FIRST = 40

/** Everything that happened, in words. */
export function CaseTimeline({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const [oldestFirst, setOldestFirst] = useState(() => readStored(KEY) === 'oldest')
  const [all, setAll] = useState(false)
  const turn = () => { writeStored(KEY, oldestFirst ? null : 'oldest'); setOldestFirst(!oldestFirst) }
  const sorted = view.timeline.toSorted((one, other) => (oldestFirst ? one.seq - other.seq : other.seq - one.seq))
  const shown = all ? sorted : sorted.slice(0, AT_FIRST)
  return (
    <section className="card case-timeline" aria-labelledby="timeline-head">
      <header className="card-head">
        <h2 id="timeline-head">{t('timeline')}</h2>
        <button type="button" className="baton-turn" onClick={turn}>{t(oldestFirst ? 'oldestFirst' : 'newestFirst')}</button>
      </header>
      <ol>
        {shown.map((entry) => <TimelineLine key={entry.seq} entry={entry} view={view} />)}
      </ol>
      {shown.length < sorted.length && <Button type="link" onClick={() => setAll(true)}>{t('earlierEntries', { count: sorted.length - shown.length })}</Button>}
    </section>
  )
}

function TimelineLine({ entry, view }: { entry: TimelineEntry; view: CaseView }) {
  const { t } = useTranslation('case')
  const { formatInstant } = useFormat()
  const words = useFactWords(view.channel)
  const registered = entry.kind === 'case-registered'
  // The words of the registration are the case's content, which a correction may since have changed; an emergency's were written later.
  const text = registered && view.cooperation.emergency === null ? view.content ?? entry.text : entry.text
  return (
    <li className="timeline-line" data-kind={entry.kind} data-as={entry.actor.as}>
      <time dateTime={entry.at} className="num">{formatInstant(entry.at)}</time>
      <div className="timeline-body">
        <span>
          <b>{actorName(entry, t)}</b>{' '}
          {entry.actor.inPlaceOf !== null && <span className="muted">{t('inPlaceOf', { name: entry.actor.inPlaceOf })} </span>}
          <span>{words(entry)}</span>
          {registered && view.readBackAt !== null && <span className="muted">{t('readBack', { when: formatInstant(view.readBackAt) })}</span>}
          {entry.kind === 'notice-issued' && <> <Link to={`/print/${view.id}/notice`} className="no-print inline-link">{t('printNotice')}</Link></>}
          {entry.public && (entry.kind === 'note-added' || entry.kind === 'attachment-added') && <span className="timeline-eye" title={t('publicEntry')}><EyeOutlined aria-hidden="true" /><span className="only-read">{t('publicEntry')}</span></span>}
        </span>
        {text !== null && text !== '' && <LongText text={text} />}
        {entry.remark !== null && <LongText text={t('remark', { text: entry.remark })} />}
      </div>
    </li>
  )
}

export function actorName(entry: TimelineEntry, t: ReturnType<typeof useTranslation<'case'>>['t']): string {
  if (entry.actor.as === 'system') return t('system')
  if (entry.actor.as === 'public') return t('person')
  return entry.actor.name ?? t('someone')
}
