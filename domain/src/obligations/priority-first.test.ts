import { describe, expect, it } from 'vitest'
import { priorityFirst } from './priority-first.ts'

describe('the order of what is owed', () => {
  it('puts whoever is seen to first before the others of the same light, and nowhere else', () => {
    const rows = ['red 1', 'red 2!', 'amber 1', 'green 1', 'amber 2!', 'green 2', 'green 3!', 'green 4!']
    expect(priorityFirst(rows, (row) => ({ light: row.split(' ')[0] ?? '', priority: row.endsWith('!') })))
      .toEqual(['red 2!', 'red 1', 'amber 2!', 'green 3!', 'amber 1', 'green 4!', 'green 1', 'green 2'])
  })
})
