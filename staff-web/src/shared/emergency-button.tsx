import { ExclamationCircleFilled } from '@ant-design/icons'
import { raiseEmergency } from '@daodi/contract/staff/cases/emergency.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { call } from './call.ts'
import { useKeys } from './keys.tsx'
import { randomKey } from './random-key.ts'
import { writeStored } from './store-locally.ts'
import { SendingFault } from './sending-fault.tsx'
import './emergency.css'

/** How long the first press waits for the second. */
const ARMED_MS = 8000

/** What is known without asking: what was typed so far, the case in whose course it happened. */
interface Known { readonly subject?: string | undefined; readonly place?: string | undefined; readonly partOf?: string | undefined }

/** 先处置后补记: two presses register the emergency and notify whoever is in charge; a slip of one press does nothing. */
export function EmergencyButton({ known, onRaised }: { known: Known; onRaised?: () => void }) {
  const { t } = useTranslation('shared')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [armed, setArmed] = useState(false)
  const key = useRef('')
  useEffect(() => {
    if (!armed) return undefined
    const timer = setTimeout(() => setArmed(false), ARMED_MS)
    return () => clearTimeout(timer)
  }, [armed])
  const raise = useMutation({
    mutationFn: () => call(raiseEmergency, { body: known, idempotencyKey: key.current }),
    onSuccess: (reply) => {
      writeStored(`daodi.code.${reply.id}`, reply.trackingCode, 'session')
      onRaised?.()
      void queries.invalidateQueries({ queryKey: ['obligations'] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
      void navigate(`/cases/${reply.id}`)
    },
  })
  const press = () => {
    if (raise.isPending) return
    // After silence the same key goes out again: it is registered once, however often it is pressed.
    if (!armed) { if (!raise.isError) key.current = randomKey(); setArmed(true); return }
    setArmed(false)
    raise.mutate()
  }
  useKeys([{ key: 'alt+0', label: t('emergency.key'), whenTyping: true, act: press }])
  return (
    <div className="emergency">
      <button type="button" className={armed ? 'emergency-press emergency-armed' : 'emergency-press'} aria-keyshortcuts="Alt+0" disabled={raise.isPending} onClick={press} onKeyDown={(event) => { if (event.repeat) event.preventDefault() }}>
        <ExclamationCircleFilled aria-hidden="true" />
        {raise.isPending ? t('emergency.sending') : armed ? t('emergency.again') : t(known.partOf === undefined ? 'emergency.raise' : 'emergency.inCourse')}
      </button>
      <span role="status" className="only-read">{armed ? t('emergency.again') : ''}</span>
      {raise.error && <SendingFault error={raise.error} onRetry={() => raise.mutate()} />}
    </div>
  )
}
