import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'
import { PostSelect } from '../shared/post-select.tsx'
import { randomKey } from '../shared/random-key.ts'
import type { Unit } from '../shared/unit-picker.tsx'

export interface PostDraft { readonly id: string; readonly post: string; readonly person: Person | null }

const MOST = 40

/** The unit's posts as the directory tells them; null when it does not. */
export function postsOf(unit: Unit): readonly PostDraft[] | null {
  if (unit.posts === undefined) return null
  return unit.posts.map(({ post, personId, personName }) => ({
    id: `${post} ${personId}`, post, person: { id: personId, name: personName, pinyin: '', post: null, unitId: unit.id, unitName: unit.name, phone: null, room: null },
  }))
}

export function PostsEditor({ posts, onChange }: { posts: readonly PostDraft[]; onChange: (posts: readonly PostDraft[]) => void }) {
  const { t } = useTranslation('admin')
  const shared = useTranslation('shared').t
  const change = (id: string, changes: Partial<PostDraft>) => onChange(posts.map((row) => (row.id === id ? { ...row, ...changes } : row)))
  return (
    <fieldset className="admin-fieldset">
      <legend>{t('unit.posts')}</legend>
      <p className="muted">{t('unit.postsHint')}</p>
      {posts.map((row, index) => (
        <div key={row.id} className="grant-row">
          <PostSelect id={`post-${row.id}`} label={`${t('unit.post')} ${index + 1}`} value={row.post} onChange={(post) => change(row.id, { post: post ?? '' })} />
          <PersonPicker value={row.person} onChange={(person) => change(row.id, { person })} label={`${t('unit.person')} ${index + 1}`} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${shared('act.remove')} ${index + 1}`} onClick={() => onChange(posts.filter((one) => one.id !== row.id))} />
        </div>
      ))}
      {posts.length < MOST && <Button icon={<PlusOutlined />} onClick={() => onChange([...posts, { id: randomKey(), post: '', person: null }])}>{t('unit.addPost')}</Button>}
    </fieldset>
  )
}
