import type { z } from 'zod'
import { suggestAtRegister } from '@daodi/contract/staff/register/suggest.ts'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { workingMinutesBetween } from '@daodi/domain/calendar/calendar.ts'
import { answer, route } from '../http/route.ts'
import { currentCalendar } from '../policy/store.ts'
import { casesOfRequesters, knownRequesters, similarCases, suggestMatters, type MatterRow, type RelatedRow } from './store.ts'

type Reply = z.input<typeof suggestAtRegister.reply>

export const suggestAtRegisterRoute = route(suggestAtRegister, async ({ query, caller, at }, services) => {
  const { db } = services
  const text = query.text ?? ''
  const digits = query.phone?.replace(/\D/g, '') ?? null
  const { rows: matters, asked } = await suggestMatters(db, caller.institutionId, text, 6)
  const people = digits !== null && digits.length >= 7 ? await knownRequesters(db, caller, digits) : []
  const requesterCases = await casesOfRequesters(db, caller, people.map((person) => person.id))
  const similar = [...text].length >= 2 ? await similarCases(db, caller, text) : []
  const calendar = await currentCalendar(db, caller.institutionId)
  const [person] = people
  return answer({
    matters: matters.map((row) => matterView(row, asked)),
    requester: person ? { name: person.name, phone: person.phone, organization: person.organization, address: null } : null,
    requesterCases: requesterCases.map((row) => relatedView(row, calendar, at)), similarCases: similar.map((row) => relatedView(row, calendar, at)),
  })
})

function matterView(row: MatterRow, asked: number): Reply['matters'][number] {
  const share = asked === 0 ? 0 : row.hits / asked
  return {
    id: row.id, name: row.name, unitId: row.unit_id, unitName: row.unit_name, personId: row.person_id, personName: row.person_name,
    category: row.category as Reply['matters'][number]['category'], keywords: row.keywords, papers: row.papers as Reply['matters'][number]['papers'], room: row.room, phone: row.phone,
    workingDays: row.working_days, onSpot: row.on_spot, citation: row.citation, answer: row.answer, words: shownWords(row.words),
    confidence: share >= 0.5 && row.hits >= 3 ? 'high' : share >= 0.25 && row.hits >= 2 ? 'medium' : 'low',
  }
}

/** The pairs joined where they overlap, so that a reader sees words: 规划, 划许, 许可 become 规划许可. */
function shownWords(pairs: string[]): string[] {
  const rest = new Set(pairs)
  const heads = pairs.filter((pair) => !pairs.some((other) => other !== pair && other.slice(1) === pair.slice(0, 1)))
  const words: string[] = []
  for (const head of heads.length > 0 ? heads : pairs.slice(0, 1)) {
    let word = head
    rest.delete(head)
    for (let next = nextPair(rest, word); next; next = nextPair(rest, word)) { rest.delete(next); word += next.slice(1) }
    words.push(word)
  }
  return words.sort((a, b) => b.length - a.length).slice(0, 4)
}

function nextPair(rest: Set<string>, word: string): string | undefined {
  return [...rest].find((pair) => pair.length === 2 && pair[0] === word.at(-1))
}

/** The baton's strip of a related case. */
function relatedView(row: RelatedRow, calendar: Calendar, at: string): Reply['similarCases'][number] {
  const legs = row.state.legs.map(({ kind, personId, unitId, from, to }) => ({ kind, personId, unitId, from, to, workingMinutes: Math.round(workingMinutesBetween(calendar, from, to ?? at)) }))
  return { id: row.id, number: row.number, subject: row.subject ?? '', status: row.state.status, registeredAt: row.registered_at, unitName: row.unit_name, grade: row.grade, legs }
}
