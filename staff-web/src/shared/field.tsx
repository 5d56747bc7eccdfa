import type { ReactNode } from 'react'

/** A label, its control, what helps, and what is wrong with it: tied together for eyes and ears. */
export function Field({ id, label, hint, fault, children }: { id: string; label: ReactNode; hint?: ReactNode; fault?: string | undefined; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <p id={`${id}-hint`} className="faint">{hint}</p>}
      {fault && <p id={`${id}-fault`} className="field-fault" role="alert">{fault}</p>}
    </div>
  )
}
