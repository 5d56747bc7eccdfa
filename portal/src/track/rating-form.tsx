import { useState } from 'preact/hooks'
import { cleanProse } from '../shared/clean-text.ts'
import { faultsOf, type Faults } from '../shared/faults.ts'
import { Choice, Field } from '../shared/field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import { useSending } from '../shared/use-sending.ts'
import type { Rating, TrackedCase } from '../shared/wire.ts'
import { NOTE_MAX } from './use-one-text.ts'

const GRADES = ['5', '4', '3', '2', '1'] as const
/** The contract takes no more; the oldest choice gives way. */
const REASONS_MAX = 10
type GradeKey = (typeof GRADES)[number]

export function RatingForm({ found, code, onDone }: { found: TrackedCase; code: string; onDone: () => void }) {
  const { texts } = usePortal()
  const words = texts.track.rating
  const [grade, setGrade] = useState<GradeKey | ''>('')
  const [solved, setSolved] = useState<'yes' | 'no' | ''>('')
  const [reasons, setReasons] = useState<string[]>([])
  const [comment, setComment] = useState('')
  const [seen, setSeen] = useState<Faults>({})
  const { phase, send, sendAgain, letGo } = useSending(`/api/public/cases/${found.number}/rating`, `rating.${found.number}.${found.round}`, onDone)
  const faults = phase.name === 'refused' && Object.keys(seen).length === 0 ? faultsOf(phase.refusal, texts) : seen
  const frozen = phase.name === 'sending' || phase.name === 'unclear'
  // What was ticked for another grade and is not offered with this one is not sent along.
  const offered = offeredWith(grade, found)
  const chosen = reasons.filter((reason) => offered.includes(reason))
  const submit = (event: Event) => {
    event.preventDefault()
    if (frozen) return
    setSeen(grade ? {} : { '/grade': words.missing })
    if (!grade) return
    const rating: Rating = {
      code, grade: Number(grade), reasons: chosen.length ? chosen : undefined, comment: cleanProse(comment) || undefined, solved: solved ? solved === 'yes' : undefined,
    }
    send(rating)
  }
  const toggle = (reason: string) => setReasons(chosen.includes(reason) ? chosen.filter((each) => each !== reason) : [...chosen, reason].slice(-REASONS_MAX))
  return (
    <form class="panel rating" onSubmit={submit} noValidate>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <fieldset class="bare" disabled={frozen}>
        <Choice<GradeKey> pointer="/grade" legend={words.grade} name="grade" shape="rows" faults={faults} value={grade} onChange={setGrade}
          options={GRADES.map((each) => [each, texts.track.grades[Number(each)] ?? each] as const)} />
        {grade && <>
          <Choice<'yes' | 'no'> pointer="/solved" legend={words.solved} name="solved" optional faults={faults} value={solved} onChange={setSolved}
            options={[['yes', words.yes], ['no', words.no]]} />
          <Reasons offered={offered} chosen={chosen} toggle={toggle} />
          <Field pointer="/comment" label={words.comment} rows={2} max={NOTE_MAX} faults={faults} value={comment} onChange={setComment} />
        </>}
      </fieldset>
      {found.canSayNotSolved && (solved === 'no' || grade === '1' || grade === '2') && <p class="hint">{words.hint}</p>}
      <SendBar phase={phase} submit={words.submit} sendAgain={sendAgain} letGo={letGo} faults={faults} />
    </form>
  )
}

/** Praise with the good grades, complaints with the poor ones, both in between and where the organisation does not tell them apart. */
function offeredWith(grade: GradeKey | '', { ratingReasons, ratingComplaints }: TrackedCase): readonly string[] {
  if (ratingComplaints.length === 0 || grade === '3') return ratingReasons
  const poor = grade === '1' || grade === '2'
  return ratingReasons.filter((reason) => ratingComplaints.includes(reason) === poor)
}

function Reasons({ offered, chosen, toggle }: { offered: readonly string[]; chosen: readonly string[]; toggle: (reason: string) => void }) {
  const { texts } = usePortal()
  if (offered.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{texts.track.rating.reasons}</legend>
      <div class="chips">
        {offered.map((reason) => (
          <label key={reason} class="option"><input type="checkbox" checked={chosen.includes(reason)} onChange={() => toggle(reason)} /><span>{reason}</span></label>
        ))}
      </div>
    </fieldset>
  )
}
