import { useDates, usePortal } from './portal-context.ts'

/** A promised or expected moment inside its sentence; one that may still move always says so. */
export function Due({ words, at, estimated }: { words: readonly [string, string]; at: string; estimated: boolean }) {
  const { texts } = usePortal()
  const { due } = useDates()
  return (
    <>
      {words[0]}<strong><time dateTime={at}>{due(at)}</time></strong>{estimated && <> <span class="tag">{texts.estimated}</span></>}{words[1]}
      {estimated && <small class="why">{texts.estimatedWhy}</small>}
    </>
  )
}
