import { createShiftKind, updateShiftKind } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { NumberInput } from '../shared/number-input.tsx'
import { ErrorState } from '../shared/states.tsx'
import { KindGroups, type KindDraft } from './kind-groups.tsx'
import type { Kind, Roster } from './roster-query.ts'

const EMPTY: KindDraft = {
  name: '', from: '08:00', to: '16:00', weekdays: [1, 2, 3, 4, 5], post: '', team: '', least: 1, needs: [], criteria: [], deskId: null, postId: null, main: false, tasks: [],
}

/** When the shift is and how many people it takes; whom it asks for, what it stands for and what it does are folded away. */
export function KindDialog({ unitId, desks, kind, onClose }: { unitId: string; desks: Roster['desks']; kind: Kind | null; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<KindDraft>(() => (kind === null ? EMPTY : { ...kind, post: kind.post ?? '', team: kind.team ?? '' }))
  const set = (change: Partial<KindDraft>) => setDraft((held) => ({ ...held, ...change }))
  const save = useMutation({
    mutationFn: async ({ retire }: { retire: boolean }) => (kind === null
      ? call(createShiftKind, { params: { unitId }, body: bodyOf(draft) }) : call(updateShiftKind, { params: { kindId: kind.id }, body: retire ? { retired: true as const } : bodyOf(draft) })),
    onSuccess: () => { void queries.invalidateQueries({ queryKey: ['roster'] }); onClose() },
  })
  const ready = draft.name.trim() !== '' && draft.weekdays.length > 0 && /^\d\d:\d\d$/.test(draft.from) && /^\d\d:\d\d$/.test(draft.to)
  const time = (name: 'from' | 'to') => <Input id={`kind-${name}`} type="time" value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
  return (
    <Modal
      open title={kind === null ? t('week.newKind') : t('week.editKind')} onCancel={onClose} width={640} mask={{ closable: false }}
      footer={(
        <>
          {kind !== null && <Popconfirm title={t('week.retireAsk', { name: kind.name })} onConfirm={() => save.mutate({ retire: true })}><Button danger className="roster-left">{t('week.retire')}</Button></Popconfirm>}
          <Button onClick={onClose}>{shared('act.cancel')}</Button>
          <Button type="primary" htmlType="submit" form="kind-form" disabled={!ready} loading={save.isPending}>{shared('act.save')}</Button>
        </>
      )}
    >
      <form id="kind-form" className="roster-form" onSubmit={(event) => { event.preventDefault(); if (ready && !save.isPending) save.mutate({ retire: false }) }}>
        {save.error !== null && <ErrorState error={save.error} />}
        <div className="pair">
          <Field id="kind-name" label={t('week.kindName')}><Input id="kind-name" value={draft.name} maxLength={40} autoFocus onChange={(event) => set({ name: event.target.value })} /></Field>
          <Field id="kind-least" label={t('week.least')}><NumberInput id="kind-least" min={0} max={100} precision={0} value={draft.least} onChange={(next) => set({ least: next ?? 1 })} style={{ width: '100%' }} /></Field>
        </div>
        <div className="pair">
          <Field id="kind-from" label={t('week.from')}>{time('from')}</Field>
          <Field id="kind-to" label={draft.to <= draft.from ? `${t('week.to')}（${t('week.nextDay')}）` : t('week.to')}>{time('to')}</Field>
        </div>
        <fieldset className="roster-days"><legend className="muted">{t('week.weekdays')}</legend>
          <Checkbox.Group value={draft.weekdays} onChange={(weekdays) => set({ weekdays })} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: t(`weekday.d${day as 1}`) }))} />
        </fieldset>
        <KindGroups unitId={unitId} desks={desks} kind={kind} draft={draft} set={set} />
      </form>
    </Modal>
  )
}

function bodyOf({ name, post, team, tasks, from, to, weekdays, deskId, least, needs, criteria, postId, main }: KindDraft) {
  return {
    name: cleanLine(name) ?? '', from, to, weekdays, post: cleanLine(post) ?? null, team: cleanLine(team) ?? null, deskId, least, needs, criteria, postId, main,
    tasks: tasks.flatMap(({ task, by }) => { const said = cleanLine(task); return said === undefined ? [] : [{ task: said, by }] }),
  }
}
