import type { LedgerAlgorithm } from '@daodi/domain/ledger/digest.ts'
import { makeSeal } from '@daodi/domain/ledger/seal.ts'
import { textDigest } from '@daodi/domain/ledger/text-digest.ts'
import { digestOf } from './digest.ts'
import { aStream, type TestLedger } from './testing-ledger.ts'

export const EXAMPLE_TEXT = { salt: '000102030405060708090a0b0c0d0e0f', text: '低保怎么办？' }

/** The ledger that docs/ledger.md works through: one case of two entries, sealed, and another's first, not yet. */
export function workedExample(algorithm: LedgerAlgorithm): TestLedger {
  const institutionId = '0190d6a0-0000-7000-8000-000000000001'
  const actor = '0190d6a0-0000-7000-8000-00000000000a'
  const stream = 'case:0190d6a0-0000-7000-8000-0000000000c1'
  const subject = textDigest(EXAMPLE_TEXT.salt, EXAMPLE_TEXT.text, digestOf(algorithm))
  const first = aStream(
    [
      { institutionId, stream, at: '2026-03-02T01:30:00.000Z', actor, kind: 'case.registered', data: { number: 'QH-20260302-001', round: 1, subject } },
      { institutionId, stream, at: '2026-03-02T01:32:10.250Z', actor, kind: 'case.answered', data: { outcome: 'solved', 部门: '民政局' } },
    ],
    algorithm,
  )
  const second = aStream(
    [{ institutionId, stream: stream.replace('c1', 'c2'), at: '2026-03-02T01:40:00.000Z', actor: 'public', kind: 'case.registered', data: {} }],
    algorithm,
  )
  const seal = makeSeal(null, first, { at: '2026-03-02T01:35:00.000Z', fromXid: '0', toXid: '743', algorithm }, digestOf)
  return {
    header: { exportedAt: '2026-03-02T02:00:00.000Z', algorithm, institutions: [{ id: institutionId, name: '青河县政务服务局' }] },
    entries: [...first, ...second],
    seals: [seal],
  }
}
