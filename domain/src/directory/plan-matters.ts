import { PROMISE_UNITS, type MatterDocument, type MatterPaper, type PromisedLimit } from '../matters/matter.ts'
import type { Fault, KnownMatter, MatterValues, Planned, SheetRow } from './import-shape.ts'
import type { PersonIndex } from './person-index.ts'
import { papersByMatter, shownPapers } from './plan-papers.ts'
import { type PostIndex, unitIn } from './plan-posts.ts'
import { changesOf } from './plan-units.ts'
import { CellReader, joined } from './read-cells.ts'
import type { UnitNode, UnitTree } from './unit-tree.ts'

export const MATTER_CATEGORIES = { '': '', consultation: '咨询', help: '求助', complaint: '投诉', report: '举报', suggestion: '建议', commendation: '表扬', application: '申办', other: '其他' } as const
const PROMISE_WORDS = { workingHours: '工作小时', naturalHours: '小时', naturalDays: '天' } as const
export const YES_NO = { no: '否', yes: '是' } as const

interface Scene { matters: readonly KnownMatter[]; tree: UnitTree; people: PersonIndex; posts: PostIndex; faults: Fault[] }
interface Books { matters: readonly SheetRow[]; papers: readonly SheetRow[] | undefined }
type At = Scene & { cells: CellReader; was: MatterDocument | undefined; unit: UnitNode }

/** What the sheets 事项 and 材料 would write into the drafts of the matters. Publishing them is an act of its own, which checks the whole directory. */
export function planMatters({ matters: rows, papers: paperRows }: Books, scene: Scene): Planned<MatterValues>[] {
  const byId = new Map(scene.matters.map((matter) => [matter.id, matter]))
  const byName = new Map(scene.matters.map((matter) => [matter.document.name, matter]))
  const papers = paperRows && papersByMatter(paperRows, { names: new Set([...byName.keys(), ...rows.map((row) => row.cells['name'] ?? '')]), faults: scene.faults })
  const taken = new Map<string, number>()
  const planned: Planned<MatterValues>[] = []
  for (const row of rows) {
    const cells = new CellReader('matters', row, scene.faults)
    const name = cells.needed('name', 100)
    const unit = unitIn(cells, scene.tree)
    const known = knownIn(row, cells, { byId, byName })
    const key = known?.id ?? `new:matter:${row.row}`
    const before = taken.get(key) ?? taken.get(name)
    if (before !== undefined) cells.fault('name', 'twice', { row: String(before) })
    taken.set(key, row.row).set(name, row.row)
    if (unit && name !== '') planned.push(plannedMatter(row, { ...scene, cells, was: known?.document, unit }, { key, name, papers: papers && (papers.get(name) ?? []) }))
  }
  return [...planned, ...onlyPapers(papers, { byName, taken, scene })]
}

function knownIn(row: SheetRow, cells: CellReader, { byId, byName }: { byId: ReadonlyMap<string, KnownMatter>; byName: ReadonlyMap<string, KnownMatter> }): KnownMatter | undefined {
  const id = row.cells['id'] ?? ''
  if (id === '') return byName.get(row.cells['name'] ?? '')
  if (!byId.has(id)) cells.fault('id', 'id-unknown')
  return byId.get(id)
}

function plannedMatter(row: SheetRow, at: At, { key, name, papers }: { key: string; name: string; papers: MatterPaper[] | undefined }): Planned<MatterValues> {
  const values = valuesOf(name, at, papers ?? at.was?.papers ?? [])
  return { sheet: 'matters', row: row.row, key, isNew: !at.was, name, values, fields: changesOf(at.was ? shownMatter(at.was, at) : {}, shownValues(values, at)) }
}

/** Matters that only the sheet of papers names: nothing else of them changes. */
function onlyPapers(papers: ReadonlyMap<string, MatterPaper[]> | undefined, { byName, taken, scene }: { byName: ReadonlyMap<string, KnownMatter>; taken: ReadonlyMap<string, number>; scene: Scene }): Planned<MatterValues>[] {
  return [...papers ?? []].flatMap(([name, list]) => {
    const known = byName.get(name)
    if (!known || taken.has(name) || taken.has(known.id)) return []
    const { unitId, postId, personId, ...document } = known.document
    const values: MatterValues = { document: { ...document, papers: list }, unitKey: unitId, postKey: postId, login: personId === null ? null : scene.people.loginById(personId) }
    const fields = changesOf({ papers: shownPapers(known.document.papers) }, { papers: shownPapers(list) })
    return [{ sheet: 'papers' as const, row: 0, key: known.id, isNew: false, name, values, fields }]
  })
}

function valuesOf(name: string, at: At, papers: MatterPaper[]): MatterValues {
  const { cells, was } = at
  const text = (field: 'conditions' | 'procedure' | 'answer'): string | null => orNull(cells.text(field, 4000, was?.[field]))
  const line = (field: 'fee' | 'feeBasis' | 'citation' | 'room', max: number): string | null => orNull(cells.line(field, max, was?.[field]))
  const flag = (field: 'onSpot' | 'lenient' | 'citationRequired' | 'everyday'): boolean => cells.choice(field, YES_NO, was?.[field] ? 'yes' : 'no') === 'yes'
  const [validFrom, validUntil] = [cells.date('validFrom', was?.validFrom), cells.date('validUntil', was?.validUntil)]
  if (validFrom !== '' && validUntil !== '' && validFrom > validUntil) cells.fault('validUntil', 'reversed')
  const { workingDays, promised } = promiseIn(at)
  const document: MatterValues['document'] = {
    name, category: orNull(cells.choice('category', MATTER_CATEGORIES, was?.category ?? undefined)), synonyms: cells.list('synonyms', { max: 60, most: 40, known: was?.synonyms }),
    keywords: cells.list('keywords', { max: 40, most: 100, known: was?.keywords }), examples: cells.list('examples', { max: 200, most: 60, known: was?.examples, apart: /[；;\n]+/ }), papers,
    conditions: text('conditions'), procedure: text('procedure'), fee: line('fee', 200), feeBasis: line('feeBasis', 300), statutoryDays: cells.days('statutoryDays', 3650, was?.statutoryDays), workingDays, ...(promised === undefined ? {} : { promised }),
    room: line('room', 40), phone: orNull(cells.phone('phone', was?.phone)), validFrom: orNull(validFrom), validUntil: orNull(validUntil), onSpot: flag('onSpot'), lenient: flag('lenient'),
    citationRequired: flag('citationRequired'), everyday: flag('everyday'), citation: line('citation', 300), answer: text('answer'),
  }
  return { document, unitKey: at.unit.key, postKey: postOf(at), login: personIn(at) }
}

/** By working days, or by what the column beside them says; both at once would promise two different dates. */
function promiseIn({ cells, was }: At): { workingDays: number | null; promised?: PromisedLimit | null } {
  const days = cells.days('workingDays', 365, cells.has('promised') ? null : was?.workingDays)
  if (!cells.has('promised')) return { workingDays: days, ...(was?.promised === undefined ? {} : { promised: days !== null ? null : was.promised }) }
  const text = cells.line('promised', 30)
  if (text === '') return { workingDays: cells.has('workingDays') ? days : was?.workingDays ?? null, promised: null }
  const promised = promiseOf(text)
  if (promised === null) cells.fault('promised', 'promise-format', { value: text.slice(0, 40) })
  else if (days !== null && cells.has('workingDays')) cells.fault('promised', 'promised-twice')
  return { workingDays: null, promised }
}

/** 24 小时, 4 个工作小时, 3 天: as an official writes it. */
function promiseOf(text: string): PromisedLimit | null {
  const [, digits = '', word = ''] = /^(\d{1,4})\s*个?(.+)$/u.exec(text) ?? []
  const unit = PROMISE_UNITS.find((one) => PROMISE_WORDS[one] === word || one === word || (one === 'naturalDays' && word === '自然日'))
  const amount = Number(digits)
  return unit !== undefined && amount >= 1 && amount <= 8760 ? { amount, unit } : null
}

function shownPromise(promised: PromisedLimit | null | undefined): string {
  return promised ? `${promised.amount} ${PROMISE_WORDS[promised.unit]}` : ''
}

function postOf({ cells, was, unit, posts }: At): string | null {
  if (!cells.has('post')) return was?.postId ?? null
  const name = cells.line('post', 60)
  if (name === '') return null
  const key = posts.at(unit.key, name)
  if (key === undefined) cells.fault('post', 'post-unknown', { value: name.slice(0, 80), unit: unit.path })
  return key ?? null
}

function personIn({ cells, was, people }: At): string | null {
  if (!cells.has('person')) return was?.personId ? people.loginById(was.personId) : null
  const word = cells.line('person', 60)
  if (word === '') return null
  return people.loginOf(word, (code) => cells.fault('person', code, { value: word }))[0] ?? null
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const word = (yes: boolean): string => (yes ? YES_NO.yes : YES_NO.no)

function shownValues({ document, unitKey, postKey, login }: MatterValues, { tree, posts }: Pick<Scene, 'tree' | 'posts'>): Record<string, string> {
  const { name, category, synonyms, keywords, examples, papers, promised, onSpot, lenient, citationRequired, everyday, ...plain } = document
  const texts = Object.fromEntries(Object.entries(plain).map(([field, value]) => [field, value === null ? '' : String(value)]))
  return {
    name, unit: tree.byKey.get(unitKey)?.path ?? '', post: posts.byKey.get(postKey ?? '')?.name ?? '', person: login ?? '', category: MATTER_CATEGORIES[(category ?? '') as keyof typeof MATTER_CATEGORIES] ?? '',
    synonyms: joined(synonyms), keywords: joined(keywords), examples: joined(examples), ...texts, promised: shownPromise(promised), onSpot: word(onSpot), lenient: word(lenient), citationRequired: word(citationRequired), everyday: word(everyday),
    papers: shownPapers(papers),
  }
}

/** As the sheet shows it; its papers as the sheet of papers, in one line. */
export function shownMatter(document: MatterDocument, { tree, people, posts }: Pick<Scene, 'tree' | 'people' | 'posts'>): Record<string, string> {
  const { unitId, postId, personId, ...rest } = document
  return shownValues({ document: rest, unitKey: unitId, postKey: postId, login: personId === null ? null : people.loginById(personId) }, { tree, posts })
}
