import { listPosts } from '@daodi/contract/staff/directory/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import type { Kind } from './roster-query.ts'

/** The directory's post that goes with a kind of shift; what it asks for is asked of whoever is rostered. */
export function DirectoryPost({ unitId, kind, value, onChange }: { unitId: string; kind: Kind | null; value: string | null; onChange: (postId: string | null) => void }) {
  const { t } = useTranslation('roster')
  const posts = useQuery({ queryKey: ['directory', 'posts', unitId], queryFn: ({ signal }) => call(listPosts, { query: { unitId, limit: 100 }, signal }) })
  const listed = posts.data?.rows ?? []
  const former = kind !== null && kind.postId !== null && !listed.some(({ id }) => id === kind.postId) ? [{ id: kind.postId, name: kind.postName ?? '', languages: kind.postNeeds, qualifications: [] }] : []
  const offered = [...listed, ...former]
  const chosen = offered.find(({ id }) => id === value)
  const asked = chosen ? [...chosen.languages, ...chosen.qualifications] : []
  return (
    <Field id="kind-directory" label={t('week.directoryPost')} hint={asked.length > 0 ? t('week.fromPost', { needs: asked.join('、') }) : t('week.directoryPostHint')}>
      <Select id="kind-directory" allowClear showSearch={{ optionFilterProp: 'label' }} value={value} onChange={(next: string | undefined) => onChange(next ?? null)} options={offered.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  )
}
