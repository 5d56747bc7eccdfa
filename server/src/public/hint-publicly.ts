import type { z } from 'zod'
import { hintPublicly } from '@daodi/contract/public/hint.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { surroundings } from '../directory/store.ts'
import { findWhose } from '../finding/store-finding.ts'
import { answer, route } from '../http/route.ts'
import { matterRows, type MatterRow } from '../matters/store-matters.ts'
import { policyByDigest } from '../policy/store.ts'
import { outsideContacts } from '../register/store.ts'
import { publicInstitutions } from './store.ts'

type Hint = z.input<typeof hintPublicly.reply>

const NOTHING: Hint = { looksLike: 'nothing', unit: null, matter: null }

/** Says whose a question looks to be before it is sent. It only reads: neither the question nor who asks is kept. */
export const hintPubliclyRoute = route(hintPublicly, async ({ body: { institutionId, subject, content = '' }, at }, { db }) => {
  const institutions = await publicInstitutions(db)
  const institution = institutionId === undefined ? institutions[0] : institutions.find((candidate) => candidate.id === institutionId)
  if (!institution) return { ok: false, refusal: 'no-such-institution' }
  const policy = await policyByDigest(db, institution.policy_digest)
  const { units: [unit], matters: [matter] } = await findWhose(db, institution.id, { subject, content }, at)
  if (!unit || sureFrom(policy) === null) return answer(NOTHING)
  if (matter && isSure(matter.confidence, policy)) {
    const row = (await matterRows(db, institution.id, [matter.matterId])).get(matter.matterId)
    if (row) return answer(matterHint(row))
  }
  if (!isSure(unit.confidence, policy) || (await outsideContacts(db, institution.id, subject)).length > 0) return answer({ ...NOTHING, looksLike: 'office' })
  const { units } = await surroundings(db, institution.id, { unitIds: [unit.unitId], personIds: [] })
  const { name = '', phone = null, room = null } = units.get(unit.unitId) ?? {}
  return answer(name === '' ? NOTHING : { looksLike: 'unit', unit: { name, phone, room }, matter: null })
}, 'none')

function matterHint(row: MatterRow): Hint {
  const papers = row.papers.map(({ name, copies, form, note = null, source = null }) => ({ name, copies, form, note, source }))
  return {
    looksLike: 'matter', unit: { name: row.unit_name, phone: row.phone, room: row.room },
    matter: { name: row.name, papers, workingDays: row.working_days, promised: row.promised, fee: row.fee, onSpot: row.on_spot },
  }
}

/** The public cannot judge a suggestion as an official can: it takes more certainty than at the counter. Null: the portal says nothing. */
function sureFrom({ finding }: Policy): number | null {
  const from = finding.portal ?? finding.preselect
  return from === 0 ? null : from
}

function isSure(confidence: number, policy: Policy): boolean {
  return confidence * 100 >= (sureFrom(policy) ?? 101)
}
