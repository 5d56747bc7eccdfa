import { createOutsideContact, listOutsideContacts, updateOutsideContact } from '@daodi/contract/staff/directory/outside-contacts.ts'
import { answer, route } from '../http/route.ts'
import { appendFact } from '../ledger/store-append.ts'
import { directoryFact, givenFields, removal, unlessTaken } from './noted.ts'
import { pageAsked, pageShown } from './page.ts'
import { insertOutside, listOutsideRows, updateOutsideFields } from './store-outside.ts'

const stream = (id: string): string => `contact:${id}`

export const listOutsideContactsRoute = route(listOutsideContacts, async ({ query, caller }, services) => {
  const asked = pageAsked(query)
  return answer(pageShown(await listOutsideRows(services.db, caller.institutionId, asked), asked, (row) => row))
})

/** The whole institution's, so any administrator keeps them. */
export const createOutsideContactRoute = route(createOutsideContact, async ({ body, caller, at }, services) => {
  const { institutionId } = caller
  const id = services.newId()
  if (!await unlessTaken('outside_contacts_name', () => insertOutside(services.db, { ...body, institutionId, id }))) return { ok: false, refusal: 'contact-name-taken' }
  await appendFact(services.db, directoryFact(stream(id), { caller, at, services }, { kind: 'contact-created', fields: givenFields(body) }))
  return { ok: true, value: { id } }
})

export const updateOutsideContactRoute = route(updateOutsideContact, async ({ params: { contactId }, body, caller, at }, services) => {
  const { removed, ...fields } = body
  let isKnown = false
  const isFree = await unlessTaken('outside_contacts_name', async () => {
    isKnown = await updateOutsideFields(services.db, caller.institutionId, contactId, { ...fields, removedAt: removal(removed, at) })
  })
  if (!isFree) return { ok: false, refusal: 'contact-name-taken' }
  if (!isKnown) return { ok: false, refusal: 'no-such-contact' }
  await appendFact(services.db, directoryFact(stream(contactId), { caller, at, services }, { kind: removed ? 'contact-removed' : 'contact-changed', fields: givenFields(body) }))
  return { ok: true, value: { id: contactId } }
})
