import { goTo, trackingPath } from '../route.ts'
import { usePageTitle } from '../shared/page-title.ts'
import { usePortal } from '../shared/portal-context.ts'
import { TrackForm } from './track-form.tsx'

export function TrackPage({ number }: { number: string }) {
  const { texts } = usePortal()
  usePageTitle(texts.track.title)
  return <TrackForm number={number} code="" setback={null} onAsk={(asked, code) => goTo(trackingPath(asked, code))} />
}
