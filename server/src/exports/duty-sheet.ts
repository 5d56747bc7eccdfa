import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { DutyWords } from './duty-words.ts'
import { dayOf, momentOf, type Block, type Form } from './form-source.ts'
import type { FormWords } from './form-words.ts'
import type { Language, Words } from './words.ts'

/** What every form of duty is written with. */
export interface DutyScene {
  institution: string
  by: string
  at: string
  calendar: Calendar
  language: Language
  words: FormWords
  duty: DutyWords
  codes: Words
}

export interface Named { name: string; phone: string | null }

export const withPhone = ({ name, phone }: Named): string => (phone === null ? name : `${name} ${phone}`)

/** From when to when; the day once where both are of one. */
export function spanText(scene: DutyScene, { startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, to] = [momentOf(scene, startsAt), momentOf(scene, endsAt)]
  return dayOf(scene, startsAt) === dayOf(scene, endsAt) ? `${from}–${to.slice(-5)}` : `${from} – ${to}`
}

interface Sheet { title: string; about: string; blocks: Block[]; across?: boolean; textSize?: number }

/** `about`: the unit and the time, under the title's name in the file. */
export function dutySheet(scene: DutyScene, { title, about, blocks, across = false, textSize = 12 }: Sheet): Form {
  const { language, institution, words, by, at } = scene
  return {
    language, institution, title, number: null, paper: 'A4', across, textSize, parts: [], blocks, full: false,
    foot: words.foot(by, momentOf(scene, at), false), fileName: `${title}-${about.replace(/[\s/\\:*?"<>|]+/g, '')}.docx`,
  }
}
