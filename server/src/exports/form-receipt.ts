import { FACE_TO_FACE } from '@daodi/contract/shared/codes.ts'
import { answerText, dayOf, field, fields, papersGiven, promisedText, requesterText, sheet, signatures, table, type Block, type Field, type Form, type FormSource } from './form-source.ts'

/** More papers than this stand in a list of their own. */
const IN_ONE_FIELD = 4

/** 首问回执单: what the person takes home. */
export function receiptForm(source: FormSource): Form {
  const { view, contacts, words } = source
  const { given } = papersGiven(source)
  const many = given.length > IN_ONE_FIELD
  return sheet(source, {
    title: words.title.receipt, paper: 'A5', textSize: 10.5,
    blocks: [
      fields(
        field(words.number, view.number), field(words.requester, [requesterText(source), contacts?.phone].filter(Boolean).join(words.wide)), field(words.subject, view.subject),
        ...(view.matter === null ? [] : [field(words.receipt.matter, view.matter.name)]),
        ...(many ? [] : [field(words.receipt.given, given.length === 0 ? words.none : given.join(words.listComma))]),
      ),
      ...(many ? [table(words.receipt.given, [[words.serial, 12, 'center'], [words.paper, 88]], given.map((name, index) => [String(index + 1), name]))] : []),
      promised(source), track(source),
      signatures([words.date, `${dayOf(source, view.registeredAt)}${words.seal}`]),
      { kind: 'paragraph', text: words.receipt.keep },
    ],
  })
}

/** Who answers for it, who has it, and until when. */
function promised(source: FormSource): Block {
  const { view, words, matter, supervisionLine } = source
  const { receipt } = words
  const { firstContact, handler } = view
  const { missing } = papersGiven(source)
  const unit = view.referral === null ? [handler.unitName, handler.phone] : [view.referral.toUnitName, view.referral.toUnitRoom, view.referral.toUnitPhone ?? matter?.phone]
  return fields(
    ...(missing.length > 0 ? [field(receipt.missing, missing.join(words.listComma))] : []),
    field(receipt.firstContact, [`${firstContact.personName}（${firstContact.unitName}）`, firstContact.phone, firstContact.room].filter(Boolean).join(words.wide)),
    field(receipt.unit, unit.filter(Boolean).join(words.wide)), field(receipt.due, answerText(source) ?? promisedText(source) ?? (FACE_TO_FACE.includes(view.channel) ? receipt.dueNone : receipt.answered)),
    ...answer(source),
    ...(supervisionLine === null ? [] : [field(words.supervision, supervisionLine)]),
  )
}

/** What they were told, where that is already so, and where else they have to go: it must not have to be remembered. */
function answer({ view, words }: FormSource): Field[] {
  const told = view.replies.findLast(({ round, text }) => round === view.round && text !== null)?.text ?? null
  if (told === null) return []
  const { citation = null, where = null, phone = null } = view.resolution ?? {}
  const elsewhere = [where, phone].filter(Boolean).join(words.wide)
  return [field(words.receipt.answer, told), ...(citation === null ? [] : [field(words.receipt.basis, citation)]), ...(elsewhere === '' ? [] : [field(words.receipt.elsewhere, elsewhere)])]
}

function track({ view, words, code, site }: FormSource): Block {
  const page = site === null ? null : `${site}/t/${view.number}`
  return {
    kind: 'track', address: page === null || code === null ? null : `${page}#${code}`, code, codeName: words.receipt.code,
    lines: [code === null ? words.receipt.noCode : words.receipt.scan, ...(page === null ? [] : [page])],
  }
}
