import { randomInt } from 'node:crypto'
import { hashPassword } from '../access/store-credentials.ts'
import { OperatorError } from '../database/operator-error.ts'
import { transaction } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { replacePassword } from '../directory/store-reset.ts'
import { findLogin } from '../session/store.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const passwordReset: Command = {
  words: 'password reset', usage: '--login LOGIN',
  zh: '为忘记密码的人（例如唯一的管理员）换一个一次性密码，并解除锁定',
  en: 'gives somebody who forgot the password, such as the only administrator, another one for one sign-in, and unlocks the account',
  more: ['--login LOGIN  登录名 / the login', '新密码只显示一次，登录后必须更换；原有登录和令牌全部失效，并记入台账。 / Shown once and to be changed at the sign-in; all sign-ins and tokens end, and the ledger says so.'],
  options: { login: { type: 'string' } },
  examples: ['password reset --login admin'],
  takes: { least: 0, most: 0 },
  run: (given) => withServices((services) => run(given, services)),
}

/** Whoever may run this on the server may read the whole database anyway. The password goes to standard output alone on its line. */
export async function run({ values: { login } }: Given, services: Services): Promise<ExitCode> {
  if (typeof login !== 'string' || login.trim() === '') throw new OperatorError('请写明是谁的密码：--login 登录名。', 'Say whose password it is: --login LOGIN.')
  const owner = await findLogin(services.db, login.trim().toLowerCase())
  if (!owner) throw new OperatorError(`没有登录名为 ${login.trim()} 的人，或者该账号已停用。`, `Nobody signs in as ${login.trim()}, or the account is disabled.`)
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const account = { institutionId: owner.institution_id, personId: owner.id, login: owner.login ?? '', passwordHash }
  await transaction(services.db, (trx) => replacePassword(trx, account, { actor: 'system', at: services.clock(), algorithm: services.ledgerAlgorithm }))
  process.stderr.write(`${owner.name}：密码只显示这一次，登录后须更换。 / Shown once; it has to be changed at the sign-in.\n`)
  process.stdout.write(`${password}\n`)
  return 0
}

/** Without look-alikes, about 80 bits: it is copied by hand and typed once. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
function newPassword(): string {
  return Array.from({ length: 14 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
}
