import type { Services } from '../http/route.ts'
import { resetSecrets } from '../secrets/prepare-secrets.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const secretsReset: Command = {
  words: 'secrets reset', usage: '--yes',
  zh: '密钥丢失时用：忘掉打不开的邮件密码和接收地址密钥，之后重新填写',
  en: 'for a lost key: forgets mail passwords and webhook secrets that it does not open; they are entered anew',
  more: [
    '--yes  确认 / yes, forget them',
    '邮件密码要在“邮件”页重新填写；接收地址换了新密钥并停用，在“外发事件”页更换密钥、交给接收方后再启用。',
    'Mail passwords are entered anew on the page “mail”; endpoints are off until their secret is changed on the page “webhooks”, handed over, and they are switched on.',
  ],
  options: { yes: { type: 'boolean' } },
  examples: ['secrets reset --yes'],
  takes: { least: 0, most: 0 },
  run: (given) => withServices((services) => run(given, services)),
}

async function run({ values }: Given, services: Services): Promise<ExitCode> {
  if (values['yes'] !== true) {
    process.stdout.write('未改动：请加 --yes 确认。 / Nothing was changed: add --yes to confirm.\n')
    return 1
  }
  const { passwords, endpoints } = await resetSecrets(services)
  process.stdout.write(`已忘掉 ${passwords} 个邮件密码、更换 ${endpoints} 个接收地址的密钥并停用。 / ${passwords} mail password(s) forgotten, ${endpoints} endpoint(s) given another secret and switched off.\n`)
  return 0
}
