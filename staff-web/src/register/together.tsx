import { Tag } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, useMe } from '../shared/me.ts'
import { PersonPicker } from '../shared/person-picker.tsx'
import type { Draft } from './draft.ts'

const MOST = 10

/** Windows and appointed first contacts stay responsible whoever stands beside them: there nobody is asked together. */
export function togetherAsked(settings: Me['settings']): boolean {
  return settings.firstContactMode === 'anyone' || settings.firstContactMode === 'pair'
}

/** Colleagues asked together with whoever registers. A pair always shows; where anyone may be asked it is seldom needed. */
export function Together({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const me = useMe()
  const hint = useId()
  const isPair = me.settings.firstContactMode === 'pair'
  if (!togetherAsked(me.settings) || !(isPair || draft.more || draft.together.length > 0)) return null
  const label = t(isPair ? 'who.pair' : 'who.together')
  const { together } = draft
  const full = together.length >= (isPair ? 1 : MOST)
  return (
    <div className="together" role="group" aria-label={label} aria-describedby={hint}>
      <span className="muted">{label}</span>
      {together.map((person) => (
        <Tag key={person.id} closable={{ 'aria-label': `${shared('act.remove')} ${person.name}` }} onClose={() => change({ together: together.filter((one) => one.id !== person.id) })}>{person.name} · {person.unitName}</Tag>
      ))}
      {!full && (
        <div className="together-pick">
          <PersonPicker id="who-together" value={null} except={me.id} label={label} onChange={(person) => { if (person !== null && !together.some((one) => one.id === person.id)) change({ together: [...together, person] }) }} />
        </div>
      )}
      <span id={hint} className="faint together-hint">{t(isPair ? 'who.pairHint' : 'who.togetherHint')}</span>
    </div>
  )
}
