import { BRANCHES } from '@daodi/contract/shared/codes.ts'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../shared/keys.tsx'
import type { BranchName } from './draft.ts'
import { useTyping } from './use-typing.ts'

/** The six ways on. The keys shown are the ones that work from where the focus is. */
export function Branches({ open, ready, busy, onDecide }: { open: BranchName | null; ready: boolean; busy: boolean; onDecide: (branch: BranchName) => void }) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const typing = useTyping()
  return (
    <div className={open === null ? 'six' : 'six six-open'} role="group" aria-label={t('branch.title')}>
      {BRANCHES.map((branch, index) => (
        <button
          key={branch} type="button" disabled={busy} aria-pressed={open === branch} aria-keyshortcuts={index === 0 ? 'Enter' : `Alt+${index}`}
          className={open === branch || (open === null && index === 0) ? 'go' : undefined} onClick={() => onDecide(branch)}
        >
          <b>{shared(`branch.${branch}`)} <Kbd keys={index === 0 ? 'Enter' : typing ? `alt+${index}` : String(index)} /></b>
          <span className="six-text">{branch === 'onSpot' && ready ? t('branch.onSpotReady') : t(`branch.${branch}`)}</span>
        </button>
      ))}
    </div>
  )
}
