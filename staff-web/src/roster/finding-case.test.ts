import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { expect, test } from 'vitest'
import { findingBody } from './finding-case.ts'

const found = { subject: '三楼扶手松动', toUnitId: '00000000-0000-4000-8000-000000000012', reason: '班前巡视' }
const settings = { categories: [], channels: [], readBackCategories: [], requesterRequired: false }

test('a finding is registered as what it is wherever the regulation has that', () => {
  const body = findingBody(found, settings)
  expect(registerCase.body.parse(body)).toEqual({ channel: 'selfDiscovered', category: 'help', subject: found.subject, decision: { branch: 'otherUnit', toUnitId: found.toUnitId, reason: found.reason } })
})

test('elsewhere it takes what the regulation offers, and nothing that would have to be read back to somebody', () => {
  const body = findingBody(found, { categories: ['complaint', 'consultation', 'other'], channels: ['visit', 'other'], readBackCategories: ['complaint'], requesterRequired: true })
  expect(body).toMatchObject({ channel: 'other', category: 'other', requester: { declined: true } })
  expect(findingBody(found, { ...settings, categories: ['complaint'], channels: ['visit'], readBackCategories: ['complaint'] })).toMatchObject({ channel: 'visit', category: 'complaint', readBack: true })
})
