import { useState } from 'preact/hooks'
import { Due } from '../shared/due.tsx'
import { PhoneLink } from '../shared/phone-link.tsx'
import { useDates, usePortal } from '../shared/portal-context.ts'
import type { TrackedCase } from '../shared/wire.ts'
import { Acts, type Panel } from './acts.tsx'
import { Confirmation } from './confirmation.tsx'
import { Baton } from './baton.tsx'
import { RatingForm } from './rating-form.tsx'
import { castOf } from './step-kinds.ts'
import { Timeline } from './timeline.tsx'
import type { Watched } from './watch-case.ts'

interface Shown { watched: Extract<Watched, { state: 'found' }>; code: string; busy: boolean; look: () => void }

export function CaseView({ watched, code, busy, look }: Shown) {
  const { texts } = usePortal()
  const { moment } = useDates()
  const { found } = watched
  const words = texts.track
  const [panel, setPanel] = useState<Panel>('none')
  const sayNotSolved = () => {
    setPanel('notSolved')
    // After it has been drawn.
    setTimeout(() => document.querySelector<HTMLElement>('#acts textarea')?.focus())
  }
  return (
    <article class="case">
      <h1>{found.subject ?? words.subjectErased}</h1>
      <p class="about">{words.numberLabel} {found.number}<br />{found.institutionName}{found.place && <><br />{words.placeLabel} {found.place}</>}</p>
      <Standing found={found} seenAt={watched.seenAt} />
      <Replies found={found} code={code} />
      {found.canConfirm && <Confirmation number={found.number} round={found.round} code={code} onDone={look} />}
      {found.canRate && <RatingForm found={found} code={code} onDone={look} />}
      {found.grade !== null && !found.canRate && <p class="about">{words.rating.given(words.grades[found.grade] ?? '')}</p>}
      {found.canSayNotSolved && (found.canRate || found.grade !== null) && <p class="pair"><button type="button" class="no" onClick={sayNotSolved}>{words.notSolved.near}</button></p>}
      <Baton legs={found.legs} firstContact={found.firstContactName} ended={isOver(found)} seenAt={watched.seenAt} />
      <Timeline found={found} />
      <Acts found={found} code={code} open={panel} setOpen={setPanel} onDone={look} />
      <div class="fresh" data-silent>
        <p role="status">{watched.stale ? words.refresh.failed : ''} {words.refresh.at(moment(watched.seenAt))}</p>
        <button type="button" aria-disabled={busy} onClick={look}>{busy ? words.refresh.busy : words.refresh.button}</button>
        <p class="unseen" role="status" key={watched.news}>{watched.news > 0 ? words.refresh.news : ''}</p>
      </div>
    </article>
  )
}

const isOver = ({ status }: TrackedCase) => status === 'answered' || status === 'closed' || status === 'withdrawn' || status === 'merged'

/** The one box most people come for: who has it, by when, how to reach them. */
function Standing({ found, seenAt }: { found: TrackedCase; seenAt: Date }) {
  const { texts } = usePortal()
  const { moment } = useDates()
  const words = texts.track
  const cast = castOf(found)
  const open = !isOver(found)
  const late = open && isLate(found, seenAt)
  return (
    <>
      <section class={late ? 'big late' : 'big'}>
        <h2>{words.headline[found.status](cast)}</h2>
        {open && <Owed found={found} late={late} />}
        {open && <p class="clocks">{words.clocks(moment(found.clocks.requester.since), found.clocks.requester.workingDays)}{found.clocks.unit.since !== found.clocks.requester.since && <> {words.unitClock(found.unit.name, moment(found.clocks.unit.since), found.clocks.unit.workingDays)}</>}</p>}
        {late && <p>{words.lateAdvice(cast.supervision)}</p>}
        {open && found.waitingForUnit && <p class="waiting">{words.waiting(cast)}</p>}
        {open && found.waitingPlace && <Reach place={found.waitingPlace} of={found.waitingForUnit} />}
        {found.outcome && <p>{words.outcome}<strong>{words.outcomes[found.outcome] ?? found.outcome}</strong></p>}
        <Reach place={found.unit} of={open && found.waitingPlace ? found.unit.name : null} />
      </section>
      {open && <MissingPapers names={found.missingPapers} />}
    </>
  )
}

const isLate = ({ promised, expected }: TrackedCase, seenAt: Date) => {
  const owed = promised ?? expected
  return owed !== null && Date.parse(owed.at) < seenAt.getTime()
}

function Owed({ found, late }: { found: TrackedCase; late: boolean }) {
  const { track } = usePortal().texts
  const owed = found.promised ?? found.expected
  if (!owed) return null
  const onTime = found.promised ? track.promised : track.expected
  return <p><Due words={late ? track.late : onTime} at={owed.at} estimated={owed.estimated} /></p>
}

function MissingPapers({ names }: { names: readonly string[] }) {
  const { track } = usePortal().texts
  if (names.length === 0) return null
  return <section class="notice wait papers"><h2>{track.missing}</h2><ul>{names.map((name) => <li key={name}>{name}</li>)}</ul><p>{track.missingNote}</p></section>
}

/** Room and telephone, named for their unit where there are two. */
function Reach({ place: { phone, room }, of }: { place: { phone: string | null; room: string | null }; of: string | null }) {
  const { texts } = usePortal()
  if (!phone && !room) return null
  return <p class="reach">{of && <span>{of}</span>} {phone && <span>{texts.track.phone} <PhoneLink number={phone} /></span>} {room && <span>{texts.track.room(room)}</span>}</p>
}

function Replies({ found, code }: { found: TrackedCase; code: string }) {
  const { texts } = usePortal()
  const { moment } = useDates()
  if (found.replies.length === 0) return null
  const several = found.round > 1 || found.replies.length > 1
  return (
    <section class="replies">
      <h2>{texts.track.replies}</h2>
      {found.replies.slice().reverse().map((reply) => (
        <blockquote key={reply.at}>
          <p class="words">{reply.text ?? texts.track.textErased}</p>
          {reply.files.length > 0 && <ul class="given">{reply.files.map((file) => <li key={file.id}><a href={`/api/public/cases/${found.number}/attachments/${file.id}?code=${encodeURIComponent(code)}`} download={file.name}>{texts.track.download(file.name, Math.max(1, Math.round(file.size / 1024)))}</a></li>)}</ul>}
          <footer>{several && <span>{texts.track.replyRound(reply.round)} </span>}<time dateTime={reply.at}>{moment(reply.at)}</time></footer>
        </blockquote>
      ))}
    </section>
  )
}
