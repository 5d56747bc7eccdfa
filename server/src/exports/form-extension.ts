import { dueText, field, fields, momentOf, sheet, signatures, type Form, type FormSource, type Timeline } from './form-source.ts'

type Entry = Timeline[number]

/** 延期申请: the last one asked for, with what was decided on it and whether the person has been told. */
export function extensionForm(source: FormSource): Form | null {
  const { view, words } = source
  const { request } = words
  const asked = view.timeline.findLast((entry) => entry.kind === 'approval-asked' && entry.params['of'] === 'extension')
  if (asked === undefined) return null
  const later = view.timeline.filter((entry) => entry.seq > asked.seq)
  const granted = later.find((entry) => entry.kind === 'extension-granted')
  const refused = later.find((entry) => entry.kind === 'approval-refused' && entry.params['of'] === 'extension')
  const decided = granted ?? refused
  const told = granted === undefined ? undefined : later.find((entry) => entry.seq > granted.seq && (entry.kind === 'person-informed' || entry.kind === 'person-told'))
  const done = view.timeline.filter((entry) => entry.kind === 'note-added' && entry.seq < asked.seq).map((entry) => entry.text ?? '')
  return sheet(source, {
    title: words.title.extension,
    blocks: [
      fields(
        [field(words.number, view.number), field(request.unit, `${view.handler.unitName}${words.wide}${view.handler.personName}`)],
        field(words.subject, view.subject), field(request.extensionReason, asked.text, 4), field(request.basis, null, 3),
        [field(request.oldLimit, limitIn(source, granted, 'from') ?? (view.dueAt === null ? null : dueText(source, { dueAt: view.dueAt, estimated: view.dueEstimated }))), field(request.newLimit, limitIn(source, granted, 'dueAt') ?? limitIn(source, asked, 'until'))],
        field(request.done, done.join('\n'), 3), [field(request.by, asked.actor.name), field(words.date, momentOf(source, asked.at))],
        field(request.opinion, decided === undefined ? null : [granted === undefined ? request.refused : request.granted, decided.actor.name, decided.text].filter(Boolean).join(words.clause), 4),
        [field(request.decidedAt, decided === undefined ? null : momentOf(source, decided.at)), field(request.told, told === undefined ? null : `${request.yes}${words.wide}${momentOf(source, told.at)}`)],
      ),
      signatures([request.by], [request.opinion], [words.date]),
    ],
  })
}

function limitIn(source: FormSource, entry: Entry | undefined, name: string): string | null {
  const at = entry?.params[name]
  return typeof at === 'string' ? dueText(source, { dueAt: at, estimated: entry?.params[name === 'from' ? 'fromEstimated' : 'estimated'] === true }) : null
}
