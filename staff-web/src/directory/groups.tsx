import { createGroup, type GroupView, listGroups, updateGroup } from '@daodi/contract/staff/directory/groups.ts'
import { Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { useMe } from '../shared/me.ts'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Line, PeopleEditor, type PersonDraft, personDraft, personOf, Prose } from './fields.tsx'
import { Listed } from './listed.tsx'
import { PeopleLinks } from './people-links.tsx'
import { RecordDialog } from './record-dialog.tsx'

type Group = z.output<typeof GroupView>
const KINDS = ['leading', 'working', 'firstContact', 'other'] as const
const PARTS = ['member', 'trainer'] as const

/** Leading and working groups, first-contact teams. */
export function Groups() {
  const { t } = useTranslation('directory')
  const coordinated = new Set(useMe().teams.map((team) => team.id))
  return (
    <Listed<Group>
      name="groups" load={(query, signal) => call(listGroups, { query, signal })} createText={t('group.create')} emptyTitle={t('group.empty')}
      renderForm={(group, onClose) => <GroupForm key={group?.id ?? 'new'} group={group} onClose={onClose} />}
      renderRow={(group, change) => (
        <>
          <div>
            <span className="book-name"><b>{group.name}</b><span className="tag">{t(`group.kinds.${group.kind}`)}</span><span className="muted">{group.unitName}</span></span>
            {group.mandate !== null && <p>{group.mandate}</p>}
            {coordinated.has(group.id) && <Link to={`/team/${group.id}`}>{t('group.work')}</Link>}
            <span><span className="muted">{t('group.manager')}</span> {group.manager === null ? <span className="muted">{t('group.noManager')}</span> : <Link to={`/people/${group.manager.personId}`}>{group.manager.personName}</Link>}</span>
            <span className="muted">{t('group.count', { count: group.members.length })} <PeopleLinks people={group.members} /></span>
          </div>
          {change}
        </>
      )}
    />
  )
}

interface Draft { readonly unitId: string | null; readonly kind: Group['kind']; readonly name: string; readonly mandate: string; readonly manager: Person | null; readonly members: readonly PersonDraft[] }

function draftOf(group: Group | null): Draft {
  if (group === null) return { unitId: null, kind: 'working', name: '', mandate: '', manager: null, members: [] }
  const { unitId, kind, name, manager, members } = group
  return { unitId, kind, name, mandate: group.mandate ?? '', manager: manager && personOf(manager.personId, manager.personName), members: members.map((one) => personDraft(one.personId, one.personName, one.part)) }
}

function bodyOf(draft: Draft) {
  return {
    kind: draft.kind, name: cleanLine(draft.name) ?? '', mandate: cleanText(draft.mandate) ?? null, managerId: draft.manager?.id ?? null,
    members: draft.members.flatMap(({ person, more }) => (person === null ? [] : [{ personId: person.id, part: PARTS.find((part) => part === more) ?? 'member' }])),
  }
}

function GroupForm({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const { t } = useTranslation('directory')
  const [draft, setDraft] = useState(() => draftOf(group))
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const { unitId } = draft
  return (
    <RecordDialog
      title={group === null ? t('group.create') : group.name} name={group?.name ?? null} ready={draft.name.trim() !== '' && unitId !== null} onClose={onClose}
      save={() => (group === null ? call(createGroup, { body: { unitId: unitId ?? '', ...bodyOf(draft) } }) : call(updateGroup, { params: { groupId: group.id }, body: bodyOf(draft) }))}
      remove={() => call(updateGroup, { params: { groupId: group?.id ?? '' }, body: { removed: true } })}
    >
      {(faults) => (
        <>
          <Line id="group-name" label={t('edit.name')} value={draft.name} max={60} fault={faults['/name']} autoFocus onChange={(name) => set({ name })} />
          <Radio.Group aria-label={t('edit.kind')} value={draft.kind} onChange={(event) => set({ kind: event.target.value as Group['kind'] })} options={KINDS.map((value) => ({ value, label: t(`group.kinds.${value}`) }))} />
          {group === null && <Field id="group-unit" label={t('edit.unit')} fault={faults['/unitId']}><UnitPicker id="group-unit" value={unitId} onChange={(next) => set({ unitId: next })} allowInstitution /></Field>}
          <Prose id="group-mandate" label={t('group.mandate')} value={draft.mandate} max={2000} fault={faults['/mandate']} onChange={(mandate) => set({ mandate })} />
          <Field id="group-manager" label={t('group.manager')} fault={faults['/managerId']}><PersonPicker id="group-manager" label={t('group.manager')} value={draft.manager} onChange={(manager) => set({ manager })} /></Field>
          <PeopleEditor
            legend={t('group.members')} people={draft.members} onChange={(members) => set({ members })}
            renderBeside={(one, change, index) => <Select className="dir-wide" aria-label={`${t('group.part')} ${index + 1}`} value={one.more === '' ? 'member' : one.more} onChange={change} options={PARTS.map((part) => ({ value: part, label: t(`person.parts.${part}`) }))} />}
          />
        </>
      )}
    </RecordDialog>
  )
}
