import { contactText, dayOf, dueText, field, fields, momentOf, papersGiven, requesterText, sheet, signatures, summaryText, unitAt, type Form, type FormSource, type Timeline } from './form-source.ts'

type Entry = Timeline[number]

/** 转办单 of the last referral, or 交办单 where a leader or the office named the handler after it. */
export function slipForm(source: FormSource): Form | null {
  const { view, words, codes } = source
  const { slip } = words
  const made = view.timeline.findLast((entry) => entry.kind === 'referral-made' || entry.kind === 'ruling-given')
  if (made === undefined) return null
  const accepted = signature(view.timeline, made)
  const assigned = made.kind === 'ruling-given'
  const place = placeOf(source, made)
  const to = assigned ? [said(made, 'unit'), said(made, 'person')] : [said(made, 'toUnit'), said(made, 'toPerson')]
  const { given } = papersGiven(source)
  const remarks = [contacted(source, made), made.params['escorted'] === true ? slip.escorted : null, made.params['binding'] === true ? codes.branch['unclear'] ?? null : null].filter(Boolean)
  return sheet(source, {
    title: assigned ? words.title.assignment : words.title.referral,
    blocks: [
      fields(
        [field(words.number, view.number), field(slip.source, codes.channel[view.channel] ?? view.channel)],
        [field(slip.at, momentOf(source, made.at)), field(slip.from, unitAt(source, made.at))],
        [field(slip.to, [...to, ...place].filter(Boolean).join(words.wide)), field(words.firstContact, `${view.firstContact.personName}（${view.firstContact.unitName}）`)],
        [field(words.requester, requesterText(source)), field(words.contact, contactText(source))],
        field(slip.summary, summaryText(source), 3),
        field(slip.papers, given.length === 0 ? words.none : given.join(words.listComma)),
        field(slip.ask, made.text, 2),
        [field(slip.limit, limits(source)), field(slip.by, made.actor.name)],
        field(slip.instruction, instruction(source), 4),
        field(slip.received, accepted === undefined ? null : `${said(accepted, 'person') ?? accepted.actor.name ?? ''}${words.wide}${momentOf(source, accepted.at)}`, 2),
        field(words.remarks, remarks.join(words.clause)),
      ),
      signatures([slip.by], [slip.received], [words.date, dayOf(source, made.at)]),
    ],
  })
}

function said(entry: Entry, name: string): string | null {
  const value = entry.params[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Room and telephone of where it went: the person is sent there with this paper. */
function placeOf({ view: { referral, handler } }: FormSource, made: Entry): (string | null)[] {
  if (referral !== null && made.kind === 'referral-made') return [referral.toUnitRoom, referral.toUnitPhone]
  return handler.unitName === (said(made, 'toUnit') ?? said(made, 'unit')) ? [handler.room, handler.phone] : []
}

/** Who was spoken with there, and when: what was recorded along with this very referral. */
function contacted(source: FormSource, made: Entry): string | null {
  const call = source.view.timeline.findLast((entry) => entry.kind === 'colleague-called' && entry.params['reached'] === true && entry.at === made.at && entry.seq < made.seq)
  return call === undefined ? null : source.words.slip.contacted(said(call, 'person') ?? '', momentOf(source, said(call, 'calledAt') ?? call.at))
}

function signature(timeline: Timeline, made: Entry): Entry | undefined {
  return timeline.find((entry) => entry.kind === 'referral-accepted' && entry.seq > made.seq)
}

function limits(source: FormSource): string {
  const { view, words } = source
  const sign = view.referral === null ? null : words.slip.signBy(dueText(source, { dueAt: view.referral.dueAt, estimated: view.referral.dueEstimated }))
  const resolve = view.obligations.find((duty) => duty.kind === 'resolve' && duty.state === 'open')
  const due = view.promise ?? resolve ?? (view.referral !== null || view.dueAt === null ? null : { dueAt: view.dueAt, estimated: view.dueEstimated })
  return [sign, due === null ? null : dueText(source, due)].filter(Boolean).join(words.clause)
}

function instruction({ view }: FormSource): string | null {
  const given = view.timeline.findLast((entry) => entry.kind === 'instruction-given')
  return given === undefined ? null : [given.text, given.actor.name].filter(Boolean).join('\n')
}
