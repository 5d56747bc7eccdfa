import { Alert, Button, Modal } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd, useKeys } from '../shared/keys.tsx'
import { fieldTexts } from '../shared/refusal-text.ts'
import { ErrorState } from '../shared/states.tsx'
import '../shared/form.css'
import { lackingIn } from './lacking-in.ts'
import { isBehind } from './use-act.ts'

interface ActFormProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly error: unknown
  readonly pending: boolean
  /** What is still missing keeps the button grey, is named beside it, and in red once somebody tried. */
  readonly ready: boolean
  readonly danger?: boolean
  readonly submit?: string
  readonly wide?: boolean
  /** Nothing has to be filled in: the keyboard waits at the button. */
  readonly atSubmit?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** The small panel of one act: its fields, what the server refused, and one button. Ctrl+Enter submits from any field. */
export function ActForm({ title, intro, error, pending, ready, danger = false, submit, wide = false, atSubmit = false, onSubmit, onClose, children }: ActFormProps) {
  const { t } = useTranslation('case')
  const button = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [lacks, setLacks] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => { setTried(!ready); if (ready && !pending) onSubmit() }
  // Each panel knows whether it is complete; which fields stand empty is read off the form itself.
  useEffect(() => { setLacks(ready || form.current === null ? '' : lackingIn(form.current).join(t('acts.lacksComma'))) }, [ready, children, t])
  useKeys([{ key: 'ctrl+Enter', label: t('acts.submit'), act: send, whenTyping: true }], { in: 'dialog' })
  return (
    <Modal
      open title={title} onCancel={onClose} afterOpenChange={(isOpen) => { if (isOpen && atSubmit) button.current?.focus() }} mask={{ closable: false }} width={wide ? 760 : 560}
      footer={
        <div className="act-foot">
          {!ready && <span className={tried ? 'act-lacks field-fault' : 'act-lacks muted'} role={tried ? 'alert' : undefined}>{lacks === '' ? t('acts.lacksOther') : t('acts.lacks', { fields: lacks })}</span>}
          <Button onClick={onClose}>{t('acts.cancel')}</Button>
          <Button ref={button} type="primary" htmlType="submit" form="act-form" danger={danger} aria-disabled={!ready} loading={pending}>{submit ?? t('acts.submit')} <Kbd keys="ctrl+Enter" /></Button>
        </div>
      }
    >
      <form ref={form} id="act-form" className="act-form" onSubmit={(event) => { event.preventDefault(); send() }}>
        {intro !== undefined && <p className="muted">{intro}</p>}
        {isBehind(error) && <Alert type="info" showIcon title={t('changedElsewhere')} />}
        {error !== null && <ErrorState error={error} />}
        {children}
      </form>
    </Modal>
  )
}

/** The server's words about single fields, by JSON pointer. */
export function useFaults(error: unknown): Readonly<Record<string, string>> {
  const { t } = useTranslation('shared')
  return fieldTexts(error, t)
}
