import type { z } from 'zod'
import { getPublicInfo } from '@daodi/contract/public/cases.ts'
import { reasonsOffered } from '@daodi/domain/cases/rate-case.ts'
import { publicPages } from '@daodi/domain/policy/policy.ts'
import { answer, route } from '../http/route.ts'
import { policyByDigest } from '../policy/store.ts'
import { publicInstitutions } from './store.ts'

type Info = z.input<typeof getPublicInfo.reply>

export const getPublicInfoRoute = route(getPublicInfo, async (_request, services) => {
  const rows = await publicInstitutions(services.db)
  const institutions: Info['institutions'] = []
  for (const row of rows) {
    const policy = await policyByDigest(services.db, row.policy_digest)
    const { attachments, megabytes } = publicPages(policy)
    institutions.push({
      id: row.id, name: row.name, shortName: row.short_name, phone: row.phone, supervisionLine: policy.supervisionLine, desks: row.desks, mails: row.own_mail || (services.outside?.smtp ?? null) !== null,
      files: attachments > 0 ? { left: attachments, megabytes } : null,
      categories: policy.categories as Info['institutions'][number]['categories'], ratingReasons: reasonsOffered(policy),
    })
  }
  return answer({ demo: services.demo, setupNeeded: rows.length === 0, timeZone: rows[0]?.time_zone ?? 'Asia/Shanghai', institutions })
})
