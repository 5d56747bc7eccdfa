import type { Story } from '../testing-story.ts'

/** Whatever JSON came back; stories look into it freely. */
export type Seen = ReturnType<typeof JSON.parse>

/** Beijing time of an instant, as `03-02 09:05`. */
export const localTime = (instant: string): string => new Date(Date.parse(instant) + 28_800_000).toISOString().slice(5, 16).replace('T', ' ')

/** Every notice of everybody, oldest first, as `03-02 09:05 qian referred`; about one case, or about all. */
export async function toldTo(story: Story, caseId?: string): Promise<string[]> {
  const lines: { at: string; line: string }[] = []
  for (const who of Object.keys(story.people)) {
    const { rows } = await story.sees(who, '/api/staff/notices?limit=100')
    for (const { at, kind, case: about } of rows) {
      if (caseId === undefined || about?.id === caseId) lines.push({ at, line: `${localTime(at)} ${who} ${kind}` })
    }
  }
  return lines.toSorted((a, b) => a.at.localeCompare(b.at) || a.line.localeCompare(b.line)).map(({ line }) => line)
}
