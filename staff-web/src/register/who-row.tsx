import { CATEGORIES, CHANNELS, URGENCIES } from '@daodi/contract/shared/codes.ts'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { type Draft, phoneOf } from './draft.ts'
import { AskedFirst } from './asked-first.tsx'
import { DeskChoice } from './desk-choice.tsx'
import { Details } from './details.tsx'
import { Together } from './together.tsx'

interface WhoProps {
  draft: Draft; change: (patch: Partial<Draft>) => void; category: Draft['category']; visits: number; onBack: () => void
  /** At the end of the row: what must never have to be looked for. */
  children: ReactNode
}

/** How it came, who asks, of what kind: chips that are fields, so that Tab reaches them and typing fills them. */
export function WhoRow({ draft, change, category, visits, onBack, children }: WhoProps) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const { settings } = useMe()
  const channels = CHANNELS.filter((channel) => settings.channels.length === 0 || settings.channels.includes(channel))
  const categories = CATEGORIES.filter((one) => settings.categories.length === 0 || settings.categories.includes(one))
  const needsReadBack = category !== '' && settings.readBackCategories.includes(category)
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); onBack() } }
  return (
    <>
      <div className="who" role="group" aria-label={t('who.label')}>
        <select className="chip" aria-label={t('who.channel')} value={draft.channel} onChange={(event) => change({ channel: event.target.value as Draft['channel'] })}>
          {channels.map((channel) => <option key={channel} value={channel}>{shared(`channel.${channel}`)}</option>)}
        </select>
        <DeskChoice draft={draft} change={change} />
        {draft.channel === 'phone' && <RingsChoice draft={draft} change={change} />}
        <PersonChip draft={draft} change={change} visits={visits} onKeyDown={onKeyDown} />
        <select className={category === '' ? 'chip faint' : 'chip'} aria-label={t('who.category')} value={category} onChange={(event) => change({ category: event.target.value as Draft['category'] })}>
          <option value="">{t('who.categoryAuto')}</option>
          {categories.map((one) => <option key={one} value={one}>{shared(`category.${one}`)}</option>)}
        </select>
        {(draft.more || draft.urgency !== 'normal') && (
          <select className={draft.urgency === 'normal' ? 'chip faint' : 'chip chip-urgent'} aria-label={t('who.urgency')} value={draft.urgency} onChange={(event) => change({ urgency: event.target.value as Draft['urgency'] })}>
            {URGENCIES.map((urgency) => <option key={urgency} value={urgency}>{shared(`urgency.${urgency}`)}</option>)}
          </select>
        )}
        {(needsReadBack || draft.more) && (
          <label className={needsReadBack && !draft.readBack ? 'chip chip-urgent' : 'chip'}>
            <input id="who-read-back" type="checkbox" checked={draft.readBack} onChange={(event) => change({ readBack: event.target.checked })} /> {t('who.readBack')}
          </label>
        )}
        <button type="button" className="chip chip-more faint" aria-expanded={draft.more} onClick={() => change({ more: !draft.more })}>{draft.more ? t('who.less') : `+ ${t('who.more')}`}</button>
        {children}
      </div>
      <AskedFirst draft={draft} change={change} />
      {draft.askedFirst === null && <Together draft={draft} change={change} />}
      {draft.more && <Details draft={draft} change={change} />}
    </>
  )
}

/** Who asks; a colleague is who the directory says. */
function PersonChip({ draft, change, visits, onKeyDown }: Pick<WhoProps, 'draft' | 'change' | 'visits'> & { onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslation('register')
  const { colleague } = draft
  const fixed = draft.declined || colleague !== null
  return (
    <span className="chip chip-person">
      <input id="who-name" aria-label={t('who.name')} placeholder={t('who.name')} maxLength={60} autoComplete="off" value={colleague?.name ?? draft.name} disabled={fixed} onChange={(event) => change({ name: event.target.value })} onKeyDown={onKeyDown} />
      <span aria-hidden="true">·</span>
      <input
        id="who-phone" aria-label={t('who.phone')} placeholder={t('who.phone')} type="tel" maxLength={30} autoComplete="off" value={draft.phone === '' || colleague ? phoneOf(draft) : draft.phone} disabled={fixed}
        onChange={(event) => change({ phone: event.target.value })} onKeyDown={onKeyDown}
      />
      {colleague && <span className="faint">{t('who.inside', { unit: colleague.unitName })}</span>}
      {visits > 0 && <span className="faint" title={draft.known ? t('who.known') : undefined}>{t('who.visits', { count: visits })}</span>}
    </span>
  )
}

const MOST_RINGS = 9

/** Counted while it rings, so a choice of a few; how often was not counted is the usual case. */
function RingsChoice({ draft, change }: Pick<WhoProps, 'draft' | 'change'>) {
  const { t } = useTranslation('register')
  return (
    <select className={draft.rings === null ? 'chip faint' : 'chip'} aria-label={t('who.rings')} value={draft.rings ?? ''} onChange={(event) => change({ rings: event.target.value === '' ? null : Number(event.target.value) })}>
      <option value="">{t('who.rings')}</option>
      {Array.from({ length: MOST_RINGS }, (_, index) => <option key={index} value={index + 1}>{t('who.ring', { count: index + 1 })}</option>)}
    </select>
  )
}
