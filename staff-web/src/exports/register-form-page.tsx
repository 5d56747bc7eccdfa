import { caseFilters } from '@daodi/contract/staff/cases/list-cases.ts'
import { downloadRegister, printRegister } from '@daodi/contract/staff/exports/register-form.ts'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { call, fetchFile } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { useLanguage } from '../shared/language.ts'
import { FormFrame } from './form-frame.tsx'
import { useDownload } from './use-download.ts'

type Body = z.input<typeof printRegister.body>

/** The register book of the list one comes from, in its six old columns or in all of today's. */
export function RegisterFormPage() {
  const { t } = useTranslation('exports')
  const navigate = useNavigate()
  const { language } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const layout = search.get('layout') === 'brief' ? 'brief' : 'full'
  const body: Body = { layout, filters: filtersIn(search), language: language === 'zh' ? 'zh-CN' : 'en' }
  const found = useQuery({ queryKey: ['register-form', body], staleTime: Infinity, gcTime: 0, retry: false, queryFn: ({ signal }) => call(printRegister, { body, signal }) })
  const download = useDownload(() => fetchFile(downloadRegister, { body }))
  const choose = (next: string) => setSearch((before) => { const changed = new URLSearchParams(before); changed.set('layout', next); return changed }, { replace: true })
  const back = () => { const rest = new URLSearchParams(search); rest.delete('layout'); void navigate(`/cases?${rest.toString()}`) }
  useKeys([{ key: '1', label: t('brief'), act: () => choose('brief') }, { key: '2', label: t('full'), act: () => choose('full') }])
  return (
    <FormFrame title={t('register')} form={found.data} error={found.error} onRetry={() => void found.refetch()} download={download} onBack={back}>
      <Segmented value={layout} onChange={choose} options={[{ value: 'brief', label: t('brief') }, { value: 'full', label: t('full') }]} aria-label={t('layout')} />
    </FormFrame>
  )
}

/** What the contract would refuse is left out, as on the list. */
function filtersIn(search: URLSearchParams): Body['filters'] {
  const read: Record<string, unknown> = {}
  for (const name of Object.keys(caseFilters) as (keyof typeof caseFilters)[]) {
    const value = search.get(name)
    if (value !== null && value !== '' && caseFilters[name].safeParse(value).success) read[name] = name === 'open' ? value === 'true' : value
  }
  return read
}
