import { z } from 'zod'
import { operation } from '../../operation.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'
import { line, PersonName, Phone } from '../../shared/text.ts'
import { NewPassword } from '../session/session.ts'

export const getSetup = operation({
  id: 'getSetup', method: 'GET', path: '/api/staff/setup', gate: 'public', summary: '是否需要初始设置，以及可选的预设',
  params: NoParams, query: NoQuery, body: NoBody, status: 200, refusals: {},
  reply: z.object({ needed: z.boolean(), demo: z.boolean(), presets: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), description: z.string(), descriptionEn: z.string() })) }),
})
/** Guarded by the one-time token that the server printed on its console. */
export const completeSetup = operation({
  id: 'completeSetup', method: 'POST', path: '/api/staff/setup', gate: 'public', summary: '完成初始设置', keepsNoAnswer: true,
  params: NoParams, query: NoQuery,
  body: z.strictObject({
    token: line(100),
    institution: z.strictObject({ name: line(80), shortName: line(20), registerCode: z.string().regex(/^[A-Z]{2,6}$/, 'register-code-format'), phone: Phone.optional() }),
    preset: line(40),
    administrator: z.strictObject({ name: PersonName, login: z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/, 'login-format'), password: NewPassword }),
  }),
  reply: z.object({ institutionId: z.uuid(), personId: z.uuid() }), status: 201,
  refusals: { 'setup-done': 409, 'setup-token-wrong': 403, 'no-such-preset': 422, 'password-common': 422, 'password-has-login': 422 },
})
