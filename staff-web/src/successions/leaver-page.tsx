import { getLeaversCases, nameSuccessors } from '@daodi/contract/staff/successions/successions.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { PageFrame } from '../shared/page-frame.tsx'
import { PersonPicker, type Person } from '../shared/person-picker.tsx'
import { refusalText } from '../shared/refusal-text.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import './successions.css'

type LeftCase = z.output<typeof getLeaversCases.reply>['cases'][number]

/** Somebody leaves: a successor for each open case, who then signs for it. */
export function LeaverPage() {
  const { t } = useTranslation('successions')
  const { personId = '' } = useParams()
  const left = useQuery({ queryKey: ['successions', personId], queryFn: ({ signal }) => call(getLeaversCases, { params: { personId }, signal }) })
  if (left.isError && left.data === undefined) return <PageFrame title={t('leaver.title', { name: '' })}><ErrorState error={left.error} onRetry={() => void left.refetch()} /></PageFrame>
  if (left.data === undefined) return <PageFrame title={t('leaver.title', { name: '' })}><LoadingState rows={8} /></PageFrame>
  const { person, cases, signed, shifts } = left.data
  return (
    <PageFrame title={t('leaver.title', { name: person.name })} aside={<Link to="/admin">{t('leaver.toAccounts')}</Link>}>
      <p className="muted">{t('leaver.intro')}</p>
      <p className="succession-figures"><b>{t('leaver.count', { count: cases.length })}</b><span>{t('leaver.signed', { count: signed })}</span>{shifts > 0 && <span className="tag soon">{t('leaver.shifts', { count: shifts })}</span>}</p>
      {cases.length === 0 ? <EmptyState title={t('leaver.none')} text={shifts === 0 ? t('leaver.noneText') : undefined} /> : <Cases personId={personId} cases={cases} />}
    </PageFrame>
  )
}

function Cases({ personId, cases }: { personId: string; cases: readonly LeftCase[] }) {
  const { t } = useTranslation('successions')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [everybody, setEverybody] = useState<Person | null>(null)
  const unnamed = cases.filter((one) => one.successor === null).length
  const name = useMutation({
    mutationFn: (body: { all: string } | { cases: { caseId: string; successorId: string }[] }) => call(nameSuccessors, { params: { personId }, body }),
    onSuccess: ({ named }) => { message.success(t('leaver.named', { count: named })) }, onError: (error) => { message.error(refusalText(error, shared)) },
    onSettled: () => queries.invalidateQueries({ queryKey: ['successions', personId] }),
  })
  return (
    <>
      {unnamed > 0 && (
        <div className="card succession-all">
          <label htmlFor="succession-all">{t('leaver.all')}</label>
          <div className="succession-pick"><PersonPicker id="succession-all" value={everybody} onChange={setEverybody} except={personId} label={t('leaver.all')} /></div>
          <Popconfirm title={t('leaver.confirm', { count: unnamed, name: everybody?.name ?? '' })} disabled={everybody === null} onConfirm={() => { if (everybody) name.mutate({ all: everybody.id }) }}>
            <Button type="primary" disabled={everybody === null} loading={name.isPending}>{t('leaver.name')}</Button>
          </Popconfirm>
        </div>
      )}
      <ul className="card succession-list">
        {cases.map((one) => <CaseLine key={one.caseId} one={one} personId={personId} busy={name.isPending} onName={(successorId) => name.mutate({ cases: [{ caseId: one.caseId, successorId }] })} />)}
      </ul>
    </>
  )
}

function CaseLine({ one, personId, busy, onName }: { one: LeftCase; personId: string; busy: boolean; onName: (successorId: string) => void }) {
  const { t } = useTranslation('successions')
  const { formatDueInstant } = useFormat()
  return (
    <li>
      <b className="num">{one.number}</b> <span className="muted">{one.unitName}</span> {one.as.map((as) => <span key={as} className="tag">{t(`as.${as}`)}</span>)}
      {one.dueAt !== null && <span className={one.late ? 'tag late' : 'tag'}>{formatDueInstant(one.dueAt, one.dueEstimated)}</span>}
      <span className="succession-end">
        {one.successor !== null && <span>{one.successor.name} <span className="tag soon">{t('leaver.waiting')}</span></span>}
        <span className="succession-pick"><PersonPicker value={null} onChange={(person) => { if (person && !busy) onName(person.id) }} except={personId} label={`${t('leaver.successor')} ${one.number}`} /></span>
      </span>
    </li>
  )
}
