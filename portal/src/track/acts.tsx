import { useState } from 'preact/hooks'
import { usePortal } from '../shared/portal-context.ts'
import type { TrackedCase } from '../shared/wire.ts'
import { InformationForm } from './information-form.tsx'
import { NotSolvedForm } from './not-solved-form.tsx'
import { WordsForm } from './words-form.tsx'

export type Panel = 'none' | 'information' | 'notSolved' | 'undone' | 'withdraw'

/** What the person can do: add something, say that it is not solved, or take it back. One panel at a time. */
export function Acts({ found, code, open, setOpen, onDone }: { found: TrackedCase; code: string; open: Panel; setOpen: (panel: Panel) => void; onDone: () => void }) {
  const { texts } = usePortal()
  const [said, setSaid] = useState('')
  const { information, notSolved, undone, withdraw } = texts.track
  const toggle = (panel: Panel) => { setSaid(''); setOpen(open === panel ? 'none' : panel) }
  const done = (words: string) => { setOpen('none'); setSaid(words); onDone() }
  const over = found.status === 'withdrawn' || found.status === 'merged'
  // Whatever is still open can be reported past the handler; what is answered is said to be unsolved instead.
  const reportable = found.status === 'registered' || found.status === 'handling' || found.status === 'resolved'
  const refusable = !over || found.supervisionLine !== null
  return (
    <section class="acts" id="acts" aria-label={`${information.open}, ${notSolved.open}`}>
      <div class="pair">
        {found.canAddInformation && <button type="button" aria-expanded={open === 'information'} onClick={() => toggle('information')}>{information.open}</button>}
        {reportable && <button type="button" aria-expanded={open === 'undone'} onClick={() => toggle('undone')}>{undone.open}</button>}
        {refusable && <button type="button" class="no" aria-expanded={open === 'notSolved'} onClick={() => toggle('notSolved')}>{found.canSayNotSolved ? notSolved.open : notSolved.complain}</button>}
        {found.canWithdraw && <button type="button" aria-expanded={open === 'withdraw'} onClick={() => toggle('withdraw')}>{withdraw.open}</button>}
      </div>
      <p role="status" class={said ? 'notice kept' : 'unseen'}>{said}</p>
      {open === 'information' && <InformationForm found={found} code={code} onDone={() => done(information.done)} />}
      {open === 'undone' && <WordsForm kind="undone" number={found.number} code={code} onDone={() => done(undone.done)} />}
      {open === 'withdraw' && <WordsForm kind="withdraw" number={found.number} code={code} onDone={() => done(withdraw.done)} />}
      {open === 'notSolved' && <NotSolvedForm found={found} code={code} onDone={() => done(found.leaderDecides ? notSolved.leaderDone : notSolved.done)} />}
    </section>
  )
}
