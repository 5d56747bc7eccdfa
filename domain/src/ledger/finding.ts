interface InStream {
  readonly institutionId: string
  readonly stream: string
}

/** What is wrong with one stream; `seq` is where its first bad entry is, or should be. */
export type ChainFinding = InStream & { readonly seq: number } & (
    /** The entry has no canonical form: a field is not what the format allows. */
    | { readonly kind: 'entry-malformed'; readonly field: string; readonly reason: string }
    /** Entries `seq` to `toSeq` are not there at all. */
    | { readonly kind: 'entries-missing'; readonly toSeq: number }
    /** Entry `found` stands where `seq` should. */
    | { readonly kind: 'entries-reordered'; readonly found: number }
    /** An entry of another stream stands in this one. */
    | { readonly kind: 'entry-of-another-stream' }
    /** `prev` is not the hash of the entry before. */
    | { readonly kind: 'entry-detached' }
    /** The content does not give the hash the entry carries. */
    | { readonly kind: 'entry-altered' }
    /** The stream ends with another hash than the one known from elsewhere. */
    | { readonly kind: 'head-differs' }
    /** The stream goes on beyond the head known from elsewhere. */
    | { readonly kind: 'entry-beyond-head' }
  )

/** What is wrong with a seal, or with what it covers. */
export type SealFinding = { readonly seal: number } & (
  | { readonly kind: 'seal-malformed'; readonly field: string; readonly reason: string }
  /** Seals `seal` to `toSeal` are not there. */
  | { readonly kind: 'seals-missing'; readonly toSeal: number }
  /** Seal `found` stands where `seal` should. */
  | { readonly kind: 'seals-reordered'; readonly found: number }
  | { readonly kind: 'seal-detached' }
  | { readonly kind: 'seal-altered' }
  /** The transaction ids do not go on where the seal before ended. */
  | { readonly kind: 'seal-range-gap' }
  /** Entries `seq` to `toSeq` of a stream were sealed and are no longer there. */
  | (InStream & { readonly kind: 'sealed-entries-missing'; readonly seq: number; readonly toSeq: number })
  /** Entry `seq` is there, but is not the one that was sealed, or one before it in the segment is not. */
  | (InStream & { readonly kind: 'sealed-entry-differs'; readonly seq: number })
  /** Every segment's last entry is right, and yet the root is another: an earlier entry of some segment is not the sealed one. */
  | { readonly kind: 'seal-root-differs' }
)

export type Finding = ChainFinding | SealFinding
