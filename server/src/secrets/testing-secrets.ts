import { secretBoxes } from './secret-box.ts'

const KEY = Buffer.alloc(32, 7)

/** A key that every test has. */
export const testingSecrets = secretBoxes({ toClose: () => KEY, toOpen: () => KEY })
