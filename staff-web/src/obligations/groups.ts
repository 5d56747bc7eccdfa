import type { Obligation } from './use-obligations.ts'

export const LIGHTS = ['red', 'amber', 'green', 'grey'] as const
export type Light = (typeof LIGHTS)[number]

/** One line of the list as it is drawn: the head of a group, or a duty with its place among all duties. */
export type Item = { kind: 'head'; light: Light; count: number } | { kind: 'row'; row: Obligation; index: number }

/**
 * The duties by urgency, each group under its head. The red and amber numbers are the server's; what is left over is
 * known only once everything is loaded, so a group still open at its end says how many it shows.
 */
export function grouped(rows: readonly Obligation[], counts: { red: number; amber: number } | null): { items: Item[]; rows: Obligation[] } {
  const items: Item[] = []
  const ordered: Obligation[] = []
  for (const light of LIGHTS) {
    const ofLight = rows.filter((row) => row.light === light)
    // Whoever is seen to first stands at the top, also when they came with a later page.
    const members = [...ofLight.filter((row) => row.case?.priority === true), ...ofLight.filter((row) => row.case?.priority !== true)]
    if (members.length === 0) continue
    const counted = light === 'red' ? counts?.red : light === 'amber' ? counts?.amber : undefined
    items.push({ kind: 'head', light, count: Math.max(counted ?? 0, members.length) })
    for (const row of members) {
      items.push({ kind: 'row', row, index: ordered.length })
      ordered.push(row)
    }
  }
  return { items, rows: ordered }
}
