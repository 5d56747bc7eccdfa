import { recall, remember } from './storage.ts'

/** A QR code on a wall carries `?i=<institution>`; it holds for the visit, also after going back to the first page. */
export function rememberInstitution(): void {
  const named = new URLSearchParams(location.search).get('i')
  if (named) remember('session', 'institution', named)
}

export function chosenInstitution(): string | null {
  return recall('session', 'institution')
}
