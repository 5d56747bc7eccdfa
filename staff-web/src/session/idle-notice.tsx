import { signOut } from '@daodi/contract/staff/session/session.ts'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { readStored, writeStored } from '../shared/store-locally.ts'

const KEY = 'daodi.active'
const WARN_SECONDS = 60

/**
 * Ends the session after the policy's idle minutes, with a minute's notice. What counts is a hand on the keyboard or
 * the pointer in any tab: live updates keep no session open.
 */
export function IdleNotice({ minutes, onEnded }: { minutes: number; onEnded: () => void }) {
  const { t } = useTranslation('session')
  const left = useIdleSeconds(minutes)
  const over = left <= 0
  useEffect(() => { if (over) void endSession(onEnded) }, [over, onEnded])
  if (left > WARN_SECONDS || over) return null
  return (
    <Modal open title={t('idle.title')} closable={false} keyboard={false} width={400} footer={<Button type="primary" autoFocus onClick={markActive}>{t('idle.stay')}</Button>}>
      <p aria-live="polite">{t('idle.text', { count: left })}</p>
    </Modal>
  )
}

/** Seconds until the session ends; far from the end it stays at one value, so that nothing is drawn anew. */
function useIdleSeconds(minutes: number): number {
  const [left, setLeft] = useState(WARN_SECONDS + 1)
  useEffect(() => {
    if (minutes <= 0) return
    markActive()
    let noted = 0
    const onHand = () => {
      // While the notice is up, only its button counts: a sleeve on the keyboard is nobody.
      if (secondsLeft(minutes) <= WARN_SECONDS || Date.now() - noted < 5000) return
      noted = Date.now()
      markActive()
    }
    const timer = setInterval(() => setLeft(Math.min(secondsLeft(minutes), WARN_SECONDS + 1)), 1000)
    for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) window.addEventListener(kind, onHand, { passive: true })
    return () => {
      clearInterval(timer)
      for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) window.removeEventListener(kind, onHand)
    }
  }, [minutes])
  return minutes <= 0 ? Number.POSITIVE_INFINITY : left
}

let activeHere = 0

function markActive(): void {
  activeHere = Date.now()
  writeStored(KEY, String(activeHere))
}

function secondsLeft(minutes: number): number {
  const active = Math.max(activeHere, Number(readStored(KEY) ?? 0))
  return Math.ceil((active + minutes * 60_000 - Date.now()) / 1000)
}

async function endSession(onEnded: () => void): Promise<void> {
  try {
    await call(signOut, {})
  } catch {
    // Ended already, or no network: whatever is called next is refused and asks for the sign-in again.
  }
  onEnded()
}
