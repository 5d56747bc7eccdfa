// An operating room in its pages: the first visit by a pair, a preparation that names what it lacks, a flag that tells at once, the visit after the operation.
// The registration, the opinions, the emergency and the shift go by the API, as in the story's own file on the server.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { administers } from '@daodi/server/stories/testing-administrator.ts'
import { operatingRoom } from '@daodi/server/stories/testing-casts.ts'
import { shoot, useBrowser } from './testing-browser.ts'
import { beginJourney, type Journey } from './testing-journey.ts'
import { startStory, type StorySite } from './testing-story.ts'

let site: StorySite
let journey: Journey
let matterId: string
beforeEach(async () => {
  site = await startStory(operatingRoom, '2026-03-02 08:00')
  journey = beginJourney(site)
  matterId = (await administers(site, 'guan', '/api/staff/matters', { name: '手术首访', unitId: site.units['手术室'], personId: site.people['jia'], category: 'application', keywords: ['术前访视', '手术'] })).id
})
afterEach(async () => { await site.stop() })
// After the site's own ending, so that the pages are pictured and closed before it.
useBrowser()

/** Opens an act from the bar or, where the bar has no room for it, from what else may be done. */
async function acts(page: Page, name: string): Promise<ReturnType<Page['getByRole']>> {
  const named = { name: new RegExp(`^${name}`) }
  const atHand = page.getByRole('group', { name: '其他操作' }).getByRole('button', named)
  if (await atHand.count() > 0) await atHand.click()
  else {
    await page.getByRole('button', { name: /^更多/ }).click()
    await page.getByRole('dialog', { name: '其他操作' }).getByRole('button', named).click()
  }
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}

async function sends(dialog: ReturnType<Page['getByRole']>): Promise<void> {
  await dialog.getByRole('button', { name: /^提交/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a first visit of an operating room, from the preparation to the visit afterwards', async () => {
  await site.at('2026-03-02 15:00')
  const { id } = await site.does('fei', '/api/staff/cases', {
    channel: 'visit', subject: '12 床术前首访', matterId, place: '12 床', requester: { name: '袁山' }, decision: { branch: 'mine' }, askedTogether: [site.people['ge']],
  })
  const doctor = await journey.comes('2026-03-02 15:05', { as: '费燕' }, `/staff/cases/${id}`)
  await doctor.getByRole('heading', { name: '12 床术前首访' }).waitFor()
  await doctor.getByText('费燕、葛琪').waitFor()
  const filling = await acts(doctor, '填写记录单')
  for (const [part, words] of [['病史', '高血压五年'], ['检查检验', '血常规、凝血正常'], ['精神状态', '紧张，已安抚'], ['拟行手术', '股骨骨折内固定'], ['麻醉与镇痛方案', '全麻，术后自控镇痛']] as const) {
    await filling.getByLabel(part).fill(words)
  }
  await sends(filling)
  await doctor.getByRole('region', { name: '手术首访记录' }).getByText('还缺：体格检查').waitFor()
  await doctor.getByRole('button', { name: /^更多/ }).click()
  const others = doctor.getByRole('dialog', { name: '其他操作' })
  await others.getByRole('term').filter({ hasText: '完成环节' }).waitFor()
  expect(await others.getByRole('button', { name: /^完成环节/ }).count()).toBe(0)
  await shoot(doctor, 's22-1-missing')
  await doctor.keyboard.press('Escape')
  await others.waitFor({ state: 'hidden' })
  const again = await acts(doctor, '填写记录单')
  await again.getByLabel('体格检查').fill('心肺无异常，气道评估二级')
  await sends(again)
  await doctor.getByText('还缺：体格检查').waitFor({ state: 'hidden' })
  await sends(await acts(doctor, '完成环节'))
  await doctor.getByRole('region', { name: '手术首访记录' }).getByText(/^费燕 .*确认完成$/).waitFor()
  const flagging = await acts(doctor, '标记情形')
  await flagging.getByText('多发伤', { exact: true }).click()
  await flagging.getByText('标记后立即告知制度所列人员').waitFor()
  await sends(flagging)
  await doctor.locator('.case-tags').getByText('多发伤').waitFor()
  await shoot(doctor, 's22-2-flagged')

  const director = await journey.comes('2026-03-02 15:10', { as: '贾琳' }, `/staff/cases/${id}`)
  await sends(await acts(director, '确认收到'))
  await director.getByRole('region', { name: '情形' }).getByText(/^贾琳 .* 确认$/).waitFor()
  await shoot(director, 's22-3-confirmed')

  const rescuer = await journey.comes('2026-03-03 08:50', { as: '费燕' }, `/staff/cases/${id}`)
  await rescuer.getByRole('button', { name: '突发紧急情况' }).click()
  await rescuer.getByRole('button', { name: '再按一次：立即登记并通知值班负责人' }).click()
  await rescuer.getByRole('heading', { name: '紧急事件（待补记）' }).waitFor()
  await rescuer.getByRole('region', { name: '协同' }).getByText('12 床术前首访').waitFor()
  await shoot(rescuer, 's22-4-emergency')
  const emergencyId = new URL(rescuer.url()).pathname.split('/').at(-1)
  await site.does('fei', `/api/staff/cases/${emergencyId}/record`, { subject: '术中更换麻醉方式并出血' })
  await site.does('fei', `/api/staff/cases/${emergencyId}/resolution`, { outcome: 'solved', text: '已止血，生命体征平稳。' })

  await site.at('2026-03-03 10:00')
  await site.does('ge', `/api/staff/cases/${id}/appointment`, { at: '2026-03-04T09:00:00+08:00', home: false, place: '12 床', personId: site.people['fei'] })
  const nurse = await journey.comes('2026-03-04 09:05', { as: '葛琪', width: 'phone' }, `/staff/cases/${id}`)
  const after = await acts(nurse, '填写记录单')
  for (const part of ['术后情况', '镇痛效果', '告知家属']) await after.getByLabel(part).fill('良好')
  await sends(after)
  await sends(await acts(nurse, '完成环节'))
  await sends(await acts(nurse, '赴约情况'))
  await nurse.getByText('已按约访视').waitFor()
  await shoot(nurse, 's22-5-visited-phone')
  await site.does('fei', `/api/staff/cases/${id}/resolution`, { outcome: 'solved', text: '手术及术后访视完成。' })
  expect((await site.does('fei', `/api/staff/cases/${id}/reply`, { channel: 'visit', text: '手术和术后访视已完成。', close: true })).status).toBe('closed')
  expect(journey.faults()).toEqual([])
})
