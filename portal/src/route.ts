import { useEffect, useState } from 'preact/hooks'

/** `code` comes from the fragment, which browsers never send: it stays out of access logs and referrers. */
export type Route =
  | { page: 'home' }
  | { page: 'ask' }
  | { page: 'track' }
  | { page: 'desks' }
  | { page: 'case'; number: string; code: string }
  | { page: 'unknown' }

export function routeOf(path: string, fragment: string): Route {
  const plain = path.replace(/\/+$/, '') || '/'
  if (plain === '/') return { page: 'home' }
  if (plain === '/ask') return { page: 'ask' }
  if (plain === '/track') return { page: 'track' }
  if (plain === '/desks') return { page: 'desks' }
  const tracked = /^\/t\/([^/]{1,60})$/.exec(plain)
  return tracked?.[1] ? { page: 'case', number: decoded(tracked[1]), code: decoded(fragment.replace(/^#/, '')) } : { page: 'unknown' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const moved = 'daodi-moved'

export function trackingPath(number: string, code: string): string {
  return `/t/${encodeURIComponent(number)}${code ? `#${encodeURIComponent(code)}` : ''}`
}

export function goTo(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(moved))
}

/** A plain click on a link within these pages; everything else (new tab, other programs) is the browser's. */
export function followInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!link || event.defaultPrevented || !plain || !leadsInside(link)) return
  event.preventDefault()
  goTo(`${link.pathname}${link.search}${link.hash}`)
}

function leadsInside(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false
  return !/^\/(staff|api)(\/|$)/.test(link.pathname) && !link.getAttribute('href')?.startsWith('#')
}

const here = () => routeOf(location.pathname, location.hash)

export function useRoute(): Route {
  const [route, setRoute] = useState(here)
  useEffect(() => {
    const update = () => setRoute(here())
    const events = [moved, 'popstate', 'hashchange']
    for (const name of events) addEventListener(name, update)
    return () => { for (const name of events) removeEventListener(name, update) }
  }, [])
  return route
}
