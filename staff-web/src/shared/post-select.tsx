import { COMMON_POSTS, postName, postNames } from '@daodi/contract/shared/post-names.ts'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegulationRoles, useUnits } from './unit-picker.tsx'

/**
 * A role of a unit by its name: those that somebody holds first, then those that the regulation speaks of and the usual ones.
 * Those of other kinds of organisation are found by typing, and any other may be written.
 */
export function PostSelect({ id, label, value, onChange, allowClear = false }: { id: string; label: string; value: string; onChange: (post: string | null) => void; allowClear?: boolean }) {
  const { t, i18n } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const units = useUnits().data
  const spokenOf = useRegulationRoles()
  const language = i18n.language.startsWith('en') ? 'en' : 'zh'
  const held = new Set(units?.flatMap((unit) => unit.posts?.map(({ post }) => post) ?? []))
  const known = [...new Set([...held, ...spokenOf, ...COMMON_POSTS, ...(typed.trim() === '' ? [] : Object.keys(postNames(language))), ...(value === '' ? [] : [value])])]
  const named = known.map((post) => ({ value: post, label: units === undefined || held.has(post) ? postName(post, language) : t('picker.vacantPost', { post: postName(post, language) }) }))
  const isNew = typed.trim() !== '' && !named.some((one) => one.label === typed.trim() || one.value === typed.trim())
  return (
    <Select<string>
      id={id} aria-label={label} placeholder={t('picker.post')} allowClear={allowClear} value={value === '' ? null : value} showSearch={{ optionFilterProp: 'label', onSearch: setTyped }} popupMatchSelectWidth={false}
      options={isNew ? [...named, { value: typed.trim().slice(0, 40), label: typed.trim().slice(0, 40) }] : named} onChange={(post?: string) => { setTyped(''); onChange(post ?? null) }} style={{ minWidth: 160 }}
    />
  )
}
