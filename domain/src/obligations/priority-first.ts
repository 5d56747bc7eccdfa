/**
 * Whoever is seen to first stands before the others of the same light; otherwise the order stays as it is: nobody's late duty
 * waits for somebody's that is not pressing.
 */
export function priorityFirst<Row>(rows: readonly Row[], of: (row: Row) => { light: string; priority: boolean }): Row[] {
  const waiting = new Map<string, Row[]>()
  for (const first of [true, false]) {
    for (const row of rows) {
      const { light, priority } = of(row)
      if (priority === first) waiting.set(light, [...waiting.get(light) ?? [], row])
    }
  }
  return rows.flatMap((row) => waiting.get(of(row).light)?.shift() ?? [])
}
