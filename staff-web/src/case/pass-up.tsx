import { listArbiters } from '@daodi/contract/staff/cases/list-arbiters.ts'
import { passUp } from '@daodi/contract/staff/cases/pass-up.ts'
import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useMe } from '../shared/me.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { Choice } from './text-panel.tsx'
import { useAct } from './use-act.ts'

const EMPTY = { opinion: '', level: null as number | null, skip: '' }

/** The next leader is asked, with the opinion of whoever was asked before; a later one only with a reason. */
export function PassUp({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const things = useAskedOf(view)
  const [chosen, setChosen] = useState(things[0]?.value ?? 'ruling')
  const [draft, setDraft, clear] = useDraft(`${view.id} up`, EMPTY)
  const act = useAct(passUp, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { levels, alone } = useAbove(view.id, chosen)
  const level = draft.level ?? levels[0]?.level ?? null
  const skips = level !== null && level !== levels[0]?.level
  const { opinion, skip } = draft
  return (
    <ActForm
      title={t('acts.name.passUp')} intro={t('together.up.intro')} error={act.error} pending={act.isPending} ready={levels.length > 0 && opinion.trim() !== '' && (!skips || skip.trim() !== '')} onClose={onClose}
      onSubmit={() => act.mutate({ opinion, questionId: chosen === 'ruling' ? undefined : chosen, level: skips ? level : undefined, skipReason: skips ? given(skip) : undefined })}
    >
      <Choice id="up-which" label={t('together.advice.which')} value={chosen} onChange={(next) => { setChosen(next); setDraft({ ...draft, level: null }) }} options={things} />
      <TextField id="up-opinion" label={t('together.up.opinion')} value={opinion} onChange={(next) => setDraft({ ...draft, opinion: next })} fault={faults['/opinion']} max={REPLY_MAX} autoFocus />
      {alone && <p className="muted">{t('together.up.nobody')}</p>}
      {levels.length > 0 && (
        <div className="act-field">
          <span id="up-level">{t('together.up.to')}</span>
          <Radio.Group
            vertical aria-labelledby="up-level" value={level} onChange={(event) => setDraft({ ...draft, level: event.target.value as number })}
            options={levels.map((one) => ({ value: one.level, label: one.people.map(({ personName }) => personName).join(t('fact.separator')) }))}
          />
        </div>
      )}
      {skips && <TextField id="up-skip" label={t('together.ruling.skip')} value={skip} onChange={(next) => setDraft({ ...draft, skip: next })} fault={faults['/skipReason']} rows={2} />}
    </ActForm>
  )
}

/** The leaders above the reader; `alone` where it is known that there are none. */
function useAbove(caseId: string, of: string) {
  const above = useQuery({ queryKey: ['cases', caseId, 'above', of], queryFn: ({ signal }) => call(listArbiters, { params: { caseId }, query: { passUp: of }, signal }) })
  const levels = above.data?.levels ?? []
  return { levels, alone: above.isSuccess && levels.length === 0 }
}

/** The ruling, and the questions, that the reader was asked for. */
function useAskedOf({ ruling, cooperation }: ActProps['view']): { value: string; label: string }[] {
  const { t } = useTranslation('case')
  const me = useMe()
  const mine = (people: readonly { personId: string }[]) => people.some(({ personId }) => personId === me.id)
  return [
    ...(ruling !== null && mine(ruling.arbiters) ? [{ value: 'ruling', label: t('together.up.ruling', { reason: ruling.reason ?? '' }) }] : []),
    ...cooperation.questions.filter(({ of }) => mine(of)).map((one) => ({ value: one.id, label: `${one.byName}：${one.text ?? ''}` })),
  ]
}
