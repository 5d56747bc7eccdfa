import { revokeToken } from '@daodi/contract/staff/access/tokens.ts'
import { route } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { revokeToken as revoke } from './store-tokens.ts'

/** One's own only; an administrator ends everything of somebody at once. */
export const revokeTokenRoute = route(revokeToken, async ({ params, caller, at }, services) => {
  const { institutionId, personId } = caller
  if (!await revoke(services.db, caller, params.tokenId, at)) return { ok: false, refusal: 'no-such-token' }
  const data = { tokenId: params.tokenId }
  await appendFact(services.db, { institutionId, stream: personStream(personId), kind: 'token-revoked', data, actor: personId, at, algorithm: services.ledgerAlgorithm })
  return { ok: true, value: undefined }
})
