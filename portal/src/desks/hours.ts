export interface Hours { days: readonly number[]; from: string; to: string }
export interface HoursTexts { weekdays: readonly string[]; range: (first: string, last: string) => string; list: (days: readonly string[]) => string; line: (days: string, times: string) => string; times: (spans: readonly string[]) => string; everyDay: string }

/** One line for each set of weekdays, with all its stretches: 周一至周五 08:30–12:00、14:00–17:30. */
export function hoursLines(hours: readonly Hours[], texts: HoursTexts): string[] {
  const byDays = new Map<string, string[]>()
  for (const { days, from, to } of [...hours].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const key = [...days].sort((a, b) => a - b).join('')
    byDays.set(key, [...(byDays.get(key) ?? []), `${from}–${to}`])
  }
  return [...byDays].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, spans]) => texts.line(daysText([...key].map(Number), texts), texts.times(spans)))
}

function daysText(days: readonly number[], texts: HoursTexts): string {
  const name = (day: number) => texts.weekdays[day - 1] ?? ''
  const [first = 1, last = first] = [days[0], days[days.length - 1]]
  if (days.length === 7) return texts.everyDay
  if (days.length > 2 && last - first === days.length - 1) return texts.range(name(first), name(last))
  return texts.list(days.map(name))
}
