import {
  AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun, convertMillimetersToTwip, type IParagraphOptions, type ISectionOptions, type Table,
} from 'docx'
import { blockParts } from './document-blocks.ts'
import { BODY, FONT_TABLE, HEADING, LATIN, SONG, type Font } from './document-fonts.ts'
import type { Form } from './form-source.ts'

/** The figures of GB/T 9704 for an official sheet; a slip of half the size and a book across have margins of their own. */
const MARGINS = {
  A4: { top: 37, bottom: 35, left: 28, right: 26, footer: 25 },
  /** A sheet that has to hold a whole month, or all the opinions on a case. */
  full: { top: 20, bottom: 22, left: 28, right: 26, footer: 12 },
  A5: { top: 12, bottom: 14, left: 12, right: 12, footer: 7 },
  across: { top: 12, bottom: 18, left: 12, right: 12, footer: 8 },
} as const
/** Twentieths of a point, rounded as word processors round them. */
const SHEETS = { A4: { width: 11_906, height: 16_838 }, A5: { width: 8391, height: 11_906 } } as const

/** Writes the form as a Word document: the same blocks, in the same order, as the page that is printed. */
export async function writeDocument(form: Form): Promise<Buffer> {
  const parts = form.parts.length === 0 ? [null] : form.parts
  const sections = await Promise.all(parts.map(async (part): Promise<ISectionOptions> => ({
    properties: pageOf(form), footers: footersOf(form), children: [...headOf(form, part), ...await bodyOf(form)],
  })))
  const document = new Document({
    title: form.title, creator: 'Daodi', description: form.number ?? '', evenAndOddHeaderAndFooters: !form.across && form.paper === 'A4',
    styles: { default: { document: { run: { font: BODY, size: halfPoints(form.textSize) } } } }, sections,
  })
  return Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: FONT_TABLE }])
}

async function bodyOf(form: Form): Promise<(Paragraph | Table)[]> {
  const parts = await Promise.all(form.blocks.map((block) => blockParts(block, form)))
  return parts.flat()
}

function halfPoints(points: number): number {
  return Math.round(points * 2)
}

function pageOf({ paper, across, textSize }: Form): ISectionOptions['properties'] {
  const margins = MARGINS[across ? 'across' : paper === 'A4' && textSize < 12 ? 'full' : paper]
  const margin = Object.fromEntries(Object.entries(margins).map(([side, size]) => [side, convertMillimetersToTwip(size)]))
  return { page: { size: { ...SHEETS[paper], orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { ...margin, header: convertMillimetersToTwip(8) } } }
}

/** 二号 for the title of an official sheet; half a sheet and a book take less. */
function headOf(form: Form, part: string | null): Paragraph[] {
  const size = form.paper === 'A5' || form.across ? 16 : 22
  return [
    ...(part === null ? [] : [written(part, { size: 10.5, align: AlignmentType.RIGHT })]),
    written(form.institution, { size: form.paper === 'A5' ? 10.5 : form.across ? 12 : 14, align: AlignmentType.CENTER, after: form.across ? 0 : 60 }),
    written(form.title, { size, font: HEADING, align: AlignmentType.CENTER, after: form.paper === 'A5' || form.across ? 100 : 240 }),
  ]
}

interface Writing { size: number; font?: Font; align?: IParagraphOptions['alignment']; after?: number }

function written(text: string, { size, font = BODY, align, after = 60 }: Writing): Paragraph {
  return new Paragraph({
    ...(align === undefined ? {} : { alignment: align }), spacing: { after, line: Math.round(size * 28), lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, font, size: halfPoints(size) })],
  })
}

/** The page's number between two strokes, on the outer side of a sheet printed on both; who printed it stands below. */
function footersOf(form: Form): { default: Footer; even?: Footer } {
  const one = (align: IParagraphOptions['alignment']): Footer => {
    const numbered = form.across ? [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] : ['— ', PageNumber.CURRENT, ' —']
    const number = new Paragraph({ ...(align === undefined ? {} : { alignment: align }), children: [new TextRun({ children: numbered, font: { ...LATIN, eastAsia: SONG }, size: halfPoints(form.paper === 'A5' || form.across ? 9 : 14) })] })
    return new Footer({ children: [number, written(form.foot, { size: 8, after: 0 })] })
  }
  if (form.across || form.paper === 'A5') return { default: one(AlignmentType.CENTER) }
  return { default: one(AlignmentType.RIGHT), even: one(AlignmentType.LEFT) }
}
