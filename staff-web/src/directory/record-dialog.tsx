import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldTexts } from '../shared/refusal-text.ts'
import '../shared/form.css'
import { ErrorState } from '../shared/states.tsx'

interface RecordDialogProps {
  readonly title: string; readonly ready: boolean
  /** What is being changed; null while it is new. */
  readonly name: string | null
  readonly save: () => Promise<unknown>; readonly remove: () => Promise<unknown>; readonly onClose: () => void
  readonly children: (faults: Readonly<Record<string, string>>) => ReactNode
}

/** A row of the directory in a dialog: saved, or given up after a question. What was typed stays when the server refuses. */
export function RecordDialog({ title, ready, name, save, remove, onClose, children }: RecordDialogProps) {
  const { t } = useTranslation('directory')
  const shared = useTranslation('shared').t
  const id = useId()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const done = (text: string) => { message.success(text); void queries.invalidateQueries({ queryKey: ['directory'] }); onClose() }
  const saving = useMutation({ mutationFn: save, onSuccess: () => done(t('edit.saved')) })
  const removing = useMutation({ mutationFn: remove, onSuccess: () => done(t('edit.removed')) })
  const error = saving.error ?? removing.error
  return (
    <Modal
      open title={title} onCancel={onClose} mask={{ closable: false }} width={680}
      footer={(
        <>
          {name !== null && <Button danger type="text" style={{ float: 'left' }} loading={removing.isPending} onClick={() => void modal.confirm({ title: t('edit.removeAsk', { name }), content: t('edit.removeText'), onOk: () => removing.mutate() })}>{t('edit.remove')}</Button>}
          <Button onClick={onClose}>{shared('act.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={id} disabled={!ready} loading={saving.isPending}>{shared('act.save')}</Button>
        </>
      )}
    >
      <form id={id} className="dir-form" onSubmit={(event) => { event.preventDefault(); if (ready && !saving.isPending) saving.mutate() }}>
        {error !== null && <ErrorState error={error} />}
        {children(fieldTexts(saving.error, shared))}
      </form>
    </Modal>
  )
}
