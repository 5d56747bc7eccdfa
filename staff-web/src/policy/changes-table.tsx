import { useTranslation } from 'react-i18next'
import { PolicyValue } from './policy-value.tsx'
import type { Change } from './policy-query.ts'
import { useSettingName } from './setting-words.ts'

/** Setting by setting: before and after, in words. Long lists say only what came and what went. */
export function ChangesTable({ changes, before, after }: { changes: readonly Change[]; before: string; after: string }) {
  const { t } = useTranslation('policy')
  const nameOf = useSettingName()
  if (changes.length === 0) return <p className="muted">{t('noChanges')}</p>
  return (
    <div className="admin-scroll" tabIndex={0}>
      <table className="admin-table changes">
        <thead><tr><th>{t('setting')}</th><th>{before}</th><th>{after}</th></tr></thead>
        <tbody>{changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">{nameOf(change.path)} <span className="tag">{t(`changeKind.${change.kind}`)}</span></th>
            {wordsOf(change.before) !== null && wordsOf(change.after) !== null
              ? <td colSpan={2}><WordChanges before={wordsOf(change.before) ?? []} after={wordsOf(change.after) ?? []} /></td>
              : <><td><Side change={change} side="before" /></td><td><Side change={change} side="after" /></td></>}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Side({ change, side }: { change: Change; side: 'before' | 'after' }) {
  const { t } = useTranslation('policy')
  const missing = (side === 'before' && change.kind === 'added') || (side === 'after' && change.kind === 'removed')
  return missing ? <span className="faint">{t('nothing')}</span> : <PolicyValue name={change.path.split('.').at(-1) ?? ''} value={change[side]} />
}

function wordsOf(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.length > 6 && value.every((one) => typeof one === 'string') ? value : null
}

function WordChanges({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { t } = useTranslation('policy')
  const came = after.filter((word) => !before.includes(word))
  const went = before.filter((word) => !after.includes(word))
  return (
    <ul className="policy-words">
      {came.map((word) => <li key={`+${word}`} className="tag ok">＋ {word}</li>)}
      {went.map((word) => <li key={`-${word}`} className="tag late"><del>－ {word}</del></li>)}
      {came.length + went.length === 0 && <li className="tag">{t('orderOnly')}</li>}
    </ul>
  )
}
