import { postName } from '@daodi/contract/shared/post-names.ts'
import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { PostSelect } from '../shared/post-select.tsx'
import { DirectoryPost } from './directory-post.tsx'
import { CommonTasksField } from './planned-tasks-field.tsx'
import type { Kind, Roster } from './roster-query.ts'

export type KindDraft = Pick<Kind, 'name' | 'from' | 'to' | 'weekdays' | 'least' | 'needs' | 'criteria' | 'deskId' | 'postId' | 'main' | 'tasks'> & { post: string; team: string }
interface Given { unitId: string; desks: Roster['desks']; kind: Kind | null; draft: KindDraft; set: (change: Partial<KindDraft>) => void }

/** Whom a kind of shift asks for, what whoever has it stands for, and what is done on it; each says in a line what is set. */
export function KindGroups(given: Given) {
  const { t } = useTranslation('roster')
  const { draft, set } = given
  return (
    <>
      <Asked {...given} />
      <StandsFor {...given} />
      <Group title={t('kind.does')} said={draft.tasks.map(({ task }) => task).filter(Boolean)}><CommonTasksField value={draft.tasks} onChange={(tasks) => set({ tasks })} /></Group>
    </>
  )
}

/** Who may be rostered. */
function Asked({ unitId, kind, draft, set }: Given) {
  const { t } = useTranslation('roster')
  const tags = (name: 'needs' | 'criteria') => <Select mode="tags" id={`kind-${name}`} value={draft[name]} open={false} suffixIcon={null} onChange={(next: string[]) => set({ [name]: next.map((one) => one.trim()).filter(Boolean) })} />
  return (
    <Group title={t('kind.asks')} said={[...(kind !== null && kind.postId === draft.postId && kind.postName !== null ? [kind.postName] : []), ...draft.needs, ...draft.criteria]}>
      <DirectoryPost unitId={unitId} kind={kind} value={draft.postId} onChange={(postId) => set({ postId })} />
      <Field id="kind-needs" label={t('week.needs')} hint={t('week.needsHint')}>{tags('needs')}</Field>
      <Field id="kind-criteria" label={t('week.criteria')} hint={t('week.criteriaHint')}>{tags('criteria')}</Field>
    </Group>
  )
}

/** What whoever is on duty is, and where. */
function StandsFor({ desks, draft, set }: Given) {
  const { t, i18n } = useTranslation('roster')
  const desk = desks.find(({ id }) => id === draft.deskId)
  const role = draft.post === '' ? [] : [postName(draft.post, i18n.language.startsWith('en') ? 'en' : 'zh')]
  return (
    <Group title={t('kind.standsFor')} said={[...role, ...(draft.main ? [t('tasks.main')] : []), ...(draft.team === '' ? [] : [draft.team]), ...(desk ? [desk.name] : [])]}>
      <Field id="kind-post" label={t('week.post')} hint={t('week.postHint')}><PostSelect id="kind-post" label={t('week.post')} allowClear value={draft.post} onChange={(post) => set({ post: post ?? '' })} /></Field>
      <Checkbox checked={draft.main} onChange={(event) => set({ main: event.target.checked })}>{t('week.main')}</Checkbox>
      <Field id="kind-team" label={t('week.team')} hint={t('week.teamHint')}><Input id="kind-team" value={draft.team} maxLength={40} onChange={(event) => set({ team: event.target.value })} /></Field>
      {desks.length > 0 && (
        <Field id="kind-desk" label={t('week.desk')} hint={t('week.deskHint')}>
          <Select<string> id="kind-desk" allowClear value={draft.deskId} placeholder={t('week.noDesk')} options={desks.map(({ id, name }) => ({ value: id, label: name }))} onChange={(next?: string) => set({ deskId: next ?? null })} />
        </Field>
      )}
    </Group>
  )
}

function Group({ title, said, children }: { title: string; said: readonly string[]; children: ReactNode }) {
  const { t } = useTranslation('roster')
  return (
    <details className="roster-group">
      <summary><b>{title}</b> <span className="muted clip">{said.length > 0 ? said.join('、') : t('kind.nothing')}</span></summary>
      <div className="roster-rows">{children}</div>
    </details>
  )
}
