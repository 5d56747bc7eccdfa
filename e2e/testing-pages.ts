import { demoUrl } from './testing-demo.ts'
import { act, draftMatter, institutionId, myShift, personId, register, unitId } from './testing-desk.ts'
import { fresh, visit, type Language } from './testing-browser.ts'

const made = { open: '', referred: '', closed: '', number: '', code: '', person: '', leaver: '', root: '', desk: '', shift: '', ward: '', wardShift: '' }

/** What the pages show, brought by the people whose it is. */
export async function bringWhatPagesShow(): Promise<void> {
  const url = demoUrl()
  const desk = await visit({ as: '李文' })
  const permits = await unitId(desk.context, url, '许可科')
  const open = await register(desk.context, url, {
    subject: fresh('自建房翻建的手续'), content: '想在原址翻建两层，面积不变。', category: 'help', requester: { name: '汤小禾', phone: '13800009900', address: '城关镇南河村' },
    decision: { branch: 'mine', papers: [{ name: '身份证', copies: 1, form: 'copy' }, { name: '申请表', given: true }] },
  })
  await act(desk.context, url, `${open.id}/notes`, { kind: 'interim', text: '正在核对宅基地面积。' })
  const referred = await register(desk.context, url, { subject: fresh('围挡占了人行道'), category: 'help', decision: { branch: 'otherUnit', toUnitId: permits, reason: '占道由许可科核发' } })
  const closed = await register(desk.context, url, { subject: fresh('几点下班'), decision: { branch: 'onSpot', text: '下午五点半。' } })
  const counter = await unitId(desk.context, url, '政务服务科')
  Object.assign(made, {
    open: open.id, referred: referred.id, closed: closed.id, number: closed.number, code: closed.trackingCode, desk: counter, shift: await myShift(desk.context, url),
    person: await personId(desk.context, url, '钱博'), leaver: await personId(desk.context, url, '何欣'), root: await institutionId(desk.context, url),
  })
  const arbiter = await personId(desk.context, url, '周宁')
  const unclear = await register(desk.context, url, { subject: fresh('路灯杆歪了归谁管'), decision: { branch: 'unclear', reason: '不知归谁' } })
  await desk.close()
  const nurse = await visit({ as: '夏荷' })
  Object.assign(made, { ward: await unitId(nurse.context, url, '心内科病区护士站'), wardShift: await myShift(nurse.context, url) })
  await nurse.close()
  const office = await visit({ as: '安宁' })
  await act(office.context, url, `${unclear.id}/ruling`, { handlerPersonId: arbiter, instruction: '由许可科牵头', applyInFuture: true })
  await office.close()
  const admin = await visit({ as: '关立' })
  await draftMatter(admin.context, url, { name: fresh('占道施工备案'), unitId: permits, personId: made.person, category: 'application' })
  await admin.close()
}

export interface PageToTry {
  name: string
  path: () => string
  ready: string
  /** A key, or words on a button, that open something on it, and what then stands there. */
  opens?: { key: string; ready: string }
  presses?: { button: Readonly<Record<Language, string>>; ready: string }
}

/** Who looks at which pages; nobody is signed in where no name is given. */
export const LOOKS: readonly { who: string | null; pages: readonly PageToTry[] }[] = [
  {
    who: null, pages: [
      { name: 'sign-in', path: () => '/staff/', ready: '.sign-in-form' },
      { name: 'portal', path: () => '/', ready: '.doors' },
      { name: 'ask', path: () => '/ask', ready: 'form textarea' },
      { name: 'track', path: () => '/track', ready: 'form input' },
      { name: 'windows and desks', path: () => '/desks', ready: '.desks' },
      { name: 'tracked case', path: () => `/t/${made.number}#${made.code}`, ready: 'article.case' },
      { name: 'portal without such a page', path: () => '/t/', ready: 'h1' },
    ],
  },
  {
    who: '李文', pages: [
      { name: 'register', path: () => '/staff/', ready: '.ask input' },
      { name: 'asked together', path: () => '/staff/', ready: '.ask input', opens: { key: 'Alt+g', ready: '#who-together' } },
      { name: 'panel of another unit', path: () => '/staff/', ready: '.ask input', opens: { key: 'Alt+3', ready: 'form.panel' } },
      { name: 'keys', path: () => '/staff/todo', ready: '.todo-row', opens: { key: '?', ready: '.keys-groups' } },
      { name: 'panel of a result', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: 'r', ready: '#resolve-text' } },
      { name: 'everything one may do', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: '.', ready: '.more-acts' } },
      { name: 'export', path: () => '/staff/cases?view=all', ready: '[data-case]', opens: { key: 'e', ready: '.export-form' } },
      { name: 'to-do', path: () => '/staff/todo', ready: '.todo-row' },
      { name: 'cases', path: () => '/staff/cases?view=all', ready: '[data-case]' },
      { name: 'cases found', path: () => `/staff/cases?view=all&q=${encodeURIComponent('翻建')}`, ready: '[data-case]' },
      { name: 'no cases', path: () => '/staff/cases?view=all&q=zzzzzz', ready: '.card button' },
      { name: 'open case', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line' },
      { name: 'closed case', path: () => `/staff/cases/${made.closed}`, ready: '.case-subject-line' },
      { name: 'ledger', path: () => `/staff/cases/${made.open}/ledger`, ready: 'table' },
      { name: 'receipt', path: () => `/staff/print/${made.open}/receipt`, ready: 'article.form-sheet' },
      { name: 'notice', path: () => `/staff/print/${made.open}/notice`, ready: 'article.form-sheet' },
      { name: 'register on paper', path: () => '/staff/print/register?view=all&layout=full', ready: 'article.form-sheet' },
      { name: 'forms of a case', path: () => `/staff/cases/${made.open}`, ready: '.case-subject-line', opens: { key: 'Alt+p', ready: '.more-acts' } },
      { name: 'handling sheet', path: () => `/staff/print/${made.open}/handling`, ready: 'article.form-sheet' },
      { name: 'phone book over a page', path: () => '/staff/todo', ready: '.todo-row', opens: { key: 'b', ready: '.book-line' } },
      { name: 'directory', path: () => '/staff/directory', ready: '.book-list li' },
      { name: 'posts', path: () => '/staff/directory/posts', ready: '.dir-row' },
      { name: 'desks', path: () => '/staff/directory/desks', ready: '.dir-row' },
      { name: 'groups', path: () => '/staff/directory/groups', ready: '.dir-row' },
      { name: 'other organisations', path: () => '/staff/directory/outside', ready: '.dir-row' },
      { name: 'person', path: () => `/staff/people/${made.person}`, ready: '.person-cards' },
      { name: 'duties', path: () => '/staff/duties', ready: '.person-cards' },
      { name: 'shifts', path: () => '/staff/roster', ready: '.roster-list li' },
      { name: 'week to read', path: () => `/staff/roster/week?unit=${made.desk}`, ready: '.roster-grid' },
      { name: 'tasks of a shift', path: () => '/staff/roster/tasks', ready: 'main .card' },
      { name: 'walk-rounds', path: () => '/staff/roster/walkrounds', ready: 'main .card' },
      { name: 'on now', path: () => '/staff/roster/now', ready: 'main .card' },
      { name: 'bells', path: () => '/staff/roster/bells', ready: 'main .card' },
      { name: 'shift', path: () => `/staff/roster/shifts/${made.shift}`, ready: '.roster-halves' },
      { name: 'hand-over on paper', path: () => `/staff/print/shift/${made.shift}/handOver`, ready: 'article.form-sheet' },
      { name: 'roster on paper', path: () => `/staff/print/unit/${made.desk}/roster`, ready: 'article.form-sheet' },
      { name: 'no team to coordinate', path: () => '/staff/team', ready: 'main h1, main h2' },
      { name: 'successions to sign', path: () => '/staff/successions', ready: 'main h1' },
      { name: 'notices', path: () => '/staff/notices', ready: '.notices li' },
      { name: 'preferences', path: () => '/staff/notices/preferences', ready: 'main form, main .card' },
      { name: 'regulation', path: () => `/staff/regulation/${made.root}`, ready: 'article' },
      { name: 'password', path: () => '/staff/password', ready: '#password-current' },
      { name: 'tokens', path: () => '/staff/tokens', ready: 'main .card' },
      { name: 'no such page', path: () => '/staff/nowhere/at/all', ready: 'main h1, main h2' },
    ],
  },
  { who: '钱博', pages: [{ name: 'referred case', path: () => `/staff/cases/${made.referred}`, ready: '.case-subject-line' }, { name: 'slip', path: () => `/staff/print/${made.referred}/slip`, ready: 'article.form-sheet' }] },
  {
    who: '何平', pages: [
      { name: 'team', path: () => '/staff/team', ready: '.team-counts' },
      { name: 'week to plan', path: () => `/staff/roster/week?unit=${made.desk}`, ready: '.roster-grid' },
      { name: 'kind of shift', path: () => `/staff/roster/week?unit=${made.desk}`, ready: '.roster-grid', presses: { button: { zh: '新增班次', en: 'New kind of shift' }, ready: '.ant-modal form, .ant-modal input' } },
    ],
  },
  {
    who: '苏敏', pages: [
      { name: 'tasks of the ward', path: () => '/staff/roster/tasks', ready: '.roster-board' },
      { name: 'tasks done', path: () => '/staff/roster/tasks', ready: '.roster-board', presses: { button: { zh: '已完成', en: 'Done' }, ready: '.roster-board .tag.ok' } },
      { name: 'walk-rounds of the ward', path: () => '/staff/roster/walkrounds', ready: '.roster-list li' },
      { name: 'planning a walk-round', path: () => '/staff/roster/walkrounds', ready: '.roster-list li', presses: { button: { zh: '安排护士长查房', en: 'Plan: 护士长查房' }, ready: '#walk-form' } },
      { name: 'walk-rounds recorded', path: () => '/staff/roster/walkrounds', ready: '.roster-list li', presses: { button: { zh: '已记录', en: 'Recorded' }, ready: '.roster-found-list' } },
      { name: 'week of the ward', path: () => '/staff/roster/week', ready: '.roster-people [data-person]' },
      { name: 'kind of shift unfolded', path: () => '/staff/roster/week', ready: '.roster-grid', presses: { button: { zh: '主责导诊班', en: '主责导诊班' }, ready: '#kind-form' } },
      { name: 'shift of a nurse', path: () => `/staff/roster/shifts/${made.wardShift}`, ready: '.roster-halves' },
      { name: 'on now in the ward', path: () => '/staff/roster/now', ready: '.roster-group' },
      { name: 'bells of the ward', path: () => '/staff/roster/bells', ready: 'main .card' },
    ],
  },
  { who: '孙涛', pages: [{ name: 'unit', path: () => '/staff/unit', ready: '.unit-columns' }, { name: 'late', path: () => '/staff/todo?scope=late', ready: '.todo-row' }] },
  {
    who: '关立', pages: [
      { name: 'getting ready', path: () => '/staff/admin/ready', ready: '.ready-list' },
      { name: 'accounts', path: () => '/staff/admin/accounts', ready: 'table' },
      { name: 'units', path: () => '/staff/admin/units', ready: '.unit-tree' },
      { name: 'matters', path: () => '/staff/admin/matters', ready: '.matter-list' },
      { name: 'matters as drafts', path: () => '/staff/admin/matters', ready: '.matter-list', presses: { button: { zh: '草稿与问题', en: 'Drafts and problems' }, ready: '.matter-list' } },
      { name: 'editions', path: () => '/staff/admin/matters', ready: '.matter-list', presses: { button: { zh: '历次版本', en: 'Editions' }, ready: '.matter-list' } },
      { name: 'rulings', path: () => '/staff/admin/matters', ready: '.matter-list', presses: { button: { zh: '裁定先例', en: 'Rulings' }, ready: '.matter-list' } },
      { name: 'policy', path: () => '/staff/admin/policy', ready: 'main .card' },
      { name: 'policy editor', path: () => '/staff/admin/policy?view=edit', ready: '.editor-bar' },
      { name: 'policy versions', path: () => '/staff/admin/policy?view=versions', ready: 'main table, main .card' },
      { name: 'calendar', path: () => '/staff/admin/calendar', ready: '.calendar-top + *' },
      { name: 'notice of holidays', path: () => '/staff/admin/calendar', ready: '.calendar-top', presses: { button: { zh: '导入放假通知', en: 'Import a notice' }, ready: 'textarea' } },
      { name: 'hours', path: () => '/staff/admin/calendar', ready: '.calendar-top', presses: { button: { zh: '作息与季节', en: 'Hours and seasons' }, ready: '.calendar-pane' } },
      { name: 'deadline', path: () => '/staff/admin/deadline', ready: '.tester-form', presses: { button: { zh: '试算', en: 'Work it out' }, ready: '.tester-result' } },
      { name: 'mail', path: () => '/staff/admin/mail', ready: 'main form' },
      { name: 'webhooks', path: () => '/staff/admin/webhooks', ready: '.outbox-lead' },
      { name: 'new webhook', path: () => '/staff/admin/webhooks', ready: '.outbox-lead', presses: { button: { zh: '新增接收地址', en: 'New endpoint' }, ready: '.ant-modal input' } },
      { name: 'outbox', path: () => '/staff/admin/outbox', ready: 'main .card, main table' },
      { name: 'desk cover', path: () => '/staff/roster/desks', ready: 'main .card' },
      { name: 'desks kept', path: () => '/staff/directory/desks', ready: '.dir-list' },
      { name: 'gaps', path: () => '/staff/directory/gaps', ready: 'main .card' },
      { name: 'workbook', path: () => '/staff/directory/workbook', ready: 'main .card' },
      { name: 'new post', path: () => '/staff/directory/posts', ready: '.dir-row', presses: { button: { zh: '新增岗位', en: 'New post' }, ready: '.ant-modal input' } },
      { name: 'leaver', path: () => `/staff/successions/${made.leaver}`, ready: '.succession-figures' },
    ],
  },
]
