import { issueToken } from '../access/create-token.ts'
import { MOST_TOKENS } from '../access/store-tokens.ts'
import { OperatorError } from '../database/operator-error.ts'
import type { Services } from '../http/route.ts'
import { findLogin } from '../session/store.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const tokenCreate: Command = {
  words: 'token create', usage: '--login LOGIN --name NAME --scope read|register|act --days N',
  zh: '为某人新建接口令牌；明文只在这里显示一次',
  en: 'makes an API token for a member of staff; it is shown here and never again',
  more: [
    '--login LOGIN  为谁：登录名 / whose: the login',
    '--name NAME    用途，便于日后辨认 / what it is for',
    '--scope read      只读 / everything its owner may read',
    '--scope register  另可登记 / and registering cases',
    '--scope act       其本人可做的一切，账号与令牌除外 / whatever its owner may do, but for accounts and tokens',
    '--days N       有效天数，1 至 730 / valid for N days, 1 to 730',
  ],
  options: { login: { type: 'string' }, name: { type: 'string' }, scope: { type: 'string' }, days: { type: 'string' } },
  examples: ['token create --login liwen --name 大厅取号机 --scope register --days 365'],
  takes: { least: 0, most: 0 },
  run: (given) => withServices((services) => run(given, services)),
}

const SCOPES = ['read', 'register', 'act'] as const

/** The token goes to standard output alone on its line, for a script to read; everything else to standard error. */
export async function run({ values }: Given, services: Services): Promise<ExitCode> {
  const { login, name, scope, days } = readOptions(values)
  const owner = await findLogin(services.db, login)
  if (!owner) throw new OperatorError(`没有登录名为 ${login} 的人，或者该账号已停用。`, `Nobody signs in as ${login}, or the account is disabled.`)
  const whose = { institutionId: owner.institution_id, personId: owner.id }
  const issued = await issueToken(services, { ...whose, name, scope, days, at: services.clock(), actor: 'system' })
  if (!issued) throw new OperatorError(`${login} 已有 ${MOST_TOKENS} 个令牌；请先撤销一个。`, `${login} has ${MOST_TOKENS} tokens already; revoke one first.`)
  process.stderr.write(`令牌只显示这一次，请妥善保存；有效至 ${issued.expiresAt}。 / Shown once, keep it safe; valid until ${issued.expiresAt}.\n`)
  process.stdout.write(`${issued.token}\n`)
  return 0
}

function readOptions(values: Given['values']): { login: string; name: string; scope: (typeof SCOPES)[number]; days: number } {
  const { login, name, scope, days } = values
  if (typeof login !== 'string' || login.trim() === '') throw new OperatorError('请写明令牌给谁用：--login 登录名。', 'Say whose token it is: --login LOGIN.')
  if (typeof name !== 'string' || name.trim() === '' || name.length > 60) throw new OperatorError('请用不超过 60 个字写明令牌的用途：--name 用途。', 'Say what the token is for, in at most 60 characters: --name NAME.')
  const wanted = SCOPES.find((candidate) => candidate === scope)
  if (!wanted) throw new OperatorError('--scope 只能是 read（只读）、register（另可登记）或 act（本人可做的一切）。', '--scope is read, register or act.')
  if (typeof days !== 'string' || !/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > 730) throw new OperatorError('--days 应为 1 到 730 之间的数字。', '--days is a number from 1 to 730.')
  return { login: login.trim().toLowerCase(), name: name.trim(), scope: wanted, days: Number(days) }
}
