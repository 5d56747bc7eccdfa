// The public's side on a phone: ask without an account, follow it, be answered, say that it is not solved.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fresh, pressFor, shoot, tooWide, useBrowser, visit } from './testing-browser.ts'
import { demoUrl } from './testing-demo.ts'

const url = demoUrl()
useBrowser()

const BUREAU = '青山县住房和城乡建设局（演示）'

/** Asks from the home page on; gives the number and the code that the person takes away. */
async function ask(page: Page, subject: string, contact: 'give' | 'decline'): Promise<{ number: string; code: string }> {
  await page.goto(url)
  await page.getByRole('link', { name: /我要提问、反映/ }).click()
  await page.getByText(BUREAU, { exact: true }).click()
  await page.getByRole('textbox', { name: '是什么事' }).fill(subject)
  await page.getByRole('textbox', { name: /具体情况/ }).fill('小区北门的路灯坏了一周，晚上老人摔过跤。')
  if (contact === 'give') {
    await page.getByRole('textbox', { name: '姓名' }).fill('杜梅')
    await page.getByRole('textbox', { name: '电话' }).fill('13800007788')
  } else await page.getByText('不愿透露', { exact: true }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '已收到，有人负责' }).waitFor()
  return { number: await page.locator('.slip .number').innerText(), code: await page.locator('.slip .code [aria-hidden]').innerText() }
}

test('a question from a phone shows up on the desk by itself, is answered, and comes back when it was not solved', async () => {
  const subject = fresh('小区北门路灯不亮')
  // 文静 receives what comes in over the web; the list is open before anybody asks.
  const desk = await visit({ as: '文静' })
  await desk.page.goto(`${url}/staff/todo`)
  await desk.page.getByRole('heading', { name: '我的应办' }).waitFor()
  const loaded = await desk.page.evaluate(() => performance.timeOrigin)

  const phone = await visit({ width: 'phone', from: '127.0.0.20' })
  const { number, code } = await ask(phone.page, subject, 'give')
  expect(number).toMatch(/^JS\d{8}-\d{4}$/)
  expect(code).toMatch(/^[A-Z2-9]{6}$/)
  await phone.page.getByRole('img', { name: '查看进度的二维码' }).waitFor()
  expect(await phone.page.getByRole('article').innerText()).toMatch(/预计 .*前答复您/)
  expect(await tooWide(phone.page)).toBe(0)
  await shoot(phone.page, 'portal-1-receipt')

  // Nobody reloads: the list hears of it.
  await desk.page.getByRole('link', { name: subject }).waitFor()
  expect(await desk.page.evaluate(() => performance.timeOrigin)).toBe(loaded)
  await shoot(desk.page, 'portal-2-live')

  await phone.page.getByRole('link', { name: '查看进度' }).click()
  await phone.page.getByRole('heading', { name: /文静 已接收/ }).waitFor()
  await shoot(phone.page, 'portal-3-track')
  await phone.page.getByRole('button', { name: '补充说明' }).click()
  await phone.page.getByRole('textbox', { name: '补充内容' }).fill('昨晚又有人摔倒，请快一点。')
  await phone.page.getByRole('button', { name: '提交补充' }).click()
  await phone.page.getByText('已收到您的补充').waitFor()

  // Answered straight away from the case page, where what was added stands already.
  await desk.page.getByRole('link', { name: subject }).click()
  await desk.page.getByText('昨晚又有人摔倒，请快一点。').waitFor()
  const decision = desk.page.getByRole('dialog', { name: '处理判定' })
  await pressFor(desk.page, 'd', decision)
  await decision.getByText('直接答复', { exact: true }).click()
  await decision.getByRole('textbox', { name: '答复内容' }).fill('维修队今晚更换灯具，换好后再告诉您。')
  await desk.page.keyboard.press('Control+Enter')
  await decision.waitFor({ state: 'hidden' })
  await desk.page.locator('.case-tags').getByText(/已答复|已办结/).waitFor()

  await phone.page.getByRole('button', { name: '刷新' }).click()
  await phone.page.getByText('维修队今晚更换灯具，换好后再告诉您。').first().waitFor()
  await phone.page.getByRole('button', { name: '没解决 / 要投诉' }).click()
  await phone.page.getByRole('textbox', { name: '哪里没有解决' }).fill('灯还是不亮。')
  await phone.page.getByRole('button', { name: '要求重新办理', exact: true }).click()
  await phone.page.getByText('已重新办理。进展仍用原来的编号和查询码查看。').waitFor()
  await phone.page.getByRole('heading', { name: /文静 (?:正在办理|已接收)/ }).waitFor()
  expect(await tooWide(phone.page)).toBe(0)
  await shoot(phone.page, 'portal-4-reopened')
  await desk.page.locator('.case-tags').getByText('第 2 轮').waitFor()
  expect(await desk.page.evaluate(() => performance.timeOrigin)).toBe(loaded)
  expect([...desk.faults, ...phone.faults]).toEqual([])
})

test('somebody who would rather not say who they are gets the same two things, and is told what that means', async () => {
  const phone = await visit({ width: 'phone', from: '127.0.0.21' })
  await phone.page.goto(`${url}/ask`)
  await phone.page.getByText('不愿透露', { exact: true }).click()
  await phone.page.getByText('答复只能凭编号和查询码在这里看').waitFor()
  const { number, code } = await ask(phone.page, fresh('匿名问一下公租房'), 'decline')
  expect(`${number} ${code}`).toMatch(/^JS\d{8}-\d{4} [A-Z2-9]{6}$/)
  await phone.page.getByText('您没有留电话，答复只能在这里看。').waitFor()
  // Reloading shows the same receipt and asks nothing twice.
  await phone.page.reload()
  await phone.page.getByText(number, { exact: true }).waitFor()
  await phone.page.getByRole('link', { name: '完成，清除本机记录' }).click()
  await phone.page.getByRole('heading', { name: '有事请问我们' }).waitFor()
  await phone.page.goBack()
  await phone.page.getByRole('heading', { name: '我要提问、反映' }).waitFor()
  expect(await phone.page.getByText(number, { exact: true }).count()).toBe(0)
  expect(phone.faults).toEqual([])
})

test('what is missing is named, and nothing typed is lost by a reload', async () => {
  const phone = await visit({ width: 'phone', from: '127.0.0.22' })
  const { page } = phone
  await page.goto(`${url}/ask`)
  await page.getByRole('button', { name: '提交' }).click()
  const faults = page.getByRole('alert').filter({ hasText: '有几处需要改一下' })
  await faults.waitFor()
  expect(await faults.getByRole('link').allInnerTexts()).toEqual(expect.arrayContaining(['请选择受理单位。', '请写下是什么事。', '请留下电话或姓名，或者选“不愿透露”。']))
  await faults.getByRole('link', { name: '请写下是什么事。' }).click()
  await page.keyboard.type('写了一半的话')
  await page.reload()
  expect(await page.getByRole('textbox', { name: '是什么事' }).inputValue()).toBe('写了一半的话')
  expect(phone.faults).toEqual([])
})

test('a wrong code and an unknown number look alike, and many guesses are slowed down', async () => {
  const asker = await visit({ width: 'phone', from: '127.0.0.23' })
  const { number } = await ask(asker.page, fresh('问一件小事'), 'decline')
  const guesser = await visit({ width: 'phone', from: '127.0.0.24', expected: ['404 /api/public/cases/', '429 /api/public/cases/'] })
  const { page } = guesser
  const look = async (asked: string, code: string): Promise<string> => {
    await page.goto(`${url}/track`)
    await page.getByRole('textbox', { name: '编号' }).fill(asked)
    await page.getByRole('textbox', { name: '查询码' }).fill(code)
    await page.getByRole('button', { name: '查询' }).click()
    return page.getByRole('alert').innerText()
  }
  const wrongCode = await look(number, 'ABC234')
  expect(wrongCode).toBe('没有找到。请核对编号和查询码，两样都要对上才能查看。')
  expect(await look(number.replace(/\d{4}$/, '9999'), 'ABC234')).toBe(wrongCode)
  await shoot(page, 'portal-5-wrong-code')

  let slowed = false
  for (let round = 0; round < 20 && !slowed; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => page.request.get(`${url}/api/public/cases/${number}?code=ZZZ999`)))
    slowed = answers.some((answer) => answer.status() === 429 && Number(answer.headers()['retry-after']) > 0)
  }
  expect(slowed).toBe(true)
  expect(await look(number, 'ABC235')).toMatch(/^操作太快，请等 \d+ 秒再试。$/)
  expect(await page.getByRole('button', { name: '查询' }).isDisabled()).toBe(true)
  await shoot(page, 'portal-6-slowed')
  // Whoever has the right code, elsewhere, notices nothing of it.
  await asker.page.getByRole('link', { name: '查看进度' }).click()
  await asker.page.getByRole('heading', { name: /已接收/ }).waitFor()
  expect([...asker.faults, ...guesser.faults]).toEqual([])
})

test('large type makes everything larger and still fits the phone', async () => {
  const phone = await visit({ width: 'phone', from: '127.0.0.25' })
  const { page } = phone
  await page.goto(url)
  const size = () => page.getByRole('heading', { level: 1 }).evaluate((element) => element.getBoundingClientRect().height)
  const before = await size()
  await page.getByRole('button', { name: '大字' }).click()
  await expect.poll(size).toBeGreaterThan(before * 1.15)
  for (const path of ['/', '/ask', '/track']) {
    await page.goto(`${url}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: '标准字' }).getAttribute('aria-pressed')).toBe('true')
    expect(await tooWide(page), path).toBe(0)
  }
  await shoot(page, 'portal-7-large')
  expect(phone.faults).toEqual([])
})

test('photos go along, one that is lost on the way is sent again, and the person takes the question back', async () => {
  const subject = fresh('楼道堆放杂物')
  const { page } = await visit({ width: 'phone', from: '127.0.0.29' })
  await page.goto(`${url}/ask`)
  await page.getByText(BUREAU, { exact: true }).click()
  await page.getByRole('textbox', { name: '是什么事' }).fill(subject)
  await page.getByRole('textbox', { name: '姓名' }).fill('杜梅')
  await page.locator('.files input[type=file]').first().setInputFiles([
    { name: '楼道.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#b08040') }, { name: '门口.jpg', mimeType: 'image/jpeg', buffer: await photo(page, '#4060b0') },
    { name: '录像.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') },
  ])
  await page.getByText('只收 JPG、PNG、WebP 照片和 PDF').waitFor()
  expect(await tooWide(page)).toBe(0)
  await shoot(page, 'portal-7-files')
  let sent = 0
  await page.route('**/attachments*', (route) => { sent += 1; return sent === 1 ? route.abort() : route.continue() })
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('您的问题已经收到。有文件没有传成').waitFor()
  await page.getByRole('button', { name: '没传成的再传一次' }).click()
  const files = page.locator('.files-sent li[data-state="done"]')
  await files.nth(1).waitFor()
  expect(await files.locator('.name').allInnerTexts()).toEqual([expect.stringContaining('楼道.jpg'), expect.stringContaining('门口.jpg')])

  await page.getByRole('link', { name: '查看进度' }).click()
  await page.getByText('您提交了文件：楼道.jpg。').waitFor()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('textbox', { name: '撤回的原因' }).fill('物业已经清走了')
  await shoot(page, 'portal-8-withdraw')
  await page.getByRole('button', { name: '确认撤回' }).click()
  await page.getByRole('heading', { name: '已撤回，不再办理' }).waitFor()
  await page.getByText('物业已经清走了').waitFor()
  expect(await page.getByRole('button', { name: '撤回', exact: true }).count()).toBe(0)
})

async function photo(page: Page, colour: string): Promise<Buffer> {
  const url64 = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = 120
    canvas.height = 80
    const brush = canvas.getContext('2d')
    if (brush) { brush.fillStyle = fill; brush.fillRect(0, 0, 120, 80) }
    return canvas.toDataURL('image/jpeg')
  }, colour)
  return Buffer.from(url64.slice(url64.indexOf(',') + 1), 'base64')
}
