import { randomBytes } from 'node:crypto'
import { OperatorError } from '../database/operator-error.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { secretOf } from '../webhooks/store.ts'
import { passwordOf } from '../mail/store.ts'
import { keyNameOf } from './secret-box.ts'
import { closedBoxes, keepClosedPassword, keepClosedSecret, lockReadable, type ClosedBox } from './store.ts'

/** Before anything is served: closes what a former release stored as it is, and refuses to start without the key of what is closed. */
export async function prepareSecrets(services: Services): Promise<number> {
  const unread = await unopened(services)
  const [first] = unread
  if (first) throw first.fault === 'key-missing' ? missing(unread) : wrong(unread)
  return transaction(services.db, async (trx) => {
    const { passwords, secrets } = await lockReadable(trx)
    for (const { institution_id: institutionId, password } of passwords) await keepClosedPassword(trx, institutionId, services.secrets.close(password, passwordOf(institutionId)))
    for (const { institution_id: institutionId, id, secret, former_secret: former } of secrets) {
      const about = secretOf(institutionId, id)
      await keepClosedSecret(trx, { institutionId, id }, { secret: services.secrets.close(secret, about), former: former === null ? null : services.secrets.close(former, about) })
    }
    return passwords.length + secrets.length
  })
}

type Unopened = ClosedBox & { fault: 'key-missing' | 'key-wrong' }

async function unopened({ db, secrets }: Services): Promise<Unopened[]> {
  return (await closedBoxes(db)).flatMap((box) => {
    const opened = secrets.open(box.box, aboutOf(box))
    return opened.ok ? [] : [{ ...box, fault: opened.fault }]
  })
}

function aboutOf({ institution_id: institutionId, endpoint_id: endpointId }: ClosedBox): string {
  return endpointId === null ? passwordOf(institutionId) : secretOf(institutionId, endpointId)
}

const HELP_ZH = '请把备份里的 secrets.key 放回数据文件夹（chmod 600），或设置 SECRETS_KEY；密钥确已丢失的，daodi secrets reset 会清除用它加密的内容'
const HELP = 'put the file secrets.key of your backup into the data folder (chmod 600) or set SECRETS_KEY; if the key is lost for good, "daodi secrets reset" forgets what it closed'

function missing({ length }: readonly Unopened[]): OperatorError {
  return new OperatorError(`数据库里存有 ${length} 个密码或回调密钥，但解开它们的密钥不在这里：${HELP_ZH}。`, `The database holds ${length} stored password(s) and webhook secret(s), but the key that opens them is not here: ${HELP}.`)
}

function wrong(boxes: readonly Unopened[]): OperatorError {
  const name = keyNameOf(boxes[0]?.box ?? '')
  return new OperatorError(
    `现有密钥解不开 ${boxes.length} 个存下的密码或回调密钥，它们是用密钥“${name}”加密的：${HELP_ZH}。`,
    `The key does not open ${boxes.length} stored password(s) and webhook secret(s), which were closed with the key "${name}": ${HELP}.`,
  )
}

/**
 * For when the key is lost: forgets what it does not open. Mail passwords have to be entered anew; endpoints get another
 * secret and stay off until an administrator has handed it to the receiver. Returns how many of each.
 */
export async function resetSecrets(services: Services): Promise<{ passwords: number; endpoints: number }> {
  const lost = await unopened(services)
  const at = services.clock()
  await transaction(services.db, async (trx) => {
    const note = (institutionId: string, stream: string, kind: string): Promise<void> => appendFact(trx, { institutionId, stream, kind, data: {}, actor: 'system', at, algorithm: services.ledgerAlgorithm })
    for (const { institution_id: institutionId, endpoint_id: id } of lost) {
      if (id === null) {
        await keepClosedPassword(trx, institutionId, null)
        await note(institutionId, `mail:${institutionId}`, 'mail-password-lost')
      } else {
        const secret = services.secrets.close(`whsec_${randomBytes(32).toString('base64')}`, secretOf(institutionId, id))
        await keepClosedSecret(trx, { institutionId, id }, { secret, former: null, off: true })
        await note(institutionId, `webhook:${id}`, 'webhook-secret-lost')
      }
    }
  })
  return { passwords: lost.filter((box) => box.endpoint_id === null).length, endpoints: lost.filter((box) => box.endpoint_id !== null).length }
}
