import { caseFilters } from '@daodi/contract/staff/cases/list-cases.ts'
import { downloadRegister, printRegister } from '@daodi/contract/staff/exports/register-form.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { call, fetchFile } from '../shared/call.ts'
import { useKeys } from '../shared/keys.tsx'
import { useLanguage } from '../shared/language.ts'
import { FormFrame } from './form-frame.tsx'
import { useDownload } from './use-download.ts'

type Body = z.input<typeof printRegister.body>
type Volume = z.output<typeof printRegister.reply>

/** The register book of the list one comes from, in its six old columns or in all of today's; by month, and in volumes where it is long. */
export function RegisterFormPage() {
  const { t } = useTranslation('exports')
  const navigate = useNavigate()
  const { language } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const layout = search.get('layout') === 'brief' ? 'brief' : 'full'
  const after = search.get('after')
  const body: Body = { layout, filters: filtersIn(search), language: language === 'zh' ? 'zh-CN' : 'en', ...(after === null ? {} : { after }) }
  const found = useQuery({ queryKey: ['register-form', body], staleTime: Infinity, gcTime: 0, retry: false, queryFn: ({ signal }) => call(printRegister, { body, signal }) })
  const download = useDownload(() => fetchFile(downloadRegister, { body }))
  const change = (next: Readonly<Record<string, string | null>>) => setSearch((before) => {
    const changed = new URLSearchParams(before)
    for (const [name, value] of Object.entries(next)) { if (value === null) changed.delete(name); else changed.set(name, value) }
    return changed
  }, { replace: true })
  const choose = (next: string) => change({ layout: next })
  const list = listAddress(search)
  useKeys([{ key: '1', label: t('brief'), act: () => choose('brief') }, { key: '2', label: t('full'), act: () => choose('full') }])
  return (
    <FormFrame title={t('register')} form={found.data} error={found.error} onRetry={() => void found.refetch()} download={download} onBack={() => void navigate(list)}>
      <Segmented value={layout} onChange={choose} options={[{ value: 'brief', label: t('brief') }, { value: 'full', label: t('full') }]} aria-label={t('layout')} />
      <Month from={search.get('from')} to={search.get('to')} onChange={(span) => change({ ...span, after: null })} />
      {after !== null && <Button onClick={() => change({ after: null })}>{t('volume.newest')}</Button>}
      {found.data !== undefined && found.data.next !== null && <Button onClick={() => change({ after: found.data.next })}>{t('volume.older')}</Button>}
      {found.data !== undefined && (after !== null || found.data.next !== null) && <Alert className="form-acts-note" type="info" showIcon title={<Said volume={found.data} list={list} />} />}
    </FormFrame>
  )
}

/** What this volume does not hold, and how to have it. */
function Said({ volume, list }: { volume: Volume; list: string }) {
  const { t } = useTranslation('exports')
  return <>{volume.total === null ? t('volume.ofMany', { count: volume.rows }) : t('volume.of', { count: volume.rows, total: volume.total })} <Link to={list}>{t('volume.export')}</Link></>
}

/** One month of the book; empty: as the list was filtered. */
function Month({ from, to, onChange }: { from: string | null; to: string | null; onChange: (span: { from: string | null; to: string | null }) => void }) {
  const { t } = useTranslation('exports')
  const first = from === null ? null : dayjs(from)
  const isMonth = first !== null && first.date() === 1 && to === first.endOf('month').format('YYYY-MM-DD')
  return (
    <DatePicker
      picker="month" aria-label={t('month')} placeholder={from === null && to === null ? t('month') : t('ownSpan', { from: from ?? '', to: to ?? '' })} value={isMonth ? first : null}
      onChange={(month) => onChange(month === null ? { from: null, to: null } : { from: month.startOf('month').format('YYYY-MM-DD'), to: month.endOf('month').format('YYYY-MM-DD') })}
    />
  )
}

function listAddress(search: URLSearchParams): string {
  const rest = new URLSearchParams(search)
  for (const name of ['layout', 'after']) rest.delete(name)
  return `/cases?${rest.toString()}`
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
