import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { askForAssist, giveAssist, waiveAssist } from '@daodi/contract/staff/cases/assists.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { useMe } from '../shared/me.ts'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { randomKey } from '../shared/random-key.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import type { CaseView } from './case-query.ts'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { Choice, TextPanel, useTextDraft } from './text-panel.tsx'
import { useAct } from './use-act.ts'

interface Row { readonly key: string; readonly unitId: string | null; readonly person: Person | null }
const newRow = (): Row => ({ key: randomKey(), unitId: null, person: null })

/** Several at once; each owes an opinion by a time of its own. */
export function AskForAssist({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} assist`, { rows: [newRow()] as readonly Row[], task: '', dueAt: null as string | null })
  const act = useAct(askForAssist, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const chosen = draft.rows.flatMap((row) => (row.unitId === null ? [] : [{ unitId: row.unitId, ...(row.person === null ? {} : { personId: row.person.id }) }]))
  const change = (key: string, next: Partial<Row>) => setDraft({ ...draft, rows: draft.rows.map((row) => (row.key === key ? { ...row, ...next } : row)) })
  return (
    <ActForm
      title={t('acts.name.askForAssist')} intro={t('acts.assist.intro')} error={act.error} pending={act.isPending} ready={chosen.length > 0 && draft.task.trim() !== ''} onClose={onClose} wide
      onSubmit={() => act.mutate({ assistants: chosen, task: draft.task, ...(draft.dueAt === null ? {} : { dueAt: draft.dueAt }) })}
    >
      {draft.rows.map((row, index) => (
        <div key={row.key} className="assist-line">
          <UnitPicker value={row.unitId} onChange={(unitId) => change(row.key, { unitId, person: null })} label={`${t('acts.assist.unit')} ${index + 1}`} autoFocus={index === 0} />
          <PersonPicker standIn={index === 0 ? true : 'keyless'} value={row.person} onChange={(person) => change(row.key, person === null ? { person } : { person, unitId: person.unitId })} unitId={row.unitId ?? undefined} label={`${t('acts.assist.person')} ${index + 1}`} />
          <Button type="text" icon={<DeleteOutlined />} disabled={draft.rows.length === 1} aria-label={`${t('acts.notice.remove')} ${index + 1}`} onClick={() => setDraft({ ...draft, rows: draft.rows.filter((one) => one.key !== row.key) })} />
        </div>
      ))}
      <div><Button icon={<PlusOutlined />} onClick={() => setDraft({ ...draft, rows: [...draft.rows, newRow()] })}>{t('acts.assist.add')}</Button></div>
      <TextField id="assist-task" label={t('acts.assist.task')} value={draft.task} onChange={(task) => setDraft({ ...draft, task })} fault={faults['/task']} />
      <Field id="assist-due" label={t('acts.assist.due')} fault={faults['/dueAt']}>
        <InstantPicker id="assist-due" value={draft.dueAt} onChange={(dueAt) => setDraft({ ...draft, dueAt })} />
      </Field>
    </ActForm>
  )
}

function useOpenAssist(view: CaseView) {
  const me = useMe()
  const open = view.course.assists.filter((one) => one.state === 'open')
  const [chosen, choose] = useState<string | null>((open.find((one) => one.personId === me.id) ?? open[0])?.id ?? null)
  const options = open.map((one) => ({ value: one.id, label: [one.unitName, one.personName, one.task].filter(Boolean).join(' · ') }))
  return { chosen, choose, options }
}

export function GiveAssist(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'giveAssist')
  const act = useAct(giveAssist, props.view.id, draft.done)
  const { chosen, choose, options } = useOpenAssist(props.view)
  return (
    <TextPanel name="giveAssist" label={t('acts.assist.opinion')} draft={draft} act={act} ready={chosen !== null} onSend={(text) => { if (chosen !== null) act.mutate({ assistId: chosen, text }) }} onClose={props.onClose}>
      <Choice id="assist-which" label={t('acts.assist.which')} value={chosen} onChange={choose} options={options} />
    </TextPanel>
  )
}

export function WaiveAssist(props: ActProps) {
  const { t } = useTranslation('case')
  const draft = useTextDraft(props, 'waiveAssist')
  const act = useAct(waiveAssist, props.view.id, draft.done)
  const { chosen, choose, options } = useOpenAssist(props.view)
  return (
    <TextPanel name="waiveAssist" label={t('acts.reason')} field="reason" draft={draft} act={act} ready={chosen !== null} onSend={(reason) => { if (chosen !== null) act.mutate({ assistId: chosen, reason }) }} onClose={props.onClose}>
      <Choice id="waive-which" label={t('acts.assist.which')} value={chosen} onChange={choose} options={options} />
    </TextPanel>
  )
}
