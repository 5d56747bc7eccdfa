import type { z } from 'zod'
import type { Me } from '@daodi/contract/staff/session/session.ts'
import { reasonsOffered } from '@daodi/domain/cases/rate-case.ts'
import { type Policy, priorityKinds, ringsBells } from '@daodi/domain/policy/policy.ts'
import type { Services } from '../http/route.ts'
import { policyByDigest } from '../policy/store.ts'
import { type MeRow, readMe } from './store.ts'

/** Whoever is signed in, with the settings of their unit's regulation that the pages need. */
export async function meOf(services: Services, institutionId: string, personId: string): Promise<z.input<typeof Me>> {
  const row = await readMe(services.db, institutionId, personId, services.clock())
  if (!row) throw new Error('somebody who is signed in is not in the directory')
  const policy = await policyByDigest(services.db, row.policy_digest)
  return {
    id: row.id, name: row.name, login: row.login, post: row.post, unit: { id: row.unit_id, name: row.unit_name, path: row.unit_names },
    institution: { id: row.institution_id, name: row.institution_name, shortName: row.short_name, timeZone: row.time_zone }, roles: row.roles, desks: row.desks, teams: row.teams,
    passwordChangeNeeded: row.password_set_by_other, demo: services.demo,
    settings: {
      firstContactName: policy.systemName, firstContactMode: policy.firstContactMode, categories: policy.categories, channels: policy.channels, replyBy: policy.replyBy, firstContactUntil: policy.firstContactUntil ?? 'end', closeWithReply: policy.closing.withReply,
      readBackCategories: policy.required.readBack, requesterRequired: policy.required.requester, priorityKinds: [...priorityKinds(policy)], reception: receptionOf(policy, row), requiredEntries: policy.required.entries ?? [], citationCategories: policy.required.citation,
      supervisionLine: policy.supervisionLine, ratingReasons: reasonsOffered(policy), walkroundName: policy.roster.walkrounds?.title ?? null, bells: ringsBells(policy), absentDeputy: policy.absent.deputy, absentReport: policy.absent.report.length > 0, idleMinutes: policy.idleMinutes, policyVersion: row.policy_digest,
    },
  }
}

/** What the reader's post says first, filled in with whose desk and name it is. */
function receptionOf({ reception }: Pick<Policy, 'reception'>, { name, post, unit_name: unit }: Pick<MeRow, 'name' | 'post' | 'unit_name'>) {
  const greetings = (reception?.greetings ?? []).filter((greeting) => (greeting.post ?? post) === post)
    .map(({ channel = null, text }) => ({ channel, text: text.replaceAll('{unit}', unit).replaceAll('{name}', name) }))
  return { greetings, steps: reception?.steps ?? [] }
}
