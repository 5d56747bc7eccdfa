import { useState } from 'preact/hooks'
import { useDates, usePortal } from '../shared/portal-context.ts'
import type { Step, TrackedCase } from '../shared/wire.ts'
import type { Texts } from '../texts.zh.ts'
import { castOf, isStepKind, stepWords } from './step-kinds.ts'

/** Entries shown before the earlier ones are asked for. */
const SHOWN = 6

/** What comes next, then what happened, the latest first. */
export function Timeline({ found }: { found: TrackedCase }) {
  const { texts } = usePortal()
  const [all, setAll] = useState(false)
  const words = texts.track.timeline
  const steps = latestFirst(found.timeline)
  const next = nextWords(found, texts)
  const earlier = steps.length - SHOWN
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.title}</h2>
      <ol class="timeline">
        {next && <li class="next"><p class="when">{words.next}</p><p>{next}</p></li>}
        {(all || earlier <= 2 ? steps : steps.slice(0, SHOWN)).map((step, index) => <Entry key={steps.length - index} step={step} />)}
      </ol>
      {earlier > 2 && <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? words.fewer : words.more(earlier)}</button>}
    </section>
  )
}

function Entry({ step }: { step: Step }) {
  const { texts } = usePortal()
  const { moment, due } = useDates()
  const sentence = isStepKind(step.kind) ? texts.track.steps[step.kind](stepWords(step.params, due)) : texts.track.stepOther
  return (
    <li>
      <time class="when" dateTime={step.at}>{moment(step.at)}</time>
      <p>{sentence}</p>
      {step.text && <p class="words">{step.text}</p>}
    </li>
  )
}

/** The server tells it in order; of two entries in the same instant the later told is the later one. */
function latestFirst(steps: readonly Step[]): Step[] {
  return steps.map((step, index) => ({ step, index, time: Date.parse(step.at) }))
    .sort((one, other) => other.time - one.time || other.index - one.index).map(({ step }) => step)
}

function nextWords(found: TrackedCase, { track }: Texts): string {
  const cast = castOf(found)
  if (found.status === 'handling' || found.status === 'registered') {
    if (found.missingPapers.length > 0) return track.next.papers
    if (found.waitingForUnit) return track.next.waiting(cast)
  }
  if (found.status === 'answered' && !found.canRate) return ''
  return track.next.status[found.status](cast)
}
