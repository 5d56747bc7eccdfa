// A head looks after the unit; an administrator takes somebody on, who then signs in for the first time.
import { expect, test } from 'vitest'
import { act, register, unitId } from './testing-desk.ts'
import { fresh, shoot, tooWide, useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()

test('a head sees what the unit carries, what waits to be signed for and what is late, and it moves by itself', async () => {
  const head = await visit({ as: '孙涛' })
  const { page } = head
  await page.goto(`${url}/staff/`)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '本科室' }).click()
  const people = page.getByRole('region', { name: /人员 · 许可科/ })
  await people.getByText('钱博').waitFor()
  const counts = page.getByRole('main')
  for (const words of ['在办', '超期', '今天到期', '待签收', '今日登记', '今日办结']) expect(await counts.innerText()).toContain(words)
  await shoot(page, 'unit-1')

  // Somebody at a window refers a case to the unit while the head looks at the page.
  const subject = fresh('规划许可到期怎么延')
  const desk = await visit({ as: '李文' })
  const { id } = await register(desk.context, url, { subject, decision: { branch: 'otherUnit', toUnitId: await unitId(desk.context, url, '许可科'), reason: '许可延期由许可科办理' } })
  await page.getByRole('link', { name: subject }).waitFor()
  const permits = await visit({ as: '钱博' })
  await act(permits.context, url, `${id}/referral/acceptance`)
  await page.getByRole('link', { name: subject }).waitFor({ state: 'hidden' })

  // In a busy hour the figures are read now and then, not at each change.
  const begun: number[] = []
  page.on('requestfinished', (request) => { if (request.url().endsWith('/overview')) begun.push(request.timing().startTime) })
  for (let nth = 0; nth < 6; nth += 1) {
    await register(head.context, url, { subject: fresh('延期要带什么'), decision: { branch: 'onSpot', text: '带原证和身份证。' } })
    await page.waitForTimeout(400)
  }
  await expect.poll(() => begun.length).toBeGreaterThan(1)
  for (const [nth, at] of begun.entries()) expect(at - (begun[nth - 1] ?? 0)).toBeGreaterThan(1_000)

  // The head may look into the case of somebody else in the unit.
  await page.goto(`${url}/staff/cases/${id}`)
  await page.getByRole('heading', { name: subject }).waitFor()
  expect(await page.getByText('没有这个页面').count()).toBe(0)
  expect(head.faults).toEqual([])
})

test('the unit page fits a phone', async () => {
  const head = await visit({ as: '孙涛', width: 'phone' })
  await head.page.goto(`${url}/staff/unit`)
  await head.page.getByText('钱博').first().waitFor()
  expect(await tooWide(head.page)).toBe(0)
  await shoot(head.page, 'unit-2-phone')
  expect(head.faults).toEqual([])
})

test('a new colleague gets an account, and chooses a password before anything else', async () => {
  const administrator = await visit({ as: '关立' })
  const { page } = administrator
  const login = `xin${Date.now().toString(36)}`
  await page.goto(`${url}/staff/admin/accounts`)
  await page.getByRole('button', { name: '新增账号' }).click()
  const form = page.getByRole('dialog', { name: '新增账号' })
  await form.getByRole('textbox', { name: '姓名' }).fill('辛雨桐')
  await form.getByRole('textbox', { name: '登录名' }).fill(login)
  await form.getByRole('combobox', { name: '科室' }).first().click()
  await page.keyboard.type('许可科')
  await page.locator('.ant-select-item-option-active', { hasText: '许可科' }).waitFor()
  await page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: '岗位' }).fill('科员')
  await shoot(page, 'admin-1-new')
  await form.getByRole('button', { name: '保存' }).click()
  const once = page.getByRole('dialog', { name: '辛雨桐 的账号已建好' })
  await once.waitFor()
  const [shownLogin, password = ''] = await once.locator('code').allInnerTexts()
  expect(shownLogin).toBe(login)
  expect(password.length).toBeGreaterThanOrEqual(10)
  await once.getByRole('button', { name: '已转交，关闭' }).click()
  await page.getByRole('searchbox', { name: '姓名、拼音、登录名' }).fill(login)
  await page.getByRole('row', { name: new RegExp(login) }).getByText('待改密码').waitFor()

  const newcomer = await visit({ expected: ['401 /api/staff/session', '422 /api/staff/session/password', '403 /api/staff/'] })
  const first = newcomer.page
  await first.goto(`${url}/staff/todo`)
  const signIn = async (secret: string): Promise<void> => {
    await first.getByRole('textbox', { name: '登录名' }).fill(login)
    await first.getByRole('textbox', { name: '密码', exact: true }).fill(secret)
    await first.getByRole('button', { name: '登录', exact: true }).click()
  }
  await signIn('not the right one')
  await first.getByRole('alert').waitFor()
  await signIn(password)
  await first.getByRole('heading', { name: '首次登录，请先设置自己的密码' }).waitFor()
  // Nothing else can be reached meanwhile, by no address.
  await first.goto(`${url}/staff/cases`)
  await first.getByRole('heading', { name: '首次登录，请先设置自己的密码' }).waitFor()
  const own = '麦浪翻过第三道坡-07'
  await first.getByRole('textbox', { name: '现用密码' }).fill(password)
  await first.getByRole('textbox', { name: '新密码' }).fill(own)
  await first.getByRole('textbox', { name: '再输一次' }).fill(own)
  await shoot(first, 'admin-2-forced')
  await first.getByRole('button', { name: '修改密码' }).click()
  await first.getByRole('navigation', { name: '视图' }).waitFor()

  // Signed out, only the new password opens the door.
  await first.getByRole('button', { name: /辛雨桐/ }).click()
  await first.getByRole('menuitem', { name: '退出登录' }).click()
  await first.getByRole('button', { name: '登录', exact: true }).waitFor()
  await signIn(password)
  await first.getByRole('alert').waitFor()
  await signIn(own)
  await first.getByRole('button', { name: /辛雨桐/ }).waitFor()
  expect([...administrator.faults, ...newcomer.faults]).toEqual([])
})

test('whoever administers nothing and heads nothing is not shown those pages', async () => {
  const clerk = await visit({ as: '李文', expected: ['403 /api/staff/'] })
  await clerk.page.goto(`${url}/staff/`)
  const places = clerk.page.getByRole('navigation', { name: '主导航' })
  await places.getByRole('link', { name: '办件' }).waitFor()
  expect(await places.getByRole('link').allInnerTexts()).not.toEqual(expect.arrayContaining(['管理']))
  expect(await places.getByRole('link').allInnerTexts()).not.toEqual(expect.arrayContaining(['本科室']))
  await clerk.page.goto(`${url}/staff/admin/accounts`)
  await clerk.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await clerk.page.getByRole('row').count()).toBe(0)
  expect(clerk.faults).toEqual([])
})
