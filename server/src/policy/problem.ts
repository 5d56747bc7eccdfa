/** A sentence for people, in both languages of the product. */
export interface Bilingual { zh: string; en: string }

/** One thing that is wrong with a document, for whoever has to put it right. */
export interface PolicyProblem {
  /** The file, or what the document is called where there is none. */
  file: string
  /** Where in the document, e.g. `limits.resolve[3].limit.amount`; `$` is the whole of it. */
  path: string
  /** Line of the file, from 1, where the document came from one. */
  line: number | null
  /** Other places with the very same fault, and the same way out. */
  alsoAt?: { path: string; line: number | null }[]
  message: Bilingual
  remedy: Bilingual
}

/** A document that may not be published: nothing was written. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused'
  readonly problems: readonly PolicyProblem[]
  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map((problem) => problemLine(problem, 'en')).join('\n'))
    this.problems = problems
  }
}

/** e.g. `presets/school.yaml:12 limits.decide.amount: 0 is not more than 0. Write a number above 0.` */
export function problemLine(problem: PolicyProblem, language: keyof Bilingual): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`
  const gap = language === 'zh' ? '' : ' '
  return `${place} ${problem.path}${language === 'zh' ? '：' : ': '}${problem.message[language]}${gap}${problem.remedy[language]}`
}

export function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '$'
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`)).join('')
}
