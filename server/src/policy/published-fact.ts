import { canonicalJson, type JsonValue } from '@daodi/domain/ledger/canonical-json.ts'
import { digestOf } from '../ledger/digest.ts'
import { policyStream, type AppendedFact } from '../ledger/store-append.ts'

interface Published { version: number; digest: string; unitsChanged: number }
interface Publishing { institutionId: string; unitId: string; document: unknown; actor: string; restores: number | null; at: string; algorithm: AppendedFact['algorithm'] }

/** The ledger's entry of a version, whoever published it: on the page, or from the console. */
export function publishedFact({ version, digest, unitsChanged }: Published, { institutionId, unitId, document, actor, restores, at, algorithm }: Publishing): AppendedFact {
  return {
    institutionId, stream: policyStream(unitId), kind: 'policy-published', actor, at, algorithm,
    data: { version, settings: settingsDigest(document), policy: digest, unitsChanged, restores },
  }
}

/** Whether an old version is what is published anew: as it was sent, or as today's schema reads it. */
export function isSame(old: unknown, either: readonly unknown[]): boolean {
  const digest = settingsDigest(old)
  return either.some((one) => settingsDigest(one) === digest)
}

/** What was published, in a form that anybody can work out again from the document. */
export function settingsDigest(document: unknown): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(document)) as JsonValue, { numbers: 'doubles', maxDepth: 20, maxLength: 1_000_000 })
  return Buffer.from(digestOf('sha256')(Buffer.from(text, 'utf8'))).toString('hex')
}
