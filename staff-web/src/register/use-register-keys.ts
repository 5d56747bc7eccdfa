import { BRANCHES } from '@daodi/contract/shared/codes.ts'
import { useTranslation } from 'react-i18next'
import { type Key, useKeys } from '../shared/keys.tsx'
import type { BranchName } from './draft.ts'

interface Acts {
  decide: (branch: BranchName, edit?: boolean) => void
  step: (by: 1 | -1) => void
  submit: () => void
  /** Registers for whoever was asked first, in place of the branches. */
  hand: () => void
  forOther: boolean
  close: () => void
  toLine: () => void
  toAskedFirst: () => void
  /** To the field for colleagues asked together; null where the rule knows no such thing. */
  toTogether: (() => void) | null
  open: BranchName | null
}

/**
 * A digit typed in the line is text (building 3, a phone number), so there the branches need Alt; anywhere else the
 * plain digit will do.
 */
export function useRegisterKeys({ decide, step, submit, hand, forOther, close, toLine, toAskedFirst, toTogether, open }: Acts): void {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const others = BRANCHES.slice(1).map((branch, index) => ({ branch, digit: String(index + 1), label: shared(`branch.${branch}`) }))
  const plain: Key[] = others.map(({ branch, digit, label }) => ({ key: digit, label, act: () => decide(branch) }))
  const withAlt: Key[] = others.map(({ branch, digit, label }) => ({ key: `alt+${digit}`, label, whenTyping: true, act: () => decide(branch) }))
  useKeys([
    ...(forOther ? [{ key: 'Enter', label: t('askedFirst.register'), act: hand }] : [{ key: 'Enter', label: shared('branch.onSpot'), act: () => decide('onSpot') }, { key: 'alt+Enter', label: t('keys.edit'), act: () => decide('onSpot', true) }, ...withAlt, ...plain]),
    { key: 'ArrowDown', label: t('keys.down'), act: () => step(1) },
    { key: 'ArrowUp', label: t('keys.up'), act: () => step(-1) },
    { key: 'alt+ArrowDown', label: t('keys.down'), whenTyping: true, disabled: open === null, act: () => step(1) },
    { key: 'alt+ArrowUp', label: t('keys.up'), whenTyping: true, disabled: open === null, act: () => step(-1) },
    { key: 'ctrl+Enter', label: t('keys.submit'), whenTyping: true, disabled: open === null && !forOther, act: forOther ? hand : submit },
    { key: 'Escape', label: t('keys.escape'), whenTyping: true, disabled: open === null, act: close },
    { key: 'l', label: t('keys.line'), act: toLine },
    { key: 'f', label: t('askedFirst.label'), act: toAskedFirst }, { key: 'alt+f', label: t('askedFirst.label'), whenTyping: true, act: toAskedFirst },
    ...(toTogether && !forOther ? [{ key: 'g', label: t('keys.together'), act: toTogether }, { key: 'alt+g', label: t('keys.together'), whenTyping: true, act: toTogether }] : []),
  ])
}
