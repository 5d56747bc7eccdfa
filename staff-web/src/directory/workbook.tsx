import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { applyDirectoryImport, exportDirectory } from '@daodi/contract/staff/directory/import.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf, call } from '../shared/call.ts'
import { ErrorState } from '../shared/states.tsx'
import { CheckShown } from './check-shown.tsx'
import { sendWorkbook } from './send-workbook.ts'

/** The directory as a workbook: taken out, tried out, brought in. */
export function Workbook() {
  const { t } = useTranslation('directory')
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const check = useMutation({ mutationFn: sendWorkbook })
  const apply = useMutation({
    mutationFn: ({ id, digest }: { id: string; digest: string }) => call(applyDirectoryImport, { params: { importId: id }, body: { digest } }),
    onSuccess: () => { check.reset(); void queries.invalidateQueries() },
  })
  const address = addressOf(exportDirectory)
  return (
    <div className="book-cards">
      <section className="card book-card">
        <h2>{t('workbook.exportTitle')}</h2>
        <p className="muted">{t('workbook.exportText')}</p>
        <div className="dir-acts">
          <Button icon={<DownloadOutlined />} href={address} download>{t('workbook.export')}</Button>
          <Button type="text" href={`${address}?template=1`} download>{t('workbook.template')}</Button>
        </div>
      </section>
      <section className="card book-card">
        <h2>{t('workbook.importTitle')}</h2>
        <p className="muted">{t('workbook.importText')}</p>
        <input
          ref={input} type="file" accept=".xlsx" hidden aria-hidden="true" tabIndex={-1}
          onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) { apply.reset(); check.mutate(file) } }}
        />
        <Button type={check.data ? 'default' : 'primary'} icon={<UploadOutlined />} loading={check.isPending} onClick={() => input.current?.click()}>{check.isPending ? t('workbook.checking') : t(check.data ? 'workbook.again' : 'workbook.choose')}</Button>
        {check.error !== null && <ErrorState error={check.error} />}
        {apply.error !== null && <ErrorState error={apply.error} />}
        {apply.data && <Alert type="success" showIcon role="status" title={t('workbook.applied', apply.data)} />}
        {check.data && <CheckShown check={check.data} applying={apply.isPending} onApply={() => { if (check.data.id !== null) apply.mutate({ id: check.data.id, digest: check.data.digest }) }} />}
      </section>
    </div>
  )
}
