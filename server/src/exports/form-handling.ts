import { dayOf, field, fields, momentOf, sheet, signatures, type Form, type FormSource } from './form-source.ts'

/** 承办单: the handler's own sheet, with room for the opinions that are given by hand. */
export function handlingForm(source: FormSource): Form {
  const { view, words, codes } = source
  const { handling } = words
  const course = view.timeline.filter((entry) => entry.kind === 'note-added').map((entry) => `${momentOf(source, entry.at)} ${entry.actor.name ?? ''}${words.colon}${entry.text ?? ''}`)
  const reply = view.replies.findLast((one) => one.round === view.round)
  const ended = view.timeline.findLast((entry) => entry.kind === 'case-closed')
  const result = view.resolution === null ? null : [codes.outcome[view.resolution.outcome], view.resolution.text].filter(Boolean).join(words.clause)
  return sheet(source, {
    title: words.title.handling,
    blocks: [
      fields(
        [field(words.number, view.number), field(handling.matter, view.matter?.name)], field(words.subject, [view.subject, view.content].filter(Boolean).join('\n')),
        [field(handling.unit, view.handler.unitName), field(handling.handler, view.handler.personName)],
        [field(handling.helpers, null), field(handling.receivedAt, momentOf(source, view.clocks.unit.since))],
        field(handling.checked, null, 3), field(handling.basis, view.resolution?.citation, 2), field(handling.course, course.join('\n'), 4),
        field(handling.proposal, null, 3), field(handling.head, null, 3), field(handling.leader, null, 3), field(handling.reply, reply?.text ?? result, 3),
        [field(handling.replied, reply === undefined ? null : `${momentOf(source, reply.at)} ${codes.channel[reply.channel] ?? reply.channel}`), field(handling.endedAt, ended === undefined ? null : dayOf(source, ended.at))],
        field(handling.attachments, view.attachments.map((file) => file.name).join(words.listComma)),
      ),
      signatures([handling.handler], [words.date]),
    ],
  })
}
