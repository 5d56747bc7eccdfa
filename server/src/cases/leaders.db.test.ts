import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdPost } from '../directory/store-people.ts'
import { verifyLive } from '../ledger/verify-live.ts'
import { publishPolicy } from '../policy/store.ts'
import { makeWorld, type Who, type World } from '../testing-world.ts'
import { brokenInvariants } from './store-invariants.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })
afterEach(async () => {
  const [broken, verdict] = [await brokenInvariants(world.db), await verifyLive(world.services)]
  await world.drop()
  if (broken.length > 0 || !verdict.ok) throw new Error(JSON.stringify({ broken, verdict }))
})

async function act(who: Who | null, url: string, body: object): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await world.call(who, 'POST', url, body)
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}

async function read(who: Who, url: string): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await world.call(who, 'GET', url)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}

const REQUESTER = { name: '赵敏', phone: '13800000001' }

/** Asked of 李文, handled by 钱博 of another unit. */
async function handled(): Promise<{ id: string; number: string; trackingCode: string; url: string }> {
  const made = await act('li', '/api/staff/cases', {
    channel: 'visit', subject: '许可什么时候办好', category: 'help', requester: REQUESTER,
    decision: { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科办理' },
  })
  const url = `/api/staff/cases/${made.id}`
  await act('qian', `${url}/referral/acceptance`, {})
  return { ...made, url }
}

async function solvedAgain(url: string): Promise<void> {
  await act('qian', `${url}/resolution`, { outcome: 'solved', text: '许可已核发。' })
  await act('li', `${url}/reply`, { channel: 'phone', text: '许可已办好，请来领取。', close: true })
}

interface Owed { rows: { caseId: string; kind: string; mine: boolean; escalated: boolean; owner: { personName: string }; dueAt: string }[]; counts: { open: number; red: number } }
const todo = async (who: Who, caseId: string) => {
  const { rows, counts } = await read(who, '/api/staff/obligations?scope=mine') as Owed
  expect(counts.open).toBe(rows.length)
  return rows.filter((row) => row.caseId === caseId).map(({ kind, mine, escalated, owner }) => `${kind} ${owner.personName}${mine ? ' mine' : ''}${escalated ? ' escalated' : ''}`)
}

describe('"not solved" beyond the number of reopenings', () => {
  it('goes to the head of the handler, who has it handled again or confirms the end with a reason that the person reads', async () => {
    const found = await handled()
    const say = (reason: string) => world.call(null, 'POST', `/api/public/cases/${found.number}/not-solved`, { code: found.trackingCode, reason })
    const track = async () => (await world.call(null, 'GET', `/api/public/cases/${found.number}?code=${found.trackingCode}`)).body
    await solvedAgain(found.url)
    for (const reason of ['还没有领到', '又没有领到']) {
      expect((await say(reason)).body).toMatchObject({ status: 'handling' })
      await solvedAgain(found.url)
    }
    expect(await track()).toMatchObject({ canSayNotSolved: true, leaderDecides: true })
    expect((await say('还是没有解决')).body).toMatchObject({ status: 'closed', round: 3 })
    expect((await say('还是没有解决')).body).toMatchObject({ code: 'already-reported' })
    expect(await track()).toMatchObject({ canSayNotSolved: false })
    expect(await todo('sun', found.id)).toEqual(['appeal 孙涛 mine'])
    expect(await todo('qian', found.id)).toEqual([])
    const { course } = await read('sun', found.url)
    expect(course.help).toMatchObject([{ of: 'appeal', text: '还是没有解决', byName: null, to: [{ personName: '孙涛' }] }])
    await act('sun', `${found.url}/reopening`, { reason: '证照确有遗漏，再办一次' })
    expect(await todo('sun', found.id)).toEqual([])
    await solvedAgain(found.url)
    await say('第四次说没有解决')
    const again = await read('sun', found.url)
    await act('sun', `${found.url}/help/answer`, { helpId: again.course.help[0].id, text: '证照已经寄到，签收单附后。' })
    expect(await todo('sun', found.id)).toEqual([])
    const told = await track()
    expect(told).toMatchObject({ canSayNotSolved: false })
    expect(told.timeline.filter(({ kind }: { kind: string }) => kind.startsWith('help-')).map(({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`))
      .toEqual(['help-asked 还是没有解决', 'help-asked 第四次说没有解决', 'help-answered 证照已经寄到，签收单附后。'])
    expect((await say('第五次')).body).toMatchObject({ code: 'too-many-reopenings' })
  })
})

describe('a ruling that is asked for', () => {
  it('stands in the list of everybody who may rule, and of nobody once one of them has', async () => {
    await holdPost(world.db, { institutionId: world.institutionId, unitId: world.units['局'] ?? '', post: 'office', personId: world.people.zhou })
    const found = await handled()
    await act('qian', `${found.url}/ruling-request`, { reason: '归属不明' })
    const owner = (await read('an', found.url)).obligations.find(({ kind }: { kind: string }) => kind === 'rule').owner.personName
    for (const who of ['an', 'zhou'] as const) expect(await todo(who, found.id), who).toContain(`rule ${owner} mine`)
    expect(await todo('bao', found.id)).toEqual([])
    await act(owner === '安宁' ? 'zhou' : 'an', `${found.url}/ruling`, { handlerPersonId: world.people.qian })
    for (const who of ['an', 'zhou'] as const) expect((await todo(who, found.id)).filter((line) => line.startsWith('rule')), who).toEqual([])
  })
})

describe('a question passed up', () => {
  const said = async (found: { url: string }, kinds: string[]) => (await read('li', found.url)).timeline.filter(({ kind }: { kind: string }) => kinds.includes(kind))
    .map(({ kind, actor, text, params }: { kind: string; actor: { name: string }; text: string; params: { post?: string; people?: string[] } }) => `${kind} ${actor.name}/${params.post ?? ''}${params.people ? ` → ${params.people.join()}` : ''}：${text}`)

  it('goes to the next leader with the opinion of the one who was asked, each of them in the course and on the handling sheet', async () => {
    await holdPost(world.db, { institutionId: world.institutionId, unitId: world.units['局'] ?? '', post: 'leaderInCharge', personId: world.people.wu })
    const found = await handled()
    await act('qian', `${found.url}/questions`, { question: '可以容缺受理吗？' })
    const { cooperation } = await read('sun', found.url)
    const questionId = cooperation.questions[0].id
    expect(await todo('sun', found.id)).toEqual(['advise 孙涛 mine'])
    const above = await read('sun', `${found.url}/arbiters?passUp=${questionId}`)
    expect(above.levels.map(({ post }: { post: string }) => post)).toEqual(['leaderInCharge', 'principal'])
    const skipping = await world.call('sun', 'POST', `${found.url}/passing-up`, { questionId, opinion: '拟同意', level: 2 })
    expect(skipping).toMatchObject({ status: 422, body: { code: 'skip-needs-reason' } })
    expect((await world.call('qian', 'POST', `${found.url}/passing-up`, { questionId, opinion: '自己报' })).body).toMatchObject({ code: 'not-asked' })
    await act('sun', `${found.url}/passing-up`, { questionId, opinion: '拟同意容缺受理。', level: 2, skipReason: '分管领导出国' })
    expect(await todo('sun', found.id)).toEqual([])
    expect(await todo('bao', found.id)).toEqual(['advise 包副局长 mine'])
    expect((await world.call('bao', 'POST', `${found.url}/passing-up`, { questionId, opinion: '再报' })).body).toMatchObject({ code: 'nobody-above' })
    await act('bao', `${found.url}/questions/answer`, { questionId, text: '同意，限三日内补齐。' })
    expect(await said(found, ['advice-asked', 'advice-passed-up', 'advice-given'])).toEqual([
      'advice-asked 钱博/ → 孙涛：可以容缺受理吗？', 'advice-passed-up 孙涛/head → 包副局长：拟同意容缺受理。', 'advice-given 包副局长/principal：同意，限三日内补齐。'])
    const sheet = JSON.stringify(await act('qian', `${found.url}/forms/handling`, {}))
    for (const words of ['部门负责人意见', '拟同意容缺受理。', '主要领导意见', '同意，限三日内补齐。']) expect(sheet).toContain(words)
  })

  it('is met by whoever passed it up alone, and a colleague’s advice is no leader’s opinion', async () => {
    const found = await handled()
    await act('qian', `${found.url}/questions`, { question: '可以容缺受理吗？', toPersonIds: [world.people.sun, world.people.zhou] })
    const [first] = (await read('sun', found.url)).cooperation.questions
    await act('sun', `${found.url}/passing-up`, { questionId: first.id, opinion: '拟同意。' })
    const duties = (await read('sun', found.url)).obligations.filter(({ kind, state }: { kind: string; state: string }) => kind === 'advise' && state !== 'open')
    expect(duties.map(({ owner, state }: { owner: { personName: string }; state: string }) => `${owner.personName} ${state}`).toSorted()).toEqual(['周宁 void', '孙涛 met'])
    await act('qian', `${found.url}/questions`, { question: '现场看过了吗？', toPersonIds: [world.people.sun, world.people.zhou] })
    const second = (await read('zhou', found.url)).cooperation.questions.find(({ of }: { of: { personId: string }[] }) => of.some(({ personId }) => personId === world.people.zhou))
    await act('zhou', `${found.url}/questions/answer`, { questionId: second.id, text: '昨天看过。' })
    expect(await said(found, ['advice-given'])).toEqual(['advice-given 周宁/：昨天看过。'])
    expect(JSON.stringify(await act('qian', `${found.url}/forms/handling`, {}))).not.toContain('昨天看过。')
  })

  it('may be a ruling, which then is the next leader’s alone', async () => {
    const found = await handled()
    await act('qian', `${found.url}/ruling-request`, { reason: '归属不明' })
    await act('an', `${found.url}/passing-up`, { opinion: '建议由许可科办理。' })
    expect(await todo('an', found.id)).toEqual([])
    expect(await todo('bao', found.id)).toEqual(['rule 包副局长 mine'])
    await act('bao', `${found.url}/ruling`, { handlerPersonId: world.people.qian, instruction: '同意办公室意见。' })
    expect(await said(found, ['ruling-passed-on', 'ruling-given'])).toEqual(['ruling-passed-on 安宁/office → 包副局长：建议由许可科办理。', 'ruling-given 包副局长/leaderInCharge：同意办公室意见。'])
  })
})

describe('a leader who is accountable', () => {
  const leaderSolves = { by: [{ of: 'handler' as const, post: 'head' }], within: { amount: 3, unit: 'workingDays' as const } }
  const switchOn = () => world.db.transaction().execute(async (trx) => {
    for (const unit of ['规划科', '许可科']) await publishPolicy(trx, { institutionId: world.institutionId, unitId: world.units[unit] ?? '', overlay: { leaderSolves }, at: world.services.clock(), by: null })
  })

  it('gives a solution in time, which the person reads; it goes with the case to the leader of the unit that signs for it', async () => {
    await switchOn()
    world.setTime('2026-03-02 09:05')
    const made = await act('li', '/api/staff/cases', { channel: 'visit', subject: '路灯不亮', category: 'help', requester: REQUESTER })
    const url = `/api/staff/cases/${made.id}`
    expect(await todo('he', made.id)).toEqual(['solve 何平 mine'])
    world.setTime('2026-03-02 09:10')
    await act('li', `${url}/decision`, { branch: 'otherUnit', toUnitId: world.units['许可科'], toPersonId: world.people.qian, reason: '由许可科办理' })
    await act('qian', `${url}/referral/acceptance`, {})
    expect(await todo('he', made.id)).toEqual([])
    expect(await todo('sun', made.id)).toEqual(['solve 孙涛 mine'])
    expect((await read('li', url)).care.leader).toMatchObject({ personName: '孙涛', respondedAt: '2026-03-02T01:10:00.000Z', dueAt: '2026-03-05T09:30:00.000Z', solution: null })
    expect((await world.call('sun', 'POST', `${url}/solution`, { text: ' ' })).status).toBe(400)
    expect((await world.call('qian', 'POST', `${url}/solution`, { text: '我来定' })).body).toMatchObject({ code: 'not-accountable' })
    await act('qian', `${url}/resolution`, { outcome: 'solved', text: '已修好。' })
    await act('li', `${url}/reply`, { channel: 'phone', text: '已修好。' })
    expect((await world.call('li', 'POST', `${url}/closing`, {})).body).toMatchObject({ code: 'forward-open' })
    await act('sun', `${url}/solution`, { text: '由许可科三日内更换灯具。' })
    expect(await todo('sun', made.id)).toEqual([])
    expect((await read('li', url)).care.leader).toMatchObject({ solution: '由许可科三日内更换灯具。', dueAt: null })
    const told = (await world.call(null, 'GET', `/api/public/cases/${made.number}?code=${made.trackingCode}`)).body
    expect(told.timeline.find(({ kind }: { kind: string }) => kind === 'solution-given')).toMatchObject({ text: '由许可科三日内更换灯具。' })
    await act('li', `${url}/closing`, {})
  })

  it('is the one of the unit that a ruling names', async () => {
    await switchOn()
    const made = await act('li', '/api/staff/cases', { channel: 'visit', subject: '路灯杆歪了归谁管', category: 'help', requester: REQUESTER, decision: { branch: 'unclear', reason: '不知归谁' } })
    const url = `/api/staff/cases/${made.id}`
    expect(await todo('he', made.id)).toEqual(['solve 何平 mine'])
    await act('an', `${url}/ruling`, { handlerPersonId: world.people.qian })
    expect(await todo('he', made.id)).toEqual([])
    expect(await todo('sun', made.id)).toEqual(['solve 孙涛 mine'])
  })

  it('is not asked for what is answered on the spot', async () => {
    await switchOn()
    const now = { branch: 'onSpot', text: '上午八点半。' }
    const atOnce = await act('li', '/api/staff/cases', { channel: 'phone', subject: '几点上班', category: 'consultation', requester: REQUESTER, decision: now })
    const after = await act('li', '/api/staff/cases', { channel: 'phone', subject: '几点下班', category: 'consultation', requester: REQUESTER })
    await act('li', `/api/staff/cases/${after.id}/decision`, now)
    for (const { id } of [atOnce, after]) expect(await read('li', `/api/staff/cases/${id}`)).toMatchObject({ status: 'closed' })
    expect(await todo('he', after.id)).toEqual([])
  })
})

describe('papers that a colleague takes', () => {
  it('are told to the handler once the last missing one is there', async () => {
    const found = await handled()
    await act('qian', `${found.url}/notice`, { papers: [{ name: '身份证' }, { name: '申请表' }] })
    const told = async () => (await read('qian', '/api/staff/notices')).rows.filter((row: { kind: string; case: { id: string } | null }) => row.kind === 'papersComplete' && row.case?.id === found.id).length
    await act('li', `${found.url}/papers`, { papers: ['身份证'] })
    expect(await told()).toBe(0)
    await act('li', `${found.url}/papers`, { papers: ['申请表'] })
    expect(await told()).toBe(1)
  })
})
