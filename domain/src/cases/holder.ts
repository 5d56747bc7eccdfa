/** A named person in a unit: nothing is ever held by a unit alone. */
export interface Holder {
  personId: string
  unitId: string
}

/** Words that live in an erasable row; the ledger knows only their salted digest. */
export interface TextRef {
  id: string
  digest: string
}
