import { paperOf, type Category, type Demo, type DemoMatter, type ElsewhereTopic, type Topic } from './catalog.ts'
import type { Random } from './random.ts'

/** One thing that one person comes with. */
export interface Ask {
  subject: string
  content: string | null
  category: Category
  matter: string | null
  /** Whose it is. */
  unit: string
  person: string
  done: string
  citation: string | null
  explained: boolean
  urgent: boolean
  progress: string | null
  interim: string | null
  wrongUnit: string | null
  /** Working days that the catalogue promises; null: the regulation's limit for the category. */
  days: number | null
  papers: { name: string; copies: number; form: 'original' | 'copy' | 'either' }[]
}

/** `wordings`: how many different ways it can be put. */
interface Shelved<Kept> { kept: Kept; uses: number; order: number; wordings: number }

/** Gives out questions so that the same words do not come again before all others have been used. */
export class Shelf {
  readonly #matters: Map<string, DemoMatter>
  readonly #topics: Shelved<Topic>[]
  readonly #spot: Shelved<DemoMatter>[]
  readonly #elsewhere: Shelved<ElsewhereTopic>[]

  constructor(demo: Demo, topics: readonly Topic[], elsewhere: readonly ElsewhereTopic[], random: Random) {
    const shelve = <Kept>(values: readonly Kept[], wordings: (kept: Kept) => number): Shelved<Kept>[] =>
      values.map((kept) => ({ kept, uses: 0, order: random.next(), wordings: wordings(kept) }))
    this.#matters = new Map(demo.matters.map((matter) => [matter.name, matter]))
    this.#topics = shelve(topics, ({ subjects }) => subjects.length)
    this.#spot = shelve(demo.matters.filter((matter) => (matter.answer && matter.asks) || (matter.days > 0 && matter.papers)), wordingsOf)
    this.#elsewhere = shelve(elsewhere, ({ subjects }) => subjects.length)
  }

  /** Something that takes work. */
  take(fits: (topic: Topic) => boolean): Ask {
    const shelved = leastUsed(this.#topics.filter(({ kept }) => fits(kept)))
    return this.ask(shelved.kept, shelved.uses++)
  }

  ask(topic: Topic, uses: number): Ask {
    const matter = topic.matter === null ? undefined : this.#matters.get(topic.matter)
    const unit = topic.unit ?? matter?.unit
    const person = topic.person ?? matter?.person
    if (!unit || !person) throw new Error(`nobody is responsible for "${topic.subjects.join()}"`)
    return { ...NOTHING_SPECIAL, ...wording(topic, uses), category: topic.category, matter: topic.matter, unit, person, done: topic.done, ...particulars(topic), ...(matter ? promised(matter) : {}) }
  }

  /** Something that whoever is asked can answer at once. */
  takeSpot(): Ask {
    const shelved = leastUsed(this.#spot)
    const matter = shelved.kept
    const { subject, done } = spotWords(matter, shelved.uses++)
    const category = matter.days > 0 ? 'consultation' : matter.category
    return { ...NOTHING_SPECIAL, subject, content: null, category, matter: matter.name, unit: matter.unit, person: matter.person, done, citation: matter.citation ?? null }
  }

  takeElsewhere(): { subject: string; topic: ElsewhereTopic } {
    const shelved = leastUsed(this.#elsewhere)
    return { subject: shelved.kept.subjects[shelved.uses++ % shelved.kept.subjects.length] ?? '', topic: shelved.kept }
  }
}

export const NOTHING_SPECIAL = { citation: null, explained: false, urgent: false, progress: null, interim: null, wrongUnit: null, days: null, papers: [] }

/** Every wording meets every place once before one of them comes again; each topic begins at another place. */
function wording({ subjects, says, places, done }: Topic, uses: number): { subject: string; content: string | null } {
  const place = places[(done.length + uses + Math.floor(uses / subjects.length)) % places.length] ?? ''
  return { subject: (subjects[uses % subjects.length] ?? '').replace('{p}', place), content: says[uses % says.length] ?? null }
}

function particulars({ explained, urgent, progress, interim, wrongUnit }: Topic): Pick<Ask, 'explained' | 'urgent' | 'progress' | 'interim' | 'wrongUnit'> {
  return { explained: explained ?? false, urgent: urgent ?? false, progress: progress ?? null, interim: interim ?? null, wrongUnit: wrongUnit ?? null }
}

function promised({ citation, days, papers }: DemoMatter): Pick<Ask, 'citation' | 'days' | 'papers'> {
  return { citation: citation ?? null, days: days > 0 ? days : null, papers: (papers ?? []).map(paperOf) }
}

function leastUsed<Kept>(shelved: Shelved<Kept>[]): Shelved<Kept> {
  const [first] = [...shelved].sort((a, b) => a.uses / a.wordings - b.uses / b.wordings || a.order - b.order)
  if (!first) throw new Error('nothing on the shelf fits')
  return first
}

const QUESTIONS = ['{m}要带哪些材料', '想办{m}，怎么办、多久能好', '帮家里人问：{m}找谁办']

function wordingsOf({ answer, asks = [], days, papers }: DemoMatter): number {
  return (answer ? asks.length : 0) + (days > 0 && papers ? QUESTIONS.length : 0)
}

function spotWords(matter: DemoMatter, uses: number): { subject: string; done: string } {
  const own = matter.answer ? matter.asks ?? [] : []
  const turn = uses % wordingsOf(matter)
  if (matter.answer && turn < own.length) return { subject: own[turn] ?? '', done: matter.answer }
  const papers = (matter.papers ?? []).map(paperOf)
  const list = papers.map(({ name, copies, form }) => `${name}${form === 'copy' ? '复印件' : form === 'original' ? '原件' : ''}${copies > 1 ? `${copies}份` : ''}`).join('、')
  const question = QUESTIONS[turn - own.length] ?? ''
  return {
    subject: question.replace('{m}', matter.name),
    done: `需要${list}，共${papers.length}样，清单已经打印给您；由${matter.unit}${matter.person}受理，材料齐全后承诺${matter.days}个工作日办结。`,
  }
}
