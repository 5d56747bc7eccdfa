import { correctCase } from '@daodi/contract/staff/cases/correct-case.ts'
import { findForCase } from '@daodi/contract/staff/register/suggest.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { ErrorState } from '../shared/states.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { type CaseView, isAnsweredOrOver } from './case-query.ts'
import { useAct } from './use-act.ts'
import { MergeInto } from './merge-cases.tsx'

type Found = z.output<(typeof findForCase)['reply']>
type Repeat = Found['repeats'][number]

/** Whose it looks to be, while that is still to be decided, and open cases that may be the same question; nothing at all where there is nothing to say. */
export function CaseFinding({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const undecided = view.status === 'registered'
  const mergeable = view.acts.some(({ act, allowed }) => act === 'mergeCase' && allowed)
  const found = useQuery({
    queryKey: ['cases', view.id, 'finding'], enabled: !isAnsweredOrOver(view) && (undecided || mergeable), staleTime: 60_000,
    queryFn: ({ signal }) => call(findForCase, { params: { caseId: view.id }, signal }),
  })
  if (!found.data || isAnsweredOrOver(view)) return null
  const { repeats } = found.data
  const whose = undecided ? said(found.data) : null
  if (whose === null && repeats.length === 0) return null
  return (
    <section className="card aside-card" aria-labelledby="finding-head">
      <h2 id="finding-head">{t('finding.title')}</h2>
      {whose && <Whose view={view} whose={whose} />}
      {undecided && whose === null && <p className="muted">{t('finding.office')}</p>}
      {repeats.length > 0 && <Repeats view={view} repeats={repeats} mergeable={mergeable} />}
    </section>
  )
}

function Whose({ view, whose: { matterId, matter, unit, words } }: { view: CaseView; whose: NonNullable<ReturnType<typeof said>> }) {
  const { t } = useTranslation('case')
  return (
    <div className="custody">
      <b>{matter === null ? t('finding.unit', { unit }) : t('finding.matter', { matter, unit })}</b>
      {words.length > 0 && <span className="muted">{t('finding.because', { words: words.map((word) => `“${word}”`).join('') })}</span>}
      {matterId !== null && matterId !== view.matter?.id && <Adopt view={view} matterId={matterId} name={matter ?? ''} />}
    </div>
  )
}

/** Only what is sure enough for the regulation is named. */
function said({ matters: [matter], units: [unit] }: Found): { matterId: string | null; matter: string | null; unit: string; words: string[] } | null {
  if (matter && matter.confidence !== 'low') return { matterId: matter.id, matter: matter.name, unit: matter.unitName, words: matter.reasons.words }
  return unit && unit.confidence !== 'low' ? { matterId: null, matter: null, unit: unit.unitName, words: unit.reasons.words } : null
}

/** The case is put under the matter that was found, like any correction of it. */
function Adopt({ view, matterId, name }: { view: CaseView; matterId: string; name: string }) {
  const { t } = useTranslation('case')
  const act = useAct(correctCase, view.id, () => undefined)
  if (!view.acts.some((one) => one.act === 'correctCase' && one.allowed)) return null
  return (
    <>
      <div><Button size="small" loading={act.isPending} aria-label={t('finding.adoptMatter', { matter: name })} onClick={() => act.mutate({ field: 'matter', value: matterId, reason: t('finding.adopted') })}>{t('finding.adopt')}</Button></div>
      {act.error !== null && <ErrorState error={act.error} />}
    </>
  )
}

function Repeats({ view, repeats, mergeable }: { view: CaseView; repeats: readonly Repeat[]; mergeable: boolean }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const [into, setInto] = useState<Repeat | null>(null)
  return (
    <div className="custody">
      <b>{t('finding.repeats')}</b>
      {repeats.map((one) => (
        <span key={one.id}>
          <Link to={`/cases/${one.id}`}>{one.number}</Link> {one.subject} <StatusTag status={one.status} />{' '}
          <span className="muted">{[one.handlerName ?? one.unitName, one.sameRequester ? t('finding.samePerson') : t('finding.otherPerson', { name: one.requesterName ?? shared('anonymousRequester') }), t('finding.alike', { count: one.confidence })].filter(Boolean).join(' · ')}</span>{' '}
          {mergeable && one.mergeable && one.status !== 'answered' && <Button size="small" onClick={() => setInto(one)} aria-label={t('finding.mergeInto', { number: one.number })}>{t('finding.merge')}</Button>}
        </span>
      ))}
      {into !== null && <MergeInto view={view} into={into} onClose={() => setInto(null)} />}
    </div>
  )
}
