import { useState } from 'preact/hooks'
import { useDates, usePortal } from '../shared/portal-context.ts'
import { minutesBetween } from '../shared/wall-clock.ts'
import type { Leg } from '../shared/wire.ts'

/** Longer relays show their start and their last legs; the middle opens on request. */
const SHORT = 7
const HEAD = 1
const TAIL = 4

/**
 * The relay: each block is who had it, taller the longer it took; the unbroken line beside them is the first
 * contact, who carries the whole of it until the person has an answer.
 */
export function Baton({ legs, firstContact, ended, seenAt }: { legs: readonly Leg[]; firstContact: string; ended: boolean; seenAt: Date }) {
  const { texts } = usePortal()
  const [whole, setWhole] = useState(false)
  const words = texts.track.baton
  if (legs.length === 0) return null
  const folded = !whole && legs.length > SHORT
  const head = folded ? legs.slice(0, HEAD) : legs
  const tail = folded ? legs.slice(-TAIL) : []
  return (
    <section aria-labelledby="baton">
      <h2 id="baton">{words.title}</h2>
      <ol class={ended ? 'baton ended' : 'baton'}>
        {head.map((leg, index) => <Stretch key={index} leg={leg} seenAt={seenAt} />)}
        {folded && <li class="fold"><button type="button" class="link" onClick={() => setWhole(true)}>{words.more(legs.length - HEAD - TAIL)}</button></li>}
        {tail.map((leg, index) => <Stretch key={legs.length - TAIL + index} leg={leg} seenAt={seenAt} />)}
      </ol>
      <p class="thread">{words.thread(firstContact)}</p>
    </section>
  )
}

function Stretch({ leg, seenAt }: { leg: Leg; seenAt: Date }) {
  const { texts } = usePortal()
  const { moment, elapsed } = useDates()
  const words = texts.track.baton
  const minutes = minutesBetween(leg.from, leg.to ?? seenAt)
  const now = leg.to === null
  // The height follows the logarithm: an hour and a week must both be seen, and both fit on a phone.
  const height = `${(3.4 + Math.min(3, Math.log10(1 + minutes / 30))).toFixed(2)}rem`
  return (
    <li class={`${leg.kind}${now ? ' now' : ''}`} style={{ minHeight: height }} aria-current={now ? 'step' : undefined}>
      <p><b>{[leg.unitName, leg.personName].filter(Boolean).join(' ')}</b> {words[leg.kind]}{now && ' '}{now && <span class="tag act">{words.now}</span>}</p>
      <p class="when">{(now ? words.lasting : words.lasted)(moment(leg.from), elapsed(minutes))}</p>
    </li>
  )
}
