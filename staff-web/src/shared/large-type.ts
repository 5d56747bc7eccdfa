import { readStored, writeStored } from './store-locally.ts'

const KEY = 'daodi.large'

/** Applies the remembered size before the first paint. */
export function startLargeType(): void {
  document.documentElement.classList.toggle('large', isLargeType())
}

export function isLargeType(): boolean {
  return readStored(KEY) === 'yes'
}

export function chooseLargeType(large: boolean): void {
  writeStored(KEY, large ? 'yes' : null)
  document.documentElement.classList.toggle('large', large)
}
