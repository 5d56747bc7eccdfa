import { createUnit } from '@daodi/contract/staff/directory/directory.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { FormDialog } from './form-dialog.tsx'

interface Draft { readonly parentId: string | null; readonly name: string; readonly kind: 'department' | 'window'; readonly registerCode: string; readonly phone: string; readonly room: string }

export function NewUnit({ parentId, onClose, onCreated }: { parentId: string | null; onClose: () => void; onCreated: (id: string) => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ parentId, name: '', kind: 'department', registerCode: '', phone: '', room: '' })
  const create = useMutation({
    mutationFn: () => call(createUnit, { body: { parentId: draft.parentId ?? '', name: cleanLine(draft.name) ?? '', kind: draft.kind, registerCode: cleanLine(draft.registerCode), phone: cleanLine(draft.phone), room: cleanLine(draft.room) } }),
    onSuccess: ({ id }) => { void queries.invalidateQueries({ queryKey: ['units'] }); onCreated(id) },
  })
  const faults = fieldTexts(create.error, shared)
  const line = (name: 'name' | 'registerCode' | 'phone' | 'room', max: number, hint = '') => (
    <Field id={`new-unit-${name}`} label={t(`unit.${name}`)} fault={faults[`/${name}`]} hint={hint}>
      <Input id={`new-unit-${name}`} value={draft[name]} maxLength={max} autoComplete="off" autoFocus={name === 'name'} onChange={(event) => setDraft({ ...draft, [name]: name === 'registerCode' ? event.target.value.toUpperCase() : event.target.value })} />
    </Field>
  )
  return (
    <FormDialog title={t('unit.create')} error={create.error} pending={create.isPending} ready={draft.name.trim() !== '' && draft.parentId !== null} onSubmit={() => create.mutate()} onClose={onClose}>
      {line('name', 80)}
      <Field id="new-unit-parent" label={t('unit.parent')} fault={faults['/parentId']}>
        <UnitPicker id="new-unit-parent" value={draft.parentId} onChange={(next) => setDraft({ ...draft, parentId: next })} allowInstitution />
      </Field>
      <div className="field">
        <span id="new-unit-kind" className="muted">{t('unit.kind')}</span>
        <Radio.Group
          aria-labelledby="new-unit-kind" value={draft.kind} onChange={(event) => setDraft({ ...draft, kind: event.target.value as Draft['kind'] })}
          options={[{ value: 'department', label: t('unit.kinds.department') }, { value: 'window', label: t('unit.kinds.window') }]}
        />
      </div>
      {line('registerCode', 6, t('unit.registerCodeHint'))}
      <div className="pair">{line('phone', 30)}{line('room', 40)}</div>
    </FormDialog>
  )
}
