import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Definition, Season, Session } from './calendar-query.ts'

/** Weekdays, hours, summer and winter hours; of a unit below the root each may be inherited. */
export function HoursForm({ draft, whole, isRoot, onChange }: { draft: Definition; whole: Definition; isRoot: boolean; onChange: (draft: Definition) => void }) {
  const { t } = useTranslation('calendar')
  const set = (changes: Definition) => onChange({ ...draft, ...changes })
  const part = (name: 'kind' | 'weekdays' | 'sessions' | 'seasons' | 'holidays', control: React.ReactNode) => {
    const own = draft[name] !== undefined
    const { [name]: _, ...rest } = draft
    return (
      <div className="setting" key={name}>
        <div className="setting-name">
          <span id={`hours-${name}`}>{t(`part.${name}`)}</span>
          {!isRoot && <span className={own ? 'tag act' : 'tag'}>{t(own ? 'setHere' : 'inherited')}</span>}
          {!isRoot && own && <Button size="small" type="link" onClick={() => onChange(rest)}>{t('inheritAgain')}<span className="only-read"> {t(`part.${name}`)}</span></Button>}
          {!isRoot && !own && <Button size="small" type="link" onClick={() => set({ [name]: whole[name] })}>{t('setIt')}<span className="only-read"> {t(`part.${name}`)}</span></Button>}
        </div>
        <fieldset className="setting-value admin-fieldset" disabled={!isRoot && !own} aria-labelledby={`hours-${name}`}>{control}</fieldset>
      </div>
    )
  }
  const shown = { ...whole, ...draft }
  const weekdays = shown.weekdays ?? []
  return (
    <>
      {part('kind', <Radio.Group value={shown.kind} onChange={(event) => set({ kind: event.target.value })} options={[{ value: 'sessions', label: t('kinds.sessions') }, { value: 'aroundTheClock', label: t('kinds.aroundTheClock') }]} />)}
      {part('weekdays', <Checkbox.Group value={[...weekdays]} onChange={(chosen) => set({ weekdays: [...chosen].sort((a, b) => a - b) })} options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t(`weekday.d${value}` as 'weekday.d1') }))} />)}
      {part('sessions', <Sessions id="usual" sessions={shown.sessions ?? []} onChange={(sessions) => set({ sessions })} />)}
      {part('seasons', <Seasons seasons={shown.seasons ?? []} usual={shown.sessions ?? []} onChange={(seasons) => set({ seasons })} />)}
      {part('holidays', <Radio.Group value={shown.holidays} onChange={(event) => set({ holidays: event.target.value })} options={[{ value: 'national', label: t('holidays.national') }, { value: 'none', label: t('holidays.none') }]} />)}
    </>
  )
}

/** Times of a day, in order; the gap between two is no working time. */
export function Sessions({ id, sessions, onChange }: { id: string; sessions: readonly Session[]; onChange: (sessions: readonly Session[]) => void }) {
  const { t } = useTranslation('calendar')
  const shared = useTranslation('shared').t
  const change = (index: number, changes: Partial<Session>) => onChange(sessions.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <div>
      {sessions.map((session, index) => (
        <div key={index} className="session-line">
          <Input id={`${id}-${index}`} value={session.from} maxLength={5} aria-label={t('fromN', { n: index + 1 })} placeholder="08:30" onChange={(event) => change(index, { from: tidy(event.target.value) })} />–
          <Input value={session.to} maxLength={5} aria-label={t('toN', { n: index + 1 })} placeholder="12:00" onChange={(event) => change(index, { to: tidy(event.target.value) })} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${session.from}–${session.to}`} onClick={() => onChange(sessions.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...sessions, { from: sessions.at(-1)?.to ?? '08:30', to: '' }])}>{t('addSession')}</Button>
    </div>
  )
}

/** 0830 and 8：30 mean 08:30. */
function tidy(written: string): string {
  const text = written.replace(/：/g, ':').trim()
  return /^\d{4}$/.test(text) ? `${text.slice(0, 2)}:${text.slice(2)}` : text
}

function Seasons({ seasons, usual, onChange }: { seasons: readonly Season[]; usual: readonly Session[]; onChange: (seasons: readonly Season[]) => void }) {
  const { t } = useTranslation('calendar')
  const change = (index: number, changes: Partial<Season>) => onChange(seasons.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <div className="rows-field">
      {seasons.map((season, index) => (
        <div key={index} className="season">
          <div className="session-line">
            <Input value={season.from} maxLength={5} placeholder="06-01" aria-label={t('seasonFrom', { n: index + 1 })} onChange={(event) => change(index, { from: event.target.value.trim() })} />{t('through')}
            <Input value={season.to} maxLength={5} placeholder="09-30" aria-label={t('seasonTo', { n: index + 1 })} onChange={(event) => change(index, { to: event.target.value.trim() })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('removeSeason', { n: index + 1 })} onClick={() => onChange(seasons.filter((_, at) => at !== index))} />
          </div>
          <Sessions id={`season-${index}`} sessions={season.sessions} onChange={(sessions) => change(index, { sessions })} />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...seasons, { from: '06-01', to: '09-30', sessions: usual }])}>{t('addSeason')}</Button>
    </div>
  )
}
