import type { z } from 'zod'
import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import { padded, wrapped, type Ink } from './paper.ts'
import type { Language, Names, StepName, Texts } from './texts.ts'

export type Page = z.output<typeof CaseView>

export interface Telling { say: (line: string) => void; ink: Ink; texts: Texts; language: Language; timeZone: string; columns: number }

const INDENT = '     '

/** Puts the tour on paper: what happened, where the baton is, and who owes what by when. */
export class Teller {
  readonly #telling: Telling
  #step = 0

  constructor(telling: Telling) {
    this.#telling = telling
  }

  title(base: string): void {
    const { say, ink, texts } = this.#telling
    say('')
    say(`  ${ink.strong(texts.title)}   ${ink.faint(base)}`)
  }

  step(name: StepName, names: Names): void {
    const { say, ink, texts } = this.#telling
    this.#step += 1
    say('')
    say(`  ${ink.act(String(this.#step))}  ${ink.strong(texts.steps[name].title)}`)
    this.text(texts.steps[name].told(names))
  }

  text(words: string, paint: (line: string) => string = (line) => line): void {
    for (const line of wrapped(words, this.#telling.columns - INDENT.length)) this.#telling.say(INDENT + paint(line))
  }

  /** The relay so far, and what is owed now. */
  standing(page: Page): void {
    const { say, ink, texts } = this.#telling
    say('')
    for (const line of wrapped(this.#baton(page), this.#telling.columns - INDENT.length)) say(INDENT + this.#painted(line))
    const open = page.obligations.filter((duty) => duty.state === 'open').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    for (const duty of open) say(INDENT + this.#duty(duty))
    if (page.status !== 'closed') say(INDENT + ink.faint(texts.answerable(page.firstContact.personName)))
    if (open.length === 0) this.text(texts.nobodyOwes, ink.kept)
  }

  #baton(page: Page): string {
    const { texts } = this.#telling
    return page.legs.map((leg) => {
      const who = `${leg.personName ?? leg.unitName}${leg.to === null ? texts.inBrackets(texts.baton[leg.kind]) : ''}`
      return `${leg.kind === 'hold' ? '━━' : '┄┄'} ${who}`
    }).join(' ')
  }

  #painted(line: string): string {
    const { ink } = this.#telling
    return line.replaceAll('━━', ink.act('━━')).replaceAll('┄┄', ink.wait('┄┄'))
  }

  #duty(duty: Page['obligations'][number]): string {
    const { ink, texts } = this.#telling
    const owner = duty.owner.personName === null ? duty.owner.unitName : `${duty.owner.unitName} ${duty.owner.personName}`
    const due = texts.by(this.when(duty.dueAt), duty.workingDaysLeft) + (duty.estimated ? ` ${texts.estimated}` : '')
    return `${ink.faint('·')} ${padded(owner, 22)}${padded(texts.owes[duty.kind] ?? duty.kind, 14)}${duty.light === 'red' ? ink.late(due) : due}`
  }

  /** On the wall where the organisation is. */
  when(instant: string): string {
    const { language, timeZone } = this.#telling
    return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))
  }

  heading(words: string): void {
    this.#telling.say('')
    this.#telling.say(`  ${this.#telling.ink.strong(words)}`)
  }

  rows(pairs: readonly (readonly [string, string])[]): void {
    const { say, ink } = this.#telling
    for (const [name, value] of pairs) say(`${INDENT}${ink.faint(padded(name, 14))}${value}`)
  }
}
