import { createDesk, type DeskView, listDesks, updateDesk } from '@daodi/contract/staff/directory/desks.ts'
import { Radio, Switch } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Line, PeopleEditor, type PersonDraft, personDraft, Prose } from './fields.tsx'
import { DAYS, dayName, type Hours, HoursEditor } from './hours-editor.tsx'
import { Listed } from './listed.tsx'
import { RecordDialog } from './record-dialog.tsx'

type Desk = z.output<typeof DeskView>
const KINDS = ['window', 'desk', 'office', 'seat'] as const

/** Where people are received: for what, when, by whom. */
export function Desks() {
  const { t } = useTranslation('directory')
  return (
    <Listed<Desk>
      name="desks" load={(query, signal) => call(listDesks, { query, signal })} createText={t('desk.create')} emptyTitle={t('desk.empty')} emptyText={t('desk.emptyText')}
      renderForm={(desk, onClose) => <DeskForm key={desk?.id ?? 'new'} desk={desk} onClose={onClose} />}
      renderRow={(desk, change) => (
        <>
          <div>
            <span className="book-name"><b>{desk.name}</b><span className="tag">{t(`desk.kinds.${desk.kind}`)}</span><span className="muted">{desk.unitName}</span>{!desk.public && <span className="tag">{t('desk.internal')}</span>}</span>
            {desk.scope !== null && <p>{desk.scope}</p>}
            <span className="muted">{[desk.room, desk.phone, hoursText(desk.hours, t)].filter(Boolean).join(' · ')}</span>
            <span>{desk.staff.map((one) => <Link key={one.personId} to={`/people/${one.personId}`} style={{ marginInlineEnd: 12 }}>{one.personName}</Link>)}</span>
          </div>
          {change}
        </>
      )}
    />
  )
}

/** 周一至五 08:30–12:00 */
function hoursText(hours: readonly Hours[], t: TFunction<'directory'>): string {
  if (hours.length === 0) return t('desk.hoursUnit')
  return hours.map(({ days, from, to }) => {
    const sorted = days.toSorted((a, b) => a - b)
    const [first = 1, last = 1] = [sorted[0], sorted.at(-1)]
    const inRow = sorted.length > 2 && last - first === sorted.length - 1
    return t('desk.week', { days: inRow ? t('desk.range', { first: dayName(first, t), last: dayName(last, t) }) : sorted.map((day) => dayName(day, t)).join(t('comma')), from, to })
  }).join(' ')
}

interface Draft {
  readonly unitId: string | null; readonly kind: Desk['kind']; readonly name: string; readonly scope: string; readonly room: string; readonly phone: string; readonly hours: readonly Hours[]; readonly public: boolean
  readonly staff: readonly PersonDraft[]
}

function draftOf(desk: Desk | null): Draft {
  if (desk === null) return { unitId: null, kind: 'window', name: '', scope: '', room: '', phone: '', hours: [{ days: DAYS.slice(0, 5), from: '08:30', to: '12:00' }], public: true, staff: [] }
  return { ...desk, scope: desk.scope ?? '', room: desk.room ?? '', phone: desk.phone ?? '', staff: desk.staff.map((one) => personDraft(one.personId, one.personName)) }
}

function bodyOf(draft: Draft) {
  return {
    kind: draft.kind, name: cleanLine(draft.name) ?? '', scope: cleanText(draft.scope) ?? null, room: cleanLine(draft.room) ?? null, phone: cleanLine(draft.phone) ?? null,
    hours: [...draft.hours], public: draft.public, staff: draft.staff.flatMap(({ person }) => (person === null ? [] : [person.id])),
  }
}

function DeskForm({ desk, onClose }: { desk: Desk | null; onClose: () => void }) {
  const { t } = useTranslation('directory')
  const [draft, setDraft] = useState(() => draftOf(desk))
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const { unitId } = draft
  return (
    <RecordDialog
      title={desk === null ? t('desk.create') : desk.name} name={desk?.name ?? null} ready={draft.name.trim() !== '' && unitId !== null} onClose={onClose}
      save={() => (desk === null ? call(createDesk, { body: { unitId: unitId ?? '', ...bodyOf(draft) } }) : call(updateDesk, { params: { deskId: desk.id }, body: bodyOf(draft) }))}
      remove={() => call(updateDesk, { params: { deskId: desk?.id ?? '' }, body: { removed: true } })}
    >
      {(faults) => (
        <>
          <Line id="desk-name" label={t('edit.name')} value={draft.name} max={60} fault={faults['/name']} autoFocus onChange={(name) => set({ name })} />
          <Radio.Group aria-label={t('edit.kind')} value={draft.kind} onChange={(event) => set({ kind: event.target.value as Desk['kind'] })} options={KINDS.map((value) => ({ value, label: t(`desk.kinds.${value}`) }))} />
          {desk === null && <Field id="desk-unit" label={t('edit.unit')} fault={faults['/unitId']}><UnitPicker id="desk-unit" value={unitId} onChange={(next) => set({ unitId: next })} allowInstitution /></Field>}
          <Prose id="desk-scope" label={t('desk.scope')} value={draft.scope} max={1000} fault={faults['/scope']} onChange={(scope) => set({ scope })} />
          <div className="pair">
            <Line id="desk-room" label={t('desk.room')} value={draft.room} max={40} fault={faults['/room']} onChange={(room) => set({ room })} />
            <Line id="desk-phone" label={t('desk.phone')} value={draft.phone} max={30} fault={faults['/phone']} onChange={(phone) => set({ phone })} />
          </div>
          <HoursEditor hours={draft.hours} onChange={(hours) => set({ hours })} />
          <PeopleEditor legend={t('desk.staff')} people={draft.staff} onChange={(staff) => set({ staff })} />
          <label><Switch checked={draft.public} onChange={(shown) => set({ public: shown })} aria-label={t('desk.public')} /> {t('desk.public')}</label>
        </>
      )}
    </RecordDialog>
  )
}
