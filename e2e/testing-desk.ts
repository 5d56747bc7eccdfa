import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'

/** What a journey needs to be there already, registered through the wire by whoever is signed in. */
export async function register(context: BrowserContext, url: string, asked: { subject: string; content?: string; category?: string; requester?: object; decision?: object }): Promise<{ id: string; number: string; trackingCode: string }> {
  const answer = await context.request.post(`${url}/api/staff/cases`, { data: { channel: 'visit', category: 'consultation', ...asked } })
  expect(answer.status(), await answer.text()).toBe(201)
  return await answer.json() as { id: string; number: string; trackingCode: string }
}

export async function act(context: BrowserContext, url: string, path: string, body: object = {}): Promise<void> {
  const answer = await context.request.post(`${url}/api/staff/cases/${path}`, { data: body })
  expect(answer.status(), await answer.text()).toBeLessThan(300)
}

/** The id of one of the reader's units, by its name. */
export async function unitId(context: BrowserContext, url: string, name: string): Promise<string> {
  const { units } = await (await context.request.get(`${url}/api/staff/units`)).json() as { units: { id: string; name: string }[] }
  const found = units.find((unit) => unit.name === name)
  if (!found) throw new Error(`no unit ${name}, only ${units.map((unit) => unit.name).join(', ')}`)
  return found.id
}
