import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { onSessionRefusal } from '../shared/call.ts'
import { type Me, MeContext } from '../shared/me.ts'
import { ErrorState } from '../shared/states.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { IdleNotice } from './idle-notice.tsx'
import { PasswordForced } from './password-page.tsx'
import { firstPlaceOf } from './places.ts'
import { SESSION, useSession } from './session-query.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { SignInPage } from './sign-in-page.tsx'

/**
 * Lets in whoever is signed in. Where a session ends under an open page, the page stays and the sign-in stands before
 * it: nothing typed is lost.
 */
export function SessionGate() {
  const queries = useQueryClient()
  const session = useSession()
  const [ended, setEnded] = useState(false)
  const me = session.data ?? null
  const onEnded = useCallback(() => setEnded(true), [])

  const { pathname } = useLocation()
  const navigate = useNavigate()
  const onSignedIn = (person: Me) => {
    setEnded(false)
    queries.setQueryData(SESSION, person)
    // Whoever asked for a page gets that page.
    if (pathname === '/') void navigate(firstPlaceOf(person), { replace: true })
  }

  useEffect(() => onSessionRefusal((refused) => {
    if (refused.code === 'password-change-needed') void queries.invalidateQueries({ queryKey: SESSION })
    else setEnded(true)
  }), [queries])

  if (session.isPending) return null
  if (session.isError) return <main className="page page-narrow"><ErrorState error={session.error} onRetry={() => void session.refetch()} /></main>
  if (!me) return <SignInPage onSignedIn={onSignedIn} />
  return (
    <MeContext value={me}>
      {me.demo && <DemoBanner />}
      {me.passwordChangeNeeded ? <PasswordForced /> : <Outlet />}
      {ended && <SignInAgain me={me} onDone={() => setEnded(false)} />}
      {!ended && <IdleNotice minutes={me.settings.idleMinutes} onEnded={onEnded} />}
    </MeContext>
  )
}
