import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../shared/form.css'
import { Refused } from '../shared/call.ts'
import { ErrorState } from '../shared/states.tsx'

interface FormDialogProps {
  readonly title: string; readonly error: unknown
  /** The form says what is wrong with a field at the field: a single fault is not said a second time above. */
  readonly saysFaults?: boolean
  /** What has to be filled in, for whoever saves too early. */
  readonly lacks?: string | undefined
  readonly pending: boolean; readonly ready: boolean; readonly onSubmit: () => void; readonly onClose: () => void; readonly children: ReactNode
}

/** A form in a dialog: what was typed stays when the server refuses. */
export function FormDialog({ title, error, saysFaults = false, pending, ready, lacks, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation('shared')
  const [tried, setTried] = useState(false)
  return (
    <Modal
      open title={title} onCancel={onClose} mask={{ closable: false }} width={640}
      footer={<><Button onClick={onClose}>{t('act.cancel')}</Button><Button type="primary" htmlType="submit" form="admin-form" aria-disabled={!ready} loading={pending}>{t('act.save')}</Button></>}
    >
      <form id="admin-form" className="admin-form" onSubmit={(event) => { event.preventDefault(); setTried(true); if (ready && !pending) onSubmit() }}>
        {error !== null && !(saysFaults && error instanceof Refused && error.errors.length === 1) && <ErrorState error={error} />}
        {children}
        {tried && !ready && <p className="field-fault" role="alert">{lacks ?? t('form.lacks')}</p>}
      </form>
    </Modal>
  )
}
