import { dayOf, field, fields, momentOf, sheet, signatures, summaryText, type Block, type Form, type FormSource } from './form-source.ts'

/** 承办单: the handler's own sheet, with room for the opinions that are given by hand. */
export function handlingForm(source: FormSource): Form {
  const { view, words, codes } = source
  const { handling } = words
  const course = linesOf(source, 'note-added')
  const reply = view.replies.findLast((one) => one.round === view.round)
  const ended = view.timeline.findLast((entry) => entry.kind === 'case-closed')
  const result = view.resolution === null ? null : [codes.outcome[view.resolution.outcome], view.resolution.text].filter(Boolean).join(words.clause)
  return sheet(source, {
    title: words.title.handling, textSize: 10.5,
    blocks: [
      fields(
        [field(words.number, view.number), field(handling.matter, view.matter?.name)], field(words.subject, [summaryText(source), view.involvedNames === null ? null : `${handling.involved}${words.colon}${view.involvedNames}`].filter(Boolean).join('\n')),
        [field(handling.unit, view.handler.unitName), field(handling.handler, view.handler.personName)],
        [field(handling.helpers, helpers(source)), field(handling.receivedAt, momentOf(source, view.clocks.unit.since))],
        field(handling.checked, linesOf(source, 'assist-given').join('\n'), 3), field(handling.basis, view.resolution?.citation, 2), field(handling.course, course.join('\n'), 4),
        field(handling.proposal, null, 3), field(handling.head, opinions(source, 'head'), 3), field(handling.leader, opinions(source, 'leader'), 3), ...principalField(source), field(handling.reply, reply?.text ?? result, 3),
        [field(handling.replied, reply === undefined ? null : `${momentOf(source, reply.at)} ${codes.channel[reply.channel] ?? reply.channel}`), field(handling.endedAt, ended === undefined ? null : dayOf(source, ended.at))],
        field(handling.attachments, view.attachments.map((file) => file.name).join(words.listComma)),
      ),
      ...related(source),
      signatures([handling.handler], [words.date]),
    ],
  })
}

/** What leaders said, in its order, by the level at which they were asked: what was passed up with an opinion, advice, rulings with a word, instructions. */
function opinions(source: FormSource, level: 'head' | 'leader' | 'principal'): string {
  // An instruction is a leader's, whatever the level; an opinion is one where its author was asked as a leader.
  const of = ({ kind, params: { post } }: { kind: string; params: Readonly<Record<string, unknown>> }): string | null => (post === 'head' || post === 'principal' ? post : typeof post === 'string' || kind === 'instruction-given' || kind === 'ruling-given' ? 'leader' : null)
  return textsOf(source, ...SAID_BY_LEADERS).filter((entry) => entry.text !== null && of(entry) === level).map(({ line }) => line).join('\n')
}
const SAID_BY_LEADERS = ['advice-passed-up', 'ruling-passed-on', 'advice-given', 'ruling-given', 'instruction-given']

function principalField(source: FormSource): ReturnType<typeof field>[] {
  const said = opinions(source, 'principal')
  return said === '' ? [] : [field(source.words.handling.principal, said, 3)]
}

/** What the facts of some kinds said, each with its moment and its author. */
function textsOf(source: FormSource, ...kinds: string[]) {
  return source.view.timeline.filter((entry) => kinds.includes(entry.kind)).map((entry) => ({ ...entry, line: `${momentOf(source, entry.at)} ${entry.actor.name ?? ''}${source.words.colon}${entry.text ?? ''}` }))
}

const linesOf = (source: FormSource, kind: string): string[] => textsOf(source, kind).map(({ line }) => line)

/** The cases that belong with this one; of those the reader may not see, the number alone. */
function related({ view: { cooperation }, words: { handling, wide }, codes }: FormSource): Block[] {
  const { parent, children, joined, mergedInto } = cooperation
  const kinds = [[handling.parent, parent === null ? [] : [parent]], [handling.children, children], [handling.joined, joined], [handling.mergedInto, mergedInto === null ? [] : [mergedInto]]] as const
  const rows = kinds.filter(([, cases]) => cases.length > 0).map(([name, cases]) => field(name, cases.map(({ number, subject, status }) => [number, subject, status === null ? null : codes.status[status]].filter(Boolean).join(wide)).join('\n')))
  return rows.length === 0 ? [] : [fields(...rows)]
}

function helpers({ view, words }: FormSource): string {
  const units = view.timeline.flatMap((entry) => (entry.kind === 'assist-asked' && Array.isArray(entry.params['units']) ? entry.params['units'] : []))
  return [...new Set(units)].join(words.listComma)
}
