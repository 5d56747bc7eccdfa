import { CloseCircleFilled } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from './call.ts'
import { codeText, refusalText } from './refusal-text.ts'

/** Nothing to show, which is often good news: the line of a baton that has arrived. */
export function EmptyState({ title, text, action }: { title?: string; text?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation('shared')
  return (
    <div className="state">
      <svg width="132" height="26" viewBox="0 0 132 26" fill="none" aria-hidden="true">
        <path d="M6 13h112" stroke="currentColor" strokeWidth="3" strokeLinecap="round" opacity=".35" />
        <circle cx="6" cy="13" r="5" fill="currentColor" />
        <circle cx="121" cy="13" r="9" fill="#fff" stroke="currentColor" strokeWidth="2.500" />
        <path d="m117 13 3 3 5-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <b>{title ?? t('state.empty')}</b>
      {text && <span>{text}</span>}
      {action}
    </div>
  )
}

export function LoadingState({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('shared')
  return (
    <div role="status" aria-busy="true">
      <span className="only-read">{t('state.loading')}</span>
      <Skeleton active title={false} paragraph={{ rows, width: Array.from({ length: rows }, (_, index) => `${96 - (index * 17) % 40}%`) }} />
    </div>
  )
}

/** What `call` threw, in words, with a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation('shared')
  const nowhere = isOfAddress(error)
  return (
    <Alert
      type="error" showIcon icon={<CloseCircleFilled aria-hidden="true" />} role="alert" title={nowhere ? codeText('not-found', t) : refusalText(error, t)}
      action={onRetry && !nowhere && <Button size="small" onClick={onRetry}>{t('state.retry')}</Button>}
    />
  )
}

/** Nobody filled anything in: what stands in the address is no id, and trying again cannot help. */
function isOfAddress(error: unknown): boolean {
  return error instanceof Refused && error.errors.length > 0 && error.errors.every(({ pointer }) => pointer.startsWith('params/'))
}
