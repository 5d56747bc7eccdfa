import { canonicalJson, type JsonValue } from '@daodi/domain/ledger/canonical-json.ts'
import { inherit, type PolicyOverlay } from '@daodi/domain/policy/inherit.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { digestOf } from '../ledger/digest.ts'

/** Amounts of time may have fractions; the bounds only keep a broken document from taking the process with it. */
const RULES = { numbers: 'doubles', maxDepth: 20, maxLength: 1_000_000 } as const

/** The root's complete policy, then the settings of each unit on the way down to the one asked for. */
export function resolvePolicy(root: Policy, overlays: readonly PolicyOverlay[]): Policy {
  return overlays.reduce(inherit, root)
}

/** SHA-256 in hex of the canonical JSON (RFC 8785), so equal content has one digest, in whatever order it was written. */
export function policyDigest(policy: Policy): string {
  const text = canonicalJson(withoutUndefined(policy), RULES)
  return Buffer.from(digestOf('sha256')(Buffer.from(text, 'utf8'))).toString('hex')
}

/** JSON has no undefined: an optional setting that is undefined is one that is not there. */
function withoutUndefined(policy: Policy): JsonValue {
  return JSON.parse(JSON.stringify(policy)) as JsonValue
}
