import { describe, expect, test } from 'vitest'
import { type BatonInput, type BatonShape, GAP, layBaton, type Leg } from './baton-layout.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-03-02T09:00:00+08:00')
const at = (hours: number) => new Date(START + hours * HOUR).toISOString()
const leg = (kind: Leg['kind'], from: number, to: number | null, workingMinutes: number): Leg => ({
  kind, personId: null, personName: '李文', unitId: '00000000-0000-4000-8000-000000000000', unitName: '规划科', from: at(from), to: to === null ? null : at(to), workingMinutes,
})
const THREE = [leg('hold', 0, 0.2, 12), leg('wait', 0.2, 1.5, 78), leg('hold', 1.5, null, 1440)]
const input = (changes: Partial<BatonInput> = {}): BatonInput => ({ legs: THREE, reopenedAt: [], dueAt: at(200), open: true, now: START + 72 * HOUR, ...changes })
const total = (shape: BatonShape) => shape.pieces.reduce((sum, piece) => sum + piece.width, 0) + GAP * (shape.pieces.length - 1)

function relay(handOvers: number): Leg[] {
  return Array.from({ length: handOvers }, (_, index) => [leg('hold', index * 10, index * 10 + 8, 60), leg('wait', index * 10 + 8, index * 10 + 10, 30)]).flat()
    .concat(leg('hold', handOvers * 10, null, 100))
}

describe('the baton’s layout', () => {
  test('fills the width exactly and gives longer legs more of it', () => {
    const shape = layBaton(input(), 780)
    expect(total(shape)).toBeCloseTo(780)
    expect(shape.pieces.map((piece) => piece.type)).toEqual(['leg', 'leg', 'leg', 'ahead'])
    expect(shape.pieces[2]!.width).toBeGreaterThan(shape.pieces[1]!.width)
  })

  test('no leg is narrower than its words need, however short it was', () => {
    for (const piece of layBaton(input(), 780).pieces) expect(piece.width).toBeGreaterThanOrEqual(96)
  })

  test('the thread ends where the present leg ends, before what is still ahead', () => {
    const shape = layBaton(input(), 780)
    const ahead = shape.pieces[3]!
    expect(shape.threads).toHaveLength(1)
    expect(shape.threads[0]!.to).toBeCloseTo(780 - ahead.width - GAP)
  })

  test('forty hand-overs keep the first and the present leg and fold the middle', () => {
    const shape = layBaton(input({ legs: relay(20), dueAt: at(1000), now: START + 210 * HOUR }), 780)
    const folded = shape.pieces.find((piece) => piece.type === 'fold')
    const drawn = shape.pieces.filter((piece) => piece.type === 'leg')
    expect(shape.pieces[0]).toMatchObject({ type: 'leg', place: 1 })
    expect(drawn.at(-1)).toMatchObject({ place: 41, current: true })
    expect(folded?.type === 'fold' && folded.legs.length + drawn.length).toBe(41)
    expect(total(shape)).toBeCloseTo(780)
  })

  test('after the due mark the leg is late, from the mark on', () => {
    const shape = layBaton(input({ dueAt: at(36) }), 780)
    expect(shape.pieces.map((piece) => piece.type === 'leg' && piece.late)).toEqual([false, false, false, true])
    expect(shape.flag).toBeGreaterThan(shape.pieces[0]!.width + shape.pieces[1]!.width)
  })

  test('a new round begins behind a seam, and an old round is never late by the new due time', () => {
    const legs = [leg('hold', 0, 10, 60), leg('hold', 40, null, 60)]
    const shape = layBaton(input({ legs, reopenedAt: [at(40)], dueAt: at(42), now: START + 60 * HOUR }), 780)
    expect(shape.pieces.map((piece) => piece.type)).toEqual(['leg', 'seam', 'leg', 'leg'])
    expect(shape.pieces[0]).toMatchObject({ late: false })
    expect(shape.threads).toHaveLength(2)
  })

  test('nothing is ahead of a case that has ended', () => {
    const shape = layBaton(input({ legs: [leg('hold', 0, 0.1, 2)], open: false, dueAt: null }), 780)
    expect(shape.pieces).toHaveLength(1)
    expect(shape.pieces[0]!.width).toBeCloseTo(780)
    expect(shape.flag).toBeNull()
  })
})
