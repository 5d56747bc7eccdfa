import { describe, expect, it } from 'vitest'
import { sharedBuffers } from './memory.ts'

describe('the pages that the database keeps in memory', () => {
  it.each([[512, '128MB'], [1024, '128MB'], [2048, '256MB'], [4096, '512MB'], [8192, '1024MB'], [65_536, '1024MB']])('of %i MB are %s', (memory, expected) => {
    expect(sharedBuffers(memory * 2 ** 20)).toBe(expected)
  })

  it('are told for this machine', () => {
    expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/)
  })
})
