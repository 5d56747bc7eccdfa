/** A refused value as it can be shown in a message: whatever type it really has, and never longer than 40 characters. */
export function quote(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 40)
}
