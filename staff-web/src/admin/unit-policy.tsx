import { getUnitPolicy } from '@daodi/contract/staff/policy/policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { useMe } from '../shared/me.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { PolicyValue } from './policy-value.tsx'
import { POLICY_GROUPS, useKeyWord } from './policy-words.ts'

/** The regulation as the software obeys it in one unit, after inheritance. Read only. */
export function UnitPolicy() {
  const { t } = useTranslation('admin')
  const me = useMe()
  const { formatInstant } = useFormat()
  const [unitId, setUnitId] = useState<string | null>(me.unit.id)
  const query = useQuery({ queryKey: ['policy', unitId ?? ''], enabled: unitId !== null, queryFn: ({ signal }) => call(getUnitPolicy, { params: { unitId: unitId ?? '' }, signal }) })
  return (
    <>
      <div className="admin-bar"><div className="admin-search"><UnitPicker value={unitId} onChange={setUnitId} label={t('policy.unit')} allowInstitution /></div><p className="muted">{t('policy.readOnly')}</p></div>
      {unitId === null && <p className="muted">{t('policy.intro')}</p>}
      {query.isLoading && <LoadingState rows={10} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <>
          <section className="card admin-pad policy-versions">
            <h2>{t('policy.versions')}</h2>
            <ol>{query.data.versions.map((version) => (
              <li key={`${version.unitId} ${version.version}`}>{t('policy.version', { unit: version.unitName, version: version.version })} <span className="muted">{t('policy.published', { when: formatInstant(version.publishedAt) })}{version.byName === null ? '' : ` · ${t('policy.by', { name: version.byName })}`}</span></li>
            ))}</ol>
            <p className="muted">{t('policy.digest')} <code className="policy-digest">{query.data.digest}</code></p>
          </section>
          <PolicyGroups policy={query.data.policy} />
        </>
      )}
    </>
  )
}

function PolicyGroups({ policy }: { policy: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('admin')
  const word = useKeyWord()
  const known = new Set<string>(POLICY_GROUPS.flatMap((group) => group.keys))
  const groups = [...POLICY_GROUPS, { name: 'other' as const, keys: Object.keys(policy).filter((key) => !known.has(key)) }]
  return groups.map((group) => {
    const keys = group.keys.filter((key) => policy[key] !== undefined)
    if (keys.length === 0) return null
    return (
      <section key={group.name} className="card admin-pad policy-group">
        <h2>{t(`policy.groups.${group.name}`)}</h2>
        <dl>{keys.map((key) => <div key={key}><dt>{word(key)}</dt><dd><PolicyValue name={key} value={policy[key]} /></dd></div>)}</dl>
      </section>
    )
  })
}
