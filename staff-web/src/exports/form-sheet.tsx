import type { FormDocument } from '@daodi/contract/staff/exports/form-document.ts'
import { Fragment } from 'react'
import type { z } from 'zod'
import { QrCode } from '../shared/qr-code.tsx'
import './form.css'

type Form = z.output<typeof FormDocument>
type Block = Form['blocks'][number]

/** A table of more columns than this has hardly any room around the letters. */
const COLUMNS_AT_EASE = 28

/** A printed form as the server describes it, one sheet for each of its parts; black on white. */
export function FormSheets({ form }: { form: Form }) {
  const parts = form.parts.length === 0 ? [null] : form.parts
  const size = form.across ? 'form-across' : form.paper === 'A5' ? 'form-a5' : 'form-a4'
  return (
    <>
      {parts.map((part) => (
        // A sheet wider than the window scrolls, and must do so by keyboard too.
        <article key={part} tabIndex={0} className={`form-sheet ${size}`} lang={form.language} style={{ fontSize: `${form.textSize}pt` }}>
          {part !== null && <p className="form-part">{part}</p>}
          <p className="form-institution">{form.institution}</p>
          <h2>{form.title}</h2>
          {form.blocks.map((block, index) => <FormBlock key={index} block={block} />)}
          <p className="form-foot">{form.foot}</p>
        </article>
      ))}
    </>
  )
}

function FormBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'fields': return <Fields rows={block.rows} />
    case 'table': return <List block={block} />
    case 'paragraph': return <p className="form-paragraph">{block.text}</p>
    case 'signatures': return <div className="form-signatures">{block.items.map((item) => <span key={item.name}>{item.name}　{item.value === '' ? <i /> : item.value}</span>)}</div>
    case 'track': return (
      <div className="form-track">
        {block.address !== null && <QrCode text={block.address} label={block.lines[0] ?? block.codeName} />}
        <p>{block.lines.map((line) => <Fragment key={line}>{line}<br /></Fragment>)}{block.code !== null && <>{block.codeName} <b className="form-code">{block.code}</b></>}</p>
      </div>
    )
    default: return block satisfies never
  }
}

function Fields({ rows }: { rows: Extract<Block, { kind: 'fields' }>['rows'] }) {
  const wide = rows.some((row) => row.length > 1)
  return (
    <table className={wide ? 'form-fields form-pairs' : 'form-fields'}>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.name}>
            {row.map((field) => (
              <Fragment key={field.name}>
                <th scope="row">{field.name}</th>
                <td colSpan={wide && row.length === 1 ? 3 : 1} style={field.value === '' && field.lines > 1 ? { height: `${field.lines * 1.7}em` } : undefined}>{field.value}</td>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function List({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className="form-list-frame">
      <table className={block.columns.length > COLUMNS_AT_EASE ? 'form-list form-dense' : 'form-list'}>
        {block.title !== null && <caption>{block.title}</caption>}
        <colgroup>{block.columns.map((column) => <col key={column.name} style={{ width: `${column.width}%` }} />)}</colgroup>
        <thead><tr>{block.columns.map((column) => <th key={column.name} scope="col">{column.name}</th>)}</tr></thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>{row.map((text, index) => <td key={index} className={block.columns[index]?.align === 'center' ? 'form-middle' : undefined}>{text}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
