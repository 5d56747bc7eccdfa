import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SendingFault } from '../shared/sending-fault.tsx'
import { type Decision, type Draft, type Matter, nameOf, phoneOf } from './draft.ts'

/** What a standing answer will come to, before it does: a case is closed by it for good, and the person was told so. */
export function ConfirmOnSpot({ draft, subject, matter, answer, error, sending, onConfirm, onRetry, onEdit, onBack }: {
  draft: Draft; subject: string; matter: Matter | null; answer: Extract<Decision, { branch: 'onSpot' }>
  error: Error | null; sending: boolean; onConfirm: () => void; onRetry: () => void; onEdit: () => void; onBack: () => void
}) {
  const { t } = useTranslation('register')
  const form = useRef<HTMLFormElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => { confirm.current?.focus(); form.current?.scrollIntoView({ block: 'nearest' }) }, [])
  // The key that opened this and is still held down confirms nothing.
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Enter' && event.repeat) event.preventDefault() }
  const who = [nameOf(draft), phoneOf(draft)].map((one) => one.trim()).filter((one) => one !== '').join(' · ')
  return (
    <form ref={form} className="card panel confirm" aria-labelledby="confirm-title" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); onConfirm() }}>
      <h2 id="confirm-title">{t('confirm.title')}</h2>
      <dl>
        <div><dt>{t('confirm.subject')}</dt><dd>{subject}{who !== '' && <span className="muted"> · {who}</span>}</dd></div>
        {matter && <div><dt>{t('confirm.matter')}</dt><dd>{matter.name} · {matter.unitName}</dd></div>}
        <div><dt>{t('confirm.told')}</dt><dd className="confirm-told">{answer.text}</dd></div>
        {answer.citation !== undefined && <div><dt>{t('panel.citation')}</dt><dd>{answer.citation}</dd></div>}
        <div><dt>{t('confirm.result')}</dt><dd>{t('confirm.closed')}</dd></div>
      </dl>
      {error && <SendingFault error={error} onRetry={onRetry} />}
      <div className="panel-end">
        <Button ref={confirm} type="primary" htmlType="submit" loading={sending}>{t('confirm.confirm')} <kbd aria-hidden="true">Enter</kbd></Button>
        <Button onClick={onEdit}>{t('aside.useAnswer')} <kbd aria-hidden="true">Alt Enter</kbd></Button>
        <Button type="text" onClick={onBack}>{t('panel.back')} <kbd aria-hidden="true">Esc</kbd></Button>
      </div>
    </form>
  )
}
