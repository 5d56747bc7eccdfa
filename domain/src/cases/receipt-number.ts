/** Printed on the receipt for papers: short, and enough to find the custody again. */
export function receiptNumber(custodyId: string): string {
  return `SJ${custodyId.replace(/-/g, '').slice(-8).toUpperCase()}`
}
