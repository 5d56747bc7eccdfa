import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { AskPage } from './ask/ask-page.tsx'
import { DesksPage } from './desks/desks-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { usePreferences } from './preferences.ts'
import { useReadAloud } from './read-aloud.ts'
import { followInside, type Route, useRoute } from './route.ts'
import { ask } from './shared/call.ts'
import { usePageTitle } from './shared/page-title.ts'
import { PortalContext } from './shared/portal-context.ts'
import { chosenInstitution } from './shared/chosen-institution.ts'
import type { PublicInfo } from './shared/wire.ts'
import type { Texts } from './texts.zh.ts'
import { CasePage } from './track/case-page.tsx'
import { TrackPage } from './track/track-page.tsx'

export function App() {
  const { texts, large, switchLanguage, switchSize } = usePreferences()
  const route = useRoute()
  const [openedAt] = useState(() => new Date())
  const { info, failed, retry } = usePublicInfo()
  const page = route.page === 'case' ? `case ${route.number}` : route.page
  const voice = useReadAloud(texts.tag, page)
  useFocusOnMove(page)
  return (
    <div onClick={followInside}>
      <a class="skip" href="#main">{texts.shell.skip}</a>
      <header>
        {info?.demo && <p class="demo">{texts.shell.demo}</p>}
        <div class="top">
          <a class="brand" href="/">{brandOf(texts, info)}</a>
          <div class="tools" role="group" aria-label={texts.shell.tools}>
            <button type="button" aria-pressed={large} onClick={switchSize}>{large ? texts.shell.largeOn : texts.shell.large}</button>
            {voice.available && <button type="button" aria-pressed={voice.reading} onClick={voice.toggle}>{voice.reading ? texts.shell.stopReading : texts.shell.read}</button>}
            <button type="button" lang={texts.tag === 'en' ? 'zh-CN' : 'en'} onClick={switchLanguage}>{texts.shell.otherLanguage}</button>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {info
          ? <PortalContext.Provider value={{ texts, info, openedAt }}><Page route={route} texts={texts} /></PortalContext.Provider>
          : <Opening texts={texts} failed={failed} retry={retry} />}
      </main>
      {info && <footer class="foot">
        {route.page !== 'home' && <a href="/">{texts.shell.home}</a>}
        <a href="/staff/">{texts.shell.staff}</a>
      </footer>}
    </div>
  )
}

/** One institution gives its name to every page; several do so only once one of them was chosen by its QR code. */
function brandOf(texts: Texts, info: PublicInfo | null): string {
  const chosen = chosenInstitution()
  const only = info?.institutions.length === 1 ? info.institutions[0] : info?.institutions.find((each) => each.id === chosen)
  return only ? texts.track.institution(only.shortName) : texts.product
}

function Page({ route, texts }: { route: Route; texts: Texts }): JSX.Element {
  switch (route.page) {
    case 'home': return <HomePage />
    case 'ask': return <AskPage />
    case 'desks': return <DesksPage />
    case 'track': return <TrackPage number="" />
    case 'case': return route.code ? <CasePage key={`${route.number} ${route.code}`} number={route.number} code={route.code} /> : <TrackPage number={route.number} />
    case 'unknown': return <UnknownPage texts={texts} />
  }
}

function UnknownPage({ texts }: { texts: Texts }) {
  usePageTitle(texts.shell.notFound)
  return <><h1>{texts.shell.notFound}</h1><p>{texts.shell.notFoundLead}</p></>
}

function Opening({ texts, failed, retry }: { texts: Texts; failed: boolean; retry: () => void }) {
  if (!failed) return <p class="opening" role="status">{texts.shell.loading}</p>
  return <div role="alert"><p class="opening">{texts.shell.offline}</p><p class="opening"><button type="button" class="main" onClick={retry}>{texts.shell.retry}</button></p></div>
}

function usePublicInfo() {
  const [info, setInfo] = useState<PublicInfo | null>(null)
  const [failed, setFailed] = useState(false)
  const load = async () => {
    setFailed(false)
    const answer = await ask<PublicInfo>('/api/public/info')
    if (answer.kind === 'done') setInfo(answer.value)
    else setFailed(true)
  }
  useEffect(() => { void load() }, [])
  return { info, failed, retry: () => { void load() } }
}

/** After a move within the pages the reader, and a screen reader, start at the top of the new one. */
function useFocusOnMove(page: string) {
  const firstRef = useRef(true)
  useEffect(() => {
    if (firstRef.current) {
      firstRef.current = false
      return
    }
    scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [page])
}
