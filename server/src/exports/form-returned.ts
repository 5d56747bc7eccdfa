import { field, fields, momentOf, sheet, signatures, type Form, type FormSource } from './form-source.ts'

/** 退单申请: the last return of a referral, with its reason and the unit it should go to. */
export function returnedForm(source: FormSource): Form | null {
  const { view, words } = source
  const { request } = words
  const returned = view.timeline.findLast((entry) => entry.kind === 'referral-returned')
  if (returned === undefined) return null
  const { fromUnit, suggestedUnit, count } = returned.params
  return sheet(source, {
    title: words.title.returned,
    blocks: [
      fields(
        [field(words.number, view.number), field(request.unit, `${String(fromUnit ?? '')}${typeof count === 'number' && count > 1 ? `（${request.times(count)}）` : ''}`)],
        field(words.subject, view.subject), field(request.returnReason, returned.text, 4), field(request.basis, null, 3),
        field(request.suggested, typeof suggestedUnit === 'string' ? suggestedUnit : null), field(request.done, null, 3),
        [field(request.by, returned.actor.name), field(words.date, momentOf(source, returned.at))],
        field(request.opinion, null, 4), [field(request.decidedAt, null), field(request.told, null)],
      ),
      signatures([request.by], [request.opinion], [words.date]),
    ],
  })
}
