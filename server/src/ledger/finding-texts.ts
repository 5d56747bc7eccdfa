import type { ExportFinding, FindingKinds } from './export-finding.ts'
import type { LedgerVerdict } from './verify-export.ts'

export type FindingLanguage = 'zh' | 'en'

type Kind = FindingKinds['kind']
type Texts<K extends Kind> = Readonly<Record<FindingLanguage, (finding: Extract<FindingKinds, { kind: K }>) => string>>

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`)
const entriesEn = (from: number, to: number): string =>
  from === to ? `entry ${from} is` : `entries ${range(from, to)} are`
const COUNTED = {
  entries: { en: 'entries', zh: '条记录' },
  streams: { en: 'streams', zh: '条记录链' },
  seals: { en: 'seals', zh: '个封签' },
} as const

const TEXTS: { readonly [K in Kind]: Texts<K> } = {
  'entry-malformed': {
    en: (f) => `Stream ${f.stream}: entry ${f.seq} is not a proper entry (${f.field}: ${f.reason}).`,
    zh: (f) => `记录链 ${f.stream}：第 ${f.seq} 条不是合格的记录（${f.field}：${f.reason}）。`,
  },
  'entries-missing': {
    en: (f) => `Stream ${f.stream}: ${entriesEn(f.seq, f.toSeq)} missing.`,
    zh: (f) => `记录链 ${f.stream}：缺少第 ${range(f.seq, f.toSeq)} 条。`,
  },
  'entries-reordered': {
    en: (f) => `Stream ${f.stream}: entry ${f.found} stands where entry ${f.seq} should.`,
    zh: (f) => `记录链 ${f.stream}：应是第 ${f.seq} 条的位置上是第 ${f.found} 条，顺序被改动。`,
  },
  'entry-of-another-stream': {
    en: (f) => `Stream ${f.stream}: an entry of another stream stands where entry ${f.seq} should.`,
    zh: (f) => `记录链 ${f.stream}：应是第 ${f.seq} 条的位置上是另一条链的记录。`,
  },
  'entry-detached': {
    en: (f) => `Stream ${f.stream}: entry ${f.seq} does not continue the entry before it; one of the two was rewritten.`,
    zh: (f) => `记录链 ${f.stream}：第 ${f.seq} 条与前一条接不上，两条之中有一条被改写。`,
  },
  'entry-altered': {
    en: (f) => `Stream ${f.stream}: entry ${f.seq} was altered; its content does not give its hash.`,
    zh: (f) => `记录链 ${f.stream}：第 ${f.seq} 条被改动，内容与其杂凑值不符。`,
  },
  'head-differs': {
    en: (f) => `Stream ${f.stream}: its last entry, ${f.seq}, is not the one known from elsewhere.`,
    zh: (f) => `记录链 ${f.stream}：末条（第 ${f.seq} 条）与别处所记的不同。`,
  },
  'entry-beyond-head': {
    en: (f) => `Stream ${f.stream}: entry ${f.seq} comes after the last one known from elsewhere.`,
    zh: (f) => `记录链 ${f.stream}：第 ${f.seq} 条在别处所记的末条之后。`,
  },
  'seal-malformed': {
    en: (f) => `Seal ${f.seal} is not a proper seal (${f.field}: ${f.reason}).`,
    zh: (f) => `第 ${f.seal} 号封签不合格（${f.field}：${f.reason}）。`,
  },
  'seals-missing': {
    en: (f) => (f.seal === f.toSeal ? `Seal ${f.seal} is missing.` : `Seals ${range(f.seal, f.toSeal)} are missing.`),
    zh: (f) => `缺少第 ${range(f.seal, f.toSeal)} 号封签。`,
  },
  'seals-reordered': {
    en: (f) => `Seal ${f.found} stands where seal ${f.seal} should.`,
    zh: (f) => `应是第 ${f.seal} 号封签的位置上是第 ${f.found} 号封签。`,
  },
  'seal-detached': {
    en: (f) => `Seal ${f.seal} does not continue the seal before it; one of the two was rewritten.`,
    zh: (f) => `第 ${f.seal} 号封签与前一号接不上，两号之中有一号被改写。`,
  },
  'seal-altered': {
    en: (f) => `Seal ${f.seal} was altered; its content does not give its hash.`,
    zh: (f) => `第 ${f.seal} 号封签被改动，内容与其杂凑值不符。`,
  },
  'seal-range-gap': {
    en: (f) => `Seal ${f.seal} does not start at the transaction where the seal before it ended.`,
    zh: (f) => `第 ${f.seal} 号封签的事务范围与前一号不相连。`,
  },
  'sealed-entries-missing': {
    en: (f) => `Seal ${f.seal}: stream ${f.stream}: ${entriesEn(f.seq, f.toSeq)} missing.`,
    zh: (f) => `第 ${f.seal} 号封签：记录链 ${f.stream} 缺少第 ${range(f.seq, f.toSeq)} 条。`,
  },
  'sealed-entry-differs': {
    en: (f) => `Seal ${f.seal}: stream ${f.stream}: entry ${f.seq} is not the one that was sealed.`,
    zh: (f) => `第 ${f.seal} 号封签：记录链 ${f.stream} 的第 ${f.seq} 条不是当时封存的那一条。`,
  },
  'seal-root-differs': {
    en: (f) => `Seal ${f.seal}: the entries it covers do not give its root; at least one of them is not the one that was sealed.`,
    zh: (f) => `第 ${f.seal} 号封签：所封记录算不出它的根值，其中至少有一条不是当时封存的。`,
  },
  'sealed-twice': {
    en: (f) => `Seal ${f.seal}: stream ${f.stream}: entry ${f.seq} was sealed before.`,
    zh: (f) => `第 ${f.seal} 号封签：记录链 ${f.stream} 的第 ${f.seq} 条此前已经封存。`,
  },
  'line-unreadable': {
    en: () => 'The line cannot be read: it is not UTF-8 text, or it is too long.',
    zh: () => '这一行无法读取：不是 UTF-8 文本，或者过长。',
  },
  'line-malformed': {
    en: () => 'The line is not one of this format: it is damaged, or was added.',
    zh: () => '这一行不合格式：已损坏，或系外加。',
  },
  'line-respelled': {
    en: () => 'The line is spelled in another way than it was exported: somebody has rewritten the file.',
    zh: () => '这一行的写法与导出时不同：文件被重写过。',
  },
  'line-out-of-place': {
    en: () => 'The line stands where no such line may: the file was put together anew.',
    zh: () => '这一行出现在不该出现的位置：文件被重新拼接过。',
  },
  'header-missing': {
    en: () => 'The file does not begin with the header of a ledger export.',
    zh: () => '文件开头不是台账导出的表头。',
  },
  'format-unknown': {
    en: (f) => `The file says its format is “${f.format}”, or its header is damaged; this program does not read it.`,
    zh: (f) => `文件自称格式为“${f.format}”，或者表头已损坏；本程序不能读取。`,
  },
  'institution-unlisted': {
    en: (f) => `There are entries of institution ${f.institutionId}, which the header does not list.`,
    zh: (f) => `有单位 ${f.institutionId} 的记录，而表头未列该单位。`,
  },
  'stream-out-of-place': {
    en: (f) => `Stream ${f.stream} is not in its place, or begins a second time: lines were moved or altered.`,
    zh: (f) => `记录链 ${f.stream} 不在应在的位置，或者重复出现：有行被移动或改动。`,
  },
  'footer-missing': {
    en: () => 'The file ends before its last line: it is cut off.',
    zh: () => '文件没有结尾行：后面被截断。',
  },
  'count-differs': {
    en: (f) => `The file's last line counts ${f.stated} ${COUNTED[f.of].en}, but there are ${f.counted}.`,
    zh: (f) => `文件结尾行记有 ${f.stated} ${COUNTED[f.of].zh}，实际有 ${f.counted} ${COUNTED[f.of].zh}。`,
  },
  'file-altered': {
    en: () => "The file's last line does not fit the lines before it: something in the file was changed after the export.",
    zh: () => '文件结尾行与前面各行不符：导出之后文件被改动。',
  },
}

/** One plain sentence saying what is wrong and where, without the line number. */
export function findingText(finding: FindingKinds | ExportFinding, language: FindingLanguage): string {
  // Kind and text belong together by the table's type, which TypeScript cannot follow through an index.
  const write = TEXTS[finding.kind][language] as (finding: FindingKinds) => string
  return write(finding)
}

/** The verdict in one sentence. */
export function verdictText(verdict: LedgerVerdict, language: FindingLanguage): string {
  const { entries, streams, seals, unsealed, findings, furtherFindings } = verdict
  const wrong = findings.length + furtherFindings
  if (language === 'zh') {
    const checked = `共核对 ${entries} 条记录、${streams} 条记录链、${seals} 个封签，其中 ${unsealed} 条尚未封存`
    return wrong === 0 ? `${checked}：全部无误。` : `${checked}：发现 ${wrong} 处问题。`
  }
  const checked = `Checked ${entries} entries in ${streams} streams and ${seals} seals; ${unsealed} entries are not sealed yet`
  return wrong === 0 ? `${checked}. Everything verifies.` : `${checked}. Things found wrong: ${wrong}.`
}
