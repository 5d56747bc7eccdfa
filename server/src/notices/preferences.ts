import type { z } from 'zod'
import { NoticeKind } from '@daodi/contract/shared/notices.ts'
import { getNoticePreferences, setNoticePreferences } from '@daodi/contract/staff/notices/notices.ts'
import { answer, route, type Services } from '../http/route.ts'
import { appendFact, personStream } from '../ledger/store-append.ts'
import { hasMailServer } from '../mail/store.ts'
import { readPreferences, writePreferences, type PreferenceRow } from './store-preferences.ts'

type Shown = z.input<(typeof getNoticePreferences)['reply']>

export const getNoticePreferencesRoute = route(getNoticePreferences, async ({ caller }, services) =>
  answer(await shown(services, caller.institutionId, await readPreferences(services.db, caller))))

/** The address is the person's own, so the ledger notes only that it was changed. */
export const setNoticePreferencesRoute = route(setNoticePreferences, async ({ body, caller, at }, services) => {
  const { email, mail, quiet, digestAt } = body
  const ways = Object.values(mail)
  if (email === null && (ways.length > 0 || digestAt !== null)) return { ok: false, refusal: 'email-needed' }
  if (ways.includes('digest') && digestAt === null) return { ok: false, refusal: 'digest-time-needed' }
  if (quiet && quiet.from === quiet.to) return { ok: false, refusal: 'quiet-hours-empty' }
  const row: PreferenceRow = { email, mail, quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null, digest_at: digestAt }
  await writePreferences(services.db, caller, row, at)
  await appendFact(services.db, {
    institutionId: caller.institutionId, stream: personStream(caller.personId), kind: 'notice-preferences-changed',
    data: { mailed: Object.keys(mail).length, digest: digestAt !== null, quiet: quiet !== null }, actor: caller.personId, at, algorithm: services.ledgerAlgorithm,
  })
  return answer(await shown(services, caller.institutionId, row))
})

async function shown({ db, outside }: Services, institutionId: string, row: PreferenceRow | null): Promise<Shown> {
  return {
    email: row?.email ?? null, mail: row?.mail ?? {},
    quiet: row?.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null, digestAt: row?.digest_at ?? null,
    mailWorks: Boolean(outside?.smtp) || await hasMailServer(db, institutionId), kinds: NoticeKind.options.filter((kind) => kind !== 'webhookOff'),
  }
}
