import { FORM_KINDS } from '@daodi/contract/staff/exports/form-document.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Kbd, useKeys } from '../shared/keys.tsx'
import type { CaseView } from './case-query.ts'

type FormKind = (typeof FORM_KINDS)[number]

/** Every paper form of the case, one digit each; those that nothing has happened for yet are quiet. */
export function PrintMenu({ view }: { view: CaseView }) {
  const { t } = useTranslation('case')
  const [open, setOpen] = useState(false)
  useKeys([{ key: 'alt+p', whenTyping: true, label: t('printMenu.open'), act: () => setOpen(true) }])
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('printMenu.open')} <Kbd keys="alt+p" /></Button>
      <Modal open={open} title={t('printMenu.title')} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Forms view={view} />
      </Modal>
    </>
  )
}

function Forms({ view }: { view: CaseView }) {
  const shared = useTranslation('shared').t
  const navigate = useNavigate()
  const show = (form: FormKind) => void navigate(`/print/${view.id}/${form}`)
  const keys = FORM_KINDS.map((form, index) => ({ key: String(index + 1), label: shared(`printedForm.${form}`), act: () => show(form), disabled: !hasContent(view, form) }))
  useKeys(keys, { in: 'dialog' })
  return (
    <div className="more-acts">
      {FORM_KINDS.map((form, index) => (
        <Button key={form} disabled={!hasContent(view, form)} autoFocus={index === 0} onClick={() => show(form)}>{shared(`printedForm.${form}`)} <Kbd keys={String(index + 1)} /></Button>
      ))}
    </div>
  )
}

const NEEDED: Readonly<Partial<Record<FormKind, readonly string[]>>> = { notice: ['notice-issued'], slip: ['referral-made', 'ruling-given'], returned: ['referral-returned'], extension: ['approval-asked'] }

function hasContent(view: CaseView, form: FormKind): boolean {
  const needed = NEEDED[form]
  return needed === undefined || view.timeline.some((entry) => needed.includes(entry.kind) && (form !== 'extension' || entry.params['of'] === 'extension'))
}
