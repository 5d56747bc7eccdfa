import type { Instant } from '../calendar/instant.ts'

export type AbsenceKind = 'leave' | 'trip' | 'out'

/** Leave, travel, or out of the office; `to` null: until the person says otherwise. */
export interface Absence {
  personId: string
  kind: AbsenceKind
  from: Instant
  to: Instant | null
}

/** A post (A) and who stands in for it (B). */
export interface Cover {
  personId: string
  deputyId: string
}

export function overlap(a: { from: Instant; to: Instant | null }, b: { from: Instant; to: Instant | null }): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)
}

export interface BothAway {
  otherId: string
  /** What the other is to the person who asks. */
  other: 'deputy' | 'holder'
  kind: AbsenceKind
  from: Instant
  to: Instant | null
}

/** A and B are never both away: the other one's absence that stands against the asked one; null when none does. */
export function bothAway(asked: Absence, covers: readonly Cover[], absences: readonly Absence[]): BothAway | null {
  for (const cover of covers) {
    const other = cover.personId === asked.personId ? 'deputy' : cover.deputyId === asked.personId ? 'holder' : null
    if (other === null) continue
    const otherId = other === 'deputy' ? cover.deputyId : cover.personId
    const against = absences.find((absence) => absence.personId === otherId && overlap(absence, asked))
    if (against) return { otherId, other, kind: against.kind, from: against.from, to: against.to }
  }
  return null
}
