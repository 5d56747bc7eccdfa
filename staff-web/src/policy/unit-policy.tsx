import { getUnitPolicy } from '@daodi/contract/staff/policy/policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { PolicyValue } from './policy-value.tsx'
import { inChapters } from './setting-words.ts'
import { useKeyWord } from './policy-words.ts'

/** The regulation as the software obeys it in one unit, after inheritance. Read only. */
export function UnitPolicy({ unitId }: { unitId: string }) {
  const { t } = useTranslation('admin')
  const { formatInstant } = useFormat()
  const query = useQuery({ queryKey: ['policy', unitId], queryFn: ({ signal }) => call(getUnitPolicy, { params: { unitId }, signal }) })
  return (
    <>
      <p className="muted">{t('policy.readOnly')}</p>
      {query.isLoading && <LoadingState rows={10} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <>
          <section className="card admin-pad policy-versions">
            <h2>{t('policy.versions')}</h2>
            <ol>{query.data.versions.map((version) => (
              <li key={`${version.unitId} ${version.version}`}>{t('policy.version', { unit: version.unitName, version: version.version })} <span className="muted">{t('policy.published', { when: formatInstant(version.publishedAt) })}{version.byName === null ? '' : ` · ${t('policy.by', { name: version.byName })}`}</span></li>
            ))}</ol>
            <p className="muted">{t('policy.digest')} <code title={query.data.digest}>{query.data.digest.slice(0, 12)}</code></p>
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
  return inChapters(Object.keys(policy)).map((group) => (
      <section key={group.name} className="card admin-pad policy-group">
        <h2>{t(`policy.groups.${group.name}`)}</h2>
        <dl>{group.keys.map((key) => <div key={key}><dt>{word(key)}</dt><dd><PolicyValue name={key} value={policy[key]} /></dd></div>)}</dl>
      </section>
  ))
}
