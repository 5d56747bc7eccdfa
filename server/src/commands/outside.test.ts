import { expect, it } from 'vitest'
import { readOutside } from './outside.ts'

const reading = (values: Record<string, string>) => () => readOutside((name) => values[name] ?? null)

it('reads a mail server with its sender', () => {
  expect(reading({ SMTP_URL: 'smtps://bureau:p%40ss@mail.example.cn', MAIL_FROM: '县建设局 <notice@example.cn>', WEBHOOK_PRIVATE_NETWORKS: '10.1.0.0/16, ::1' })()).toEqual({
    smtp: { host: 'mail.example.cn', port: 465, security: 'tls', login: 'bureau', password: 'p@ss', sender: 'notice@example.cn', senderName: '县建设局' }, privateNetworks: ['10.1.0.0/16', '::1'], publicUrl: null,
  })
  expect(reading({ SMTP_URL: 'smtp+starttls://mail.example.cn', MAIL_FROM: 'notice@example.cn' })().smtp).toMatchObject({ port: 587, security: 'starttls', login: null, senderName: null })
  expect(reading({})().smtp).toBeNull()
})

it.each([
  [{ SMTP_URL: 'mail.example.cn', MAIL_FROM: 'a@b.cn' }, 'SMTP_URL'], [{ SMTP_URL: 'smtp://geheim:geheim@host' }, 'MAIL_FROM'], [{ MAIL_FROM: 'a@b.cn' }, 'SMTP_URL'],
  [{ WEBHOOK_PRIVATE_NETWORKS: '10.0.0.0/40' }, '10.0.0.0/40'], [{ WEBHOOK_PRIVATE_NETWORKS: 'intranet' }, 'intranet'],
])('refuses %o, never repeating a password', (values, named) => {
  expect(reading(values)).toThrow(named)
  expect(reading(values)).not.toThrow('geheim')
})
