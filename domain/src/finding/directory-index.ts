import { pairsOf, wishesIn } from './words.ts'

/** A matter, or what a unit says of its duties (`id` null), as finding reads it. */
export interface FindableEntry { id: string | null; unitId: string; name: string; synonyms: readonly string[]; keywords: readonly string[]; examples: readonly string[] }

interface Phrase { text: string; units: Set<string>; matters: Set<string> }

/** The directory prepared for finding: made once an edition, never changed. */
export interface DirectoryIndex {
  unitIds: readonly string[]
  matterUnit: ReadonlyMap<string, string>
  /** Names, synonyms and keywords by their first two characters. */
  phrases: ReadonlyMap<string, readonly Phrase[]>
  /** How often a word pair stands in what a unit owns, and in which matters it stands. */
  unitPairs: ReadonlyMap<string, ReadonlyMap<string, number>>
  matterPairs: ReadonlyMap<string, readonly string[]>
  /** What a matter's names and keywords say is done under it, where it is more than a first application. */
  matterWishes: ReadonlyMap<string, readonly number[]>
  unitTotals: ReadonlyMap<string, number>
  total: number
}

const LONGEST_PHRASE = 24

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

export function indexDirectory(entries: readonly FindableEntry[]): DirectoryIndex {
  const phrases = new Map<string, Map<string, Phrase>>()
  const unitPairs = new Map<string, Map<string, number>>()
  const matterPairs = new Map<string, Set<string>>()
  const unitTotals = new Map<string, number>()
  let total = 0
  for (const { id, unitId, name, synonyms, keywords, examples } of entries) {
    if (!unitTotals.has(unitId)) unitTotals.set(unitId, 0)
    const said = new Set([name, ...synonyms, ...keywords].map(folded))
    for (const text of said) addPhrase(phrases, text, { id, unitId })
    for (const text of [...said, ...examples]) {
      for (const pair of pairsOf(text)) {
        const units = getOr(unitPairs, pair, () => new Map<string, number>())
        units.set(unitId, (units.get(unitId) ?? 0) + 1)
        unitTotals.set(unitId, (unitTotals.get(unitId) ?? 0) + 1)
        total += 1
        if (id !== null) getOr(matterPairs, pair, () => new Set<string>()).add(id)
      }
    }
  }
  const matters = entries.flatMap(({ id, unitId }) => (id === null ? [] : [[id, unitId] as const]))
  const wishes = entries.flatMap(({ id, name, synonyms, keywords }) => (id === null ? [] : [[id, wishesIn([name, ...synonyms, ...keywords].join(' '))] as const]))
  return {
    unitIds: [...unitTotals.keys()], matterWishes: new Map(wishes), matterUnit: new Map(matters), unitPairs, unitTotals, total,
    phrases: new Map([...phrases].map(([start, byText]) => [start, [...byText.values()]])),
    matterPairs: new Map([...matterPairs].map(([pair, ids]) => [pair, [...ids]])),
  }
}

function addPhrase(phrases: Map<string, Map<string, Phrase>>, text: string, { id, unitId }: { id: string | null; unitId: string }): void {
  if (text.length < 2 || text.length > LONGEST_PHRASE) return
  const phrase = getOr(getOr(phrases, text.slice(0, 2), () => new Map<string, Phrase>()), text, () => ({ text, units: new Set<string>(), matters: new Set<string>() }))
  phrase.units.add(unitId)
  if (id !== null) phrase.matters.add(id)
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The directory's names and keywords that stand in a text, each with how often. */
export function phrasesIn(index: DirectoryIndex, subject: string, content: string, subjectWeight: number): Map<Phrase, number> {
  const found = new Map<Phrase, number>()
  for (const [text, weight] of [[folded(subject), subjectWeight], [folded(content), 1]] as const) {
    for (let at = 0; at + 1 < text.length; at += 1) {
      for (const phrase of index.phrases.get(text.slice(at, at + 2)) ?? []) {
        if (text.startsWith(phrase.text, at)) found.set(phrase, (found.get(phrase) ?? 0) + weight)
      }
    }
  }
  return found
}
