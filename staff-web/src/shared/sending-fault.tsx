import { Unreachable } from './call.ts'
import { ErrorState } from './states.tsx'

/** A refusal is mended, not repeated; only silence is worth trying again, with the same key. */
export function SendingFault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return <div className="fault"><ErrorState error={error} onRetry={error instanceof Unreachable ? onRetry : undefined} /></div>
}
