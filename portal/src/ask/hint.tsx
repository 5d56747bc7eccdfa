import { PhoneLink } from '../shared/phone-link.tsx'
import { usePortal } from '../shared/portal-context.ts'
import type { Hint } from '../shared/wire.ts'

/** What the question looks like, and what to bring for it, said while it is being written. */
export function HintCard({ hint }: { hint: Hint | null }) {
  const { texts: { hint: words } } = usePortal()
  return (
    <div role="status">
      {hint && hint.looksLike !== 'nothing' && (
        <section class="notice hint-card">
          {hint.matter && hint.unit && <>
            <p><b>{words.matter(hint.matter.name)}</b></p>
            <p>{words.owner(hint.unit.name)}<Reach unit={hint.unit} /></p>
            <Needs matter={hint.matter} />
          </>}
          {hint.looksLike === 'unit' && hint.unit && <p>{words.unit(hint.unit.name)}<Reach unit={hint.unit} /></p>}
          {hint.looksLike === 'office' && <p>{words.office}</p>}
          {hint.looksLike !== 'office' && <p class="hint">{words.onlyHint}</p>}
        </section>
      )}
    </div>
  )
}

function Reach({ unit: { room, phone } }: { unit: NonNullable<Hint['unit']> }) {
  return <>{room && ` · ${room}`}{phone && <> · <PhoneLink number={phone} /></>}</>
}

function Needs({ matter: { papers, workingDays, promised, fee, onSpot } }: { matter: NonNullable<Hint['matter']> }) {
  const { texts: { hint: words } } = usePortal()
  const said = [onSpot ? words.onSpot : promised ? words.within[promised.unit](promised.amount) : workingDays !== null && workingDays > 0 ? words.days(workingDays) : '', fee ? words.fee(fee) : ''].filter(Boolean)
  return (
    <>
      {said.length > 0 && <p>{said.join(' · ')}</p>}
      {papers.length > 0 && <>
        <p>{words.papers(papers.length)}</p>
        <ul>{papers.map((paper) => <li key={paper.name}>{words.paper(paper)}</li>)}</ul>
      </>}
    </>
  )
}
