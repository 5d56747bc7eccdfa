import type { FormDocument } from '@daodi/contract/staff/exports/form-document.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { PageFrame } from '../shared/page-frame.tsx'
import { ErrorState, LoadingState } from '../shared/states.tsx'
import { FormSheets } from './form-sheet.tsx'
import type { Download } from './use-download.ts'

interface FrameProps {
  title: string
  form: z.output<typeof FormDocument> | undefined
  error: Error | null
  onRetry: () => void
  download: Download
  onBack: () => void
  /** Said on the page and never on paper. */
  notice?: ReactNode
  children?: ReactNode
}

/** A form on screen, with what can be done with it; on paper the form alone. */
export function FormFrame({ title, form, error, onRetry, download, onBack, notice, children }: FrameProps) {
  const { t } = useTranslation('exports')
  const ready = form !== undefined
  useKeys([
    { key: 'p', label: t('print'), act: () => window.print(), disabled: !ready },
    { key: 'w', label: t('document'), act: download.start, disabled: !ready },
    { key: 'Escape', label: t('back'), act: onBack },
  ])
  return (
    <PageFrame title={form?.title ?? title} titleHidden width="wide">
      <div className="form-acts no-print">
        <Button type="primary" autoFocus disabled={!ready} onClick={() => window.print()}>{t('print')} <Kbd keys="p" /></Button>
        <Button disabled={!ready} loading={download.pending} onClick={download.start}>{t('document')} <Kbd keys="w" /></Button>
        {children}
        <Button onClick={onBack}>{t('back')} <Kbd keys="Escape" /></Button>
        <span className="muted form-acts-hint">{form?.full === true ? t('fullNow') : ''}</span>
      </div>
      {notice !== undefined && <div className="no-print form-notice">{notice}</div>}
      {download.error !== null && <ErrorState error={download.error} onRetry={download.start} />}
      {error !== null && <ErrorState error={error} onRetry={onRetry} />}
      {ready ? <FormSheets form={form} /> : error === null && <LoadingState rows={12} />}
    </PageFrame>
  )
}
