import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { Presence } from '../shared/presence.tsx'
import { useUnits } from '../shared/unit-picker.tsx'
import { type Away, usePresence } from './away.ts'
import type { DraftCall } from './draft.ts'
import type { PanelProps } from './panel-props.ts'

const CALL_CHANNELS = ['phone', 'visit', 'wechat', 'sms'] as const
const CALLS_MAX = 10

/** Where the chosen colleague is now, what was tried to reach them, and the promise to pass it on and to assist. */
export function AbsentFields({ draft, filled, change, faults }: Pick<PanelProps, 'draft' | 'filled' | 'change' | 'faults'>) {
  const { t } = useTranslation('register')
  const { person } = filled
  if (person === null) return null
  const set = (index: number, patch: Partial<DraftCall>) => change({ calls: draft.calls.map((one, at) => (at === index ? { ...one, ...patch } : one)) })
  const add = (reached: boolean) => change({ calls: [...draft.calls, { channel: 'phone', reached, note: '', pressedAt: Date.now() }] })
  return (
    <fieldset className="absent">
      <legend>{t('absent.title', { name: person.name })} <PresenceOf personId={person.id} /></legend>
      {draft.calls.map((one, index) => (
        <div key={index} className="absent-call">
          <select className="chip" aria-label={`${t('absent.channel')} ${index + 1}`} value={one.channel} onChange={(event) => set(index, { channel: event.target.value as DraftCall['channel'] })}>
            {CALL_CHANNELS.map((channel) => <option key={channel} value={channel}>{t(`absent.channels.${channel}`)}</option>)}
          </select>
          <select className="chip" aria-label={`${t('absent.result')} ${index + 1}`} value={one.reached ? 'yes' : 'no'} onChange={(event) => set(index, { reached: event.target.value === 'yes' })}>
            <option value="no">{t('absent.no')}</option><option value="yes">{t('absent.yes')}</option>
          </select>
          <Input aria-label={`${t('absent.note')} ${index + 1}`} placeholder={t('absent.note')} maxLength={2000} value={one.note} onChange={(event) => set(index, { note: event.target.value })} />
          <button type="button" className="bare faint" aria-label={`${t('absent.remove')} ${index + 1}`} onClick={() => change({ calls: draft.calls.toSpliced(index, 1) })}>✕</button>
        </div>
      ))}
      {faults['/decision/calls'] && <p className="field-fault" role="alert">{faults['/decision/calls']}</p>}
      {draft.calls.length < CALLS_MAX && <div className="absent-acts"><Button size="small" onClick={() => add(false)}>{t('absent.addNo')}</Button><Button size="small" onClick={() => add(true)}>{t('absent.addYes')}</Button></div>}
      {filled.away ? <AwayWays away={filled.away} change={change} /> : <label className="panel-check"><input type="checkbox" checked={draft.relay} onChange={(event) => change({ relay: event.target.checked })} /> {t('absent.relay')}</label>}
      {(filled.away ? filled.away.way === 'relay' : draft.relay) && <Input aria-label={t('absent.relayText')} placeholder={t('absent.relayText')} maxLength={2000} value={draft.relayText} onChange={(event) => change({ relayText: event.target.value })} />}
    </fieldset>
  )
}

const NEXT = 'alt+b'

/** What is done about it, what the rules say first; and why that stands chosen. */
function AwayWays({ away: { row, ways, way }, change }: { away: Away; change: PanelProps['change'] }) {
  const { t } = useTranslation('register')
  const words = { name: row.name, deputy: row.deputy?.name ?? '', state: t(`away.is.${row.state}`) }
  useKeys([{ key: NEXT, label: t('away.next'), whenTyping: true, act: () => change({ away: ways[(ways.indexOf(way) + 1) % ways.length] ?? null }) }])
  return (
    <div role="radiogroup" aria-label={t('away.title')} className="absent-ways">
      <p role="status">{t(`away.why.${way}`, words)} <span className="muted">{t('away.next')} <Kbd keys={NEXT} /></span></p>
      {ways.map((one) => <label key={one} className="panel-check"><input type="radio" name="absent-way" checked={one === way} onChange={() => change({ away: one })} /> {t(`away.way.${one}`, words)}</label>)}
    </div>
  )
}

function PresenceOf({ personId }: { personId: string }) {
  const row = usePresence(personId)
  return row ? <span role="status"><Presence row={row} /></span> : null
}

/** A caller is told the unit's number, and that is all there is to do. */
export function NumberGiven({ draft, filled, change, faults }: Pick<PanelProps, 'draft' | 'filled' | 'change' | 'faults'>) {
  const { t } = useTranslation('register')
  const units = useUnits()
  if (draft.channel !== 'phone' || filled.unitId === null) return null
  const known = filled.person?.phone ?? units.data?.find((unit) => unit.id === filled.unitId)?.phone ?? ''
  const fault = faults['/decision/numberGiven']
  return (
    <div className="absent-number">
      <label className="panel-check"><input type="checkbox" checked={draft.numberGiven !== null} onChange={(event) => change({ numberGiven: event.target.checked ? known : null })} /> {t('absent.numberGiven')}</label>
      {draft.numberGiven !== null && <Input type="tel" aria-label={t('absent.number')} placeholder={t('absent.number')} maxLength={30} value={draft.numberGiven} onChange={(event) => change({ numberGiven: event.target.value })} />}
      {fault && <p className="field-fault" role="alert">{fault}</p>}
    </div>
  )
}
