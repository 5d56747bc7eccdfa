export interface Opening { days: readonly number[]; from: string; to: string }

/** Whether a stretch ends before it begins, or two of one weekday overlap. Times are HH:MM, so their order is that of the letters. */
export function isMuddled(hours: readonly Opening[]): boolean {
  if (hours.some((opening) => opening.from >= opening.to || new Set(opening.days).size < opening.days.length)) return true
  return hours.some((one, index) => hours.slice(index + 1).some((other) => one.days.some((day) => other.days.includes(day)) && one.from < other.to && other.from < one.to))
}
