import type { Story } from '../testing-story.ts'

/** Done by an administrator, who has to be signed in in person: no token administers. Gives back what the server answered. */
export async function administers({ app, people }: Story, who: string, path: string, body: object): Promise<ReturnType<typeof JSON.parse>> {
  const session = await app.inject({ method: 'POST', url: '/api/staff/demo/session', payload: { personId: people[who] } })
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  const reply = await app.inject({ method: 'POST', url: path, payload: body, headers: { cookie } })
  if (reply.statusCode >= 300) throw new Error(`${who}: POST ${path} → ${reply.statusCode} ${reply.body}`)
  return reply.json()
}
