import { isIP } from 'node:net'
import { OperatorError } from '../database/operator-error.ts'
import type { Outside, SmtpServer } from '../http/route.ts'

/** What the environment says of everything that leaves. Its own file, because a password is in it: nothing here may be logged. */
export function readOutside(text: (name: string) => string | null): Outside {
  return { smtp: readSmtp(text('SMTP_URL'), text('MAIL_FROM')), privateNetworks: readNetworks(text('WEBHOOK_PRIVATE_NETWORKS')), publicUrl: text('PUBLIC_URL') }
}

const PORTS = { tls: 465, starttls: 587, none: 25 } as const
const SECURITY = { 'smtps:': 'tls', 'smtp+starttls:': 'starttls', 'smtp:': 'none' } as const

function readSmtp(url: string | null, from: string | null): SmtpServer | null {
  if (url === null && from === null) return null
  const sender = /^(?:(.*?)\s*<)?([^\s<>@]+@[^\s<>@]+)>?$/.exec(from ?? '')
  // The URL is not repeated: it holds the password.
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null
  const security = parsed ? SECURITY[parsed.protocol as keyof typeof SECURITY] : undefined
  if (!parsed || !security || parsed.hostname === '') throw new OperatorError('SMTP_URL 的写法应为 smtps://用户:密码@mail.example.cn:465（或 smtp+starttls://…，端口 587；不加密则为 smtp://…）。', 'SMTP_URL must look like smtps://user:password@mail.example.cn:465 (or smtp+starttls://… with port 587, smtp://… without encryption).')
  if (!sender?.[2]) throw new OperatorError('设置了 SMTP_URL 就要用 MAIL_FROM 写明发件人，如 notice@example.cn 或 县建设局 <notice@example.cn>。', 'MAIL_FROM must be the sender beside SMTP_URL, such as notice@example.cn or 县建设局 <notice@example.cn>.')
  const login = decodeURIComponent(parsed.username)
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''), port: parsed.port === '' ? PORTS[security] : Number(parsed.port), security, login: login === '' ? null : login,
    password: login === '' ? null : decodeURIComponent(parsed.password), sender: sender[2], senderName: sender[1] ?? null,
  }
}

function readNetworks(text: string | null): string[] {
  const ranges = (text ?? '').split(/[\s,]+/).filter((part) => part !== '')
  const wrong = ranges.find((range) => {
    const [address = '', bits, ...more] = range.split('/')
    const version = isIP(address)
    return version === 0 || more.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  })
  if (wrong === undefined) return ranges
  throw new OperatorError(`WEBHOOK_PRIVATE_NETWORKS 里有“${wrong}”；请填写地址或网段，如 10.1.0.0/16，用逗号分隔。`, `WEBHOOK_PRIVATE_NETWORKS holds "${wrong}"; give addresses or ranges such as 10.1.0.0/16, separated by commas.`)
}
