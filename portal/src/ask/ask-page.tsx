import { useState } from 'preact/hooks'
import { useFiles } from '../shared/use-files.ts'
import { usePageTitle } from '../shared/page-title.ts'
import { usePortal } from '../shared/portal-context.ts'
import { forget } from '../shared/storage.ts'
import { AskForm } from './ask-form.tsx'
import { Receipt } from './receipt.tsx'
import { forgetReceipt, keepReceipt, recallReceipt, type ReceiptRecord } from './receipt-record.ts'

/** The fragment marks a page that shows a receipt: reloading it shows the same receipt, opening /ask a fresh form. */
const SENT = '#sent'

export function AskPage() {
  const { texts } = usePortal()
  const [receipt, setReceipt] = useState(() => location.hash === SENT ? recallReceipt() : null)
  const files = useFiles()
  usePageTitle(receipt ? texts.receipt.title : texts.ask.title)
  if (receipt) return <Receipt receipt={receipt} files={files} onFinish={forgetReceipt} />
  const sent = (made: ReceiptRecord) => {
    forget('session', 'draft')
    keepReceipt(made)
    history.replaceState(null, '', `/ask${SENT}`)
    setReceipt(made)
    void files.sendAll({ number: made.number, code: made.trackingCode })
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  return <AskForm files={files} onSent={sent} />
}
