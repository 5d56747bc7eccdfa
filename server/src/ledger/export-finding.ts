import type { Finding } from '@daodi/domain/ledger/finding.ts'

/** What is wrong with an exported file as a file. */
export type FileFinding =
  /** Not UTF-8, or longer than any line can be. */
  | { readonly kind: 'line-unreadable' }
  /** Not JSON, or not one of the format's lines. */
  | { readonly kind: 'line-malformed' }
  /** The format's content in another spelling: somebody has rewritten the file. */
  | { readonly kind: 'line-respelled' }
  /** A second header, an entry after the first seal, anything after the footer. */
  | { readonly kind: 'line-out-of-place' }
  | { readonly kind: 'header-missing' }
  | { readonly kind: 'format-unknown'; readonly format: string }
  /** Entries of an institution the header does not list. */
  | { readonly kind: 'institution-unlisted'; readonly institutionId: string }
  /** A stream that is not in alphabetical place, or begins a second time. */
  | {
      readonly kind: 'stream-out-of-place'
      readonly institutionId: string
      readonly stream: string
    }
  /** An entry that an earlier seal covers already. */
  | {
      readonly kind: 'sealed-twice'
      readonly seal: number
      readonly institutionId: string
      readonly stream: string
      readonly seq: number
    }
  /** The file ends before its footer: it is cut off. */
  | { readonly kind: 'footer-missing' }
  | {
      readonly kind: 'count-differs'
      readonly of: 'entries' | 'streams' | 'seals'
      readonly stated: number
      readonly counted: number
    }
  /** The footer's hash is not that of the lines before it. */
  | { readonly kind: 'file-altered' }

export type FindingKinds = Finding | FileFinding

/** `line`, from 1, is where it was noticed. */
export type ExportFinding = FindingKinds & { readonly line: number }

/** Takes a finding; without a line it is about the line at hand. */
export type Report = (finding: FindingKinds, line?: number) => void
