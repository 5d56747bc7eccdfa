import { publishCalendar, getCalendarVersion } from '@daodi/contract/staff/calendar/calendar.ts'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { ProblemList } from './problem-list.tsx'
import './policy.css'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { useFormat } from '../shared/format.ts'
import { useKeys } from '../shared/keys.tsx'
import { useMe } from '../shared/me.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { two, wallTime } from '../shared/wall-time.ts'
import { type Calendar, type Checked, type Day, type Definition, type Notice, type Override, type Session, useCalendar, useCheckedYear } from './calendar-query.ts'
import { DayDialog } from './day-dialog.tsx'
import { HoursForm } from './hours-form.tsx'
import { NoticeImport } from './notice-import.tsx'
import { Legend, YearGrid } from './year-grid.tsx'

/** The working time of the institution or of one unit: the year at a glance, hours, local days, the national notice. */
export function CalendarSection() {
  const { t } = useTranslation('calendar')
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const unitId = search.get('unit') ?? me.roles.find((grant) => grant.role === 'administrator')?.unitId ?? me.unit.id
  const today = wallTime(Date.now(), me.institution.timeZone)
  const year = Number(search.get('year') ?? today.year)
  const go = (changes: { unit?: string; year?: number }) => setSearch(new URLSearchParams({ unit: changes.unit ?? unitId, year: String(changes.year ?? year) }), { replace: true })
  const query = useCalendar(unitId, year)
  useKeys([{ key: '[', label: t('yearBefore'), act: () => go({ year: year - 1 }) }, { key: ']', label: t('yearAfter'), act: () => go({ year: year + 1 }) }])
  return (
    <>
      <div className="calendar-top">
        <div className="admin-search"><UnitPicker value={unitId} onChange={(unit) => { if (unit !== null) go({ unit }) }} label={t('unit')} allowInstitution /></div>
        <Button icon={<LeftOutlined />} aria-label={t('yearBefore')} onClick={() => go({ year: year - 1 })} />
        <h2>{t('year', { year })}</h2>
        <Button icon={<RightOutlined />} aria-label={t('yearAfter')} onClick={() => go({ year: year + 1 })} />
        <Link to={`/admin/deadline?unit=${unitId}`}>{t('tester')}</Link>
      </div>
      {query.isPending && <LoadingState rows={12} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Editing key={`${unitId} ${query.data.version}`} calendar={query.data} unitId={unitId} year={year} today={`${today.year}-${two(today.month)}-${two(today.day)}`} onYear={(next) => go({ year: next })} />}
    </>
  )
}

interface EditingProps { readonly calendar: Calendar; readonly unitId: string; readonly year: number; readonly today: string; readonly onYear: (year: number) => void }

function Editing({ calendar, unitId, year, today, onYear }: EditingProps) {
  const { t } = useTranslation('calendar')
  const [draft, setDraft] = useState<Definition | null>(null)
  const [restores, setRestores] = useState<number | null>(null)
  const [pane, setPane] = useState<'none' | 'notice' | 'hours' | 'versions'>('none')
  const [picked, setPicked] = useState<Day | null>(null)
  const whole = calendar.whole as Definition
  const own = (calendar.own ?? {}) as Definition
  const current = draft ?? own
  const checked = useCheckedYear(unitId, year, draft)
  const drawn = draftedYear(calendar, draft === null ? undefined : checked.data)
  const change = (next: Definition) => { setDraft(next); setRestores(null) }
  return (
    <>
      {calendar.mayPublish && (
        <div className="calendar-top">
          <Segmented value={pane} onChange={setPane} aria-label={t('panes')} options={(['none', 'notice', 'hours', 'versions'] as const).map((value) => ({ value, label: t(`pane.${value}`) }))} />
          <span className="muted">{t(calendar.unit.isRoot ? 'knownThrough' : calendar.own === null ? 'allInherited' : 'ownParts', { day: drawn.knownThrough })}</span>
        </div>
      )}
      {pane === 'notice' && <NoticeImport onClose={() => setPane('none')} onUse={(notice) => { change(withNotice(current, notice)); setPane('none'); onYear(notice.year) }} />}
      {pane === 'hours' && <section className="card admin-pad calendar-pane"><HoursForm draft={current} whole={whole} isRoot={calendar.unit.isRoot} onChange={change} /></section>}
      {pane === 'versions' && <Versions calendar={calendar} unitId={unitId} onTake={(definition, version) => { setDraft(definition); setRestores(version); setPane('none') }} />}
      {draft !== null && <DraftBar calendar={calendar} unitId={unitId} draft={draft} restores={restores} checked={checked.data} onDrop={() => setDraft(null)} />}
      <Legend />
      <YearGrid days={drawn.days} today={today} changed={drawn.changed} onPick={calendar.mayPublish ? setPicked : null} />
      {picked !== null && <DayDialog day={picked} own={overrideOf(current, picked.date)} usual={usualOf(current, whole)} onSet={(override) => change(withDay(current, picked.date, override))} onClose={() => setPicked(null)} />}
    </>
  )
}

function draftedYear(calendar: Calendar, checked: Checked | undefined): { days: Day[]; changed: ReadonlySet<string>; knownThrough: string } {
  if (checked === undefined || checked.days.length === 0) return { days: calendar.days, changed: new Set(), knownThrough: calendar.knownThrough }
  return { days: checked.days, changed: new Set(checked.changed), knownThrough: checked.knownThrough ?? calendar.knownThrough }
}

function withNotice(definition: Definition, notice: Notice): Definition {
  return { ...definition, notices: [...(definition.notices ?? []).filter((one) => one.year !== notice.year), notice] }
}

function withDay(definition: Definition, date: string, override: Override | null): Definition {
  const others = (definition.overrides ?? []).filter((one) => one.date !== date)
  return { ...definition, overrides: [...others, ...(override === null ? [] : [override])].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

function overrideOf(definition: Definition, date: string): Override | undefined {
  return definition.overrides?.find((one) => one.date === date)
}

function usualOf(definition: Definition, whole: Definition): readonly Session[] {
  return definition.sessions ?? whole.sessions ?? []
}

interface DraftBarProps { readonly calendar: Calendar; readonly unitId: string; readonly draft: Definition; readonly restores: number | null; readonly checked: ReturnType<typeof useCheckedYear>['data']; readonly onDrop: () => void }

function DraftBar({ calendar, unitId, draft, restores, checked, onDrop }: DraftBarProps) {
  const { t } = useTranslation('calendar')
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: () => call(publishCalendar, { params: { unitId }, body: { definition: draft as never, basedOn: calendar.version, note: cleanLine(note), ...(restores === null ? {} : { restores }) } }),
    onSuccess: ({ version }) => { message.success(t('published', { version })); void queries.resetQueries({ queryKey: ['calendar'] }) },
  })
  const problems = checked?.problems ?? []
  return (
    <section className="card admin-pad calendar-pane" aria-labelledby="draft-head">
      <h2 id="draft-head">{restores === null ? t('draft', { count: checked?.changed.length ?? 0 }) : t('draftOf', { n: restores })}</h2>
      <ProblemList problems={problems} title={t('problems')} />
      {publish.isError && <ErrorState error={publish.error} />}
      <p className="muted">{t('publishHint')}</p>
      <Field id="calendar-note" label={t('note')}><Input id="calendar-note" value={note} maxLength={500} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
      <div className="row">
        <Button type="primary" disabled={checked === undefined || problems.length > 0} loading={publish.isPending} onClick={() => publish.mutate()}>{t('publish')}</Button>
        <Button onClick={onDrop}>{t('drop')}</Button>
      </div>
    </section>
  )
}

function Versions({ calendar, unitId, onTake }: { calendar: Calendar; unitId: string; onTake: (definition: Definition, version: number) => void }) {
  const { t } = useTranslation('calendar')
  const { formatInstant } = useFormat()
  const take = useMutation({ mutationFn: (version: number) => call(getCalendarVersion, { params: { unitId, version } }), onSuccess: (row) => onTake(row.definition as Definition, row.version) })
  if (calendar.versions.length === 0) return <p className="muted">{t('noVersions')}</p>
  return (
    <section className="card admin-scroll calendar-pane">
      {take.isError && <ErrorState error={take.error} />}
      <table className="admin-table">
        <thead><tr><th>{t('version')}</th><th>{t('publishedAt')}</th><th>{t('note')}</th><th><span className="only-read">{t('acts')}</span></th></tr></thead>
        <tbody>{calendar.versions.map((row) => (
          <tr key={row.version}>
            <th scope="row">{t('versionN', { n: row.version })} {row.version === calendar.version && <span className="tag ok">{t('inForce')}</span>}{row.restores !== null && <span className="tag">{t('restored', { n: row.restores })}</span>}</th>
            <td className="num">{formatInstant(row.publishedAt)} <span className="muted">{row.byName ?? t('bySystem')}</span></td><td className="version-note">{row.note}</td>
            <td>{row.version !== calendar.version && <Button size="small" loading={take.isPending} onClick={() => take.mutate(row.version)}>{t('take')}<span className="only-read"> {t('versionN', { n: row.version })}</span></Button>}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  )
}
