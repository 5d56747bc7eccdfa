import type { ChainFinding } from '@daodi/domain/ledger/finding.ts'
import { findingText, type FindingLanguage } from './finding-texts.ts'

interface OfCase {
  readonly institutionId: string
  readonly stream: string
  /** The case's number, where the table has one. */
  readonly number: string | null
}

/** Where the tables do not say what the ledger says. The ledger is what happened; the tables are only read from. */
export type TableFinding = OfCase &
  (
    | { readonly kind: 'case-without-ledger' }
    | { readonly kind: 'ledger-without-case' }
    /** The facts cannot have happened in this order. */
    | { readonly kind: 'replay-fails'; readonly seq: number }
    /** `field` is a column, or a path into the state. */
    | { readonly kind: 'case-differs'; readonly field: string; readonly found: string; readonly expected: string }
    | { readonly kind: 'duty-differs'; readonly duty: string; readonly field: string; readonly found: string; readonly expected: string }
    /** The words are not those that were recorded. */
    | { readonly kind: 'words-differ'; readonly text: string }
    /** Words that no fact speaks of. */
    | { readonly kind: 'words-unrecorded'; readonly text: string }
    /** A fact speaks of words whose row is gone: erasing empties a row and leaves it. */
    | { readonly kind: 'words-missing'; readonly text: string }
  )

/** The stream's end, held against what the case's row says of it, is told in the words for chains. */
export type LiveFinding = TableFinding | ChainFinding

type Kind = TableFinding['kind']
type Texts<K extends Kind> = Readonly<Record<FindingLanguage, (finding: Extract<TableFinding, { kind: K }>) => string>>

const TEXTS: { readonly [K in Kind]: Texts<K> } = {
  'case-without-ledger': {
    en: (f) => `Case ${f.number}: the ledger holds nothing about it (${f.stream}); its entries were removed, or the case was put in beside the ledger.`,
    zh: (f) => `办件 ${f.number}：台账中没有任何记录（${f.stream}）：记录被整条删去，或办件是绕过台账加入的。`,
  },
  'ledger-without-case': {
    en: (f) => `Stream ${f.stream}: there is no such case any more.`,
    zh: (f) => `记录链 ${f.stream}：已没有这个办件。`,
  },
  'replay-fails': {
    en: (f) => `Stream ${f.stream}: entry ${f.seq} cannot follow the entries before it.`,
    zh: (f) => `记录链 ${f.stream}：第 ${f.seq} 条不可能接在前面各条之后。`,
  },
  'case-differs': {
    en: (f) => `Case ${f.number}: ${f.field} is ${f.found}, but by the ledger it is ${f.expected}.`,
    zh: (f) => `办件 ${f.number}：${f.field} 现为 ${f.found}，而按台账应为 ${f.expected}。`,
  },
  'duty-differs': {
    en: (f) => `Case ${f.number}, obligation ${f.duty}: ${f.field} is ${f.found}, but by the ledger it is ${f.expected}.`,
    zh: (f) => `办件 ${f.number}，应办事项 ${f.duty}：${f.field} 现为 ${f.found}，而按台账应为 ${f.expected}。`,
  },
  'words-differ': {
    en: (f) => `Case ${f.number}: text ${f.text} is not the one that was recorded.`,
    zh: (f) => `办件 ${f.number}：文字 ${f.text} 不是当时记录的内容。`,
  },
  'words-unrecorded': {
    en: (f) => `Case ${f.number}: text ${f.text} was put in beside the ledger.`,
    zh: (f) => `办件 ${f.number}：文字 ${f.text} 是绕过台账加入的。`,
  },
  'words-missing': {
    en: (f) => `Case ${f.number}: text ${f.text} was recorded and its row is gone.`,
    zh: (f) => `办件 ${f.number}：文字 ${f.text} 有记录，而所在行已被删去。`,
  },
}

export function liveFindingText(finding: LiveFinding, language: FindingLanguage): string {
  if (!(finding.kind in TEXTS)) return findingText(finding as ChainFinding, language)
  // Kind and text belong together by the table's type, which TypeScript cannot follow through an index.
  const write = TEXTS[finding.kind as Kind][language] as (finding: LiveFinding) => string
  return write(finding)
}
