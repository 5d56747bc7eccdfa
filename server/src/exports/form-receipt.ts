import { dayOf, field, fields, papersGiven, promisedText, requesterText, sheet, signatures, table, type Block, type Form, type FormSource } from './form-source.ts'

/** More papers than this stand in a list of their own. */
const IN_ONE_FIELD = 4

/** 首问回执单: what the person takes home. */
export function receiptForm(source: FormSource): Form {
  const { view, contacts, words, matter, code, site } = source
  const { receipt } = words
  const papers = papersGiven(source)
  const { firstContact } = view
  const unit = view.referral?.toUnitName ?? view.handler.unitName
  const list = (names: string[]): string => names.join(words.listComma)
  const many = papers.given.length > IN_ONE_FIELD
  const last: Block[] = [
    fields(
      ...(papers.missing.length > 0 ? [field(receipt.missing, list(papers.missing))] : []),
      field(receipt.firstContact, [`${firstContact.personName}（${firstContact.unitName}）`, firstContact.phone, firstContact.room].filter(Boolean).join(words.wide)),
      field(receipt.unit, [unit, unit === view.handler.unitName ? view.handler.phone : matter?.phone].filter(Boolean).join(words.wide)),
      field(receipt.due, promisedText(source) ?? receipt.dueNone),
      ...(source.supervisionLine === null ? [] : [field(words.supervision, source.supervisionLine)]),
    ),
    {
      kind: 'track', address: site === null || code === null ? null : `${site}/t/${view.number}#${code}`, code, codeName: receipt.code,
      lines: [code === null ? receipt.noCode : receipt.scan, ...(site === null ? [] : [`${site}/t/${view.number}`])],
    },
    signatures([words.date, `${dayOf(source, view.registeredAt)}${words.seal}`]),
    { kind: 'paragraph', text: receipt.keep },
  ]
  return sheet(source, {
    title: words.title.receipt, paper: 'A5', textSize: 10.5,
    blocks: [
      fields(
        field(words.number, view.number), field(words.requester, [requesterText(source), contacts?.phone].filter(Boolean).join(words.wide)), field(words.subject, view.subject),
        ...(view.matter === null ? [] : [field(receipt.matter, view.matter.name)]),
        ...(many ? [] : [field(receipt.given, papers.given.length === 0 ? words.none : list(papers.given))]),
      ),
      ...(many ? [table(receipt.given, [[words.serial, 12, 'center'], [words.paper, 88]], papers.given.map((name, index) => [String(index + 1), name]))] : []),
      ...last,
    ],
  })
}
