import { forget, recall, remember } from '../shared/storage.ts'
import type { Asked } from '../shared/wire.ts'

/** What the person was given, kept for this visit so that a reload does not lose the code. */
export interface ReceiptRecord extends Asked { declined: boolean; institutionName: string }

export function keepReceipt(receipt: ReceiptRecord): void {
  remember('session', 'receipt', JSON.stringify(receipt))
}

export function recallReceipt(): ReceiptRecord | null {
  try {
    const kept = JSON.parse(recall('session', 'receipt') ?? 'null') as ReceiptRecord | null
    return kept && typeof kept.number === 'string' && typeof kept.trackingCode === 'string' ? kept : null
  } catch {
    return null
  }
}

export function forgetReceipt(): void {
  forget('session', 'receipt')
}
