import { readHolidayNotice } from '@daodi/contract/staff/calendar/calendar.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemList } from './problem-list.tsx'
import { call } from '../shared/call.ts'
import { NumberInput } from '../shared/number-input.tsx'
import { ErrorState } from '../shared/states.tsx'
import type { Notice } from './calendar-query.ts'

/** The yearly notice, pasted or from a file. It is shown first, and goes into the draft only if nothing in it contradicts itself. */
export function NoticeImport({ onUse, onClose }: { onUse: (notice: Notice) => void; onClose: () => void }) {
  const { t } = useTranslation('calendar')
  const shared = useTranslation('shared').t
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const [year, setYear] = useState<number | null>(null)
  const read = useMutation({ mutationFn: (written: string) => call(readHolidayNotice, { body: { text: written, ...(year === null ? {} : { year }) } }) })
  const change = (written: string) => { setText(written); read.reset() }
  const found = read.data
  const usable = found !== undefined && found.problems.length === 0
  return (
    <section className="card admin-pad calendar-pane" aria-labelledby="notice-head">
      <h2 id="notice-head">{t('notice.title')}</h2>
      <p className="muted">{t('notice.hint')}</p>
      <label htmlFor="notice-text" className="only-read">{t('notice.text')}</label>
      <Input.TextArea id="notice-text" lang="zh-CN" autoFocus value={text} autoSize={{ minRows: 6, maxRows: 20 }} placeholder={t('notice.example')} onChange={(event) => change(event.target.value)} />
      <div className="row">
        <Button onClick={() => file.current?.click()}>{t('notice.file')}</Button>
        <input ref={file} type="file" hidden aria-label={t('notice.file')} accept=".json,.csv,.txt" onChange={(event) => { const [chosen] = event.target.files ?? []; if (chosen !== undefined) void chosen.text().then((written) => { change(written); read.mutate(written) }); event.target.value = '' }} />
        <label htmlFor="notice-year">{t('notice.year')}</label><NumberInput id="notice-year" value={year} min={2000} max={2199} precision={0} placeholder={t('notice.yearAuto')} onChange={setYear} />
        <Button type={usable ? 'default' : 'primary'} disabled={text.trim() === ''} loading={read.isPending} onClick={() => read.mutate(text)}>{t('notice.read')}</Button>
        <Button onClick={onClose}>{shared('act.cancel')}</Button>
      </div>
      {read.isError && <ErrorState error={read.error} />}
      {found !== undefined && <ProblemList problems={found.problems} title={t('notice.refused')} />}
      {found !== undefined && usable && (
        <>
          <p className="ok-text">{t('notice.found', { year: found.year, rest: found.rest.length, work: found.work.length })}</p>
          <Days title={t('notice.restDays')} days={found.rest} names={found.names} />
          <Days title={t('notice.workDays')} days={found.work} names={{}} />
          {found.ignored.length > 0 && <p className="muted">{t('notice.ignored')} {found.ignored.join(' ／ ')}</p>}
          <div><Button type="primary" onClick={() => onUse({ year: found.year, rest: found.rest, work: found.work })}>{t('notice.use')}</Button></div>
        </>
      )}
    </section>
  )
}

/** Neighbouring days of one holiday in one breath. */
function Days({ title, days, names }: { title: string; days: readonly string[]; names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('calendar')
  const spans: { from: string; to: string; name: string }[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last !== undefined && Date.parse(day) - Date.parse(last.to) === 86_400_000 && last.name === (names[day] ?? '')) last.to = day
    else spans.push({ from: day, to: day, name: names[day] ?? '' })
  }
  return <p><b>{title}</b> {spans.length === 0 ? t('none') : spans.map((span) => `${span.name} ${span.from.slice(5)}${span.to === span.from ? '' : `–${span.to.slice(5)}`}`.trim()).join('；')}</p>
}
