import { downloadShiftForm, downloadUnitForm, printShiftForm, printUnitForm, SHIFT_FORMS, UNIT_FORMS } from '@daodi/contract/staff/exports/duty-forms.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { call, fetchFile } from '../shared/call.ts'
import { useLanguage } from '../shared/language.ts'
import { EmptyState } from '../shared/states.tsx'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { FormFrame } from './form-frame.tsx'
import { useDownload } from './use-download.ts'

type ShiftForm = (typeof SHIFT_FORMS)[number]
type UnitForm = (typeof UNIT_FORMS)[number]

const languageOf = (language: string) => (language === 'zh' ? 'zh-CN' as const : 'en' as const)

/** What is handed over at the end of a shift, or the log of it, ready for the printer. */
export function ShiftFormPage() {
  const { t } = useTranslation('exports')
  const { form = '' } = useParams()
  const { language } = useLanguage()
  return (SHIFT_FORMS as readonly string[]).includes(form) ? <Shift key={`${form} ${language}`} form={form as ShiftForm} /> : <EmptyState title={t('noSuchForm')} />
}

function Shift({ form }: { form: ShiftForm }) {
  const { t } = useTranslation('exports')
  const navigate = useNavigate()
  const { shiftId = '' } = useParams()
  const { language } = useLanguage()
  const ask = { params: { shiftId, form }, body: { language: languageOf(language) } }
  const found = useQuery({ queryKey: ['roster', 'shift', shiftId, 'form', form, language], staleTime: Infinity, gcTime: 0, retry: false, queryFn: ({ signal }) => call(printShiftForm, { ...ask, signal }) })
  const download = useDownload(() => fetchFile(downloadShiftForm, ask))
  return (
    <FormFrame title={t(`duty.${form}`)} form={found.data} error={found.error} onRetry={() => void found.refetch()} download={download} onBack={() => void navigate(`/roster/shifts/${shiftId}`)}>
      <Segmented value={form} onChange={(next) => void navigate(`/print/shift/${shiftId}/${next}`, { replace: true })} options={SHIFT_FORMS.map((value) => ({ value, label: t(`duty.${value}`) }))} aria-label={t('duty.which')} />
    </FormFrame>
  )
}

/** The roster of a unit by week or month, or who stands in for whom. */
export function UnitFormPage() {
  const { t } = useTranslation('exports')
  const { form = '' } = useParams()
  const { language } = useLanguage()
  return (UNIT_FORMS as readonly string[]).includes(form) ? <UnitSheet key={`${form} ${language}`} form={form as UnitForm} /> : <EmptyState title={t('noSuchForm')} />
}

function UnitSheet({ form }: { form: UnitForm }) {
  const { t } = useTranslation('exports')
  const navigate = useNavigate()
  const { unitId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { language } = useLanguage()
  const span: 'week' | 'month' = search.get('span') === 'month' ? 'month' : 'week'
  const day = search.get('day')
  const ask = { params: { unitId, form }, body: { language: languageOf(language), ...(form === 'roster' ? { span, ...(day === null ? {} : { day }) } : {}) } }
  const found = useQuery({ queryKey: ['roster', 'unit', unitId, 'form', form, span, day, language], staleTime: Infinity, gcTime: 0, retry: false, queryFn: ({ signal }) => call(printUnitForm, { ...ask, signal }) })
  const download = useDownload(() => fetchFile(downloadUnitForm, ask))
  const go = (next: { span?: 'week' | 'month'; day?: string }) => setSearch({ span, ...(day === null ? {} : { day }), ...next }, { replace: true })
  const back = () => void navigate(form === 'covers' ? '/directory/posts' : `/roster/week?unit=${unitId}${day === null ? '' : `&week=${day}`}`)
  const step = (by: 1 | -1) => go({ day: stepped(day, span, by) })
  return (
    <FormFrame title={t(`duty.${form}`)} form={found.data} error={found.error} onRetry={() => void found.refetch()} download={download} onBack={back}>
      {form === 'roster' && (
        <>
          <Segmented value={span} onChange={(next) => go({ span: next === 'month' ? 'month' : 'week' })} options={[{ value: 'week', label: t('duty.week') }, { value: 'month', label: t('duty.month') }]} aria-label={t('duty.span')} />
          <Button onClick={() => step(-1)}>{t(span === 'week' ? 'duty.previousWeek' : 'duty.previousMonth')}</Button>
          <Button onClick={() => step(1)}>{t(span === 'week' ? 'duty.nextWeek' : 'duty.nextMonth')}</Button>
        </>
      )}
      <div className="form-unit"><UnitPicker value={unitId} onChange={(next) => { if (next !== null) void navigate({ pathname: `/print/unit/${next}/${form}`, search: search.toString() }, { replace: true }) }} allowInstitution label={t('duty.unit')} /></div>
    </FormFrame>
  )
}

/** A day in the next or the last week or month, from today where none is chosen. */
function stepped(day: string | null, span: 'week' | 'month', by: 1 | -1): string {
  const from = new Date(day === null ? Date.now() : Date.parse(`${day}T00:00:00Z`))
  if (span === 'week') from.setUTCDate(from.getUTCDate() + 7 * by)
  else from.setUTCMonth(from.getUTCMonth() + by, 1)
  return from.toISOString().slice(0, 10)
}
