import { bytesOfHex, hexOf, joinBytes } from './bytes.ts'
import type { Digest } from './digest.ts'

const LEAF = Uint8Array.of(0x00)
const NODE = Uint8Array.of(0x01)

/**
 * Root of the Merkle tree of RFC 6962 §2.1: a leaf is H(0x00 ‖ hash), a node H(0x01 ‖ left ‖ right), the left subtree
 * of n leaves holds the largest power of two below n. No leaves: H of nothing. Hashes in and out are hex.
 */
export function merkleRoot(leafHashesHex: Iterable<string>, digest: Digest): string {
  // One finished subtree per set bit of the number of leaves so far, largest first: memory is log2 n, not n.
  const subtrees: Uint8Array[] = []
  let count = 0
  for (const hex of leafHashesHex) {
    let node = leafOf(hex, digest)
    for (let size = count; size % 2 === 1; size = Math.floor(size / 2)) {
      node = nodeOf(subtrees.pop() as Uint8Array, node, digest)
    }
    subtrees.push(node)
    count++
  }
  const smallest = subtrees.pop()
  if (!smallest) return hexOf(digest(new Uint8Array(0)))
  return hexOf(subtrees.reduceRight((right, left) => nodeOf(left, right, digest), smallest))
}

/**
 * The hashes needed to get from leaf `index` to the root (RFC 6962 §2.1.1), nearest first. With it one entry can be
 * shown to belong to a seal without showing any other entry. Refuses (RangeError) an index outside the leaves.
 */
export function auditPath(leafHashesHex: readonly string[], index: number, digest: Digest): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leafHashesHex.length) throw new RangeError('no such leaf')
  let level = leafHashesHex.map((hex) => leafOf(hex, digest))
  const path: string[] = []
  for (let at = index; level.length > 1; at = Math.floor(at / 2)) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1]
    if (sibling) path.push(hexOf(sibling))
    level = parentsOf(level, digest)
  }
  return path
}

/** The root that `leafHashHex` at `index` of `size` leaves leads to by `path`; null if the path has not the right length. */
export function rootByAuditPath(
  leaf: { readonly hash: string; readonly index: number; readonly size: number },
  path: readonly string[],
  digest: Digest,
): string | null {
  if (!Number.isInteger(leaf.index) || leaf.index < 0 || leaf.index >= leaf.size) return null
  let node = leafOf(leaf.hash, digest)
  let used = 0
  let last = leaf.size - 1
  for (let at = leaf.index; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    // The last node of a level with an odd number of nodes moves up without a partner.
    if (at === last && at % 2 === 0) continue
    const hex = path[used++]
    if (hex === undefined) return null
    const sibling = bytesOfHex(hex)
    node = at % 2 === 0 ? nodeOf(node, sibling, digest) : nodeOf(sibling, node, digest)
  }
  return used === path.length ? hexOf(node) : null
}

function leafOf(hex: string, digest: Digest): Uint8Array {
  return digest(joinBytes(LEAF, bytesOfHex(hex)))
}

function nodeOf(left: Uint8Array, right: Uint8Array, digest: Digest): Uint8Array {
  return digest(joinBytes(NODE, left, right))
}

function parentsOf(level: readonly Uint8Array[], digest: Digest): Uint8Array[] {
  const parents: Uint8Array[] = []
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i] as Uint8Array, level[i + 1]]
    parents.push(right ? nodeOf(left, right, digest) : left)
  }
  return parents
}
