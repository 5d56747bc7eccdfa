import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery, pageOf, pageQuery } from '../../shared/page.ts'
import { line, Phone, prose } from '../../shared/text.ts'

export const OutsideContactView = z.object({
  id: z.uuid(), name: z.string(), scope: z.string().nullable(), keywords: z.array(z.string()), phone: z.string().nullable(), address: z.string().nullable(), hours: z.string().nullable(),
})

const fields = {
  scope: prose(1000).nullable().optional(), keywords: z.array(line(40)).max(60).optional(), phone: Phone.nullable().optional(), address: line(120).nullable().optional(), hours: line(120).nullable().optional(),
}

export const listOutsideContacts = operation({
  id: 'listOutsideContacts', method: 'GET', path: '/api/staff/outside-contacts', gate: 'signedIn', summary: '外单位：管什么、电话、地址；答“不属本单位”时用',
  params: NoParams, query: z.strictObject({ q: line(200).optional(), ...pageQuery }), body: NoBody, reply: pageOf(OutsideContactView), status: 200, refusals: {},
})
export const createOutsideContact = operation({
  id: 'createOutsideContact', method: 'POST', path: '/api/staff/outside-contacts', gate: 'administrator', summary: '新增外单位',
  params: NoParams, query: NoQuery, status: 201, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: line(80), ...fields }), refusals: { 'contact-name-taken': 409 },
})
export const updateOutsideContact = operation({
  id: 'updateOutsideContact', method: 'PATCH', path: '/api/staff/outside-contacts/:contactId', gate: 'administrator', summary: '修改外单位；removed 为撤销',
  params: z.strictObject({ contactId: z.uuid() }), query: NoQuery, status: 200, reply: z.object({ id: z.uuid() }),
  body: z.strictObject({ name: line(80).optional(), ...fields, removed: z.boolean().optional() }), refusals: { 'no-such-contact': 404, 'contact-name-taken': 409 },
})
