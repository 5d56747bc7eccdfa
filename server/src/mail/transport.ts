import { createTransport } from 'nodemailer'
import type { SmtpServer, Services } from '../http/route.ts'
import { passwordOf, readMailServer } from './store.ts'

export interface Letter { to: string; subject: string; text: string; messageId: string }
export type Posted = { ok: true } | { ok: false; answer: string; forGood: boolean }

const CONNECT_MS = 15_000
const SILENCE_MS = 30_000

/** The institution's own server, else the one that the operator set for the installation; `fault`: its password cannot be opened. */
export async function mailServerOf({ db, outside, secrets, log }: Services, institutionId: string): Promise<SmtpServer | { fault: 'key-missing' | 'key-wrong' } | null> {
  const own = await readMailServer(db, institutionId)
  if (!own) return outside?.smtp ?? null
  const { sender_name: senderName, password_box: box, ...server } = own
  const opened = box === null ? null : secrets.open(box, passwordOf(institutionId))
  if (opened === null || opened.ok) return { ...server, password: opened?.text ?? null, senderName }
  log.error({ msg: 'a mail password cannot be opened: the key is missing or another one; see SECRETS_KEY', fault: opened.fault })
  return { fault: opened.fault }
}

/**
 * Hands one letter to the server. The answer is a code, never what the server wrote: that may repeat an address.
 * `forGood`: the server refuses this letter and would refuse it again.
 */
export async function post(server: SmtpServer, letter: Letter): Promise<Posted> {
  const transport = createTransport({
    host: server.host, port: server.port, secure: server.security === 'tls', requireTLS: server.security === 'starttls', ignoreTLS: server.security === 'none',
    ...(server.login !== null && server.password !== null ? { auth: { user: server.login, pass: server.password } } : {}),
    connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, disableFileAccess: true, disableUrlAccess: true,
  })
  try {
    const { to, subject, text, messageId } = letter
    await transport.sendMail({
      from: { name: server.senderName ?? '', address: server.sender }, to: { name: '', address: to }, subject, text, messageId: `<${messageId}@${server.sender.split('@')[1] ?? 'daodi'}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
    return { ok: true }
  } catch (error) {
    return refusalOf(error)
  } finally {
    transport.close()
  }
}

function refusalOf(error: unknown): Posted {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const smtp = typeof responseCode === 'number' ? responseCode : 0
  // 5xx about the letter itself; a refused sign-in is the settings' fault and may be mended.
  const forGood = smtp >= 500 && smtp < 600 && code !== 'EAUTH'
  return { ok: false, answer: [typeof code === 'string' ? code : 'error', smtp || ''].filter(Boolean).join(' '), forGood }
}
