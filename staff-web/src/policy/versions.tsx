import { getPolicyVersion, listPolicyVersions } from '@daodi/contract/staff/policy/policy.ts'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { useFormat } from '../shared/format.ts'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { ChangesTable } from './changes-table.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { checkDraft, type Checked, useComparison, type Version } from './policy-query.ts'
import type { Settings } from './settings-schema.ts'

/** Every version of the unit's own settings: two of them compared, an old one published anew. */
export function PolicyVersions({ unitId, mayPublish }: { unitId: string; mayPublish: boolean }) {
  const { t } = useTranslation('policy')
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['policy', 'versions', unitId],
    queryFn: ({ pageParam, signal }) => call(listPolicyVersions, { params: { unitId }, query: pageParam === '' ? {} : { after: pageParam }, signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const [newest, second] = rows
  const pair = chosen ?? (newest === undefined || second === undefined ? null : { from: second.version, to: newest.version })
  const comparison = useComparison(unitId, pair)
  if (query.isPending) return <LoadingState rows={6} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (newest === undefined) return <EmptyState title={t('noVersions')} text={t('noVersionsText')} />
  return (
    <>
      <section className="card admin-scroll">
        <table className="admin-table">
          <thead><tr><th>{t('compareFrom')}</th><th>{t('compareTo')}</th><th>{t('version')}</th><th>{t('publishedAt')}</th><th>{t('note')}</th><th><span className="only-read">{t('rules.acts')}</span></th></tr></thead>
          <tbody>{rows.map((row) => <VersionLine key={row.version} row={row} newest={newest} pair={pair} onPair={setChosen} unitId={unitId} mayPublish={mayPublish} />)}</tbody>
        </table>
        {query.hasNextPage && <div className="admin-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('older')}</Button></div>}
      </section>
      {pair !== null && (
        <section className="card admin-pad" aria-labelledby="compare-head">
          <h2 id="compare-head">{t('compareTitle', pair)}</h2>
          {comparison.isError && <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} />}
          {comparison.data !== undefined && <ChangesTable changes={comparison.data.changes} before={t('versionN', { n: pair.from })} after={t('versionN', { n: pair.to })} />}
        </section>
      )}
    </>
  )
}

interface LineProps { readonly row: Version; readonly newest: Version; readonly pair: { from: number; to: number } | null; readonly onPair: (pair: { from: number; to: number }) => void; readonly unitId: string; readonly mayPublish: boolean }

function VersionLine({ row, newest, pair, onPair, unitId, mayPublish }: LineProps) {
  const { t } = useTranslation('policy')
  const { formatInstant } = useFormat()
  return (
    <tr>
      <td><Radio name="compare-from" checked={pair?.from === row.version} aria-label={t('fromVersion', { n: row.version })} onChange={() => onPair({ from: row.version, to: pair?.to ?? newest.version })} /></td>
      <td><Radio name="compare-to" checked={pair?.to === row.version} aria-label={t('toVersion', { n: row.version })} onChange={() => onPair({ from: pair?.from ?? row.version, to: row.version })} /></td>
      <th scope="row">{t('versionN', { n: row.version })} {row.version === newest.version && <span className="tag ok">{t('inForce')}</span>}{row.restores !== null && <span className="tag">{t('restored', { n: row.restores })}</span>}</th>
      <td className="num">{formatInstant(row.publishedAt)}<br /><span className="muted">{row.byName ?? t('bySystem')}</span></td>
      <td className="version-note">{row.note ?? <span className="faint">{t('noNote')}</span>}</td>
      <td>{mayPublish && row.version !== newest.version && <RestoreButton unitId={unitId} version={row.version} newest={newest.version} />}</td>
    </tr>
  )
}

/** Publishing an old version anew, after a look at what that changes. */
function RestoreButton({ unitId, version, newest }: { unitId: string; version: number; newest: number }) {
  const { t } = useTranslation('policy')
  const [ready, setReady] = useState<{ settings: Settings; verdict: Checked } | null>(null)
  const look = useMutation({
    mutationFn: async () => {
      const { settings } = await call(getPolicyVersion, { params: { unitId, version: String(version) } })
      return { settings, verdict: await checkDraft(unitId, { settings }) }
    },
    onSuccess: setReady,
  })
  return (
    <>
      <Button size="small" loading={look.isPending} onClick={() => look.mutate()}>{t('restore')}<span className="only-read"> {t('versionN', { n: version })}</span></Button>
      {look.isError && <ErrorState error={look.error} />}
      {ready !== null && <PublishDialog unitId={unitId} draft={ready} verdict={ready.verdict} version={newest} restores={version} onClose={() => setReady(null)} />}
    </>
  )
}
