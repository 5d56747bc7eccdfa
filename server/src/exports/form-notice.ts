import { contactText, dayOf, field, fields, promisedText, requesterText, sheet, signatures, table, type Form, type FormSource } from './form-source.ts'

/** 一次性告知书, one sheet for the person and one for the unit; what the product does not know stays blank for the pen. */
export function noticeForm(source: FormSource): Form | null {
  const { view, words, matter } = source
  const { notice: names } = words
  const notice = view.notices.at(-1)
  if (notice === undefined) return null
  const missing = notice.papers.filter((paper) => !paper.given).map((paper) => paper.name)
  // Unit, room and number of one and the same: the matter's, else whoever handles it.
  const at = matter !== null && matter.unitName !== '' && (matter.room ?? matter.phone) !== null ? matter : view.handler
  const place = [at.unitName, at.room, at.phone].filter(Boolean).join(words.wide)
  const papers = notice.papers.map((paper, index) => [
    String(index + 1), paper.name, String(paper.copies), words.forms[paper.form], paper.given ? words.givenYes : words.givenNo, paper.note ?? '',
  ])
  return sheet(source, {
    title: words.title.notice, parts: [words.parts.requester, words.parts.unit],
    blocks: [
      fields(
        field(words.number, view.number), field(names.matter, view.matter?.name ?? view.subject), field(names.basis, matter?.citation), field(names.conditions, matter?.conditions, 2),
        field(words.requester, [requesterText(source), contactText(source)].filter(Boolean).join(words.wide)),
      ),
      table(names.papers, [[words.serial, 7, 'center'], [words.paper, 42], [words.copies, 8, 'center'], [words.paperForm, 15, 'center'], [words.given, 11, 'center'], [words.note, 17]], papers),
      fields(
        field(names.missing, missing.length === 0 ? names.complete : missing.join(words.listComma)), field(names.procedure, matter?.procedure, 2),
        field(names.limit, limitText(source)), field(names.fee, [matter?.fee, matter?.feeBasis].filter(Boolean).join(words.clause)), field(names.where, place), field(names.refusal, null, 2),
        ...(source.supervisionLine === null ? [] : [field(words.supervision, source.supervisionLine)]),
      ),
      signatures([names.by, notice.byName], [names.receivedBy], [words.date, `${dayOf(source, notice.at)}${words.seal}`]),
      { kind: 'paragraph', text: names.track },
    ],
  })
}

function matterPromise({ workingDays, promised }: NonNullable<FormSource['matter']>, { days, promisedIn }: FormSource['words']['notice']): string | null {
  return promised ? promisedIn[promised.unit](promised.amount) : workingDays === null ? null : days(workingDays)
}

/** By law, and as promised: to this person, or else for the matter. */
function limitText(source: FormSource): string {
  const { view, words, matter } = source
  const { notice: names } = words
  const promised = view.promise !== null || matter == null ? promisedText(source) : matterPromise(matter, names) ?? promisedText(source)
  return [
    ...(matter?.statutoryDays == null ? [] : [`${names.statutory}${words.colon}${names.days(matter.statutoryDays)}`]), ...(promised === null ? [] : [`${names.promised}${words.colon}${promised}`]),
  ].join(words.clause)
}
