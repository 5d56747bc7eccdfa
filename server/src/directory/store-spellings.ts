import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { Db } from '../http/route.ts'

/** A person's first character is read as a surname: 曾 zeng, 仇 qiu, 区 ou, 解 xie. */
type Named = 'person' | 'place'
interface Spelling { pinyin: string; initials: string }

/** More ways to read a name than these are cut down to one doubtful character at a time. */
const WAYS = 32
const HAN = /^\p{Script=Han}+$/u

const syllablesOf = (name: string, named: Named): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname: named === 'person' ? 'head' : 'off' }).map((syllable) => syllable.toLowerCase())
const joined = (syllables: readonly string[]): string => syllables.join('').replace(/\s/g, '')
const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable[0] ?? '').join('').replace(/\s/g, '')

/** The likeliest reading, without tones; ü is typed v. */
export function spellingOf(name: string, named: Named): Spelling {
  const syllables = syllablesOf(name, named)
  return { pinyin: syllables.join(''), initials: initialsOf(syllables) }
}

/** As it is kept for finding: the likeliest reading, and in `spellings` every way to type the name, each between spaces. */
export function spellings(name: string, named: Named = 'person'): Spelling & { spellings: string } {
  const syllables = syllablesOf(name, named)
  const characters = [...name]
  const readings = syllables.map((syllable, at) => (syllables.length === characters.length && HAN.test(name) ? readingsOf(characters[at] ?? '', syllable) : asTyped(syllable)))
  const ways = waysOf(readings)
  return { ...spellingOf(name, named), spellings: ` ${[...new Set([...ways.map(joined), ...ways.map(initialsOf)])].filter((word) => word !== '').join(' ')} ` }
}

/** The likeliest first. */
function readingsOf(character: string, likeliest: string): string[] {
  const others = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  return [...new Set([likeliest, ...others])].flatMap(asTyped)
}

/** 吕 is lv to an input method, lu to whoever leaves out the dots, lyu in a passport. */
function asTyped(syllable: string): string[] {
  return /^[ln]v/.test(syllable) ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')] : [syllable]
}

function waysOf(readings: readonly string[][]): string[][] {
  const count = readings.reduce((product, ones) => product * ones.length, 1)
  if (count <= WAYS) return readings.reduce<string[][]>((ways, ones) => ways.flatMap((way) => ones.map((one) => [...way, one])), [[]])
  const first = readings.map(([likeliest = '']) => likeliest)
  return [first, ...readings.flatMap((ones, at) => ones.slice(1).map((one) => first.with(at, one)))]
}

const AT_ONCE = 500
const TABLES: readonly (readonly [table: 'people' | 'outside_contacts', named: Named])[] = [['people', 'person'], ['outside_contacts', 'place']]

/** Spells the names that no rule in force has spelled yet: after an upgrade all of them. Says how many; a migration that changes the rules empties `spellings`. */
export async function spellNames(db: Db, signal?: AbortSignal): Promise<number> {
  let done = 0
  for (const [table, named] of TABLES) {
    for (;;) {
      if (signal?.aborted) return done
      const { rows } = await sql<{ institution_id: string; id: string; name: string }>`select institution_id, id, name from ${sql.table(table)} where spellings = '' limit ${AT_ONCE}`.execute(db)
      if (rows.length === 0) break
      const spelled = JSON.stringify(rows.map((row) => ({ ...row, ...spellings(row.name, named) })))
      // A name that was changed meanwhile has been spelled by whoever changed it.
      await sql`update ${sql.table(table)} t set pinyin = x.pinyin, initials = x.initials, spellings = x.spellings
        from json_to_recordset(${spelled}) as x(institution_id uuid, id uuid, pinyin text, initials text, spellings text)
        where t.institution_id = x.institution_id and t.id = x.id and t.spellings = ''`.execute(db)
      done += rows.length
    }
  }
  return done
}
