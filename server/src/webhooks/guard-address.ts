import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Addresses that are not somewhere on the public internet: this machine, the network it stands in, and ways back into either. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
]

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function blockListOf(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of ranges) list.addSubnet(address, bits, familyOf(address))
  return list
}

const notPublic = blockListOf(NOT_PUBLIC)

export interface Reach { address: string; family: 4 | 6; isPrivate: boolean }
export type Looked = { ok: true; reach: Reach } | { ok: false; answer: 'url-private' | 'no-such-host' }

/**
 * Where a name leads now. The caller has to connect to exactly this address: asking again could give another answer
 * (DNS rebinding). Every address of the name must be allowed, so that none is reached by chance.
 */
export async function lookUp(hostname: string, privateNetworks: readonly string[]): Promise<Looked> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const allowed = blockListOf(privateNetworks.map((range) => { const [address = '', bits] = range.split('/'); return [address, bits === undefined ? (isIP(address) === 6 ? 128 : 32) : Number(bits)] as const }))
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true, verbatim: true }).catch(() => [])
  const [first] = found
  if (!first) return { ok: false, answer: 'no-such-host' }
  const judged = found.map(({ address }) => ({ isPrivate: notPublic.check(address, familyOf(address)), isAllowed: allowed.check(address, familyOf(address)) }))
  if (judged.some(({ isPrivate, isAllowed }) => isPrivate && !isAllowed)) return { ok: false, answer: 'url-private' }
  return { ok: true, reach: { address: first.address, family: first.family === 6 ? 6 : 4, isPrivate: judged.some(({ isPrivate }) => isPrivate) } }
}
