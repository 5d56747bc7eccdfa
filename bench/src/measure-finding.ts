import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { indexDirectory, type DirectoryIndex, type FindableEntry } from '@daodi/domain/finding/directory-index.ts'
import { NOTHING_LEARNED, type Asked, type Learned } from '@daodi/domain/finding/evidence.ts'
import { find } from '@daodi/domain/finding/find.ts'
import { learnedFrom } from '@daodi/domain/finding/learn.ts'

/**
 * Measures the product's own finding on labelled messages: with the directory alone, and learned from part of them and
 * asked about the rest; with the whole directory, and with `--thin` its names only. And how often a question that is
 * nobody's is given to somebody: each label's messages are asked of a directory, and of handled cases, without that label.
 */
interface Message { title: string; text: string; label: string }
interface Judged { label: string; ranked: string[]; confidence: number }

const FOLDS = 5
const { values } = parseArgs({ options: { messages: { type: 'string' }, taxonomy: { type: 'string' }, directory: { type: 'string' }, ask: { type: 'string', default: '0.4' }, seeds: { type: 'string', default: '5' }, thin: { type: 'boolean', default: false } } })
const usage = 'npm run measure:finding -- --messages FILE [--taxonomy FILE.csv] [--directory FILE.json] [--thin]'
if (!values.messages) throw new Error(usage)

const messages = (await readFile(values.messages, 'utf8')).split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Message)
const labels = [...new Set(messages.map((message) => message.label))].sort()
const entries = await directory(labels)
const index = indexDirectory(entries)
const ask = Number(values.ask)

report('directory alone', messages.map((message) => judge(message, index, NOTHING_LEARNED)))
const seeds = Array.from({ length: Number(values.seeds) }, (_, seed) => crossed(seed + 1))
report(`learned from ${Math.round(messages.length * (1 - 1 / FOLDS))}, ${FOLDS}-fold × ${seeds.length}`, seeds.flat())
const perSeed = seeds.map((judged) => judged.filter((one) => one.ranked[0] === one.label).length / judged.length)
process.stdout.write(`  top-1 of each repetition: ${perSeed.map((share) => share.toFixed(3)).join(' ')}\n`)
strangers('nobody\'s, directory alone', () => NOTHING_LEARNED)
strangers('nobody\'s, learned from all others', (label) => taughtBy(messages.filter((message) => message.label !== label)))

/** Whole messages, and their titles alone as one types them at a counter, that no unit of the directory is there for. */
function strangers(name: string, taught: (label: string) => Learned): void {
  const judged = labels.flatMap((label) => {
    const [without, learned] = [indexDirectory(entries.filter((entry) => entry.unitId !== label)), taught(label)]
    return messages.filter((message) => message.label === label).map((message) => [judge(message, without, learned), judge({ ...message, text: '' }, without, learned)] as const)
  })
  const shareOf = (at: 0 | 1, least: number): string => (judged.filter((pair) => pair[at].confidence >= least).length / judged.length).toFixed(3)
  for (const [at, what] of [[0, 'messages'], [1, 'titles']] as const) process.stdout.write(`${name}, ${what}: given to somebody with certainty ≥ ${ask} ${shareOf(at, ask)}, ≥ 0.8 ${shareOf(at, 0.8)}\n`)
}

function taughtBy(some: readonly Message[]): Learned {
  return learnedFrom(some.map((message) => ({ ...asked(message), unitId: message.label, matterId: null })))
}

async function directory(units: readonly string[]): Promise<FindableEntry[]> {
  const written = JSON.parse(await readFile(values.directory ?? new URL('../directory/seven-units.json', import.meta.url), 'utf8')) as Record<string, Record<string, string>>
  const entries = Object.entries(written).flatMap(([unitId, matters]) => Object.entries(matters).map(([name, keywords]): FindableEntry => ({ id: `${unitId}/${name}`, unitId, name, synonyms: [], keywords: values.thin ? [] : keywords.split(' '), examples: [] })))
  if (!values.taxonomy) return entries
  const lines = (await readFile(values.taxonomy, 'utf8')).replace(/^\uFEFF/, '').split('\n').slice(1).map((line) => line.trim().split(','))
  const classes = lines.filter(([unit = '', , name]) => units.includes(unit) && name !== undefined && name !== '其他')
  return [...entries, ...classes.map(([unitId = '', group = '', name = '']): FindableEntry => ({ id: `${unitId}/${group}/${name}`, unitId, name, synonyms: [], keywords: group === '其他' ? [] : [group], examples: [] }))]
}

function asked({ title, text }: Message): Asked {
  return { subject: title, content: text }
}

function judge(message: Message, within: DirectoryIndex, learned: Learned): Judged {
  const { units } = find(asked(message), within, learned)
  return { label: message.label, ranked: units.map((unit) => unit.unitId), confidence: units[0]?.confidence ?? 0 }
}

/** Every message is asked once, by a finding that has learned from the other parts only. */
function crossed(seed: number): Judged[] {
  const order = shuffled(messages, seed)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const taught = taughtBy(order.filter((_message, at) => at % FOLDS !== fold))
    return order.filter((_message, at) => at % FOLDS === fold).map((message) => judge(message, index, taught))
  }).flat()
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed * 2_654_435_761 % 4_294_967_296
  const next = (): number => { state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296; return state / 4_294_967_296 }
  return items.map((item) => ({ item, at: next() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
}

function report(name: string, judged: readonly Judged[]): void {
  const share = (some: readonly unknown[], of: readonly unknown[]): string => (of.length === 0 ? '–' : (some.length / of.length).toFixed(3))
  const right = (one: Judged): boolean => one.ranked[0] === one.label
  const line = (text: string): void => { process.stdout.write(`${text}\n`) }
  line(`\n${name}: top-1 ${share(judged.filter(right), judged)}, top-3 ${share(judged.filter((one) => one.ranked.slice(0, 3).includes(one.label)), judged)}`)
  for (const least of [ask, 0.6, 0.8, 0.9]) {
    const answered = judged.filter((one) => one.confidence >= least)
    line(`  certainty ≥ ${least}: answers ${share(answered, judged)} of the messages, ${share(answered.filter(right), answered)} of them rightly`)
  }
  for (const [from, to] of [[0, 0.4], [0.4, 0.6], [0.6, 0.8], [0.8, 0.9], [0.9, 1.01]] as const) {
    const said = judged.filter((one) => one.confidence >= from && one.confidence < to)
    const mean = said.reduce((sum, one) => sum + one.confidence, 0) / said.length
    line(`  certainty ${from} to ${Math.min(to, 1)}: ${share(said, judged)} of the messages, said ${said.length === 0 ? '–' : mean.toFixed(3)}, right ${share(said.filter(right), said)}`)
  }
  line(`  ${'is \\ found'.padEnd(12)}${labels.map((label) => label.slice(0, 4).padStart(6)).join('')}`)
  for (const label of labels) line(`  ${label.padEnd(10)}${labels.map((found) => String(judged.filter((one) => one.label === label && one.ranked[0] === found).length).padStart(9)).join('')}`)
}
