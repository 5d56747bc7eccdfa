import { createShiftKind, updateShiftKind } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal, Popconfirm, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { NumberInput } from '../shared/number-input.tsx'
import { PostSelect } from '../shared/post-select.tsx'
import { ErrorState } from '../shared/states.tsx'
import { CommonTasksField } from './planned-tasks-field.tsx'
import { DirectoryPost } from './directory-post.tsx'
import type { Kind, Roster } from './roster-query.ts'

const EMPTY = {
  name: '', from: '08:00', to: '16:00', weekdays: [1, 2, 3, 4, 5], post: '', team: '', least: 1, needs: [] as string[], criteria: [] as string[], deskId: null as string | null,
  postId: null as string | null, main: false, tasks: [] as Kind['tasks'],
}

export function KindDialog({ unitId, desks, kind, onClose }: { unitId: string; desks: Roster['desks']; kind: Kind | null; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => (kind === null ? EMPTY : { ...kind, post: kind.post ?? '', team: kind.team ?? '' }))
  const body = () => ({
    name: cleanLine(draft.name) ?? '', from: draft.from, to: draft.to, weekdays: draft.weekdays, post: cleanLine(draft.post) ?? null, team: cleanLine(draft.team) ?? null, deskId: draft.deskId, least: draft.least,
    needs: draft.needs, criteria: draft.criteria, postId: draft.postId, main: draft.main,
    tasks: draft.tasks.flatMap(({ task, by }) => { const said = cleanLine(task); return said === undefined ? [] : [{ task: said, by }] }),
  })
  const save = useMutation({
    mutationFn: async ({ retire }: { retire: boolean }) => (kind === null
      ? call(createShiftKind, { params: { unitId }, body: body() }) : call(updateShiftKind, { params: { kindId: kind.id }, body: retire ? { retired: true as const } : body() })),
    onSuccess: () => { void queries.invalidateQueries({ queryKey: ['roster'] }); onClose() },
  })
  const ready = draft.name.trim() !== '' && draft.weekdays.length > 0 && /^\d\d:\d\d$/.test(draft.from) && /^\d\d:\d\d$/.test(draft.to)
  const field = (id: string, label: string, control: ReactNode, hint = '') => <Field id={`kind-${id}`} label={label} hint={hint}>{control}</Field>
  const tags = (name: 'needs' | 'criteria') => <Select mode="tags" id={`kind-${name}`} value={draft[name]} open={false} suffixIcon={null} onChange={(next: string[]) => setDraft({ ...draft, [name]: next.map((one) => one.trim()).filter(Boolean) })} />
  const time = (name: 'from' | 'to') => <Input id={`kind-${name}`} type="time" value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
  const words = (name: 'name' | 'team') => <Input id={`kind-${name}`} value={draft[name]} maxLength={40} autoFocus={name === 'name'} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
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
        {field('name', t('week.kindName'), words('name'))}
        <div className="pair">{field('from', t('week.from'), time('from'))}{field('to', draft.to <= draft.from ? `${t('week.to')}（${t('week.nextDay')}）` : t('week.to'), time('to'))}</div>
        <fieldset className="roster-days"><legend className="muted">{t('week.weekdays')}</legend>
          <Checkbox.Group value={draft.weekdays} onChange={(next) => setDraft({ ...draft, weekdays: next })} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: t(`weekday.d${day as 1}`) }))} />
        </fieldset>
        <div className="pair">
          {field('least', t('week.least'), <NumberInput id="kind-least" min={0} max={100} value={draft.least} onChange={(next) => setDraft({ ...draft, least: next ?? 1 })} />)}
          {field('team', t('week.team'), words('team'), t('week.teamHint'))}
        </div>
        {desks.length > 0 && field('desk', t('week.desk'), <Select<string> id="kind-desk" allowClear value={draft.deskId} placeholder={t('week.noDesk')} options={desks.map(({ id, name }) => ({ value: id, label: name }))} onChange={(next?: string) => setDraft({ ...draft, deskId: next ?? null })} />, t('week.deskHint'))}
        {field('post', t('week.post'), <PostSelect id="kind-post" label={t('week.post')} allowClear value={draft.post} onChange={(post) => setDraft({ ...draft, post: post ?? '' })} />, t('week.postHint'))}
        <DirectoryPost unitId={unitId} kind={kind} value={draft.postId} onChange={(postId) => setDraft({ ...draft, postId })} />
        <Checkbox checked={draft.main} onChange={(event) => setDraft({ ...draft, main: event.target.checked })}>{t('week.main')}</Checkbox>
        {field('needs', t('week.needs'), tags('needs'), t('week.needsHint'))}
        {field('criteria', t('week.criteria'), tags('criteria'), t('week.criteriaHint'))}
        <CommonTasksField value={draft.tasks} onChange={(tasks) => setDraft({ ...draft, tasks })} />
      </form>
    </Modal>
  )
}
