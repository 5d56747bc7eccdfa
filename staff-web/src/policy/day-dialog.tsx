import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import type { Day, Override, Session } from './calendar-query.ts'
import { Sessions } from './hours-form.tsx'

type Choice = 'usual' | 'rest' | 'work' | 'half' | 'own'

interface DayProps { readonly day: Day; readonly own: Override | undefined; readonly usual: readonly Session[]; readonly onSet: (override: Override | null) => void; readonly onClose: () => void }

/** What the organisation decides for one day: rest, work, half a day, hours of its own, or nothing special. */
export function DayDialog({ day, own, usual, onSet, onClose }: DayProps) {
  const { t } = useTranslation('calendar')
  const shared = useTranslation('shared').t
  const [choice, setChoice] = useState<Choice>(() => choiceOf(own, usual))
  const [sessions, setSessions] = useState<readonly Session[]>(own?.sessions ?? usual)
  const [note, setNote] = useState(own?.note ?? '')
  const submit = () => {
    const text = note.trim()
    const chosen = choice === 'rest' ? [] : choice === 'work' ? usual : choice === 'half' ? usual.slice(0, 1) : sessions
    onSet(choice === 'usual' ? null : { date: day.date, sessions: chosen, ...(text === '' ? {} : { note: text }) })
    onClose()
  }
  return (
    <Modal open title={t('dayTitle', { date: day.date, weekday: t(`weekday.d${day.weekday}` as 'weekday.d1') })} onCancel={onClose} footer={<><Button onClick={onClose}>{shared('act.cancel')}</Button><Button type="primary" htmlType="submit" form="day-form">{shared('act.ok')}</Button></>}>
      <form id="day-form" className="admin-form" onSubmit={(event) => { event.preventDefault(); submit() }}>
        <p className="muted">{t('dayNow', { kind: t(`kind.${day.kind}`) })}{day.estimated ? ` · ${t('estimated')}` : ''}</p>
        <Radio.Group
          aria-label={t('dayChoice')} value={choice} onChange={(event) => setChoice(event.target.value as Choice)} className="rows-field"
          options={(['usual', 'rest', 'work', 'half', 'own'] as const).map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        {choice === 'own' && <Sessions id="day-session" sessions={sessions} onChange={setSessions} />}
        {choice !== 'usual' && <Field id="day-note" label={t('dayNote')}><Input id="day-note" value={note} maxLength={80} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>}
      </form>
    </Modal>
  )
}

function choiceOf(own: Override | undefined, usual: readonly Session[]): Choice {
  if (own === undefined) return 'usual'
  if (own.sessions.length === 0) return 'rest'
  const text = JSON.stringify(own.sessions)
  return text === JSON.stringify(usual) ? 'work' : text === JSON.stringify(usual.slice(0, 1)) ? 'half' : 'own'
}
