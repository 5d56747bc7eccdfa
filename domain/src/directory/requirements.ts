export interface Requirements { languages: readonly string[]; qualifications: readonly string[] }

/** What a post asks for and a person does not have. Written alike is enough: full-width, capitals and spaces make no difference. */
export function lacking(asked: Requirements, has: Requirements): string[] {
  return [...without(asked.languages, has.languages), ...without(asked.qualifications, has.qualifications)]
}

/** Of the words asked for, those that are missing. */
export function without(asked: readonly string[], has: readonly string[]): string[] {
  const known = new Set(has.map(plain))
  return asked.filter((word) => !known.has(plain(word)))
}

function plain(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
