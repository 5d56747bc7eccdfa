import { phrasesIn, type DirectoryIndex } from './directory-index.ts'
import type { Asked, Evidence, Learned, Precedent } from './evidence.ts'
import { DIRECTORY_WEIGHT, knownShare, lengthOf } from './known.ts'
import { findingWords, subjectOnly, SUBJECT_WEIGHT, wishesIn } from './words.ts'

export interface Reasons {
  /** What of the directory stands in the question: whole names and keywords, else word pairs. */
  phrases: string[]
  pairs: string[]
  /** The word that handled cases speak most clearly with, and how many of them the target handled. */
  cases: { word: string; count: number } | null
  ruling: { id: string; number: string; at: string } | null
}
export interface FoundUnit { unitId: string; score: number; /** 0 to 1. */ confidence: number; reasons: Reasons }
export interface FoundMatter { matterId: string; unitId: string; score: number; /** 0 to 1. */ confidence: number; reasons: Reasons }
export interface Found { units: FoundUnit[]; matters: FoundMatter[] }

/** So many units and matters are told, the best first. */
const SHOWN = 10
/** A word that so many matters share tells none of them apart. */
const SHARED_BY = 400
/** What a whole name or keyword of the directory counts beside its word pairs. */
const PHRASE_WEIGHT = 0.5
const SMOOTHING = 0.5
/** From this share of a ruling's words on, a question is taken to be the one that was ruled on. */
const ALIKE = 0.5
/** How far apart two units have to be, measured by the length of the question, to be told apart surely. */
const SURE_DISTANCE = 1.2
/** How much likelier a matter is that does what is wanted with its subject. */
const WISH_WEIGHT = 3
/** Even where everything speaks for one unit, so many questions turn out to be another's. */
const NEVER_SURE = 0.05

/**
 * Whose matter a question is: complement naive Bayes over word pairs, once by what handled cases have taught and once by
 * what the directory says, together with the names and keywords of the directory that stand in the question as they are.
 * The two are witnesses of their own: what one has never heard of, the other still says, and neither drowns the other
 * as cases come in. A ruling on a question alike goes before everything.
 */
export function find(asked: Asked, index: DirectoryIndex, learned: Learned, precedents: readonly Precedent[] = []): Found {
  const words = findingWords(asked.subject, asked.content)
  const phrases = phrasesIn(index, asked.subject, asked.content, SUBJECT_WEIGHT)
  const about = findingWords(subjectOnly(asked.subject), subjectOnly(asked.content))
  const evidence: Evidence = { words, about, wishes: wishesIn(asked.subject === '' ? asked.content : asked.subject), phrases, index, learned, alike: alikeOf(words, precedents) }
  const units = rankUnits(evidence)
  const known = units[0] === undefined ? 0 : knownShare(evidence, units[0].unitId)
  const doubted = <One extends { confidence: number }>(found: readonly One[], most: number): One[] => found.map((one) => ({ ...one, confidence: most * known * one.confidence }))
  // The doubt that is left about every unit is told with the units; a matter has its own, and does not count it twice.
  return { units: doubted(units, 1 - NEVER_SURE), matters: doubted(rankMatters(evidence, new Map(units.map((unit) => [unit.unitId, unit]))), 1) }
}

/** The rulings on questions alike, the most alike of each unit. */
function alikeOf(words: ReadonlyMap<string, number>, precedents: readonly Precedent[]): Evidence['alike'] {
  const best = new Map<string, { precedent: Precedent; share: number }>()
  for (const precedent of precedents) {
    const shared = precedent.words.filter((word) => words.has(word)).length
    const share = shared < 2 ? 0 : shared / Math.min(precedent.words.length, words.size)
    if (share >= ALIKE && share > (best.get(precedent.unitId)?.share ?? 0)) best.set(precedent.unitId, { precedent, share })
  }
  return best
}

function rankUnits(evidence: Evidence): FoundUnit[] {
  const { index, learned, alike, words } = evidence
  const ids = [...new Set([...index.unitIds, ...learned.unitTotals.keys(), ...alike.keys()])]
  const scores = new Map(ids.map((id) => [id, 0]))
  const heard = [casesSay(learned), directorySays(index)].map((witness) => complementBayes(words, witness, scores))
  for (const [phrase, times] of evidence.phrases) {
    const weight = PHRASE_WEIGHT * phraseWeight(phrase, times, ids.length)
    for (const unitId of phrase.units) scores.set(unitId, (scores.get(unitId) ?? 0) + weight)
  }
  const length = lengthOf(words)
  for (const [unitId, { share }] of alike) scores.set(unitId, Math.max(...scores.values(), 0) + length * 8 * share)
  const ranked = ids.map((unitId) => ({ unitId, score: scores.get(unitId) ?? 0 })).sort((a, b) => b.score - a.score)
  const confidences = shares(ranked.map(({ score }) => score / (length * SURE_DISTANCE)))
  const saysSomething = heard.includes(true) || evidence.phrases.size > 0 || alike.size > 0
  return saysSomething ? ranked.slice(0, SHOWN).map((unit, at) => ({ ...unit, confidence: confidences[at] ?? 0, reasons: unitReasons(evidence, unit.unitId) })) : []
}

function phraseWeight(phrase: { text: string; units: ReadonlySet<string> }, times: number, units: number): number {
  return (phrase.text.length - 0.5) * Math.log(1 + units / phrase.units.size) * Math.sqrt(times) / Math.sqrt(phrase.units.size)
}

type Counts = ReadonlyMap<string, number>
/** Counts of a word by unit, in one or more tables that add up. */
interface Witness { tables: readonly ReadonlyMap<string, Counts>[]; worth: number; totals: Counts; vocabulary: number }

/** What handled cases say; a word of a subject counts twice, because there it says what the case is about. */
function casesSay({ units, subjects, unitTotals: totals, vocabulary }: Learned): Witness {
  return { tables: [units, subjects], worth: 1, totals, vocabulary }
}

function directorySays({ unitPairs, unitTotals: totals }: DirectoryIndex): Witness {
  return { tables: [unitPairs], worth: DIRECTORY_WEIGHT, totals, vocabulary: unitPairs.size }
}

function sumOf(counts: Counts): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** Complement naive Bayes: a unit is likely where the question's words are rare among all the others. Only differences count, so a word that only one unit never heard costs nothing. */
function complementBayes(words: Counts, { tables, worth, totals, vocabulary }: Witness, scores: Map<string, number>): boolean {
  const all = worth * sumOf(totals)
  const smoothed = SMOOTHING * vocabulary
  let weight = 0
  for (const [word, times] of words) {
    const [first, ...more] = tables.flatMap((table) => table.get(word) ?? [])
    if (!first) continue
    const counts = more.length === 0 ? first : added([first, ...more])
    const sum = worth * sumOf(counts)
    weight += times
    for (const [id, count] of counts) {
      const score = scores.get(id)
      if (score !== undefined) scores.set(id, score + times * Math.log((sum + SMOOTHING) / (sum - worth * count + SMOOTHING)))
    }
  }
  if (weight > 0) for (const [id, score] of scores) scores.set(id, score + weight * Math.log((all - worth * (totals.get(id) ?? 0) + smoothed) / (all + smoothed)))
  return weight > 0
}

function added(tables: readonly Counts[]): Counts {
  const sums = new Map<string, number>()
  for (const table of tables) for (const [id, count] of table) sums.set(id, (sums.get(id) ?? 0) + count)
  return sums
}

/** Scores as shares of one: how sure the first is against all others. */
function shares(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - best))
  const sum = odds.reduce((a, b) => a + b, 0)
  return odds.map((odd) => odd / sum)
}

interface MatterEvidence { score: number; weight: number; pairs: number }

/** Matters by how much of the question they have, how often cases like it were handled under them, and how likely their unit is. */
function rankMatters(evidence: Evidence, units: ReadonlyMap<string, FoundUnit>): FoundMatter[] {
  const { index, alike } = evidence
  const { found, whole } = matterEvidence(evidence)
  const of = (id: string): MatterEvidence => evidenceOf(found, id)
  const spoken = new Map<string, string[]>()
  for (const [phrase, times] of evidence.phrases) {
    const weight = phraseWeight({ text: phrase.text, units: phrase.matters }, times, index.matterUnit.size) / 2
    for (const id of phrase.matters) { of(id).score += weight; spoken.set(id, [...spoken.get(id) ?? [], phrase.text]) }
  }
  for (const { precedent } of alike.values()) if (precedent.matterId !== null && index.matterUnit.has(precedent.matterId)) of(precedent.matterId).score += whole + 10
  const ranked = [...found].map(([matterId, one]) => {
    const unitId = index.matterUnit.get(matterId) ?? ''
    const unit = units.get(unitId)?.confidence ?? 0
    return { matterId, unitId, score: one.score * (0.4 + unit) * wishWeight(evidence, matterId), one, unit }
  }).sort((a, b) => b.score - a.score).slice(0, SHOWN)
  const second = ranked[1]?.score ?? 0
  return ranked.map(({ matterId, unitId, score, one, unit }, at) => {
    const phrases = spoken.get(matterId) ?? []
    const confidence = matterConfidence({ score, second: at === 0 ? second : ranked[0]?.score ?? 0, one, whole, unit, named: phrases.length > 0 })
    return { matterId, unitId, score, reasons: matterReasons(evidence, matterId, { unitId, phrases }), confidence }
  })
}

/** A change, a replacement, a renewal is another matter than the first application, however much more of the words that one has. */
function wishWeight({ wishes, about, index }: Evidence, matterId: string): number {
  const fits = index.matterWishes.get(matterId)?.some((wish) => wishes.includes(wish)) === true
  return fits && [...about.keys()].some((word) => index.matterPairs.get(word)?.includes(matterId)) ? WISH_WEIGHT : 1
}

function evidenceOf(found: Map<string, MatterEvidence>, id: string): MatterEvidence {
  const known = found.get(id)
  if (known) return known
  const made = { score: 0, weight: 0, pairs: 0 }
  found.set(id, made)
  return made
}

/** What each matter has of the question's words, and how much the words weigh together. A word of very many matters tells none of them apart. */
function matterEvidence({ words, index, learned }: Evidence): { found: Map<string, MatterEvidence>; whole: number } {
  const found = new Map<string, MatterEvidence>()
  let whole = 0
  for (const [word, times] of words) {
    const ids = index.matterPairs.get(word) ?? []
    const rarity = Math.log(1 + index.matterUnit.size / (ids.length + 1))
    const weight = Math.sqrt(times) * rarity
    whole += weight
    if (ids.length <= SHARED_BY) for (const id of ids) { const one = evidenceOf(found, id); one.score += weight; one.weight += weight; one.pairs += 1 }
    const taught = learned.matters.get(word)
    if (!taught || taught.size > SHARED_BY) continue
    const sum = sumOf(taught)
    for (const [id, count] of taught) if (index.matterUnit.has(id)) evidenceOf(found, id).score += weight * count / (sum + 2)
  }
  return { found, whole }
}

/** A matter is surely meant where it has most of the question, or where its unit is sure and no other matter comes near. */
function matterConfidence({ score, second, one, whole, unit, named }: { score: number; second: number; one: MatterEvidence; whole: number; unit: number; named: boolean }): number {
  const covered = one.pairs >= 3 ? one.weight / Math.max(whole, 1) : one.pairs === 2 ? one.weight / Math.max(whole, 1) / 2 : 0
  const lead = score / (score + second || 1)
  return Math.min(1 - NEVER_SURE, Math.max(covered * (lead > 0.5 ? 1.2 : 0.7), named ? unit * (lead - 0.1) * 1.4 : unit * lead * 0.7))
}

function unitReasons({ about, phrases, index, learned, alike }: Evidence, unitId: string): Reasons {
  const spoken = [...phrases].filter(([phrase]) => phrase.units.has(unitId) && phrase.units.size <= Math.max(1, index.unitIds.length / 2))
    .sort(([a, m], [b, n]) => phraseWeight(b, n, index.unitIds.length) - phraseWeight(a, m, index.unitIds.length)).map(([phrase]) => phrase.text)
  const pairs = [...about.keys()].filter((word) => index.unitPairs.get(word)?.has(unitId))
  return { phrases: spoken.slice(0, 6), pairs, cases: clearest(about, learned.units, unitId), ruling: rulingOf(alike, unitId) }
}

function matterReasons({ about, learned, alike, index }: Evidence, matterId: string, { unitId, phrases }: { unitId: string; phrases: readonly string[] }): Reasons {
  const ruled = alike.get(unitId)
  return {
    phrases: phrases.toSorted((a, b) => b.length - a.length).slice(0, 6), pairs: [...about.keys()].filter((word) => index.matterPairs.get(word)?.includes(matterId)),
    cases: clearest(about, learned.matters, matterId), ruling: ruled?.precedent.matterId === matterId ? rulingOf(alike, unitId) : null,
  }
}

function rulingOf(alike: Evidence['alike'], unitId: string): Reasons['ruling'] {
  const ruled = alike.get(unitId)?.precedent
  return ruled ? { id: ruled.id, number: ruled.number, at: ruled.at } : null
}

/** Of the question's words the one that most of its handled cases went here with, if it was at least two and most of them. */
function clearest(words: ReadonlyMap<string, number>, taught: Learned['units'], target: string): Reasons['cases'] {
  let best: { word: string; count: number; weight: number } | null = null
  for (const word of words.keys()) {
    const counts = taught.get(word)
    const count = counts?.get(target) ?? 0
    if (!counts || count < 2) continue
    const share = count / sumOf(counts)
    const weight = share * share * Math.log(1 + count)
    if (share >= 0.5 && weight > (best?.weight ?? 0)) best = { word, count, weight }
  }
  return best && { word: best.word, count: best.count }
}
