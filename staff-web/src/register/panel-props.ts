import type { Prefilled } from './decide.ts'
import type { BranchName, Draft, Matter } from './draft.ts'

export interface PanelProps {
  draft: Draft
  branch: BranchName
  matter: Matter | null
  filled: Prefilled
  change: (patch: Partial<Draft>) => void
  /** The category asks for a citation. */
  cite: boolean
  faults: Readonly<Record<string, string>>
  /** Moves the focus to the button that registers. */
  onFilled: () => void
}
