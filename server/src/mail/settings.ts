import type { z } from 'zod'
import { getMailSettings, sendTestMail, setMailSettings } from '@daodi/contract/staff/outbox/outbox.ts'
import { administersInstitution } from '../http/caller.ts'
import { answer, route, type Services } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { testLetter } from './letters.ts'
import { passwordOf, readMailServer, removeMailServer, writeMailServer } from './store.ts'
import { mailServerOf, post } from './transport.ts'

type Shown = z.input<(typeof getMailSettings)['reply']>

export const getMailSettingsRoute = route(getMailSettings, async ({ caller }, services) =>
  administersInstitution(caller) ? answer(await shown(services, caller.institutionId)) : { ok: false, refusal: 'not-allowed' })

export const setMailSettingsRoute = route(setMailSettings, async ({ body: { server }, caller, at }, services) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const { institutionId } = caller
  if (server === null) {
    await removeMailServer(services.db, institutionId)
  } else {
    const known = await readMailServer(services.db, institutionId)
    // A stored password goes to the server it was given for and to no other: else whoever may set the host could collect it.
    const mayKeep = known !== null && known.host === server.host && known.port === server.port && known.login === server.login && known.security === server.security
    const box = server.password == null ? (server.password === undefined && mayKeep ? known.password_box : null) : services.secrets.close(server.password, passwordOf(institutionId))
    if (server.login !== null && box === null) return { ok: false, refusal: 'password-needed' }
    const { host, port, security, login, sender, senderName } = server
    await writeMailServer(services.db, institutionId, { host, port, security, login, password_box: login === null ? null : box, sender, sender_name: senderName }, at)
  }
  await appendFact(services.db, {
    institutionId, stream: `mail:${institutionId}`, kind: 'mail-settings-changed', data: { own: server !== null, ...(server ? { port: server.port, security: server.security } : {}) },
    actor: caller.personId, at, algorithm: services.ledgerAlgorithm,
  })
  return answer(await shown(services, institutionId))
})

/** At once and outside any transaction, so that whoever sets the server sees what it answers. */
export const sendTestMailRoute = route(sendTestMail, async ({ body, caller }, services) => {
  if (!administersInstitution(caller)) return { ok: false, refusal: 'not-allowed' }
  const server = await mailServerOf(services, caller.institutionId)
  if (!server) return { ok: false, refusal: 'mail-not-set' }
  if ('fault' in server) return answer({ sent: false, answer: server.fault })
  const posted = await post(server, { to: body.to, ...testLetter(), messageId: services.newId() })
  return answer(posted.ok ? { sent: true, answer: null } : { sent: false, answer: posted.answer })
}, 'none')

async function shown({ db, outside }: Services, institutionId: string): Promise<Shown> {
  const row = await readMailServer(db, institutionId)
  const installation = Boolean(outside?.smtp)
  if (!row) return { own: null, installation }
  const { host, port, security, login, password_box: box, sender, sender_name: senderName } = row
  return { own: { host, port, security, login, hasPassword: box !== null, sender, senderName }, installation }
}
