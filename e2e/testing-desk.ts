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

/** The id of somebody in the directory, by name. */
export async function personId(context: BrowserContext, url: string, name: string): Promise<string> {
  const { rows } = await (await context.request.get(`${url}/api/staff/people?q=${encodeURIComponent(name)}`)).json() as { rows: { id: string; name: string }[] }
  const found = rows.find((person) => person.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found.id
}

/** The id of the whole institution among its units. */
export async function institutionId(context: BrowserContext, url: string): Promise<string> {
  const { units } = await (await context.request.get(`${url}/api/staff/units`)).json() as { units: { id: string; kind: string }[] }
  const found = units.find((unit) => unit.kind === 'institution')
  if (!found) throw new Error('no institution among the units')
  return found.id
}

/** The id of the reader's next shift. */
export async function myShift(context: BrowserContext, url: string): Promise<string> {
  const { shifts } = await (await context.request.get(`${url}/api/staff/my-roster`)).json() as { shifts: { id: string }[] }
  if (!shifts[0]) throw new Error('no shift to look at')
  return shifts[0].id
}

export async function draftMatter(context: BrowserContext, url: string, asked: { name: string; unitId: string; personId: string; category: string }): Promise<void> {
  const answer = await context.request.post(`${url}/api/staff/matters`, { data: { ...asked, draft: true } })
  expect(answer.status(), await answer.text()).toBe(201)
}
