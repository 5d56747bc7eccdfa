import { DownloadOutlined } from '@ant-design/icons'
import { downloadExport, getExport, requestExport } from '@daodi/contract/staff/exports/exports.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Progress, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addressOf, call } from '../shared/call.ts'
import { useLanguage } from '../shared/language.ts'
import { ErrorState } from '../shared/states.tsx'
import type { Filters } from './filters.ts'

type Layout = 'brief' | 'full'
const POLL_MS = 800

/** Writes the list as a workbook. The work goes on when the dialog is closed; opening it again shows how far it is. */
export function ExportDialog({ filters, printAddress, open, onClose }: { filters: Filters; printAddress: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('cases')
  const { language } = useLanguage()
  const [layout, setLayout] = useState<Layout>('full')
  const start = useMutation({
    mutationFn: () => {
      const { open: ended, ...rest } = filters
      return call(requestExport, { body: { layout, filters: { ...rest, ...(ended === undefined ? {} : { open: ended === 'true' }) }, language: language === 'zh' ? 'zh-CN' : 'en' } })
    },
  })
  const id = start.data?.id
  const progress = useQuery({
    queryKey: ['export', id ?? ''], enabled: id !== undefined,
    queryFn: ({ signal }) => call(getExport, { params: { exportId: id ?? '' }, signal }),
    refetchInterval: (query) => (query.state.data?.state === 'done' || query.state.data?.state === 'failed' ? false : POLL_MS), staleTime: 0,
  })
  const state = progress.data ?? start.data
  return (
    <Modal title={t('export.title')} open={open} onCancel={onClose} footer={null}>
      <p className="muted">{t('export.intro')}</p>
      {state === undefined && (
        <div className="export-form">
          <Radio.Group value={layout} onChange={(event) => setLayout(event.target.value as Layout)} aria-label={t('export.layout')}>
            <Radio value="full">{t('export.full')}<span className="export-hint">{t('export.fullHint')}</span></Radio>
            <Radio value="brief">{t('export.brief')}<span className="export-hint">{t('export.briefHint')}</span></Radio>
          </Radio.Group>
          {start.error !== null && <ErrorState error={start.error} />}
          <div className="export-acts">
            <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>{t('export.start')}</Button>
            <Link to={`${printAddress}&layout=${layout}`}>{t('export.print')}</Link>
          </div>
        </div>
      )}
      {state !== undefined && <ExportProgress state={state} onAgain={() => start.reset()} />}
      {progress.error !== null && <ErrorState error={progress.error} onRetry={() => void progress.refetch()} />}
    </Modal>
  )
}

interface ExportState { readonly id: string; readonly state: 'waiting' | 'running' | 'done' | 'failed'; readonly done: number; readonly total: number | null; readonly fileName: string | null }

function ExportProgress({ state, onAgain }: { state: ExportState; onAgain: () => void }) {
  const { t } = useTranslation('cases')
  const percent = state.state === 'done' ? 100 : state.total === null || state.total === 0 ? 0 : Math.floor((state.done / state.total) * 100)
  const words = state.state === 'running'
    ? state.total === null ? t('export.runningUnknown', { done: state.done }) : t('export.running', { done: state.done, total: state.total })
    : t(`export.${state.state}`, { done: state.done })
  return (
    <div className="export-form" role="status">
      <Progress percent={percent} status={state.state === 'failed' ? 'exception' : state.state === 'done' ? 'success' : 'active'} aria-label={t('export.title')} />
      {state.state === 'failed' ? <Alert type="error" showIcon title={words} /> : <p>{words}</p>}
      <div className="export-acts">
        {state.state === 'done' && (
          <Button type="primary" icon={<DownloadOutlined />} href={addressOf(downloadExport, { exportId: state.id })} download={state.fileName ?? true}>
            {t('export.download', { name: state.fileName ?? t('export.fileFallback') })}
          </Button>
        )}
        {(state.state === 'done' || state.state === 'failed') && <Button onClick={onAgain}>{t('export.again')}</Button>}
      </div>
    </div>
  )
}
