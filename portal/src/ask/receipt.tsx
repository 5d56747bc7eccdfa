import { useState } from 'preact/hooks'
import { trackingPath } from '../route.ts'
import { copyText } from '../shared/copy-text.ts'
import { Due } from '../shared/due.tsx'
import { FileList } from '../shared/file-field.tsx'
import { useDates, usePortal } from '../shared/portal-context.ts'
import type { Files } from '../shared/use-files.ts'
import { QrCode, useQrCells } from './qr-code.tsx'
import { receiptPicture } from './receipt-picture.ts'
import type { ReceiptRecord } from './receipt-record.ts'

export function Receipt({ receipt, files, onFinish }: { receipt: ReceiptRecord; files: Files; onFinish: () => void }) {
  const { texts } = usePortal()
  const words = texts.receipt
  const path = trackingPath(receipt.number, receipt.trackingCode)
  const link = `${location.origin}${path}`
  const cells = useQrCells(link)
  return (
    <article class="receipt">
      <h1>{words.title}</h1>
      <p class="about">{receipt.institutionName}</p>
      <p class="by"><Due words={words.expected} at={receipt.expectedReplyBy} estimated={receipt.estimated} /></p>
      <dl class="slip">
        <dt>{words.number}</dt><dd class="number">{receipt.number}</dd>
        <dt>{words.code}</dt><dd class="code"><span aria-hidden="true">{receipt.trackingCode}</span><span class="unseen">{words.spelled(receipt.trackingCode)}</span></dd>
      </dl>
      <FilesSent files={files} known={{ number: receipt.number, code: receipt.trackingCode }} />
      {cells && <figure><QrCode cells={cells} label={words.qrAlt} /><figcaption>{words.qr}</figcaption></figure>}
      <p class="notice wait">{words.keep}{receipt.declined && ` ${words.anonymous}`}</p>
      <Keeping receipt={receipt} link={link} cells={cells} />
      <p class="row"><a class="main" href={path}>{words.track}</a></p>
      <p class="row quiet"><a href="/" onClick={onFinish}>{words.finish}</a></p>
    </article>
  )
}

/** What became of the files that came with the question; the question itself is safe whatever becomes of them. */
function FilesSent({ files, known }: { files: Files; known: { number: string; code: string } }) {
  const words = usePortal().texts.files
  if (files.chosen.length === 0) return null
  const failed = !files.busy && files.chosen.some(({ state }) => state !== 'done')
  return (
    <section class="slip files-sent">
      <h2>{words.title}</h2>
      <FileList files={files} />
      <p role="status" class={failed ? 'notice wait' : 'hint'}>{files.busy ? words.keepOpen : failed ? words.someFailed : words.sentAll}</p>
      {failed && files.pending > 0 && <p class="row"><button type="button" class="main" onClick={() => { void files.sendAll(known) }}>{words.again}</button></p>}
    </section>
  )
}

/** Ways to take the number and the code along: clipboard, picture, paper. */
function Keeping({ receipt, link, cells }: { receipt: ReceiptRecord; link: string; cells: ReturnType<typeof useQrCells> }) {
  const { texts } = usePortal()
  const { due } = useDates()
  const words = texts.receipt
  const [said, setSaid] = useState('')
  const [picture, setPicture] = useState('')
  const copy = async (text: string) => { setSaid(await copyText(text) ? words.copied : words.copyFailed) }
  const draw = () => {
    const expected = words.expected[0] + due(receipt.expectedReplyBy) + words.expected[1]
    const lines = [receipt.institutionName, expected, receipt.estimated ? texts.estimatedWhy : '', `${location.origin}/track`].filter(Boolean)
    const made = receiptPicture({
      title: words.pictureTitle, number: [words.number, receipt.number], code: [words.code, words.spelled(receipt.trackingCode)], lines,
    }, cells)
    setPicture(made ?? '')
    setSaid(made ? words.pictureNote : words.pictureFailed)
  }
  return (
    <div class="keeping">
      <div class="buttons">
        <button type="button" onClick={() => { void copy(words.copyText(receipt.number, receipt.trackingCode, link)) }}>{words.copyBoth}</button>
        <button type="button" onClick={() => { void copy(link) }}>{words.copyLink}</button>
        <button type="button" onClick={draw}>{words.picture}</button>
        <button type="button" onClick={() => print()}>{words.print}</button>
      </div>
      <p class="hint" role="status">{said}</p>
      {picture && <p class="picture"><img src={picture} alt={words.pictureTitle} /><a href={picture} download={`${receipt.number}.png`}>{words.download}</a></p>}
    </div>
  )
}
