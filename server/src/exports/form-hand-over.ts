import { dueText, field, fields, momentOf, placeText, sheet, signatures, table, type Form, type FormSource } from './form-source.ts'

/** 工作交接单 of one case: what is open, what is kept for the person, what to mind. */
export function handOverForm(source: FormSource): Form {
  const { view, words, codes } = source
  const { handOver } = words
  const status = codes.status[view.status] ?? view.status
  const subject = [view.subject, placeText(source)].filter(Boolean).join('\n')
  const duties = view.obligations.filter((duty) => duty.state === 'open')
  const open = duties.map((duty) => [
    view.number, subject, [status, [duty.owner.unitName, duty.owner.personName].filter(Boolean).join(' '), words.obligation[duty.kind] ?? duty.kind].join(words.clause),
    [dueText(source, { dueAt: duty.dueAt, estimated: duty.estimated }), words.clocks(view.clocks.requester.workingDays, view.clocks.unit.workingDays)].join('\n'),
  ])
  const held = view.custody.filter((custody) => custody.returnedAt === null).flatMap((custody) => custody.papers.map((name) => [
    custody.receiptNumber, name, momentOf(source, custody.takenAt), custody.holderName, '□',
  ]))
  const notes = [view.promise?.text ?? null, view.timeline.findLast((entry) => entry.kind === 'note-added')?.text ?? null].filter((text): text is string => text !== null)
  return sheet(source, {
    title: words.title.handOver,
    blocks: [
      fields([field(handOver.from, `${view.handler.personName}（${view.handler.unitName}）`), field(handOver.to, [view.referral?.toUnitName, view.referral?.toPersonName].filter(Boolean).join(words.wide))], field(handOver.at, null)),
      table(handOver.open, [[words.number, 20], [words.subject, 32], [handOver.progress, 26], [handOver.limit, 22]], open.length > 0 ? open : [[view.number, subject, status, '']]),
      table(handOver.custody, [[words.received, 18], [words.paper, 36], [handOver.takenAt, 22], [handOver.holder, 14], [handOver.checked, 10, 'center']], held.length > 0 ? held : [['', words.none, '', '', '']]),
      fields(field(handOver.notes, notes.join('\n'), 4)),
      signatures([handOver.from], [handOver.to], [handOver.witness], [words.date]),
    ],
  })
}
