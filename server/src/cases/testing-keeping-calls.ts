import ExcelJS from 'exceljs'
import { hashPassword } from '../access/store-credentials.ts'
import { rememberRuling } from '../matters/store-precedents.ts'
import type { Who, World } from '../testing-world.ts'

export interface Calls {
  world: World
  /** Of those who have called by now. */
  sessions: Map<Who, { cookie: string }>
  /** Calls an operation, notes its statements, gives the reply's body. */
  count: (who: Who | null, operationId: string, given?: { params?: Record<string, string>; query?: string; body?: object; file?: { name: string; bytes: Buffer } }) => Promise<Record<string, string>>
}

/** What an administrator does with the directory: posts, desks, groups, outside contacts, the workbook. */
export async function keepTheDirectory({ world, count }: Calls): Promise<void> {
  const unitId = world.units['许可科'] ?? ''
  const { li, zhou, qian } = world.people
  const holders = [{ personId: zhou }, { personId: qian }]
  const { id: postId = '' } = await count('guan', 'createPost', { body: { unitId, name: '综合受理岗', duties: '受理申请', languages: ['普通话'], holders: holders.map((one) => ({ ...one, exceptionReason: '暂代' })) } })
  await count('guan', 'updatePost', { params: { postId }, body: { languages: [], holders } })
  const { id: deskId = '' } = await count('guan', 'createDesk', { body: { unitId, kind: 'window', name: '八号窗口', scope: '施工许可', staff: [zhou, qian] } })
  await count('guan', 'updateDesk', { params: { deskId }, body: { scope: '施工许可、占道', staff: [zhou] } })
  const { id: groupId = '' } = await count('guan', 'createGroup', { body: { unitId, kind: 'working', name: '协调小组', mandate: '协调疑难', members: [{ personId: qian }], managerId: zhou } })
  await count('guan', 'updateGroup', { params: { groupId }, body: { mandate: '协调疑难事项', members: [{ personId: zhou }, { personId: qian }] } })
  const { id: teamId = '' } = await count('guan', 'createGroup', { body: { unitId, kind: 'firstContact', name: '首问团队', managerId: zhou } })
  await count('zhou', 'getTeamWork', { params: { groupId: teamId } })
  const { id: contactId = '' } = await count('guan', 'createOutsideContact', { body: { name: '市水务局', scope: '自来水' } })
  await count('guan', 'updateOutsideContact', { params: { contactId }, body: { scope: '自来水、污水' } })
  for (const id of ['listPosts', 'listDesks', 'listGroups', 'listOutsideContacts', 'getMyDuties']) await count('li', id)
  await count('li', 'searchPhoneBook', { query: '?q=lw' })
  await count('li', 'getPerson', { params: { personId: li } })
  await count('guan', 'getReadiness')
  await count('guan', 'listDirectoryGaps')
  await count('guan', 'exportDirectory')
  const book = new ExcelJS.Workbook()
  book.addWorksheet('单位').addRows([['单位名称', '上级单位', '类型', '职责'], ...Array.from({ length: 40 }, (_, n) => [`导入${n + 1}号窗口`, '许可科', '窗口', '受理'])])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  const { id: importId = '', digest } = await count('guan', 'checkDirectoryImport', { file: { name: '名录.xlsx', bytes } })
  await count('guan', 'applyDirectoryImport', { params: { importId }, body: { digest } })
}

/** The directory of matters, by drafts and editions, and rulings that are to hold in future. */
export async function keepTheMatters({ world, count }: Calls): Promise<void> {
  const unitId = world.units['许可科'] ?? ''
  const { id: matterId = '' } = await count('guan', 'createMatter', { body: { name: '占道围挡审批', unitId, personId: world.people.zhou, workingDays: 5, draft: true } })
  const params = { matterId }
  await count('guan', 'saveMatterDraft', { params, body: { name: '占道围挡审批', unitId, personId: world.people.zhou, workingDays: 3, synonyms: ['围挡许可'] } })
  const { id: other = '' } = await count('guan', 'createMatter', { body: { name: '临时设施搭建', unitId, draft: true } })
  await count('guan', 'listMatterDrafts')
  await count('guan', 'discardMatterDraft', { params: { matterId: other } })
  await count('guan', 'checkMatters')
  const { number = '' } = await count('guan', 'publishMatters', { body: { note: '首次发布' } })
  await count('li', 'getMatter', { params })
  await count('li', 'listMatterEditions')
  await count('li', 'getMatter', { params, query: `?edition=${number}` })
  await count('li', 'getMatterEdition', { params: { number } })
  await count('li', 'listEditionMatters', { params: { number } })
  await count('guan', 'removeMatter', { params, body: {} })
  const { id: caseId = '' } = await count('li', 'registerCase', { body: { channel: 'visit', subject: '单车堆在门前', category: 'complaint', readBack: true } })
  const precedentId = world.services.newId()
  await rememberRuling(world.db, {
    institutionId: world.institutionId, id: precedentId, caseId, text: { subject: '单车堆在门前', content: null }, unitId, matterId: null, ruledBy: world.people.bao, at: world.services.clock(),
  })
  await count('guan', 'listPrecedents')
  await count('guan', 'draftFromPrecedent', { params: { precedentId }, body: { name: '单车停放' } })
  await count('guan', 'revokePrecedent', { params: { precedentId }, body: {} })
}

/** The regulation and the working calendar of one unit, by drafts and versions. */
export async function keepTheRegulation({ world, count }: Calls): Promise<void> {
  const params = { unitId: world.units['许可科'] ?? '' }
  await count('guan', 'getPolicySettings', { params })
  await count('guan', 'checkPolicyDraft', { params, body: { settings: { contactAttempts: 4 } } })
  await count('guan', 'savePolicyDraft', { params, body: { settings: { contactAttempts: 4 }, basedOn: 0 } })
  await count('guan', 'discardPolicyDraft', { params })
  await count('guan', 'previewPolicy', { params, body: { settings: { contactAttempts: 4 } } })
  await count('guan', 'publishPolicy', { params, body: { settings: { contactAttempts: 4 }, basedOn: 0 } })
  await count('guan', 'publishPolicy', { params, body: { settings: { contactAttempts: 2 }, basedOn: 1 } })
  await count('li', 'listPolicyVersions', { params })
  await count('li', 'getPolicyVersion', { params: { ...params, version: '1' } })
  await count('li', 'comparePolicyVersions', { params, query: '?from=1&to=2' })
  await count('li', 'getCalendar', { params, query: '?year=2026' })
  const definition = { weekdays: [1, 2, 3, 4, 5, 6] }
  await count('guan', 'checkCalendarDraft', { params, body: { definition, year: 2026 } })
  await count('guan', 'publishCalendar', { params, body: { definition } })
  await count('li', 'getCalendarVersion', { params: { ...params, version: '1' } })
  await count('guan', 'readHolidayNotice', { body: { text: '一、元旦：1月1日（周五）至3日（周日）放假，共3天。' } })
  await count('li', 'testDeadline', { body: { since: '2026-03-06T10:00:00+08:00', limit: { amount: 1, unit: 'workingDays' }, unitId: params.unitId } })
}

/** Forms of a case and the register, to be printed or taken along as documents. */
export async function printForms({ world, count }: Calls): Promise<void> {
  const { id: caseId = '' } = await count('li', 'registerCase', {
    body: { channel: 'visit', subject: '打印一张单子', category: 'help', decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], reason: '由你们办理' } },
  })
  for (const id of ['printCaseForm', 'downloadCaseForm']) await count('li', id, { params: { caseId, form: 'slip' }, body: {} })
  for (const id of ['printRegister', 'downloadRegister']) await count('li', id, { body: { layout: 'full', filters: {} } })
}

/** Units, accounts, mail and webhooks; and what everybody does with their own account. */
export async function administration({ world, count, sessions }: Calls): Promise<void> {
  const root = world.units['局'] ?? ''
  const { id: unitId } = await count('guan', 'createUnit', { body: { parentId: root, name: '新科室', kind: 'department', registerCode: 'XKS' } })
  const password = '春风又绿江南岸-2026'
  const { id: personId } = await count('guan', 'createAccount', { body: { name: '新人', login: 'newcomer', password, unitId, roles: [{ role: 'receptionist', unitId }] } })
  const params = { unitId: unitId ?? '', personId: personId ?? '' }
  await count('guan', 'updateUnit', { params, body: { phone: '13800000009', posts: [{ post: 'head', personId }] } })
  await count('guan', 'updateAccount', { params, body: { post: '科员', roles: [] } })
  await count('guan', 'setMailSettings', { body: { server: { host: 'mail.example.cn', port: 465, security: 'tls', login: 'a', password: 'b', sender: 'a@example.cn', senderName: null } } })
  await count('guan', 'getMailSettings')
  world.services.outside = { smtp: null, privateNetworks: ['127.0.0.1'], publicUrl: null }
  await count('guan', 'createWebhook', { body: { name: '接收', url: 'http://127.0.0.1:9/', kinds: ['case.closed'] } })
  const [endpoint] = await world.db.selectFrom('webhook_endpoints').select('id').execute()
  const hook = { endpointId: endpoint?.id ?? '' }
  await count('guan', 'listWebhooks')
  await count('guan', 'updateWebhook', { params: hook, body: { url: 'http://127.0.0.1:9/b' } })
  await count('guan', 'rotateWebhookSecret', { params: hook, body: {} })
  await count('guan', 'testWebhook', { params: hook, body: {} })
  await count('guan', 'listOutbox')
  await count('guan', 'deleteWebhook', { params: hook })
  await count('guan', 'createMatter', { body: { name: '新事项', unitId, personId, category: 'help' } })
  await count('guan', 'updateAccount', { params, body: { phone: '13800000008', roles: [{ role: 'administrator', unitId: root }, { role: 'head', unitId }], unlock: true } })
  await count('guan', 'updateAccount', { params, body: { name: '新人甲', unitId: root, roles: [{ role: 'head', unitId }], disabled: true, unlock: true } })
  await count('guan', 'updateAccount', { params, body: { disabled: false } })
  await count('guan', 'resetPassword', { params, body: { password: '明月何时照我还-2026' } })
  await count('guan', 'revokeSessions', { params, body: {} })
  const { id: tokenId } = await count('qian', 'createToken', { body: { name: '接口', scope: 'read', days: 30 } })
  await count('qian', 'revokeToken', { params: { tokenId: tokenId ?? '' } })
  await world.db.updateTable('people').set({ password_hash: await hashPassword('京口瓜洲一水间-2026'), password_set_by_other: false }).where('id', '=', world.people.qian).execute()
  await count(null, 'signIn', { body: { login: 'qian', password: '京口瓜洲一水间-2026' } })
  await count('qian', 'changePassword', { body: { current: '京口瓜洲一水间-2026', next: '钟山只隔数重山-2026' } })
  sessions.delete('qian')
  await count('qian', 'signOutEverywhere', { body: {} })
  sessions.delete('qian')
  await count('qian', 'signOut')
}
