import { OperatorError } from '../database/operator-error.ts'
import type { Services } from '../http/route.ts'
import { testLetter } from '../mail/letters.ts'
import { post } from '../mail/transport.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const mailTest: Command = {
  words: 'mail test', usage: '--to ADDRESS',
  zh: '用 SMTP_URL 和 MAIL_FROM 发一封测试邮件',
  en: 'sends a test letter by SMTP_URL and MAIL_FROM',
  more: ['--to ADDRESS  收件地址 / where to'],
  options: { to: { type: 'string' } },
  examples: ['mail test --to name@example.cn'],
  takes: { least: 0, most: 0 },
  run: (given) => withServices((services) => run(given, services)),
}

async function run({ values }: Given, services: Services): Promise<ExitCode> {
  const { to } = values
  if (typeof to !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(to)) throw new OperatorError('请写明收件地址：--to name@example.cn。', 'Say where to: --to name@example.cn.')
  const server = services.outside?.smtp
  if (!server) throw new OperatorError('请先设置 SMTP_URL 和 MAIL_FROM；单位自己设置的邮件服务器请在“邮件”页面上测试。', 'Set SMTP_URL and MAIL_FROM first; a server that an institution set itself is tested on its own page.')
  const posted = await post(server, { to, ...testLetter(), messageId: services.newId() })
  process.stdout.write(posted.ok ? '已发出 / sent\n' : `未发出 / not sent: ${posted.answer}\n`)
  return posted.ok ? 0 : 1
}
