import { downloadCaseForm, printCaseForm } from '@daodi/contract/staff/exports/case-forms.ts'
import { FORM_KINDS, type FormDocument } from '@daodi/contract/staff/exports/form-document.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { z } from 'zod'
import { call, fetchFile } from '../shared/call.ts'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { useLanguage } from '../shared/language.ts'
import { EmptyState, ErrorState } from '../shared/states.tsx'
import { readStored } from '../shared/store-locally.ts'
import { FormFrame } from './form-frame.tsx'
import { useDownload } from './use-download.ts'

type FormKind = (typeof FORM_KINDS)[number]

/** One of a case's forms, ready for the printer. Names and contacts are masked until somebody with a reason wants them in full. */
export function CaseFormPage() {
  const { t } = useTranslation('exports')
  const { form = '' } = useParams()
  const { language } = useLanguage()
  const known = (FORM_KINDS as readonly string[]).includes(form)
  // The other language, or another form, begins masked again.
  return known ? <CaseForm key={`${form} ${language}`} form={form as FormKind} /> : <EmptyState title={t('noSuchForm')} />
}

function CaseForm({ form }: { form: FormKind }) {
  const { t } = useTranslation('exports')
  const shared = useTranslation('shared').t
  const { caseId = '' } = useParams()
  const back = useBack(caseId)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  // The tracking code is known only to the tab that registered the case; nobody else needs its address in a QR code.
  const code = form === 'receipt' ? readStored(`daodi.code.${caseId}`, 'session') : null
  const params = { caseId, form }
  const common = { language: language === 'zh' ? 'zh-CN' as const : 'en' as const, ...(form === 'receipt' ? { site: window.location.origin } : {}), ...(code === null ? {} : { code }) }
  const masked = useQuery({
    queryKey: ['cases', caseId, 'form', form, language], staleTime: Infinity, gcTime: 0, retry: false,
    queryFn: ({ signal }) => call(printCaseForm, { params, body: common, signal }),
  })
  const full = useMutation({
    mutationFn: (reason: string) => call(printCaseForm, { params, body: { ...common, contacts: 'full', ...(reason === '' ? {} : { reason }) } }), gcTime: 0, onSuccess: () => setAsking(false),
  })
  const shown = full.data ?? masked.data
  const download = useDownload(() => fetchFile(downloadCaseForm, { params, body: { ...common, ...(shown?.full === true ? { contacts: 'full' as const } : {}) } }))
  const ask = () => { if (masked.data !== undefined && full.data === undefined) setAsking(true) }
  useKeys([{ key: 'f', label: t('showFull'), act: ask, disabled: full.data !== undefined }])
  return (
    <FormFrame title={shared(`printedForm.${form}`)} form={shown} error={masked.error} onRetry={() => void masked.refetch()} download={download} onBack={back} notice={shown !== undefined && isOnlyHere(shown) ? <Alert type="warning" showIcon title={t('onlyHere')} description={t('onlyHereWhy')} /> : undefined}>
      {full.data === undefined && <Button onClick={ask} disabled={masked.data === undefined}>{t('showFull')} <Kbd keys="f" /></Button>}
      <AskReason open={asking} pending={full.isPending} error={full.error} onAsk={(reason) => full.mutate(reason)} onClose={() => { setAsking(false); full.reset() }} />
    </FormFrame>
  )
}

/** An address that leads nowhere from anybody else's telephone. */
function isOnlyHere({ blocks }: z.output<typeof FormDocument>): boolean {
  const pages = blocks.flatMap((block) => (block.kind === 'track' ? [block.address, ...block.lines] : []))
  return pages.some((page) => page !== null && /^https?:\/\/(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])([:/]|$)/i.test(page))
}

function AskReason({ open, pending, error, onAsk, onClose }: { open: boolean; pending: boolean; error: Error | null; onAsk: (reason: string) => void; onClose: () => void }) {
  const { t } = useTranslation('exports')
  const [reason, setReason] = useState('')
  return (
    <Modal open={open} title={t('showFull')} onCancel={onClose} onOk={() => onAsk(reason.trim())} okText={t('showFullOk')} confirmLoading={pending} destroyOnHidden>
      <p>{t('showFullWhy')}</p>
      <Input autoFocus value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} onPressEnter={() => { if (!pending) onAsk(reason.trim()) }} placeholder={t('reason')} aria-label={t('reason')} />
      {error !== null && <ErrorState error={error} />}
    </Modal>
  )
}

/** Where the person came from: the register page after registering, else the case. */
function useBack(caseId: string): () => void {
  const navigate = useNavigate()
  const { state } = useLocation() as { state: { from?: string } | null }
  return () => void navigate(state?.from ?? `/cases/${caseId}`, { state: { registered: caseId } })
}
