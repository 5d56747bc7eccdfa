import { AlignmentType, BorderStyle, HeightRule, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { toBuffer } from 'qrcode'
import { BODY, LABEL, type Font } from './document-fonts.ts'
import type { Block, Form } from './form-source.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
/** Twentieths of a point across the sheet, between the margins. */
interface Measure { width: number; size: number }

const LABEL_SHARE = 0.22
const WIDE = 10_000
const QR_PIXELS = 106
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const DENSE = { top: 10, bottom: 10, left: 20, right: 20 }
/** A table of more columns than this is dense. */
const COLUMNS_AT_EASE = 28
const OPEN = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const RULED = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN }

/** One block of the form as paragraphs and tables. */
export async function blockParts(block: Block, form: Form): Promise<(Paragraph | Table)[]> {
  const measure = { width: form.across ? 15_480 : form.paper === 'A5' ? 7030 : 8844, size: Math.round(form.textSize * 2) }
  switch (block.kind) {
    case 'fields': return [fieldTable(block, measure), gap()]
    case 'table': return [...(block.title === null ? [] : [words(block.title, { ...measure, font: LABEL })]), listTable(block, measure), gap()]
    case 'paragraph': return [new Paragraph({ indent: { firstLine: measure.size * 20, firstLineChars: 200 }, spacing: { before: 120 }, children: [new TextRun({ text: block.text, font: BODY, size: measure.size })] })]
    case 'signatures': return [signatureTable(block, { ...measure, colon: form.language === 'en' ? ': ' : '：' })]
    case 'track': return trackParts(block, measure)
    default: return block satisfies never
  }
}

/** Keeps two tables from growing together. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [new TextRun({ text: '', size: 8 })] })
}

/** `dense`: many columns, with hardly any room around the letters. */
interface Look { size: number; font?: Font; align?: 'left' | 'center'; dense?: boolean }

function words(text: string, { size, font = BODY, align = 'left' }: Look): Paragraph {
  const runs = text.split('\n').map((line, index) => new TextRun({ text: line, font, size, ...(index === 0 ? {} : { break: 1 }) }))
  return new Paragraph({ alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT, children: runs })
}

function cell(text: string, width: number, look: Look & { columns?: number }): TableCell {
  return new TableCell({
    width: { size: Math.round(width), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, margins: look.dense ? DENSE : look.size < 16 ? { top: 30, bottom: 30, left: 35, right: 35 } : { top: 50, bottom: 50, left: 90, right: 90 }, children: [words(text, look)],
    ...(look.columns === undefined ? {} : { columnSpan: look.columns }),
  })
}

/** Name and value, one or two pairs a row; a single pair takes the whole row. */
function fieldTable({ rows }: BlockOf<'fields'>, { width, size }: Measure): Table {
  const wide = rows.some((row) => row.length > 1)
  const label = Math.round(width * (wide ? LABEL_SHARE * 0.75 : LABEL_SHARE))
  const value = wide ? Math.round(width / 2) - label : width - label
  return new Table({
    width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: RULED, columnWidths: wide ? [label, value, label, value] : [label, value],
    rows: rows.map((row) => new TableRow({
      cantSplit: row.every((field) => field.value.length < 200),
      height: { value: Math.max(...row.map((field) => (field.value === '' ? field.lines : 1))) * size * 16, rule: HeightRule.ATLEAST },
      children: row.flatMap((field) => [
        cell(field.name, label, { size, font: LABEL }), cell(field.value, row.length > 1 || !wide ? value : width - label, { size, ...(row.length > 1 || !wide ? {} : { columns: 3 }) }),
      ]),
    })),
  })
}

/** The head of the columns comes again on every page, and no row is torn. */
function listTable({ columns, rows }: BlockOf<'table'>, { width, size }: Measure): Table {
  const widths = columns.map((column) => Math.round((width * column.width) / 100))
  const dense = columns.length > COLUMNS_AT_EASE
  const row = (texts: readonly string[], head: boolean): TableRow => new TableRow({
    tableHeader: head, cantSplit: true,
    children: columns.map((column, index) => cell(texts[index] ?? '', widths[index] ?? 0, { size, align: head ? 'center' : column.align, font: head ? LABEL : BODY, dense })),
  })
  return new Table({
    width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: RULED, columnWidths: widths,
    rows: [row(columns.map((column) => column.name), true), ...rows.map((texts) => row(texts, false))],
  })
}

/** Two names beside each other, three on a sheet that is turned, with a line to sign on where no value stands. */
function signatureTable({ items }: BlockOf<'signatures'>, { width, size, colon }: Measure & { colon: string }): Table {
  const across = items.length === 1 ? 1 : width > WIDE ? 3 : 2
  const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, row) => items.slice(row * across, row * across + across))
  const widths = Array.from({ length: across }, () => Math.round(width / across))
  return new Table({
    width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: OPEN, columnWidths: widths,
    rows: rows.map((row) => new TableRow({
      cantSplit: true, height: { value: size * (across === 3 ? 18 : 24), rule: HeightRule.ATLEAST },
      children: widths.map((each, index) => {
        const item = row[index]
        return cell(item === undefined ? '' : `${item.name}${colon}${item.value === '' ? '＿＿＿＿＿＿＿＿' : item.value}`, each, { size })
      }),
    })),
  })
}

async function trackParts({ address, code, codeName, lines }: BlockOf<'track'>, { width, size }: Measure): Promise<(Paragraph | Table)[]> {
  const said = [...lines.map((line) => words(line, { size: size - 2 })), ...(code === null ? [] : [words(`${codeName} ${code}`, { size: size + 8, font: LABEL })])]
  if (address === null) return said
  const picture = new ImageRun({ type: 'png', data: await toBuffer(address, { errorCorrectionLevel: 'M', margin: 4, width: 424 }), transformation: { width: QR_PIXELS, height: QR_PIXELS } })
  const left = 1800
  return [new Table({
    width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders: OPEN, columnWidths: [left, width - left],
    rows: [new TableRow({
      cantSplit: true,
      children: [
        new TableCell({ width: { size: left, type: WidthType.DXA }, children: [new Paragraph({ children: [picture] })] }),
        new TableCell({ width: { size: width - left, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, children: said }),
      ],
    })],
  })]
}
