import { findForCase } from '@daodi/contract/staff/register/suggest.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { Kbd, useKeys } from '../shared/keys.tsx'
import type { Person } from '../shared/person-picker.tsx'

type Found = z.output<(typeof findForCase)['reply']>

export interface ReferralTarget { readonly unitId: string; readonly unitName: string; readonly matterName: string | null; readonly person: Person | null }
interface Suggested extends ReferralTarget { readonly reasons: Found['units'][number]['reasons']; readonly sure: boolean; readonly place: string }

/** The digits that the six branches leave free. */
const DIGITS = ['7', '8', '9'] as const

/** Where this case may belong, best first, with the reason, as at registration; below the limit of confidence nobody is named but the office. */
export function ReferralFinding({ caseId, handlerId, handlerUnitId, chosen, onChoose }: { caseId: string; handlerId: string; handlerUnitId: string; chosen: string | null; onChoose: (target: ReferralTarget) => void }) {
  const { t } = useTranslation('case')
  const found = useQuery({ queryKey: ['cases', caseId, 'finding'], staleTime: 60_000, queryFn: ({ signal }) => call(findForCase, { params: { caseId }, signal }) })
  const targets = found.data === undefined ? [] : targetsIn(found.data, { handlerId, handlerUnitId })
  useKeys(targets.map((target, index) => ({ key: `alt+${DIGITS[index]}`, label: target.unitName, whenTyping: true, act: () => onChoose(target) })), { in: 'dialog' })
  if (found.data === undefined) return null
  const { office, advice } = found.data
  if (targets.length === 0) return advice === 'unclear' && office ? <p className="muted referral-office">{t('finding.askOffice', { unit: office.unitName, name: office.personName, phone: office.phone ?? '' })}</p> : null
  return (
    <div className="referral-found" role="group" aria-label={t('finding.mayBe')}>
      <span className="muted">{t('finding.mayBe')}</span>
      {targets.map((target, index) => (
        <button key={`${target.unitId} ${target.matterName ?? ''}`} type="button" className="bare referral-target" aria-pressed={chosen === target.unitId} aria-keyshortcuts={`Alt+${DIGITS[index]}`} onClick={() => onChoose(target)}>
          <span><b>{target.unitName}</b>{target.person !== null && ` · ${target.person.name}`} <span className="muted">{target.place}</span> {target.sure && <span className="tag ok">{t('finding.sure')}</span>}</span>
          <span className="muted"><Why target={target} /></span>
          <Kbd keys={`alt+${DIGITS[index]}`} />
        </button>
      ))}
    </div>
  )
}

function Why({ target: { matterName, reasons } }: { target: Suggested }) {
  const { t } = useTranslation('case')
  return [
    matterName === null ? '' : t('finding.asMatter', { matter: matterName }), reasons.ruling ? t('finding.ruling', { number: reasons.ruling.number }) : '',
    reasons.words.length > 0 ? t('finding.because', { words: reasons.words.map((word) => `“${word}”`).join('') }) : '', reasons.cases ? t('finding.handled', { ...reasons.cases }) : '',
  ].filter(Boolean).join(' · ')
}

/** One line a unit, named for what made it likeliest; whoever has the case is no target. */
export function targetsIn({ matters, units, advice }: Pick<Found, 'matters' | 'units' | 'advice'>, now: { handlerId: string; handlerUnitId: string }): Suggested[] {
  if (advice === 'unclear') return []
  const all = [...matters.map(ofMatter), ...units.map(ofUnit)].filter(({ likely, target: { unitId, person } }) => likely && (unitId !== now.handlerUnitId || (person !== null && person.id !== now.handlerId)))
  return all.map(({ target }) => target).filter((target, index, every) => every.findIndex(({ unitId }) => unitId === target.unitId) === index).slice(0, DIGITS.length)
}

function ofMatter(matter: Found['matters'][number]): { likely: boolean; target: Suggested } {
  const id = matter.personId ?? matter.receiver?.personId
  const person = id === undefined ? null : { id, name: matter.personName ?? matter.receiver?.personName ?? '', pinyin: '', post: null, unitId: matter.unitId, unitName: matter.unitName, phone: matter.phone, room: matter.room }
  return {
    likely: matter.confidence !== 'low',
    target: { unitId: matter.unitId, unitName: matter.unitName, matterName: matter.name, person, reasons: matter.reasons, sure: matter.confidence === 'high', place: [matter.postName, matter.room, matter.phone].filter(Boolean).join(' · ') },
  }
}

function ofUnit(unit: Found['units'][number]): { likely: boolean; target: Suggested } {
  return {
    likely: unit.confidence !== 'low',
    target: { unitId: unit.unitId, unitName: unit.unitName, matterName: null, person: null, reasons: unit.reasons, sure: unit.confidence === 'high', place: [unit.room, unit.phone].filter(Boolean).join(' · ') },
  }
}
