import { goTo, trackingPath } from '../route.ts'
import type { Refused } from '../shared/call.ts'
import { refusalText } from '../shared/faults.ts'
import { usePageTitle } from '../shared/page-title.ts'
import { usePortal } from '../shared/portal-context.ts'
import type { Texts } from '../texts.zh.ts'
import { CaseView } from './case-view.tsx'
import { TrackForm } from './track-form.tsx'
import { useCase } from './watch-case.ts'

export function CasePage({ number, code }: { number: string; code: string }) {
  const { texts } = usePortal()
  const { watched, busy, look } = useCase(number, code)
  usePageTitle(watched.state === 'found' ? `${watched.found.number} · ${texts.track.title}` : texts.track.title)
  const askAgain = (asked: string, askedCode: string) => {
    if (asked === number && askedCode === code) look()
    else goTo(trackingPath(asked, askedCode))
  }
  switch (watched.state) {
    case 'loading': return <p class="opening" role="status">{texts.track.loading}</p>
    case 'unclear': return (
      <div role="alert">
        <p class="opening">{busy ? texts.track.loading : texts.shell.offline}</p>
        <p class="opening"><button type="button" class="main" disabled={busy} onClick={look}>{texts.shell.retry}</button></p>
      </div>
    )
    case 'refused': return <TrackForm number={number} code={code} onAsk={askAgain} setback={{ words: setbackWords(watched.refusal, texts), until: watched.until }} />
    case 'found': return <CaseView watched={watched} code={code} busy={busy} look={look} />
  }
}

/** A malformed code, a wrong code and an unknown number read alike: the page is no way to find out which numbers exist. */
function setbackWords(refusal: Refused, texts: Texts): string {
  return [400, 404, 422].includes(refusal.status) ? texts.track.form.wrong : refusalText(refusal.code, texts)
}
