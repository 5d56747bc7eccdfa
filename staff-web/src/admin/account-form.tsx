import { createAccount, updateAccount } from '@daodi/contract/staff/directory/directory.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import type { Account } from './account-query.ts'
import { FormDialog } from './form-dialog.tsx'
import { newInitialPassword } from './initial-password.ts'
import { type Particulars, ParticularsFields, particularsOf } from './particulars-fields.tsx'
import type { Issued } from './password-once.tsx'
import { type GrantDraft, RolesEditor } from './roles-editor.tsx'

interface Draft { readonly name: string; readonly login: string; readonly unitId: string | null; readonly post: string; readonly phone: string; readonly room: string; readonly roles: readonly GrantDraft[]; readonly particulars: Particulars }

interface AccountFormProps { readonly account: Account | null; readonly onClose: () => void; readonly onIssued: (issued: Issued) => void }

/** A new person with an account, or changes to one. The initial password is made here and shown once. */
export function AccountForm({ account, onClose, onIssued }: AccountFormProps) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const [draft, setDraft] = useState<Draft>(() => draftOf(account))
  const save = useSave(account, onClose, onIssued)
  const faults = fieldTexts(save.error, shared)
  const line = (name: 'name' | 'login' | 'post' | 'phone' | 'room', max: number, hint = '') => (
    <Field id={`account-${name}`} label={t(`account.${name}`)} fault={faults[`/${name}`]} hint={hint}>
      <Input id={`account-${name}`} value={draft[name]} maxLength={max} autoComplete="off" autoFocus={name === 'name'} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </Field>
  )
  const ready = draft.name.trim() !== '' && draft.unitId !== null && (account !== null || draft.login.trim() !== '')
  return (
    <FormDialog title={account === null ? t('account.create') : `${t('account.edit')} · ${account.name}`} error={save.error} saysFaults pending={save.isPending} ready={ready} lacks={account === null ? t('account.lacks') : undefined} onSubmit={() => save.mutate(draft)} onClose={onClose}>
      <div className="pair">{line('name', 60)}{account === null ? line('login', 32, t('account.loginHint')) : line('post', 40)}</div>
      <Field id="account-unit" label={t('account.unit')} fault={faults['/unitId']}>
        <UnitPicker id="account-unit" value={draft.unitId} onChange={(unitId) => setDraft({ ...draft, unitId })} allowInstitution />
      </Field>
      {account === null && line('post', 40)}
      <div className="pair">{line('phone', 30)}{line('room', 40)}</div>
      <ParticularsFields value={draft.particulars} onChange={(particulars) => setDraft({ ...draft, particulars })} faults={faults} />
      <RolesEditor grants={draft.roles} onChange={(roles) => setDraft({ ...draft, roles })} usualUnitId={draft.unitId} />
    </FormDialog>
  )
}

function draftOf(account: Account | null): Draft {
  return {
    name: account?.name ?? '', login: account?.login ?? '', unitId: account?.unitId ?? null, post: account?.post ?? '', phone: account?.phone ?? '', room: account?.room ?? '',
    roles: account?.roles.map(({ role, unitId }) => ({ id: `${role} ${unitId}`, role, unitId })) ?? [],
    particulars: particularsOf(account),
  }
}

function useSave(account: Account | null, onClose: () => void, onIssued: (issued: Issued) => void) {
  const { t } = useTranslation('admin')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (draft: Draft): Promise<Issued | null> => {
      const name = cleanLine(draft.name) ?? ''
      const unitId = draft.unitId ?? ''
      const roles = draft.roles.flatMap((grant) => (grant.unitId === null ? [] : [{ role: grant.role, unitId: grant.unitId }]))
      const [post, phone, room] = [cleanLine(draft.post), cleanLine(draft.phone), cleanLine(draft.room)]
      if (account !== null) {
        await call(updateAccount, { params: { personId: account.id }, body: { name, unitId, roles, post: post ?? null, phone: phone ?? null, room: room ?? null, ...draft.particulars } })
        return null
      }
      const password = newInitialPassword()
      const login = draft.login.trim()
      await call(createAccount, { body: { name, login, password, unitId, roles, post, phone, room, ...draft.particulars } })
      return { title: t('account.createdTitle', { name }), login, password }
    },
    onSuccess: (issued) => {
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      void queries.invalidateQueries({ queryKey: ['people'] })
      if (issued === null) onClose()
      else onIssued(issued)
    },
  })
}
