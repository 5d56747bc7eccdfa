import type { z } from 'zod'
import { getUnitPolicy } from '@daodi/contract/staff/policy/policy.ts'
import { answer, route } from '../http/route.ts'
import { policyByDigest } from './store.ts'
import { policyOfUnit, versionView } from './store-versions.ts'

type Reply = z.input<typeof getUnitPolicy.reply>

/** The regulation is no secret inside the institution: everybody may read what the software holds them to. */
export const getUnitPolicyRoute = route(getUnitPolicy, async ({ params, caller }, services) => {
  const found = await policyOfUnit(services.db, caller.institutionId, params.unitId)
  if (!found) return { ok: false, refusal: 'no-such-unit' }
  const policy = await policyByDigest(services.db, found.digest)
  return answer({
    digest: found.digest, policy: policy as unknown as Reply['policy'],
    versions: found.versions.map(versionView),
  })
})
