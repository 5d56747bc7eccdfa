import { phrasesIn, type DirectoryIndex } from './directory-index.ts'
import { findingWords, SUBJECT_WEIGHT } from './words.ts'

/** What handled cases have taught about the words of a question. */
export interface Learned {
  /** Word → unit or matter → how many handled cases with the word it handled. */
  units: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** The same of the cases that have the word in their subject. */
  subjects: ReadonlyMap<string, ReadonlyMap<string, number>>
  matters: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** How many words a unit's handled cases have together, those of the subject counted once more. */
  unitTotals: ReadonlyMap<string, number>
  vocabulary: number
}
export interface Precedent { id: string; number: string; unitId: string; matterId: string | null; words: readonly string[]; at: string }
export interface Asked { subject: string; content: string }

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

export const NOTHING_LEARNED: Learned = { units: new Map(), subjects: new Map(), matters: new Map(), unitTotals: new Map(), vocabulary: 0 }

/** How many handled cases a mention in the directory is worth. */
const DIRECTORY_WEIGHT = 6
/** What a whole name or keyword of the directory counts beside its word pairs. */
const PHRASE_WEIGHT = 0.5
const SMOOTHING = 0.5
/** From this share of a ruling's words on, a question is taken to be the one that was ruled on. */
const ALIKE = 0.5
/** How far apart two units have to be, measured by the length of the question, to be told apart surely. */
const SURE_DISTANCE = 1.2
/** Even where everything speaks for one unit, so many questions turn out to be another's. */
const NEVER_SURE = 0.05

interface Evidence { words: ReadonlyMap<string, number>; phrases: ReturnType<typeof phrasesIn>; index: DirectoryIndex; learned: Learned; alike: ReadonlyMap<string, { precedent: Precedent; share: number }> }

/**
 * Whose matter a question is: complement naive Bayes over word pairs, once by what handled cases have taught and once by
 * what the directory says, together with the names and keywords of the directory that stand in the question as they are.
 * The two are witnesses of their own: what one has never heard of, the other still says, and neither drowns the other
 * as cases come in. A ruling on a question alike goes before everything.
 */
export function find(asked: Asked, index: DirectoryIndex, learned: Learned, precedents: readonly Precedent[] = []): Found {
  const words = findingWords(asked.subject, asked.content)
  const phrases = phrasesIn(index, asked.subject, asked.content, SUBJECT_WEIGHT)
  const evidence: Evidence = { words, phrases, index, learned, alike: alikeOf(words, precedents) }
  const units = rankUnits(evidence)
  return { units, matters: rankMatters(evidence, new Map(units.map((unit) => [unit.unitId, unit]))) }
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
  const length = Math.sqrt([...words.values()].reduce((sum, times) => sum + times, 1))
  for (const [unitId, { share }] of alike) scores.set(unitId, Math.max(...scores.values(), 0) + length * 8 * share)
  const ranked = ids.map((unitId) => ({ unitId, score: scores.get(unitId) ?? 0 })).sort((a, b) => b.score - a.score)
  const confidences = shares(ranked.map(({ score }) => score / (length * SURE_DISTANCE)))
  const saysSomething = heard.includes(true) || evidence.phrases.size > 0 || alike.size > 0
  return saysSomething ? ranked.slice(0, 20).map((unit, at) => ({ ...unit, confidence: confidences[at] ?? 0, reasons: unitReasons(evidence, unit.unitId) })) : []
}

function phraseWeight(phrase: { text: string; units: ReadonlySet<string> }, times: number, units: number): number {
  return (phrase.text.length - 0.5) * Math.log(1 + units / phrase.units.size) * Math.sqrt(times) / Math.sqrt(phrase.units.size)
}

interface Witness { counts: (word: string) => ReadonlyMap<string, number> | undefined; totals: ReadonlyMap<string, number>; vocabulary: number }

/** What handled cases say; a word of a subject counts twice, because there it says what the case is about. */
function casesSay({ units, subjects, unitTotals, vocabulary }: Learned): Witness {
  const counts = (word: string): ReadonlyMap<string, number> | undefined => {
    const anywhere = units.get(word)
    const inSubject = subjects.get(word)
    if (!anywhere || !inSubject) return anywhere
    const both = new Map(anywhere)
    for (const [id, times] of inSubject) both.set(id, (both.get(id) ?? 0) + times)
    return both
  }
  return { counts, totals: unitTotals, vocabulary }
}

function directorySays({ unitPairs, unitTotals }: DirectoryIndex): Witness {
  const worth = (counts: ReadonlyMap<string, number>): Map<string, number> => new Map([...counts].map(([id, times]) => [id, DIRECTORY_WEIGHT * times]))
  return { counts: (word) => { const written = unitPairs.get(word); return written && worth(written) }, totals: worth(unitTotals), vocabulary: unitPairs.size }
}

/** Complement naive Bayes: a unit is likely where the question's words are rare among all the others. Only differences count, so a word that only one unit never heard costs nothing. */
function complementBayes(words: ReadonlyMap<string, number>, { counts, totals, vocabulary }: Witness, scores: Map<string, number>): boolean {
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0)
  const smoothed = SMOOTHING * vocabulary
  let weight = 0
  for (const [word, times] of words) {
    const known = counts(word)
    if (!known) continue
    const sum = [...known.values()].reduce((a, b) => a + b, 0)
    weight += times
    for (const [id, count] of known) if (scores.has(id)) scores.set(id, (scores.get(id) ?? 0) + times * Math.log((sum + SMOOTHING) / (sum - count + SMOOTHING)))
  }
  if (weight > 0) for (const [id, score] of scores) scores.set(id, score + weight * Math.log((all - (totals.get(id) ?? 0) + smoothed) / (all + smoothed)))
  return weight > 0
}

/** Scores as shares of one: how sure the first is against all others. */
function shares(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - best))
  const sum = odds.reduce((a, b) => a + b, 0)
  return odds.map((odd) => (1 - NEVER_SURE) * odd / sum)
}

interface MatterEvidence { score: number; pairs: Set<string>; phrases: Set<string>; weight: number }

/** Matters by how much of the question they have, how often cases like it were handled under them, and how likely their unit is. */
function rankMatters(evidence: Evidence, units: ReadonlyMap<string, FoundUnit>): FoundMatter[] {
  const { words, index, learned, alike } = evidence
  const found = new Map<string, MatterEvidence>()
  const of = (id: string): MatterEvidence => {
    const known = found.get(id) ?? { score: 0, pairs: new Set<string>(), phrases: new Set<string>(), weight: 0 }
    found.set(id, known)
    return known
  }
  let whole = 0
  for (const [word, times] of words) {
    const ids = index.matterPairs.get(word) ?? []
    const rarity = Math.log(1 + index.matterUnit.size / (ids.length + 1))
    whole += Math.sqrt(times) * rarity
    for (const id of ids) { const one = of(id); one.score += Math.sqrt(times) * rarity; one.weight += Math.sqrt(times) * rarity; one.pairs.add(word) }
    const taught = learned.matters.get(word)
    if (!taught) continue
    const sum = [...taught.values()].reduce((a, b) => a + b, 0)
    for (const [id, count] of taught) if (index.matterUnit.has(id)) of(id).score += Math.sqrt(times) * rarity * count / (sum + 2)
  }
  for (const [phrase, times] of evidence.phrases) {
    for (const id of phrase.matters) { const one = of(id); one.score += phraseWeight({ text: phrase.text, units: phrase.matters }, times, index.matterUnit.size) / 2; one.phrases.add(phrase.text) }
  }
  for (const { precedent } of alike.values()) if (precedent.matterId !== null && index.matterUnit.has(precedent.matterId)) of(precedent.matterId).score += whole + 10
  const ranked = [...found].map(([matterId, one]) => {
    const unitId = index.matterUnit.get(matterId) ?? ''
    const unit = units.get(unitId)?.confidence ?? 0
    return { matterId, unitId, score: one.score * (0.4 + unit), one, unit }
  }).sort((a, b) => b.score - a.score).slice(0, 20)
  const second = ranked[1]?.score ?? 0
  return ranked.map(({ matterId, unitId, score, one, unit }, at) => ({
    matterId, unitId, score, reasons: matterReasons(evidence, matterId, { unitId, one }), confidence: matterConfidence({ score, second: at === 0 ? second : ranked[0]?.score ?? 0, one, whole, unit }),
  }))
}

/** A matter is surely meant where it has most of the question, or where its unit is sure and no other matter comes near. */
function matterConfidence({ score, second, one, whole, unit }: { score: number; second: number; one: MatterEvidence; whole: number; unit: number }): number {
  const covered = one.pairs.size >= 3 ? one.weight / Math.max(whole, 1) : one.pairs.size === 2 ? one.weight / Math.max(whole, 1) / 2 : 0
  const lead = score / (score + second || 1)
  return Math.min(1, Math.max(covered * (lead > 0.5 ? 1.2 : 0.7), one.phrases.size > 0 ? unit * (lead - 0.1) * 1.4 : unit * lead * 0.7))
}

function unitReasons({ words, phrases, index, learned, alike }: Evidence, unitId: string): Reasons {
  const spoken = [...phrases].filter(([phrase]) => phrase.units.has(unitId) && phrase.units.size <= Math.max(1, index.unitIds.length / 2))
    .sort(([a, m], [b, n]) => phraseWeight(b, n, index.unitIds.length) - phraseWeight(a, m, index.unitIds.length)).map(([phrase]) => phrase.text)
  const pairs = [...words.keys()].filter((word) => index.unitPairs.get(word)?.has(unitId))
  return { phrases: spoken.slice(0, 6), pairs, cases: clearest(words, learned.units, unitId), ruling: rulingOf(alike, unitId) }
}

function matterReasons({ words, learned, alike }: Evidence, matterId: string, { unitId, one }: { unitId: string; one: MatterEvidence }): Reasons {
  const ruled = alike.get(unitId)
  return {
    phrases: [...one.phrases].sort((a, b) => b.length - a.length).slice(0, 6), pairs: [...one.pairs], cases: clearest(words, learned.matters, matterId),
    ruling: ruled?.precedent.matterId === matterId ? rulingOf(alike, unitId) : null,
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
    const share = count / [...counts.values()].reduce((a, b) => a + b, 0)
    const weight = share * share * Math.log(1 + count)
    if (share >= 0.5 && weight > (best?.weight ?? 0)) best = { word, count, weight }
  }
  return best && { word: best.word, count: best.count }
}
