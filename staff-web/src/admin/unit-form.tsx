import { updateUnit } from '@daodi/contract/staff/directory/directory.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState } from '../shared/states.tsx'
import type { Unit } from '../shared/unit-picker.tsx'
import { PostsEditor, type PostDraft, postsOf } from './posts-editor.tsx'

/** Name, phone, room and the people who hold the unit's posts. */
export function UnitForm({ unit }: { unit: Unit }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState({ name: unit.name, phone: unit.phone ?? '', room: unit.room ?? '', duties: unit.duties ?? '', authority: unit.authority ?? '' })
  // Null leaves the posts as they are: a list the reader never saw must not be replaced.
  const [posts, setPosts] = useState<readonly PostDraft[] | null>(() => postsOf(unit))
  const save = useMutation({
    mutationFn: () => call(updateUnit, {
      params: { unitId: unit.id },
      body: {
        name: cleanLine(draft.name) ?? '', phone: cleanLine(draft.phone) ?? null, room: cleanLine(draft.room) ?? null, duties: cleanText(draft.duties) ?? null, authority: cleanText(draft.authority) ?? null,
        posts: posts?.flatMap((row) => { const post = cleanLine(row.post); return post === undefined || row.person === null ? [] : [{ post, personId: row.person.id }] }),
      },
    }),
    onSuccess: () => { message.success(t('unit.saved')); void queries.invalidateQueries({ queryKey: ['units'] }) },
  })
  const faults = fieldTexts(save.error, shared)
  const line = (name: 'name' | 'phone' | 'room', max: number) => (
    <Field id={`unit-${name}`} label={t(`unit.${name}`)} fault={faults[`/${name}`]}>
      <Input id={`unit-${name}`} value={draft[name]} maxLength={max} autoComplete="off" onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </Field>
  )
  const prose = (name: 'duties' | 'authority') => (
    <Field id={`unit-${name}`} label={t(`unit.${name}`)} fault={faults[`/${name}`]}>
      <Input.TextArea id={`unit-${name}`} value={draft[name]} maxLength={2000} autoSize={{ minRows: 2, maxRows: 10 }} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </Field>
  )
  return (
    <form className="admin-form" onSubmit={(event) => { event.preventDefault(); if (draft.name.trim() !== '') save.mutate() }}>
      <h2>{unit.name}</h2>
      {save.error !== null && <ErrorState error={save.error} />}
      {line('name', 80)}
      <div className="pair">{line('phone', 30)}{line('room', 40)}</div>
      {prose('duties')}
      {prose('authority')}
      {posts === null
        ? <div><p className="muted">{t('unit.postsUnset')}</p><Button onClick={() => setPosts([])}>{t('unit.setPosts')}</Button></div>
        : <PostsEditor posts={posts} onChange={setPosts} />}
      <div><Button type="primary" htmlType="submit" loading={save.isPending}>{shared('act.save')}</Button></div>
    </form>
  )
}
