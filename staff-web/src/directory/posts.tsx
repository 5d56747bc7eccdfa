import { createPost, listPosts, type PostView, updatePost } from '@daodi/contract/staff/directory/posts.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from '../shared/call.ts'
import { cleanLine, cleanText } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { useMe } from '../shared/me.ts'
import { NumberInput } from '../shared/number-input.tsx'
import { PrintLink } from '../shared/print-link.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { Line, PeopleEditor, type PersonDraft, personDraft, Prose, Words } from './fields.tsx'
import { Listed } from './listed.tsx'
import { PeopleLinks } from './people-links.tsx'
import { RecordDialog } from './record-dialog.tsx'

type Post = z.output<typeof PostView>

/** Each post with its duties and who holds it. */
export function Posts() {
  const { t } = useTranslation('directory')
  const { unit } = useMe()
  return (
    <Listed<Post>
      more={<PrintLink to={`/print/unit/${unit.id}/covers`}>{t('post.printCovers')}</PrintLink>}
      name="posts" load={(query, signal) => call(listPosts, { query, signal })} createText={t('post.create')} emptyTitle={t('post.empty')} emptyText={t('post.emptyText')}
      renderForm={(post, onClose) => <PostForm key={post?.id ?? 'new'} post={post} onClose={onClose} />}
      renderRow={(post, change) => <PostRow post={post} change={change} />}
    />
  )
}

function PostRow({ post, change }: { post: Post; change: React.ReactNode }) {
  const { t } = useTranslation('directory')
  const asked = [...post.languages, ...post.qualifications]
  return (
    <>
      <div>
        <span className="book-name"><b>{post.name}</b><span className="muted">{post.unitName}</span>{asked.map((word) => <span key={word} className="tag">{word}</span>)}</span>
        {post.duties === null ? <span className="tag soon">{t('post.noDuties')}</span> : <p>{post.duties}</p>}
        {post.authority !== null && <p className="muted">{t('lineColon', { label: t('post.authority'), text: post.authority })}</p>}
        {post.limits !== null && <p className="muted">{t('lineColon', { label: t('post.limits'), text: post.limits })}</p>}
        <span>{post.holders.length === 0 ? <span className="muted">{t('post.noHolder')}</span> : (
          <PeopleLinks people={post.holders} renderBeside={(holder) => holder.exceptionReason !== null && <span className="tag soon" title={holder.exceptionReason}>{t('post.exception')}</span>} />
        )}</span>
      </div>
      {change}
    </>
  )
}

interface Draft {
  readonly unitId: string | null; readonly name: string; readonly duties: string; readonly authority: string; readonly limits: string; readonly rank: number
  readonly languages: readonly string[]; readonly qualifications: readonly string[]; readonly holders: readonly PersonDraft[]
}

function draftOf(post: Post | null): Draft {
  if (post === null) return { unitId: null, name: '', duties: '', authority: '', limits: '', rank: 0, languages: [], qualifications: [], holders: [] }
  const { unitId, name, rank, languages, qualifications } = post
  return {
    unitId, name, rank, languages, qualifications, duties: post.duties ?? '', authority: post.authority ?? '', limits: post.limits ?? '',
    holders: post.holders.map((holder) => personDraft(holder.personId, holder.personName, holder.exceptionReason ?? '')),
  }
}

function bodyOf(draft: Draft) {
  return {
    name: cleanLine(draft.name) ?? '', duties: cleanText(draft.duties) ?? null, authority: cleanText(draft.authority) ?? null, limits: cleanText(draft.limits) ?? null, rank: draft.rank,
    languages: [...draft.languages], qualifications: [...draft.qualifications],
    holders: draft.holders.flatMap(({ person, more }) => (person === null ? [] : [{ personId: person.id, exceptionReason: cleanLine(more) }])),
  }
}

function PostForm({ post, onClose }: { post: Post | null; onClose: () => void }) {
  const { t } = useTranslation('directory')
  const [draft, setDraft] = useState(() => draftOf(post))
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const { unitId } = draft
  return (
    <RecordDialog
      title={post === null ? t('post.create') : post.name} name={post?.name ?? null} ready={draft.name.trim() !== '' && unitId !== null} onClose={onClose}
      save={() => (post === null ? call(createPost, { body: { unitId: unitId ?? '', ...bodyOf(draft) } }) : call(updatePost, { params: { postId: post.id }, body: bodyOf(draft) }))}
      remove={() => call(updatePost, { params: { postId: post?.id ?? '' }, body: { removed: true } })}
    >
      {(faults) => (
        <>
          <Line id="post-name" label={t('edit.name')} value={draft.name} max={60} fault={faults['/name']} autoFocus onChange={(name) => set({ name })} />
          {post === null && <Field id="post-unit" label={t('edit.unit')} fault={faults['/unitId']}><UnitPicker id="post-unit" value={unitId} onChange={(next) => set({ unitId: next })} allowInstitution /></Field>}
          <Prose id="post-duties" label={t('post.duties')} value={draft.duties} max={2000} fault={faults['/duties']} onChange={(duties) => set({ duties })} />
          <Prose id="post-authority" label={t('post.authority')} value={draft.authority} max={2000} fault={faults['/authority']} onChange={(authority) => set({ authority })} />
          <Prose id="post-limits" label={t('post.limits')} hint={t('post.limitsHint')} value={draft.limits} max={2000} fault={faults['/limits']} onChange={(limits) => set({ limits })} />
          <div className="pair">
            <Words id="post-languages" label={t('post.languages')} hint={t('post.wordsHint')} value={draft.languages} onChange={(languages) => set({ languages })} />
            <Words id="post-qualifications" label={t('post.qualifications')} hint={t('post.wordsHint')} value={draft.qualifications} onChange={(qualifications) => set({ qualifications })} />
          </div>
          <PeopleEditor
            legend={t('post.holders')} people={draft.holders} onChange={(holders) => set({ holders })}
            renderBeside={(one, change, index) => <Input className="dir-wide" value={one.more} maxLength={200} placeholder={t('post.reason')} aria-label={`${t('post.reason')} ${index + 1}`} title={t('post.reasonHint')} onChange={(event) => change(event.target.value)} />}
          />
          <Field id="post-rank" label={t('post.rank')} hint={t('post.rankHint')}><NumberInput id="post-rank" min={0} max={99} precision={0} value={draft.rank} onChange={(rank) => set({ rank: rank ?? 0 })} /></Field>
        </>
      )}
    </RecordDialog>
  )
}
