import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../shared/keys.tsx'
import { hasRole, type Me, useMe } from '../shared/me.ts'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import type { Draft } from './draft.ts'

/** Supervisors answer for no case: what they write down was asked of somebody else. */
export function onlyForOthers(me: Me): boolean {
  return hasRole(me, 'supervisor')
}

/** It is written down for somebody else, who decides it. */
export function isForOther(draft: Draft, me: Me): boolean {
  return draft.askedFirst !== null || onlyForOthers(me)
}

/** Somebody else was asked first and answers for it; whoever registers only writes it down. */
export function AskedFirst({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('register')
  const me = useMe()
  const needed = onlyForOthers(me)
  if (!needed && !draft.more && draft.askedFirst === null) return null
  const choose = (askedFirst: Person | null) => {
    change({ askedFirst, ...(askedFirst === null ? {} : { branch: null }) })
    // Chosen before anything is asked: the line is next; else it can be registered.
    if (askedFirst !== null) setTimeout(() => document.getElementById(draft.line.trim() === '' ? 'register-line' : 'register-hand')?.focus())
  }
  return (
    <div className="together" role="group" aria-label={t('askedFirst.label')} aria-describedby="asked-first-hint">
      <span className="muted">{t('askedFirst.label')}</span>
      <div className="together-pick"><PersonPicker id="who-askedFirst" value={draft.askedFirst} except={me.id} label={t('askedFirst.label')} onChange={choose} /></div>
      <span id="asked-first-hint" className="faint together-hint">{t(needed ? 'askedFirst.needed' : 'askedFirst.hint')}</span>
    </div>
  )
}

/** The six ways on, or one in their place where whoever was asked first decides them. */
export function WaysOn({ draft: { askedFirst }, forOther, sending, onHand, children }: { draft: Draft; forOther: boolean; sending: boolean; onHand: () => void; children: ReactNode }) {
  const { t } = useTranslation('register')
  if (!forOther) return children
  return (
    <section className="card panel hand-first" aria-label={t('askedFirst.title')}>
      <p>{askedFirst === null ? t('askedFirst.choose') : t('askedFirst.decides', { name: askedFirst.name, unit: askedFirst.unitName })}</p>
      <div className="panel-end">
        <Button id="register-hand" type="primary" aria-disabled={askedFirst === null} loading={sending} onClick={onHand}>
          {askedFirst === null ? t('askedFirst.register') : t('askedFirst.registerTo', { name: askedFirst.name })} <Kbd keys="Enter" />
        </Button>
      </div>
    </section>
  )
}
