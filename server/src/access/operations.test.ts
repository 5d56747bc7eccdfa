import { describe, expect, it } from 'vitest'
import { operations } from '@daodi/contract/operations.ts'
import { routes } from '../routes.ts'
import { MATRIX } from './testing-matrix.ts'

describe('every operation of the contract', () => {
  it('has a row in the matrix, and every row an operation', () => {
    expect(Object.keys(MATRIX).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  it('has a route, and every route an operation', () => {
    const [declared, served] = [operations, routes.map(({ operation }) => operation)]
    const missing = declared.filter((operation) => !served.includes(operation)).map(({ id }) => id)
    const unknown = served.filter((operation) => !declared.includes(operation)).map(({ id }) => id)
    expect({ missing, unknown, twice: served.length - new Set(served).size }).toEqual({ missing: [], unknown: [], twice: 0 })
  })

  it('says that it heeds no Idempotency-Key where its route keeps no answer', () => {
    const keepingNone = routes.filter(({ operation, transaction }) => operation.method === 'POST' && (transaction !== 'one' || operation.consumes)).map(({ operation }) => operation.id)
    expect(operations.filter(({ keepsNoAnswer }) => keepsNoAnswer).map(({ id }) => id).toSorted()).toEqual(keepingNone.toSorted())
  })
})
